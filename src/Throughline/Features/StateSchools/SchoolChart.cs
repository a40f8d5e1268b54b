using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Ui;

namespace Throughline.Features.StateSchools;

/// <summary>The chart of one school's series: what it finds, as a title, and the points it draws.</summary>
public sealed class SchoolChart
{
    private readonly SchoolModel page;
    private readonly IReadOnlyList<SchoolYear> years;
    private readonly List<(SchoolYear Year, Exact Value)> known;

    public SchoolChart(SchoolModel page)
    {
        this.page = page;
        years = page.Series.Years(page.Answer.Proof.Due);
        known = [.. years
            .Select(y => (y, page.Series.In(y)?.Observation.In(page.Measure.Unit)))
            .Where(x => x.Item2 is not null)
            .Select(x => (x.y, x.Item2!.Value))];
    }

    public bool IsEmpty => known.Count == 0;

    /// <summary>The finding: "24.9% in 2024–25, better than 38.7% in 2021–22, but not at the target".</summary>
    public string Claim()
    {
        if (known.Count == 0)
        {
            return PageTexts.ClaimNone;
        }

        var (year, value) = known[^1];
        var said = known.Count == 1
            ? PageTexts.ClaimOnly.With(Said(value), Dates.Short(year))
            : Beside(known[^2]).With(Said(value), Dates.Short(year), Said(known[^2].Value), Dates.Short(known[^2].Year));
        return page.Answer.Status switch
        {
            Status.Met => PageTexts.ClaimMet.With(said),
            Status.AtRisk or Status.OffTrack => PageTexts.ClaimNotMet.With(said),
            _ => said,
        };
    }

    /// <summary>The latest figure is always set beside the one before it: a year picked for effect would mislead.</summary>
    private string Beside((SchoolYear Year, Exact Value) before)
    {
        var change = known[^1].Value.CompareTo(before.Value);
        var better = page.Judged.Case.Benchmark.Direction == Direction.Decrease ? -change : change;
        return better > 0 ? PageTexts.ClaimBetter : better < 0 ? PageTexts.ClaimWorse : PageTexts.ClaimSame;
    }

    /// <summary>What the chart shows, in words, for those who cannot see it.</summary>
    public string Name()
    {
        var figures = string.Join(", ", known.Select(k => PageTexts.FigureIn.With(Said(k.Value), Dates.Short(k.Year))));
        return PageTexts.ChartName.With(
            page.Measure.Name, figures, page.Words.Rule(page.Judged.Case.Benchmark with { Target = page.Answer.Proof.Target }));
    }

    public LineChart Drawn()
    {
        var expected = page.Answer.Periods
            .Where(p => p.Expected is not null)
            .GroupBy(p => SchoolYear.Of(p.Period.End))
            .ToDictionary(g => g.Key, g => g.Last().Expected!.Value);
        if (page.Answer.Proof is { Due: { } due, Target: FromTo { To: var to } })
        {
            expected[SchoolYear.Of(due)] = to;
        }

        var level = page.Answer.Proof.Target switch
        {
            Level l => l.Value,
            Maintain m => m.Floor ?? m.Ceiling,
            _ => null,
        };
        return new LineChart(
            [.. years.Select(y => new LineChart.Point(
                Dates.Short(y),
                Number(page.Series.In(y)?.Observation.In(page.Measure.Unit)),
                page.Series.In(y) is { } figure && figure.Observation.In(page.Measure.Unit) is null,
                level is null && expected.TryGetValue(y, out var e) ? Number(e) : null))],
            Number(level),
            page.Judged.Case.Benchmark.Direction == Direction.Decrease,
            page.Measure.Decimals,
            Said,
            Name());
    }

    private static double? Number(Exact? value) => value?.ToDouble();

    private string Said(Exact value) => page.Words.Value(value, page.Measure);

    private string Said(double value, int decimals) =>
        page.Words.Value(Exact.From(decimal.Round((decimal)value, decimals)), page.Measure with { Decimals = decimals });
}
