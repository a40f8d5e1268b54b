namespace Throughline.Model;

/// <summary>A version of a measure's definition, numbered for the rows that use it. The definition is the catalog's.</summary>
public sealed class MeasureVersion
{
    public int Id { get; set; }

    /// <summary>The id in the catalog: "chronic_absence".</summary>
    public required string Measure { get; set; }

    public int Version { get; set; }
}

/// <summary>
/// A figure as its source published it, for one organization, student group and period. Rows are never changed: a
/// correction is a new row with a later instant, and the one in force at an instant is the latest recorded by then.
/// </summary>
public sealed class PublishedValue
{
    /// <summary>The stamp that an import of figures raises.</summary>
    public const string StampName = "evidence";

    public long Id { get; set; }

    public int MeasureVersionId { get; set; }

    public int OrganizationId { get; set; }

    public required string Group { get; set; }

    /// <summary>The first day it speaks of, included.</summary>
    public DateOnly PeriodStart { get; set; }

    /// <summary>The last day it speaks of, included.</summary>
    public DateOnly PeriodEnd { get; set; }

    /// <summary>In the measure's unit; null where the source says that it does not publish the figure.</summary>
    public decimal? Value { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public int ImportId { get; set; }
}

/// <summary>A file that came in, and what became of its rows.</summary>
public sealed class Import
{
    public int Id { get; set; }

    public required string Kind { get; set; }

    public required string FileName { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public long RowsRead { get; set; }

    public long Added { get; set; }

    public long Changed { get; set; }

    public long Unchanged { get; set; }

    public long Refused { get; set; }
}
