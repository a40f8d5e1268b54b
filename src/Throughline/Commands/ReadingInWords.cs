using System.Globalization;
using System.Text;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;

namespace Throughline.Commands;

/// <summary>A reading for a person at a terminal: the sentence with its parts named, what it determines, the findings, and the next wordings.</summary>
internal static class ReadingInWords
{
    public static string Of(Reading reading)
    {
        var words = new StringBuilder();
        words.AppendLine(reading.Text.Trim());
        words.AppendLine();
        Part(words, CommandTexts.PartWho, reading.Population?.Text);
        Part(words, CommandTexts.PartWhat, reading.MeasureSpan?.Text);
        Part(words, CommandTexts.PartMuch, HowMuch(reading));
        // A date or a rhythm answers when: what is not said is asked for where neither is.
        if (reading.Deadline is not null || reading.Frequency is null)
        {
            Part(words, CommandTexts.PartWhen, reading.Deadline?.Span.Text);
        }

        if (reading.Frequency is not null || reading.Deadline is null)
        {
            Part(words, CommandTexts.PartOften, reading.FrequencySpan?.Text);
        }

        Part(words, CommandTexts.PartEvidence, reading.Evidence?.Text);
        foreach (var match in reading.Measures)
        {
            Part(words, CommandTexts.PartMeasure, match.Measure.Name);
        }

        if (reading.Benchmark is { } spec)
        {
            Part(words, CommandTexts.PartJudged, new Wording(CultureInfo.CurrentUICulture).Rule(spec));
        }

        words.AppendLine();
        foreach (var finding in PlaceChecks.ExampleUnchanged(reading) is { } unchanged ? reading.Findings.Append(unchanged) : reading.Findings)
        {
            words.AppendLine(BenchmarkCommand.Sentence(finding));
        }

        words.AppendLine();
        words.AppendLine(CommandTexts.CheckPoints.With(Quality.Of(reading).Points));
        foreach (var revision in Revision.Of(reading.Text, CultureInfo.CurrentUICulture))
        {
            words.AppendLine();
            words.AppendLine(revision.Pass == RevisionPass.Measurable ? CommandTexts.CheckMeasurable : CommandTexts.CheckDated);
            words.AppendLine(CultureInfo.CurrentCulture, $"  {revision.Statement}");
            words.AppendLine(CultureInfo.CurrentCulture, $"  {revision.Adds}{(revision.Blanks == 0 ? "" : " " + (revision.Blanks == 1 ? CommandTexts.CheckBlank : CommandTexts.CheckBlanks.With(revision.Blanks)))}");
        }

        return words.ToString();
    }

    private static string? HowMuch(Reading reading) => reading switch
    {
        { Amounts: { Count: > 0 } amounts } => string.Join(", ", amounts.Select(a => a.Text)),
        { Form: ReadingForm.All } => BenchmarkTexts.AllOfThem,
        { Form: ReadingForm.YearOverYearSamePeriod or ReadingForm.RelativeToPriorPeriod } => BenchmarkTexts.AnyImprovement,
        { Targets.Count: > 0 } => reading.FrequencySpan?.Text,
        _ => null,
    };

    private static void Part(StringBuilder words, string name, string? text) =>
        words.AppendLine(CultureInfo.CurrentCulture, $"{name,-10} {text ?? CommandTexts.PartMissing}");
}
