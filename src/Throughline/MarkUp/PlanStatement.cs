using Throughline.Benchmarks.Language;

namespace Throughline.MarkUp;

/// <summary>A goal or benchmark that stands in a plan.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Findings">Those that concern a sentence in a plan; what only this site could answer is left out.</param>
/// <param name="Answers">To the six criteria, in their order.</param>
internal sealed record PlanStatement(string Text, IReadOnlyList<Finding> Findings, IReadOnlyList<Answer> Answers)
{
    /// <summary>They ask to choose from our catalog, or say what this program cannot do yet.</summary>
    private static readonly HashSet<string> OfThisSite = ["no_measure", "not_yet_judged", "unknown_group"];

    public bool NeedsFix => Findings.Any(f => f.Severity == Severity.Fix);

    /// <summary>What there is to say about a sentence in a plan; what is to fix comes first.</summary>
    public static IReadOnlyList<Finding> FindingsOf(Reading reading) =>
        [.. reading.Findings.Append(PlaceChecks.ExampleUnchanged(reading)).OfType<Finding>().Where(f => !OfThisSite.Contains(f.Code)).DistinctBy(f => (f.Code, f.Start, f.End)).OrderBy(f => f.Severity)];

    /// <param name="text">As it stands in the plan.</param>
    /// <param name="reading">With what its row adds.</param>
    /// <param name="row">The row of the table it stands in.</param>
    /// <param name="earlier">The words of those before it.</param>
    public static PlanStatement Of(string text, Reading reading, PlanRow? row, ISet<string> earlier)
    {
        var findings = FindingsOf(reading);
        if (row is { NamesSomebody: true })
        {
            findings = [.. findings.Where(f => f.Code != "no_population")];
        }

        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.').ToUpperInvariant();
        return new PlanStatement(text, findings, Criteria.Of(reading, findings, isRepeated: !earlier.Add(words)));
    }
}

/// <summary>All that was found in a plan.</summary>
/// <param name="Statements">In the order of the plan.</param>
/// <param name="HasMore">There are more than are read.</param>
internal sealed record PlanFindings(IReadOnlyList<PlanStatement> Statements, bool HasMore)
{
    public int ToFix => Statements.Count(s => s.NeedsFix);

    public int ToConsider => Statements.Count(s => !s.NeedsFix && s.Findings.Count > 0);

    public int Clean => Statements.Count(s => s.Findings.Count == 0);

    /// <summary>How many statements got an answer to a criterion, counted from 0.</summary>
    public int Count(int criterion, Answer answer) => Statements.Count(s => s.Answers[criterion] == answer);

    /// <summary>In how many statements each finding stands, the most frequent first.</summary>
    public IReadOnlyList<(string Code, Severity Severity, int Count)> Codes => [
        .. Statements.SelectMany(s => s.Findings.Select(f => (f.Code, f.Severity)).Distinct())
            .GroupBy(f => f)
            .Select(g => (g.Key.Code, g.Key.Severity, Count: g.Count()))
            .OrderBy(g => g.Severity).ThenByDescending(g => g.Count).ThenBy(g => g.Code, StringComparer.Ordinal)];
}
