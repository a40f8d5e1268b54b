using Throughline.Benchmarks;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Judging;

/// <summary>A benchmark as the chain of an initiative sees it.</summary>
/// <param name="Code">The benchmark's code, A1-E1.</param>
/// <param name="Status">Where it stands, for this reader.</param>
/// <param name="IsFlat">Whether it is flat for two checks (<see cref="Chain.IsFlat"/>).</param>
public sealed record ChainBenchmark(string Code, Status Status, bool IsFlat = false);

/// <summary>Why a chain breaks. The order is that of the chain.</summary>
public enum BreakRule
{
    /// <summary>(a) The activities are met or on track, but early evidence has no data or is off track.</summary>
    DoneWithoutEvidence,

    /// <summary>(b) Early evidence is met or on track, but a short-term outcome is off track or flat for two checks.</summary>
    EvidenceWithoutOutcome,

    /// <summary>(c) The short-term outcomes are met, but a final outcome is off track.</summary>
    ShortTermWithoutFinal,
}

/// <summary>Where the chain of an initiative breaks.</summary>
/// <param name="Rule">The rule that finds it.</param>
/// <param name="After">The stage that still holds; the break is between it and the next.</param>
/// <param name="Codes">The benchmarks of the next stage that show it, in their order; at least one.</param>
public sealed record ChainBreak(BreakRule Rule, BenchmarkType After, IReadOnlyList<string> Codes);

/// <summary>What the plan map says of an initiative: each stage in one status, and where the causal story breaks.</summary>
public static class Chain
{
    private static readonly Status[] WorstFirst =
    [
        Status.OffTrack, Status.AtRisk, Status.CannotTell, Status.NoData, Status.OnTrack, Status.Met, Status.Hidden, Status.NotYetDue,
    ];

    /// <summary>
    /// The status of a stage: the worst in it. From worst to best: off track, at risk, cannot tell, no data, on track, met.
    /// No data outranks on track, for what is due and unknown is not going well. Hidden and then not yet due stand only
    /// where nothing else does: they judge nothing.
    /// </summary>
    /// <returns>Null for a stage without benchmarks.</returns>
    public static Status? RollUp(IReadOnlyCollection<Status> stage) =>
        stage.Count == 0 ? null : Array.Find(WorstFirst, stage.Contains);

    /// <summary>
    /// The first break of the chain, by the rules in their order; null where it holds or not enough is known. The stage
    /// before the break is taken as a whole, by its roll-up; in the one after it a single benchmark is enough. A
    /// benchmark that is met or hidden is never called flat: the one need not move, of the other nothing may be told.
    /// A stage without benchmarks neither holds nor shows a break.
    /// </summary>
    public static ChainBreak? Break(
        IReadOnlyList<ChainBenchmark> activities,
        IReadOnlyList<ChainBenchmark> earlyEvidence,
        IReadOnlyList<ChainBenchmark> shortTermOutcomes,
        IReadOnlyList<ChainBenchmark> finalOutcomes)
    {
        if (IsGoingWell(activities)
            && Codes(earlyEvidence, b => b.Status is Status.NoData or Status.OffTrack) is { Count: > 0 } unseen)
        {
            return new ChainBreak(BreakRule.DoneWithoutEvidence, BenchmarkType.Activity, unseen);
        }

        if (IsGoingWell(earlyEvidence)
            && Codes(shortTermOutcomes, b => b.Status is Status.OffTrack || StandsStill(b)) is { Count: > 0 } still)
        {
            return new ChainBreak(BreakRule.EvidenceWithoutOutcome, BenchmarkType.EarlyEvidence, still);
        }

        return StatusOf(shortTermOutcomes) is Status.Met && Codes(finalOutcomes, b => b.Status is Status.OffTrack) is { Count: > 0 } missed
            ? new ChainBreak(BreakRule.ShortTermWithoutFinal, BenchmarkType.ShortTermOutcome, missed)
            : null;
    }

    /// <summary>
    /// Flat for two checks: at least three figures, and neither of the last two was better than the one before it. What
    /// grows worse is flat in this sense too.
    /// </summary>
    /// <param name="figures">In the order of their periods, without those that are missing.</param>
    /// <param name="direction">Which way is better.</param>
    public static bool IsFlat(IReadOnlyList<Exact> figures, Direction direction) =>
        figures.Count >= 3
        && !IsBetter(figures[^1], figures[^2], direction)
        && !IsBetter(figures[^2], figures[^3], direction);

    private static bool IsBetter(Exact figure, Exact before, Direction direction) =>
        direction == Direction.Increase ? figure > before : figure < before;

    private static bool IsGoingWell(IReadOnlyList<ChainBenchmark> stage) => StatusOf(stage) is Status.Met or Status.OnTrack;

    private static bool StandsStill(ChainBenchmark benchmark) => benchmark is { IsFlat: true, Status: not (Status.Met or Status.Hidden) };

    private static Status? StatusOf(IReadOnlyList<ChainBenchmark> stage) => RollUp([.. stage.Select(b => b.Status)]);

    private static List<string> Codes(IReadOnlyList<ChainBenchmark> stage, Func<ChainBenchmark, bool> shows) =>
        [.. stage.Where(shows).Select(b => b.Code)];
}
