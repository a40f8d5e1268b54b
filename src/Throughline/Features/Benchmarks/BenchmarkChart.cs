using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>One group's year as a chart: what it finds as its title, the points it draws, and the same in words.</summary>
internal sealed class BenchmarkChart
{
    private readonly GroupPicture group;
    private readonly PathChart chart;

    public BenchmarkChart(GroupPicture group)
    {
        this.group = group;
        var points = Points(group, [.. group.Checks.Select(c => c.Period)]);
        IsEmpty = !points.Any(p => p.Shown is not null || p.Expected is not null);
        var end = group.Checks.LastOrDefault(c => c.Expected is not null)?.Expected;
        chart = new PathChart(points, Figures.Scaled(group.Measure), Name())
        {
            Decimals = group.Measure.Decimals,
            PathLabel = end is { } value ? BenchmarkTexts.TargetLabel.With(Figures.Written(value, group.Measure)) : null,
        };
    }

    /// <summary>Nothing to draw: no figure and no path.</summary>
    public bool IsEmpty { get; }

    public IHtmlContent Draw() => chart.Draw();

    /// <summary>Measure, unit, and where the scale starts unless that is zero.</summary>
    public string Subtitle() => string.Join(' ', new[]
    {
        BenchmarkTexts.ChartMeasure.With(group.Measure.Name, UnitWord(group.Measure.Unit)),
        chart.Start is { } start ? BenchmarkTexts.ScaleStarts.With(start) : null,
        group.HasHidden ? BenchmarkTexts.HatchMeans : null,
    }.OfType<string>());

    /// <summary>The finding: "This year is about five points better than last year, and close to the path".</summary>
    public string Claim()
    {
        if (group.Latest is not { Actual: { } actual } latest)
        {
            return BenchmarkTexts.ClaimNone;
        }

        var first = latest.LastYear is { } before ? BesideLastYear(actual - before) : Since(latest, actual);
        return latest is { State: CheckState.Judged, Expected: { } expected }
            ? BenchmarkTexts.ClaimBoth.With(first, BesidePath(actual, expected))
            : first;
    }

    /// <summary>"percent", "days".</summary>
    public static string UnitWord(Unit unit) => BenchmarkTexts.ResourceManager.GetString("Unit_" + unit.Name(), BenchmarkTexts.Culture)!;

    /// <summary>A group's figures at given places; a check that it has not is a gap.</summary>
    public static List<PathPoint> Points(GroupPicture group, IReadOnlyList<Period> places)
    {
        var checks = new Dictionary<Period, CheckPicture>();
        foreach (var check in group.Checks)
        {
            checks.TryAdd(check.Period, check);
        }

        return [.. places.Select(p => checks.TryGetValue(p, out var c)
            ? new PathPoint(Say.Period(p), c.Actual?.ToDouble(), c.Expected?.ToDouble(), c.LastYear?.ToDouble(), c.State == CheckState.Hidden)
            : new PathPoint(Say.Period(p), null))];
    }

    private string BesideLastYear(Exact change)
    {
        if (change.Round(group.Measure.Decimals) == 0)
        {
            return BenchmarkTexts.ClaimSameAsLastYear;
        }

        var isBetter = group.Spec.Direction == Direction.Decrease ? change.Sign < 0 : change.Sign > 0;
        return (isBetter ? BenchmarkTexts.ClaimBetter : BenchmarkTexts.ClaimWorse).With(Figures.About(change, group.Measure));
    }

    private string Since(CheckPicture latest, Exact actual)
    {
        var first = group.Checks.First(c => c.Actual is not null);
        if (first == latest)
        {
            return BenchmarkTexts.ClaimFirst.With(Say.Value(actual, group.Measure), Figures.In(latest.Period));
        }

        var change = (actual - first.Actual!.Value).Round(group.Measure.Decimals);
        return (change > 0 ? BenchmarkTexts.ClaimRising : change < 0 ? BenchmarkTexts.ClaimFalling : BenchmarkTexts.ClaimLevel).With(Figures.Name(first.Period));
    }

    /// <summary>Within half a point, or a fiftieth of what is asked, is close.</summary>
    private string BesidePath(Exact actual, Exact expected)
    {
        var near = group.Measure.Unit.CountsInPoints() ? Exact.Of(1, 2) : expected.Abs() / 50;
        var isPath = Expects.APath(group.Spec);
        return (actual - expected).Abs() <= near ? (isPath ? BenchmarkTexts.CloseToPath : BenchmarkTexts.CloseToTarget)
            : actual > expected ? (isPath ? BenchmarkTexts.AbovePath : BenchmarkTexts.AboveTarget)
            : (isPath ? BenchmarkTexts.BelowPath : BenchmarkTexts.BelowTarget);
    }

    /// <summary>The chart in words, for those who cannot see it.</summary>
    private string Name()
    {
        var figures = group.Checks.Where(c => c.Actual is not null)
            .Select(c => PictureTexts.FigureIn.With(Say.Value(c.Actual!.Value, group.Measure), Figures.Name(c.Period)))
            .ToList();
        return BenchmarkTexts.ChartName.With(
            group.Measure.Name, StudentGroups.Name(group.Group), figures.Count == 0 ? BenchmarkTexts.ClaimNone : string.Join(", ", figures),
            new Wording(System.Globalization.CultureInfo.CurrentUICulture).Rule(group.Spec));
    }
}
