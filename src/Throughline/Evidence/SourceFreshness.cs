using Throughline.Benchmarks.Calendar;

namespace Throughline.Evidence;

/// <summary>How fresh a source is.</summary>
public enum SourceAge
{
    /// <summary>What is due next is still to come.</summary>
    Fresh,

    /// <summary>It was due, and may still come in time to speak for now.</summary>
    Waiting,

    /// <summary>It is later than benchmarks allow.</summary>
    Stale,
}

/// <summary>The next evidence that a source owes.</summary>
/// <param name="Due">The last day of the days it speaks of, included.</param>
/// <param name="Grace">How many days after it evidence may still come, as benchmarks are judged.</param>
public readonly record struct Expected(DateOnly Due, int Grace)
{
    public SourceAge AgeOn(DateOnly today) => today <= Due ? SourceAge.Fresh
        : today.DayNumber <= Due.DayNumber + Grace ? SourceAge.Waiting
        : SourceAge.Stale;

    /// <summary>What is due a cadence after the last evidence; null for a cadence that the calendar does not know.</summary>
    public static Expected? After(DateOnly last, Cadence every) =>
        every is { Days: { } days, Grace: { } grace } ? new Expected(last.AddDays(days), grace) : null;

    /// <summary>Of several the one that makes a source oldest: the first to be late, of two the first to be due.</summary>
    public static Expected? FirstOf(IEnumerable<Expected> all) => all.Select(e => (Expected?)e).MinBy(e => (e!.Value.Due.AddDays(e.Value.Grace), e.Value.Due));
}
