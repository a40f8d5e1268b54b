using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// One recorded figure: whom it speaks of, which period, and when it was recorded. It has a value, or a numerator and
/// a denominator, or it says whether something was done.
/// </summary>
/// <param name="Index">Its place in the case, counted from 0; proofs name it by this.</param>
/// <param name="Group">The student group, "all" for everyone.</param>
/// <param name="Member">The school, room or person it speaks of; null for the whole.</param>
/// <param name="Period">The days it speaks of.</param>
public sealed record Observation(int Index, string Group, string? Member, Period Period)
{
    /// <summary>The figure in the measure's unit; null where nothing was published, or where counts stand instead.</summary>
    public Exact? Value { get; init; }

    /// <summary>How many of the denominator count.</summary>
    public long? Numerator { get; init; }

    /// <summary>Of how many, over 0 where a figure can be made.</summary>
    public long? Denominator { get; init; }

    /// <summary>On how many a value rests, where known.</summary>
    public long? Count { get; init; }

    /// <summary>For a milestone: whether it was done.</summary>
    public bool? Done { get; init; }

    /// <summary>For a milestone: the day it was done, included.</summary>
    public DateOnly? DoneDate { get; init; }

    /// <summary>What happened, where a target counts from events: "professional development".</summary>
    public string? Event { get; init; }

    /// <summary>The day it happened, included.</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>The group's share (percent) of what is counted, for representation.</summary>
    public Exact? Share { get; init; }

    /// <summary>The group's share (percent) of the whole.</summary>
    public Exact? ShareOfAll { get; init; }

    /// <summary>When the figure came in; a figure without one was always known.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>On how many people it rests: the denominator, else the count given with the value; null where unknown.</summary>
    public long? Size => Denominator ?? Count;

    /// <summary>The figure in a unit: percents are 100 × numerator ÷ denominator, other units the numerator alone or the ratio.</summary>
    public Exact? In(Measures.Unit unit) => (Value, Numerator, Denominator) switch
    {
        ({ } value, _, _) => value,
        (null, { } n, { } d) when d > 0 => unit switch
        {
            Measures.Unit.Percent => Exact.Of(n, d) * 100,
            Measures.Unit.Count => Exact.Of(n, 1),
            _ => Exact.Of(n, d),
        },
        (null, { } n, null) when unit == Measures.Unit.Count => Exact.Of(n, 1),
        _ => null,
    };
}
