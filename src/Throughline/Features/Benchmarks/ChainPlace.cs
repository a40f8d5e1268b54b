using Throughline.Benchmarks.Language;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>Where a benchmark stands in its plan: the objective and initiative above it, and the benchmarks of its chain in order.</summary>
internal sealed record ChainPlace(Objective? Objective, Initiative? Initiative, IReadOnlyList<BenchmarkPicture> Chain)
{
    /// <summary>The initiative with all its parts; null for a final outcome, and outside the chain.</summary>
    public InitiativePicture? Line { get; private init; }

    /// <summary>The benchmarks of its own stage, itself included; null outside the chain.</summary>
    public IEnumerable<BenchmarkPicture>? Stage(BenchmarkType type) => Objective is null ? null : Chain.Where(b => b.Benchmark.Type == type);

    /// <summary>Where the chain breaks for a student group; null where it holds or not enough is known.</summary>
    public ChainBreak? BreakFor(string group, DateOnly today) => Line is null ? null : PlanChain.Of(Line, group, today).Break;

    public static ChainPlace Of(PlanPicture plan, BenchmarkPicture benchmark)
    {
        foreach (var objective in plan.Objectives)
        {
            foreach (var initiative in objective.Initiatives)
            {
                if (initiative.Benchmarks.Contains(benchmark))
                {
                    return new ChainPlace(objective.Objective, initiative.Initiative, [.. initiative.Benchmarks, .. initiative.SharedFinals]) { Line = initiative };
                }
            }

            if (objective.Finals.Contains(benchmark))
            {
                // A final outcome is what the short-term outcomes of all its initiatives lead to.
                var before = objective.Initiatives.SelectMany(i => i.Benchmarks).Where(b => b.Benchmark.Type == BenchmarkType.ShortTermOutcome);
                return new ChainPlace(objective.Objective, null, [.. before, .. objective.Finals]);
            }
        }

        return new ChainPlace(null, null, []);
    }
}
