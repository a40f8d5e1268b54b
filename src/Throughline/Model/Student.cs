namespace Throughline.Model;

/// <summary>A student, by the number under which the state knows them. Who they are called is not needed to count them.</summary>
public sealed class Student
{
    public int Id { get; set; }

    /// <summary>Text exactly as the state writes it; where a district has none, its own code, a slash and its number.</summary>
    public required string Code { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>
/// A student on a school's roll, from a day on. Rows are never changed: what is recorded later of the same student, school
/// and first day takes the place of what was known before.
/// </summary>
public sealed class Enrolment
{
    public int StudentId { get; set; }

    /// <summary>The school.</summary>
    public int OrganizationId { get; set; }

    /// <summary>Included.</summary>
    public DateOnly FirstDay { get; set; }

    /// <summary>Included; null while it lasts.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>As states write it: "PK", "K", "1" … "12"; null where unknown.</summary>
    public string? Grade { get; set; }

    /// <summary>It never was so: an entry by mistake, taken back.</summary>
    public bool Withdrawn { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>A student in a group or a programme, from a day on. Recorded as enrolments are.</summary>
public sealed class Membership
{
    public int StudentId { get; set; }

    /// <summary>The name of a group, shared or a district's own.</summary>
    public required string Group { get; set; }

    /// <summary>Included.</summary>
    public DateOnly FirstDay { get; set; }

    /// <summary>Included; null while it lasts.</summary>
    public DateOnly? LastDay { get; set; }

    public bool Withdrawn { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}
