using Throughline.Benchmarks;
using Throughline.Benchmarks.Disclosure;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>
/// How far a student group is from everyone else: from counts where they are known, else from all students. Only
/// figures that this reader is shown go in, and the rest must be large enough to be shown too.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="Check">When.</param>
/// <param name="Own">The group's figure.</param>
/// <param name="Rest">That of all the others, or of all students.</param>
/// <param name="IsOthers">Whether the group is left out of the rest.</param>
internal sealed record GapToRest(GroupPicture Group, CheckPicture Check, Exact Own, Exact Rest, bool IsOthers)
{
    public Exact Size => Own - Rest;

    /// <summary>The gap at the check before, made the same way; null where it is not known.</summary>
    public GapToRest? Before { get; init; }

    /// <summary>The gap of the group that is asked for or, where it is all, the widest to the worse side, groups off track first. Null where none can be shown.</summary>
    public static GapToRest? Of(BenchmarkPicture benchmark, GroupPicture asked)
    {
        if (benchmark.Of(StudentGroup.All) is not { } all)
        {
            return null;
        }

        if (asked != all)
        {
            return Of(benchmark.Benchmark, asked, all);
        }

        var isLessBetter = all.Spec.Direction == Direction.Decrease;
        return benchmark.Groups.Where(g => g != all)
            .Select(g => Of(benchmark.Benchmark, g, all))
            .OfType<GapToRest>()
            .Where(g => isLessBetter ? g.Size.Sign > 0 : g.Size.Sign < 0)
            .OrderByDescending(g => g.Group.Status == Status.OffTrack).ThenByDescending(g => g.Size.Abs())
            .FirstOrDefault();
    }

    /// <summary>"English learners and all other students: 14.2 points".</summary>
    public string Title() => (IsOthers ? BenchmarkTexts.GapOthers : BenchmarkTexts.GapAll).With(
        StudentGroups.Name(Group.Group), Figures.Difference(Size, Group.Measure));

    /// <summary>"(35.5% and 21.3%). It was 5.2 points in December."</summary>
    public string Figured()
    {
        var figures = BenchmarkTexts.GapFigures.With(Say.Value(Own, Group.Measure), Say.Value(Rest, Group.Measure));
        return Before is null ? figures : figures + " " + BenchmarkTexts.GapBefore.With(
            Figures.Difference(Before.Size, Group.Measure), Figures.In(Before.Check.Period));
    }

    private static GapToRest? Of(Benchmark benchmark, GroupPicture group, GroupPicture all)
    {
        if (group.IsHidden || all.IsHidden || group.HasHidden)
        {
            return null;
        }

        GapToRest? latest = null;
        foreach (var check in group.Checks.Where(c => c is { State: CheckState.Judged or CheckState.Start, Actual: not null }))
        {
            var whole = all.Checks.FirstOrDefault(c => c.Period == check.Period && c is { State: CheckState.Judged or CheckState.Start, Actual: not null });
            if (whole is not null && At(benchmark, group, check, whole) is { } gap)
            {
                latest = gap with { Before = latest is { } before && before.IsOthers == gap.IsOthers ? before with { Before = null } : null };
            }
        }

        return latest;
    }

    private static GapToRest? At(Benchmark benchmark, GroupPicture group, CheckPicture check, CheckPicture whole)
    {
        var own = check.Actual!.Value;
        if (group.Measure.Unit == Unit.Percent
            && check is { Numerator: { } n, Denominator: { } d } && whole is { Numerator: { } wholeN, Denominator: { } wholeD })
        {
            var (restN, restD) = (wholeN - n, wholeD - d);
            var least = benchmark.Counts == Counted.Other ? 1 : SmallGroups.Minimum;
            return restN < 0 || restD < least || restN > restD ? null : new GapToRest(group, check, own, Exact.Of(restN, restD) * 100, IsOthers: true);
        }

        return new GapToRest(group, check, own, whole.Actual!.Value, IsOthers: false);
    }
}
