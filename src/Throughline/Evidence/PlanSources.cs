using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Judging;

namespace Throughline.Evidence;

/// <summary>Finds the sources that a plan's benchmarks are judged on, by their measures, and when each last spoke.</summary>
/// <param name="database">Where evidence is.</param>
internal sealed class PlanSources(Database database)
{
    /// <summary>The sources of an organization's plan, in the order in which its benchmarks ask for them.</summary>
    public async Task<IReadOnlyList<PlanSource>> OfAsync(PlanPicture plan, CancellationToken cancel)
    {
        await using var db = database.Context();
        var catalog = await OwnMeasures.CatalogAsync(db, cancel);
        var asked = plan.Benchmarks.Where(b => !b.IsDraft).Select(b => (Benchmark: b, Kind: KindOf(b, catalog))).ToList();
        var arrivals = await ArrivalsAsync(plan.Organization.Id, asked.Select(a => a.Kind).OfType<string>().Distinct(), cancel);
        var entered = await EnteredAsync(db, plan, cancel);
        var said = await db.Sources.AsNoTracking().Where(s => s.OrganizationId == plan.Organization.Id).ToDictionaryAsync(s => s.Kind, cancel);
        return
        [
            .. asked.GroupBy(a => SourceOf(a.Benchmark, a.Kind), a => a.Benchmark).Select(g => new PlanSource(
                g.Key, [.. g], arrivals.TryGetValue(g.Key, out var at) ? at : g.Max(b => b.LatestRecorded), said.GetValueOrDefault(g.Key))),
        ];

        // Where a school sends no rows, the figures that people enter instead are the source.
        string SourceOf(BenchmarkPicture benchmark, string? kind) =>
            kind is not null && (arrivals.ContainsKey(kind) || !entered.Contains(benchmark.Benchmark.Id)) ? kind
            : benchmark.LatestRecorded is not null && !entered.Contains(benchmark.Benchmark.Id) ? PlanSource.Published
            : PlanSource.ByHand + (benchmark.Benchmark.Evidence ?? benchmark.Code);
    }

    /// <summary>"attendance" or a kind of record; null where the measure is not counted from rows.</summary>
    private static string? KindOf(BenchmarkPicture benchmark, MeasureCatalog catalog) => catalog.Find(benchmark.Spec!.Measure.Id)?.Formula switch
    {
        AttendanceFormula => PlanSource.Attendance,
        RecordFormula formula => formula.Kind.Id,
        _ => null,
    };

    /// <summary>The benchmarks with a figure that a person entered.</summary>
    private static async Task<HashSet<int>> EnteredAsync(ThroughlineDb db, PlanPicture plan, CancellationToken cancel)
    {
        var (id, made) = (plan.Plan.Id, EvidenceTexts.FromRecords);
        return await db.Tallies.AsNoTracking().Where(t => t.PlanId == id && t.Who != made).Select(t => t.BenchmarkId).Distinct().ToHashSetAsync(cancel);
    }

    /// <summary>When rows of each kind last came in; without those that never did.</summary>
    private async Task<Dictionary<string, DateTimeOffset>> ArrivalsAsync(int organization, IEnumerable<string> kinds, CancellationToken cancel)
    {
        var arrivals = new Dictionary<string, DateTimeOffset>();
        await using var session = await Session.BeginReadAsync(database, cancel);
        foreach (var kind in kinds)
        {
            var last = kind == PlanSource.Attendance ? await AttendanceAsync(session, organization, cancel)
                : await session.NumberAsync(
                    "SELECT MAX(recorded_at) FROM records WHERE kind = @kind AND organization_id = @organization", cancel, ("kind", kind), ("organization", organization))
                    is > 0 and var at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
            if (last is { } known)
            {
                arrivals.Add(kind, known);
            }
        }

        return arrivals;
    }

    private static async Task<DateTimeOffset?> AttendanceAsync(Session session, int organization, CancellationToken cancel) =>
        (await session.RowsAsync(
            "SELECT days FROM school_years WHERE organization_id = @organization ORDER BY school_year DESC LIMIT 2",
            r => SchoolYearDays.Read(r.GetFieldValue<byte[]>(0)).LastArrivedAt,
            cancel,
            ("organization", organization))).Max();
}
