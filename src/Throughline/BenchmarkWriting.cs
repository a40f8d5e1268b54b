using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Model;

namespace Throughline;

/// <summary>A sentence becomes a benchmark of a plan, or the findings that prevent it.</summary>
public static class BenchmarkWriting
{
    /// <summary>Reads a statement and, where it determines a benchmark and nothing is left to fix, adds it to the plan and publishes it.</summary>
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
        var understood = Understanding.Of(statement, measure);
        if (understood.Spec is not { } spec || (kept is null && understood.Findings.Any(f => f.Severity == Severity.Fix)))
        {
            return new BenchmarkOutcome(null, understood);
        }

        var version = await VersionAsync(db, spec.Measure, cancel);
        var (benchmark, added) = plan.AddBenchmark(statement, spec, measure, version, who, now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveNewAsync(benchmark, () => benchmark.Id, added, cancel);
        var (publication, published) = benchmark.Publish(kept, who, now)!.Value;
        await db.SaveNewAsync(publication, () => benchmark.Id, published, cancel);
        await transaction.CommitAsync(cancel);
        return new BenchmarkOutcome(benchmark, understood);
    }

    /// <summary>The stored version of a measure of the catalog; null for a measure of a plan's own.</summary>
    public static Task<MeasureVersion?> VersionAsync(ThroughlineDb db, Measure measure, CancellationToken cancel) =>
        db.MeasureVersions.SingleOrDefaultAsync(m => m.Measure == measure.Id && m.Version == measure.Version, cancel);
}

/// <summary>What became of a sentence.</summary>
/// <param name="Benchmark">The benchmark, stored; null where findings prevent it.</param>
/// <param name="Understood">How the sentence was understood.</param>
public sealed record BenchmarkOutcome(Benchmark? Benchmark, Understanding Understood);
