using System.Globalization;
using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Benchmarks.Writing;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>How a sentence would be judged if it were published now: its rule, what each status would mean, and its way through the year.</summary>
internal sealed class JudgedPreview
{
    private readonly BenchmarkSpec spec;
    private readonly IReadOnlyList<Period> checks;
    private readonly SchoolCalendar calendar;

    public JudgedPreview(WorkbenchModel page)
    {
        spec = page.Spec!;
        calendar = DefaultCalendar.For(Judge.YearOf(spec, page.Plan.Plan, page.Plan.Today));
        var details = page.Entry.Details();
        checks = Schedule.Of(
            new Benchmark { Code = "", Statement = "", Every = details.Every, CheckOn = details.CheckOn, StartsOn = details.StartsOn }, spec, calendar);
        Rule = new Wording(CultureInfo.CurrentUICulture).Rule(spec);
    }

    public string Rule { get; }

    /// <summary>The one sentence that says it, in a language of two letters.</summary>
    public static string Sentence(BenchmarkSpec spec, string language) => new SentenceWriter(CultureInfo.GetCultureInfo(language)).Write(spec);

    /// <summary>The way from start to target; null where it depends on figures to come, or is no figure.</summary>
    public IHtmlContent? Chart()
    {
        var points = checks.Select(c => new PathPoint(Say.Period(c), null, Evaluator.ExpectedOn(spec, calendar.FirstDay, c.End)?.ToDouble())).ToList();
        if (spec.Target is FromTo way)
        {
            points.Insert(0, new PathPoint(Say.Day(way.On ?? calendar.FirstDay), null, way.From.ToDouble()));
        }

        return points.Count < 2 || points.TrueForAll(p => p.Expected is null) ? null : new PathChart(points, Figures.Scaled(spec.Measure), BenchmarkTexts.PreviewName.With(Rule))
        {
            Height = 190,
            Decimals = spec.Measure.Decimals,
            PathLabel = Evaluator.ExpectedOn(spec, calendar.FirstDay, DateOnly.MaxValue) is { } end ? Figures.Written(end, spec.Measure) : null,
        }.Draw();
    }

    /// <summary>What each status would mean.</summary>
    public IEnumerable<(Status Status, string Means)> Meanings()
    {
        if (spec.Target is Milestone milestone)
        {
            yield return (Status.Met, BenchmarkTexts.MeansDoneBy.With(Dates.Short(milestone.By)));
            yield return (Status.OffTrack, BenchmarkTexts.MeansNotDone);
            yield break;
        }

        var isRecurring = Evaluator.EveryOf(spec.Target) is not null;
        yield return (Status.Met, isRecurring ? BenchmarkTexts.MeansKept : BenchmarkTexts.MeansMet);
        yield return (Status.OnTrack, isRecurring ? BenchmarkTexts.MeansKeptSoFar : Expects.APath(spec) ? BenchmarkTexts.MeansOnPath : BenchmarkTexts.MeansOnTarget);
        if (Evaluator.MarginOf(spec) is { } margin)
        {
            yield return (Status.AtRisk, BenchmarkTexts.MeansAtRisk.With(Figures.Difference(margin, spec.Measure)));
            yield return (Status.OffTrack, BenchmarkTexts.MeansOffTrack.With(Figures.Difference(margin, spec.Measure)));
        }
        else
        {
            yield return (Status.OffTrack, BenchmarkTexts.MeansWorse);
        }

        if (!spec.Measure.FullCount)
        {
            yield return (Status.CannotTell, BenchmarkTexts.MeansCannotTell.With(spec.Measure.SteadySize));
        }
    }
}
