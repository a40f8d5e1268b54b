using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Evidence.Uploads;

/// <summary>What a file changes about one student group of a benchmark.</summary>
/// <param name="Benchmark">Whose figure.</param>
/// <param name="Group">Of whom.</param>
/// <param name="Period">Of when the latest figure is that changes.</param>
/// <param name="Before">How it stands now.</param>
/// <param name="After">How it would stand.</param>
internal sealed record FigureChange(Benchmark Benchmark, string Group, Period Period, GroupPicture? Before, GroupPicture After)
{
    /// <summary>By how many points a figure for everyone must move to be asked about.</summary>
    private const int Unusual = 8;

    /// <summary>Whether a reader would say that it stands otherwise.</summary>
    public bool IsAnotherStatus => Before?.Status != After.Status;

    /// <summary>The check that changes, as it is; the latest before it where it has no figure yet.</summary>
    public CheckPicture? Now => Before?.Checks.FirstOrDefault(c => c.Period == Period && c.Actual is not null) ?? Before?.Checks.LastOrDefault(c => c.Actual is not null && c.Period.End < Period.End);

    /// <summary>The check as it would be; null where its figure is hidden from whoever looks.</summary>
    public CheckPicture? Then => After.Checks.FirstOrDefault(c => c.Period == Period && c.Actual is not null);

    /// <summary>Whether the figure moves so far that a part of the file may be missing.</summary>
    public bool IsUnusual => Group == StudentGroup.All && !After.IsHidden && Now?.Actual is { } now && Then?.Actual is { } then
        && After.Measure.Unit.CountsInPoints() && (then - now).Abs() >= Unusual;

    /// <summary>The changes of a plan, in the order of the plan.</summary>
    /// <param name="rows">The plan as it is.</param>
    /// <param name="entered">What would be entered.</param>
    /// <param name="judge">Judges a plan's rows.</param>
    public static IReadOnlyList<FigureChange> Of(PlanRows rows, IReadOnlyList<(Benchmark Benchmark, Tally Tally)> entered, Func<PlanRows, PlanPicture> judge)
    {
        var (before, after) = (judge(rows), judge(rows.With(entered.Select(e => e.Tally))));
        return [.. after.Benchmarks.SelectMany(b => b.Groups.Select(g => (Benchmark: b, Group: g)))
            .Select(g => (g.Benchmark, g.Group, Its: entered.Where(e => e.Benchmark.Id == g.Benchmark.Benchmark.Id && e.Tally.Group == g.Group.Group).ToList()))
            .Where(g => g.Its.Count > 0)
            .Select(g => new FigureChange(
                g.Benchmark.Benchmark, g.Group.Group, g.Its.MaxBy(e => e.Tally.PeriodEnd).Tally.Period, before.Find(g.Benchmark.Code)?.Of(g.Group.Group), g.Group))];
    }
}
