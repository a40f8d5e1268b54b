using System.Globalization;
using CsvHelper;
using Throughline.Benchmarks.Language;

namespace Throughline.MarkUp;

/// <summary>A plan of a review: what was found in it, or why it could not be read.</summary>
internal sealed record ReviewedPlan(string Name, PlanFindings? Findings, string? Problem);

/// <summary>Many plans in one table, one row each, for somebody who reviews them.</summary>
internal static class ReviewTable
{
    private const int NameWidth = 32;

    /// <summary>A row for each plan: counts, then the answers to the six criteria, then each finding that any plan has.</summary>
    public static void WriteCsv(IReadOnlyList<ReviewedPlan> plans, Stream output)
    {
        var codes = plans.SelectMany(p => p.Findings?.Codes ?? []).Select(c => (c.Severity, c.Code)).Distinct().Order().ToList();
        string[] head =
        [
            "plan", "statements", "to_fix", "to_consider", "clean",
            .. Enumerable.Range(1, Criteria.Count).SelectMany(i => Enum.GetValues<Answer>().Select(a => $"criterion_{i}_{Name(a)}")),
            .. codes.Select(c => $"{c.Severity.Name()}_{c.Code}"),
            "problem",
        ];
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteRecord(head);
        foreach (var plan in plans)
        {
            string[] cells = [plan.Name, .. Counts(plan.Findings, codes).Select(c => c?.ToString(CultureInfo.InvariantCulture) ?? ""), plan.Problem ?? ""];
            csv.WriteRecord(cells);
        }
    }

    /// <summary>The lines that a person reads at a terminal.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<ReviewedPlan> plans)
    {
        yield return $"{MarkUpTexts.TablePlan,-NameWidth} {MarkUpTexts.TableStatements,10} {MarkUpTexts.TableFix,8} {MarkUpTexts.TableConsider,14} {MarkUpTexts.TableClean,8}   {string.Join("  ", Enumerable.Range(1, Criteria.Count).Select(i => $"{i,5}"))}";
        foreach (var plan in plans)
        {
            var name = plan.Name.Length > NameWidth ? string.Concat(plan.Name.AsSpan(0, NameWidth - 1), "…") : plan.Name;
            yield return plan.Findings is { } f
                ? $"{name,-NameWidth} {f.Statements.Count,10} {f.ToFix,8} {f.ToConsider,14} {f.Clean,8}   {string.Join("  ", Enumerable.Range(0, Criteria.Count).Select(i => $"{f.Count(i, Answer.NotYet),5}"))}"
                : $"{name,-NameWidth} {plan.Problem}";
        }

        yield return "";
        yield return MarkUpTexts.TableCriteria;
        for (var i = 0; i < Criteria.Count; i++)
        {
            yield return $"{i + 1}. {FirstPage.Criterion(i)}";
        }

        yield return "";
        foreach (var finding in plans.SelectMany(p => p.Findings?.Codes ?? []).GroupBy(c => (c.Severity, c.Code)).OrderBy(g => g.Key.Severity).ThenByDescending(g => g.Sum(c => c.Count)))
        {
            yield return $"{finding.Sum(c => c.Count),6}  {(finding.Key.Severity == Severity.Fix ? MarkUpTexts.Fix : MarkUpTexts.ThinkAbout)}: {FirstPage.NameOf(finding.Key.Code)}";
        }
    }

    private static IEnumerable<int?> Counts(PlanFindings? findings, List<(Severity Severity, string Code)> codes)
    {
        if (findings is null)
        {
            return Enumerable.Repeat<int?>(null, 4 + (Criteria.Count * Enum.GetValues<Answer>().Length) + codes.Count);
        }

        var known = findings.Codes.ToDictionary(c => (c.Severity, c.Code), c => c.Count);
        return [
            findings.Statements.Count, findings.ToFix, findings.ToConsider, findings.Clean,
            .. Enumerable.Range(0, Criteria.Count).SelectMany(i => Enum.GetValues<Answer>().Select(a => (int?)findings.Count(i, a))),
            .. codes.Select(c => (int?)known.GetValueOrDefault(c))];
    }

    private static string Name(Answer answer) => answer switch { Answer.Yes => "yes", Answer.NotYet => "not_yet", _ => "for_people" };
}
