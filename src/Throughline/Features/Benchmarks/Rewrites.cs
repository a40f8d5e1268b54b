using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;

namespace Throughline.Features.Benchmarks;

/// <summary>A wording that would answer a finding: what the button says, and the whole sentence it puts in the box.</summary>
/// <param name="Label">The words of the button.</param>
/// <param name="Statement">The whole sentence.</param>
public sealed record Rewrite(string Label, string Statement);

/// <summary>The wordings offered with a finding; none where only the writer can know the answer.</summary>
internal static class Rewrites
{
    public static IEnumerable<Rewrite> For(Finding finding, string statement, SchoolYear year, string? evidence) => finding.Code switch
    {
        "no_date" => Dates(statement, year),
        "date_without_year" => new[] { year.EndYear, year.EndYear + 1 }.Select(y => Replaced(finding, statement, $"{Said(finding, statement)} {y}")),
        "percent_or_points" when finding.About is [var amount, ..] => [Replaced(finding, statement, Pointed(Said(finding, statement), amount))],
        "no_evidence" when evidence is { Length: > 0 } source => Evidence(statement, source),
        "no_evidence" => [new(BenchmarkTexts.AddBlankEvidence, Append(statement, ", " + BenchmarkTexts.AsShownBy.With(Revision.Blank)))],
        "arithmetic" => [LeftOut(finding, statement)],
        "range_given" => Ends(Said(finding, statement)).Select(end => Replaced(finding, statement, end)),
        _ => [],
    };

    /// <summary>By the end of this school year, or of the next.</summary>
    public static IEnumerable<Rewrite> Dates(string statement, SchoolYear year) => new[] { year.End, year.Next.End }.Select(day =>
    {
        var words = BenchmarkTexts.ByMonth.With(day.ToString("MMMM yyyy", CultureInfo.CurrentCulture));
        return new Rewrite(BenchmarkTexts.AddWords.With(words), Append(statement, " " + words));
    });

    /// <summary>The measures that a finding asks to choose between.</summary>
    public static IEnumerable<Measure> Measures(Finding finding, Reading reading) =>
        finding.Code == "which_measure" ? reading.Measures.Select(m => m.Measure).DistinctBy(m => m.Id) : [];

    private static IEnumerable<Rewrite> Evidence(string statement, string source)
    {
        var words = BenchmarkTexts.AsShownBy.With(source);
        yield return new Rewrite(BenchmarkTexts.AddWords.With(words), Append(statement, ", " + words));
    }

    private static Rewrite Replaced(Finding finding, string statement, string words) =>
        new(words, statement[..finding.Start] + words + statement[finding.End..]);

    /// <summary>Without the words that contradict the rest, and without the "by" before them.</summary>
    private static Rewrite LeftOut(Finding finding, string statement)
    {
        const string By = "by ";
        var start = finding.Start - (statement[..finding.Start].EndsWith(By, StringComparison.OrdinalIgnoreCase) ? By.Length : 0);
        var rest = statement[..start].TrimEnd() + statement[finding.End..];
        return new Rewrite(BenchmarkTexts.LeaveOut.With(statement[start..finding.End]), rest.TrimStart(' ', ','));
    }

    /// <summary>"5%" becomes "5 percentage points"; the words around the figure stay.</summary>
    private static string Pointed(string said, string amount)
    {
        var points = BenchmarkTexts.PercentagePoints.With(amount);
        var at = said.IndexOf(amount, StringComparison.Ordinal);
        if (at < 0)
        {
            return points;
        }

        var rest = said[(at + amount.Length)..].TrimStart();
        rest = rest.StartsWith('%') ? rest[1..] : rest.StartsWith("percent", StringComparison.OrdinalIgnoreCase) ? rest["percent".Length..] : rest;
        return said[..at] + points + rest;
    }

    /// <summary>"10-15%": 10%, 15%.</summary>
    private static IEnumerable<string> Ends(string said)
    {
        var sign = said.Contains('%', StringComparison.Ordinal) ? "%" : "";
        return said.Split(['-', '–', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('%', ','))
            .Where(w => decimal.TryParse(w, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            .Select(w => w + sign);
    }

    private static string Said(Finding finding, string statement) => statement[finding.Start..finding.End];

    /// <summary>Before the full stop, where there is one.</summary>
    private static string Append(string statement, string words)
    {
        var text = statement.TrimEnd();
        return text.EndsWith('.') ? text[..^1] + words + "." : text + words;
    }
}
