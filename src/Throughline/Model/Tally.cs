using Throughline.Benchmarks.Calendar;

namespace Throughline.Model;

/// <summary>
/// A figure entered for a benchmark, a student group and a period: counts of how many, a value with the number it
/// rests on, or the day something was done. Rows are never changed: a correction is a new row with a later instant.
/// </summary>
public sealed class Tally : IStamped
{
    public long Id { get; set; }

    public int PlanId { get; set; }

    public int BenchmarkId { get; set; }

    public required string Group { get; set; }

    /// <summary>The first day it speaks of, included.</summary>
    public DateOnly PeriodStart { get; set; }

    /// <summary>The last day it speaks of, included.</summary>
    public DateOnly PeriodEnd { get; set; }

    /// <summary>How many of the denominator count; null where a value stands instead, or nothing is known any more.</summary>
    public long? Numerator { get; set; }

    public long? Denominator { get; set; }

    /// <summary>In the measure's unit.</summary>
    public decimal? Value { get; set; }

    /// <summary>On how many a value rests.</summary>
    public long? Count { get; set; }

    /// <summary>The day something was done; for milestones.</summary>
    public DateOnly? DoneOn { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public required string Who { get; set; }

    public string Stamp => Plan.StampOf(PlanId);

    public Period Period => new(PeriodStart, PeriodEnd);
}

/// <summary>A student group's own target within a benchmark; groups without one are held to the benchmark's.</summary>
public sealed class GroupTarget : IStamped
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    public int BenchmarkId { get; set; }

    public required string Group { get; set; }

    /// <summary>A benchmark for this one group, in the form of docs/contracts.md.</summary>
    public required string Structure { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public string Stamp => Plan.StampOf(PlanId);
}
