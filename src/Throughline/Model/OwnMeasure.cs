namespace Throughline.Model;

/// <summary>A measure that a district defined itself. A changed definition is a new version; the ones before stay.</summary>
public sealed class OwnMeasure
{
    public int Id { get; set; }

    /// <summary>The measure's name: who defined it, a colon, what they call it.</summary>
    public required string Measure { get; set; }

    public int Version { get; set; }

    /// <summary>As it was written, in the form of docs/measures.md; only what can be read is kept.</summary>
    public required string Definition { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public required string Who { get; set; }
}
