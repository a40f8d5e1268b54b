using Throughline.Benchmarks.Language;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>Where a new benchmark goes: under an initiative, under an objective as its final outcome, or outside the chain.</summary>
public sealed record NewPlace(PlanPicture Plan, Objective? Objective, Initiative? Initiative, BenchmarkType Type)
{
    /// <summary>What can stand there.</summary>
    public IReadOnlyList<BenchmarkType> Types => Initiative is null
        ? [BenchmarkType.FinalOutcome]
        : [BenchmarkType.Activity, BenchmarkType.EarlyEvidence, BenchmarkType.ShortTermOutcome];

    /// <summary>The code that its own begins with; null outside the chain.</summary>
    public string? Under => Initiative?.Code ?? Objective?.Code;

    /// <summary>The benchmarks of a stage that stand there already; null outside the chain.</summary>
    public IEnumerable<BenchmarkPicture>? Beside(BenchmarkType type)
    {
        var objective = Plan.Objectives.FirstOrDefault(o => o.Objective == Objective);
        return Initiative is null ? objective?.Finals
            : objective?.Initiatives.FirstOrDefault(i => i.Initiative == Initiative)?.Benchmarks.Where(b => b.Benchmark.Type == type);
    }

    /// <summary>Null where no plan of the organization has the code, or there is no plan.</summary>
    public static async Task<NewPlace?> FindAsync(HttpContext context, string? under, string? type)
    {
        await foreach (var plan in ShownBenchmark.PlansAsync(context))
        {
            if (string.IsNullOrEmpty(under))
            {
                return new NewPlace(plan, null, null, BenchmarkType.FinalOutcome);
            }

            foreach (var objective in plan.Objectives)
            {
                if (objective.Objective.Code == under)
                {
                    return new NewPlace(plan, objective.Objective, null, BenchmarkType.FinalOutcome);
                }

                if (objective.Initiatives.FirstOrDefault(i => i.Initiative.Code == under) is { } initiative)
                {
                    var place = new NewPlace(plan, objective.Objective, initiative.Initiative, BenchmarkType.EarlyEvidence);
                    return place with { Type = place.Types.FirstOrDefault(t => t.Name() == type, BenchmarkType.EarlyEvidence) };
                }
            }
        }

        return null;
    }
}
