using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline;

/// <summary>What a sentence comes to once its measure is settled.</summary>
/// <param name="Reading">How the sentence was read.</param>
/// <param name="Measure">The measure a person named, else the only one the words can mean; null where neither is.</param>
/// <param name="Spec">What would be judged; null where a finding prevents it.</param>
/// <param name="Findings">What there is to fix or to think about, each once.</param>
public sealed record Understanding(Reading Reading, Measure? Measure, BenchmarkSpec? Spec, IReadOnlyList<Finding> Findings)
{
    public static Understanding Of(string statement, Measure? named)
    {
        var reading = Reading.Of(statement);
        var measure = named ?? (reading.Measures is [{ Measure: var only }] ? only : null);
        var determined = measure is null ? null : reading.DetermineWithFindings(measure);
        return new Understanding(reading, measure, determined?.Benchmark, [
            .. reading.Findings
                .Concat(determined?.Findings ?? [])
                // A named measure answers the question which one is meant.
                .Where(f => named is null || f.Code is not ("which_measure" or "no_measure"))
                // A blank is pointed at once; that it has no year either goes without saying.
                .Where(f => f.Code != "date_without_year" || !reading.Placeholders.Any(p => p.Start < f.End && p.End > f.Start))
                // What nobody can count is not judged.
                .Select(f => f.Code == "no_measure" ? f with { Severity = Severity.Fix } : f)
                .DistinctBy(f => (f.Code, f.Start, f.End))]);
    }
}
