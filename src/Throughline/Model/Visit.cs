namespace Throughline.Model;

/// <summary>
/// A walk-through visit as somebody entered it: where and when, never whose lesson. What was seen is kept as records under
/// the same key, a record for each question that could be answered.
/// </summary>
public sealed class Visit
{
    public const int LongestNote = 400;

    public int OrganizationId { get; set; }

    /// <summary>Made by the form or the device, once for each visit: sent again, it is the same visit.</summary>
    public required string Key { get; set; }

    /// <summary>When the room was visited.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The student group of the grade, "grade_7"; "other" for several; null where nobody said.</summary>
    public string? Grade { get; set; }

    /// <summary>A subject of course marks, "science"; null where nobody said.</summary>
    public string? Subject { get; set; }

    public string? Note { get; set; }

    /// <summary>Whose last choice the form offers next time.</summary>
    public int AccountId { get; set; }

    public required string Who { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}
