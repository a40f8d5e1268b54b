using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>An initiative as a line of four stages, for one student group, and where it breaks.</summary>
/// <param name="Initiative">With all its parts.</param>
/// <param name="Stages">In the order of the chain: activities, early evidence, short-term outcomes, final outcomes.</param>
/// <param name="Break">Null where the chain holds or not enough is known.</param>
public sealed record ChainLine(InitiativePicture Initiative, IReadOnlyList<ChainStage> Stages, ChainBreak? Break)
{
    /// <summary>The stage in which the break shows; null where there is none.</summary>
    public BenchmarkType? BreaksAt => Break?.After + 1;
}

/// <summary>One stage of a line.</summary>
/// <param name="Type">Which.</param>
/// <param name="Benchmarks">Those of the stage, drafts included.</param>
/// <param name="Activities">What is done, in the first stage.</param>
/// <param name="Status">Its roll-up; null where nothing in it is judged.</param>
/// <param name="Met">How many are met or done.</param>
/// <param name="OnTrack">How many are on track.</param>
/// <param name="Judged">Of how many.</param>
public sealed record ChainStage(
    BenchmarkType Type, IReadOnlyList<BenchmarkPicture> Benchmarks, IReadOnlyList<Activity> Activities, Status? Status, int Met, int OnTrack, int Judged);

/// <summary>The lines of a plan's picture.</summary>
public static class PlanChain
{
    /// <summary>An initiative for a student group; benchmarks that do not know the group, and drafts, say nothing.</summary>
    public static ChainLine Of(InitiativePicture initiative, string group, DateOnly today)
    {
        var types = Enum.GetValues<BenchmarkType>();
        var stages = new ChainStage[types.Length];
        var judged = new List<ChainBenchmark>[types.Length];
        foreach (var type in types)
        {
            var benchmarks = initiative.Benchmarks.Where(b => b.Benchmark.Type == type)
                .Concat(type == BenchmarkType.FinalOutcome ? initiative.SharedFinals : []).ToList();
            var activities = type == BenchmarkType.Activity ? initiative.Activities : [];
            // Where benchmarks say whether the activities happen, the list of what to do is for reading; else it is what there is.
            var all = (benchmarks.Count > 0 ? [] : activities).Select(a => new ChainBenchmark("", StatusOf(a, today)))
                .Concat(benchmarks.Select(b => b.Of(group) is { Status: { } status } g ? new ChainBenchmark(b.Code, status, IsFlat(g)) : null).OfType<ChainBenchmark>())
                .ToList();
            judged[(int)type] = all;
            stages[(int)type] = new ChainStage(
                type, benchmarks, activities, Chain.RollUp([.. all.Select(b => b.Status)]),
                all.Count(b => b.Status == Status.Met), all.Count(b => b.Status == Status.OnTrack), all.Count);
        }

        return new ChainLine(initiative, stages, Chain.Break(judged[0], judged[1], judged[2], judged[3]));
    }

    /// <summary>An activity is met once it is done; one that is late is off track. No date asks for nothing.</summary>
    public static Status StatusOf(Activity activity, DateOnly today) =>
        activity.DoneOn is not null ? Status.Met : activity.By < today ? Status.OffTrack : Status.NotYetDue;

    private static bool IsFlat(GroupPicture group) =>
        group.Measure.Direction is { } direction && Chain.IsFlat([.. group.Checks.Where(c => c.Actual is not null).Select(c => c.Actual!.Value)], direction);
}
