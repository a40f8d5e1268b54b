using System.Globalization;
using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>Where a benchmark stands in one paragraph: the figure, its path, a year ago, and the groups that are off track.</summary>
internal static class BenchmarkWords
{
    private const int MostGroups = 3;

    public static IHtmlContent Of(BenchmarkPicture benchmark, GroupPicture group)
    {
        var words = new HtmlContentBuilder();
        foreach (var sentence in Own(benchmark, group).Concat(Others(benchmark, group)))
        {
            words.AppendHtml(sentence).AppendHtml(" ");
        }

        return words;
    }

    /// <summary>Whom a sentence speaks of: "Students".</summary>
    public static string Focus(Focus focus) => Text("Focus_", focus.ToString());

    /// <summary>"Spanish" for "es".</summary>
    public static string Language(string language) => Text("Language_", language);

    private static string Text(string kind, string name) => BenchmarkTexts.ResourceManager.GetString(kind + name, CultureInfo.CurrentUICulture)!;

    private static IEnumerable<IHtmlContent> Own(BenchmarkPicture benchmark, GroupPicture group)
    {
        if (group.IsHidden)
        {
            yield return Sentence(BenchmarkTexts.WordsHidden, StudentGroups.Name(group.Group));
            yield break;
        }

        if (group.Spec.Target is Milestone milestone)
        {
            var done = group.Checks.FirstOrDefault(c => c.DoneOn is not null)?.DoneOn;
            yield return done is { } day
                ? Sentence(BenchmarkTexts.WordsDone, Dates.Short(day), Dates.Short(milestone.By))
                : Sentence(BenchmarkTexts.WordsNotDone, Dates.Short(milestone.By));
            yield break;
        }

        if (group.Missing is { } missing)
        {
            yield return Sentence(BenchmarkTexts.WordsMissing, Figures.Name(missing.Period));
        }

        if (group.Latest is not { Actual: { } actual } latest)
        {
            yield return group.Next is { } next
                ? Sentence(BenchmarkTexts.WordsFirstCheck, Dates.Short(next.Period.End))
                : Sentence(BenchmarkTexts.WordsNoFigure);
            yield break;
        }

        var counts = Figures.Counts(latest, benchmark.Benchmark.Counts);
        yield return Sentence(
            group.Missing is null ? BenchmarkTexts.WordsFigure : BenchmarkTexts.WordsLastFigure,
            Say.Value(actual, group.Measure), Figures.In(latest.Period), counts is null ? "" : BenchmarkTexts.CountsAfter.With(counts));
        if (latest.State == CheckState.Start)
        {
            yield return Sentence(BenchmarkTexts.WordsStart);
        }
        else if (latest.Expected is { } expected)
        {
            var template = Expects.APath(group.Spec) ? BenchmarkTexts.WordsPath : BenchmarkTexts.WordsTarget;
            yield return Sentence(template, Figures.Name(latest.Period), Say.Value(expected, group.Measure));
        }

        if (latest.LastYear is { } before)
        {
            yield return Sentence(BenchmarkTexts.WordsYearAgo, Say.Value(before, group.Measure));
        }
    }

    /// <summary>The groups off track beside the one that is spoken of, the worst first.</summary>
    private static IEnumerable<IHtmlContent> Others(BenchmarkPicture benchmark, GroupPicture group)
    {
        var off = benchmark.Groups.Where(g => g != group && g.Status == Status.OffTrack && g.Latest?.Actual is not null).ToList();
        foreach (var other in off.Take(MostGroups))
        {
            yield return Sentence(BenchmarkTexts.WordsGroupOff, StudentGroups.Name(other.Group), Say.Value(other.Latest!.Actual!.Value, other.Measure));
        }

        if (off.Count > MostGroups)
        {
            yield return Sentence(off.Count == MostGroups + 1 ? BenchmarkTexts.WordsOneMoreOff : BenchmarkTexts.WordsMoreOff, off.Count - MostGroups);
        }
    }

    /// <summary>The texts hold the marks for bold; what is put in is encoded.</summary>
    private static IHtmlContent Sentence(string template, params object[] values) =>
        new HtmlContentBuilder().AppendFormat(CultureInfo.CurrentCulture, template, values);
}

/// <summary>What is asked for between start and date: a path that moves, or one target throughout.</summary>
internal static class Expects
{
    public static bool APath(BenchmarkSpec spec) => spec.Target is FromTo or Change;
}
