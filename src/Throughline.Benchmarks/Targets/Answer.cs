using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Targets;

/// <summary>Is it met: one of the four questions, answered on the published figure.</summary>
public enum Verdict
{
    Met,
    NotMet,
    NotYetDue,
    CannotTell,
    NoData,
    Hidden,
}

/// <summary>Where the benchmark stands today, as people see it.</summary>
public enum Status
{
    NotYetDue,
    NoData,
    Hidden,
    CannotTell,
    Met,
    OnTrack,
    AtRisk,
    OffTrack,
}

/// <summary>What a benchmark comes to for one group and, under "each", one member.</summary>
/// <param name="Group">The student group.</param>
/// <param name="Member">The school, room or person; null for the whole.</param>
/// <param name="Verdict">Is it met.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Pace">Is it moving fast enough; null where no path applies or no figure counts.</param>
/// <param name="Periods">The periods looked at, in order.</param>
/// <param name="Proof">How the answer came about.</param>
public sealed record Answer(
    string Group,
    string? Member,
    Verdict Verdict,
    Status Status,
    Pace? Pace,
    IReadOnlyList<PeriodResult> Periods,
    Proof Proof);

/// <summary>The value expected by now and how far along the way the figure is: (actual − start) ÷ (expected − start).</summary>
/// <param name="Expected">In the measure's unit.</param>
/// <param name="Ratio">1 is on the path, over 1 ahead of it; null where the expected value is the start.</param>
public sealed record Pace(Exact Expected, Exact? Ratio);

/// <summary>One period: what was, what the target asked for, and whether that held. Null where it is not known or not asked.</summary>
public sealed record PeriodResult(Period Period, Exact? Actual, Exact? Expected, bool? Holds);

/// <summary>How an answer came about, as facts; words are made from them where they are shown.</summary>
/// <param name="Target">The rule that was applied.</param>
/// <param name="Observations">The figures the verdict rests on, by their index in the case.</param>
/// <param name="Excluded">The figures left out, each with its reason.</param>
public sealed record Proof(Target Target, IReadOnlyList<int> Observations, IReadOnlyList<Exclusion> Excluded)
{
    /// <summary>The period the verdict was read from; null where none counts.</summary>
    public Period? On { get; init; }

    /// <summary>The figure of that period.</summary>
    public Exact? Actual { get; init; }

    /// <summary>What the target asks for in that period.</summary>
    public Exact? Asked { get; init; }

    /// <summary>The value the change is counted from; null where the target has none.</summary>
    public Exact? Start { get; init; }

    /// <summary>How much worse than asked is still at risk rather than off track.</summary>
    public Exact? Margin { get; init; }

    /// <summary>The day the target falls due, included.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>For a recurring target, how many periods held; for "each", how many members met it.</summary>
    public int? Held { get; init; }

    /// <summary>Of how many.</summary>
    public int? Of { get; init; }
}

/// <summary>A figure that was not used.</summary>
/// <param name="Observation">Its index in the case.</param>
/// <param name="Reason">Why.</param>
public sealed record Exclusion(int Observation, ExclusionReason Reason);

public enum ExclusionReason
{
    /// <summary>Recorded after the instant asked about.</summary>
    NotKnownYet,

    /// <summary>A later record replaced it.</summary>
    Replaced,

    /// <summary>Its period ends after the day asked about.</summary>
    PeriodNotOver,

    /// <summary>Its period ends before the benchmark begins.</summary>
    BeforeItBegins,

    /// <summary>Its period ends after the date the target names.</summary>
    AfterItsDate,

    /// <summary>Nothing was published.</summary>
    NotPublished,
}
