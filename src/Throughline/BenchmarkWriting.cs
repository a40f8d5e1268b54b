using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Model;

namespace Throughline;

/// <summary>A sentence becomes a benchmark of a plan, or the findings that prevent it.</summary>
public static class BenchmarkWriting
{
    /// <summary>Reads a statement and, where it determines a benchmark and nothing is left to fix, adds it to the plan.</summary>
    /// <param name="db">Where the plan is.</param>
    /// <param name="plan">The plan, tracked.</param>
    /// <param name="statement">The sentence.</param>
    /// <param name="measure">The measure a person named; null takes the only one the words can mean.</param>
    /// <param name="kept">Why findings that say Fix are kept; null keeps none.</param>
    /// <param name="who">Who adds it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<BenchmarkOutcome> AddAsync(
        ThroughlineDb db, Plan plan, string statement, Measure? measure, string? kept, string who, DateTimeOffset now, CancellationToken cancel)
    {
        var reading = Reading.Of(statement);
        var chosen = measure ?? (reading.Measures is [{ Measure: var only }] ? only : null);
        var determined = chosen is null ? null : reading.DetermineWithFindings(chosen);
        // A named measure answers the question which one is meant.
        var findings = reading.Findings
            .Concat(determined?.Findings ?? [])
            .Where(f => measure is null || f.Code is not ("which_measure" or "no_measure"))
            .DistinctBy(f => (f.Code, f.Start, f.End))
            .ToList();
        if (determined?.Benchmark is not { } spec || (kept is null && findings.Exists(f => f.Severity == Severity.Fix)))
        {
            return new BenchmarkOutcome(null, determined?.Benchmark is not null, reading, findings, chosen);
        }

        var version = await db.MeasureVersions.SingleAsync(m => m.Measure == spec.Measure.Id && m.Version == spec.Measure.Version, cancel);
        var (benchmark, added) = plan.AddBenchmark(statement, spec, version, measure is not null, kept, who, now);
        await db.SaveNewAsync(benchmark, () => benchmark.Id, added, cancel);
        return new BenchmarkOutcome(benchmark, true, reading, findings, chosen);
    }
}

/// <summary>What became of a sentence.</summary>
/// <param name="Benchmark">The benchmark, stored; null where findings prevent it.</param>
/// <param name="IsDetermined">Whether the sentence says what would be judged.</param>
/// <param name="Reading">How it was read.</param>
/// <param name="Findings">What there is to fix or to think about.</param>
/// <param name="Measure">The measure named or found; null where there is none or more than one.</param>
public sealed record BenchmarkOutcome(
    Benchmark? Benchmark, bool IsDetermined, Reading Reading, IReadOnlyList<Finding> Findings, Measure? Measure);
