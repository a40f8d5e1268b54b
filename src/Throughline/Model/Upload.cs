namespace Throughline.Model;

/// <summary>
/// A file that somebody brings in through the site: kept, protected, from the first step until thirty days after its rows were
/// stored, so that it can be gone on with and taken back. Only who sent it sees what stands in it.
/// </summary>
public sealed class Upload : IStamped
{
    public int Id { get; set; }

    public int OrganizationId { get; set; }

    /// <summary>What the import is called: "marks".</summary>
    public required string Kind { get; set; }

    /// <summary>As it was called where it came from, without folders.</summary>
    public required string FileName { get; set; }

    /// <summary>Its bytes, readable only by this installation; null once they were thrown away.</summary>
    public byte[]? Content { get; set; }

    /// <summary>What its columns hold and what was settled about its rows, as JSON.</summary>
    public required string Answers { get; set; }

    public DateTimeOffset UploadedAt { get; set; }

    public required int AccountId { get; set; }

    public required string Who { get; set; }

    /// <summary>The instant from which its rows count as known; null before they are stored.</summary>
    public DateTimeOffset? RecordedAt { get; set; }

    /// <summary>How many rows were stored, changed ones included; 0 before.</summary>
    public int Rows { get; set; }

    /// <summary>When its rows were taken back; null where they were not.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    public string Stamp => $"uploads:{OrganizationId}";
}
