using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>Everything that is kept of one plan, read at once; what was removed is left out with all that it holds.</summary>
public sealed class PlanRows
{
    /// <summary>With its organization.</summary>
    public required Plan Plan { get; init; }

    public required IReadOnlyList<Objective> Objectives { get; init; }

    public required IReadOnlyList<RootCause> RootCauses { get; init; }

    public required IReadOnlyList<Initiative> Initiatives { get; init; }

    public required IReadOnlyList<Activity> Activities { get; init; }

    /// <summary>With their publications, drafts included.</summary>
    public required IReadOnlyList<Benchmark> Benchmarks { get; init; }

    public required ILookup<int, Tally> Tallies { get; init; }

    public required ILookup<int, GroupTarget> GroupTargets { get; init; }

    /// <summary>Published figures of the organization, by the number of the measure's version.</summary>
    public required ILookup<int, PublishedValue> Published { get; init; }

    /// <summary>The same plan, were further figures entered.</summary>
    public PlanRows With(IEnumerable<Tally> more) => new()
    {
        Plan = Plan,
        Objectives = Objectives,
        RootCauses = RootCauses,
        Initiatives = Initiatives,
        Activities = Activities,
        Benchmarks = Benchmarks,
        Tallies = Tallies.SelectMany(t => t).Concat(more).ToLookup(t => t.BenchmarkId),
        GroupTargets = GroupTargets,
        Published = Published,
    };

    /// <summary>Null where there is no plan of that number.</summary>
    public static async Task<PlanRows?> LoadAsync(ThroughlineDb db, int planId, CancellationToken cancel)
    {
        var plan = await db.Plans.AsNoTracking().Include(p => p.Organization).FirstOrDefaultAsync(p => p.Id == planId, cancel);
        if (plan is null)
        {
            return null;
        }

        var removals = await db.Removals.AsNoTracking().Where(r => r.PlanId == planId).ToListAsync(cancel);
        var removed = removals.Select(r => (r.Subject, r.SubjectId)).ToHashSet();
        var objectives = await OfAsync(db.Objectives, planId, removed, cancel);
        var shown = objectives.Select(o => o.Id).ToHashSet();
        var initiatives = (await OfAsync(db.Initiatives, planId, removed, cancel)).FindAll(i => shown.Contains(i.ObjectiveId));
        var lines = initiatives.Select(i => i.Id).ToHashSet();
        var benchmarks = (await OfAsync(db.Benchmarks.Include(b => b.Publications), planId, removed, cancel))
            .FindAll(b => b.InitiativeId is { } i ? lines.Contains(i) : b.ObjectiveId is not { } o || shown.Contains(o));
        var versions = benchmarks.SelectMany(b => b.Publications.Select(p => p.MeasureVersionId)).OfType<int>().ToHashSet();
        var published = versions.Count == 0 ? [] : await db.PublishedValues.AsNoTracking()
            .Where(v => v.OrganizationId == plan.OrganizationId && versions.Contains(v.MeasureVersionId))
            .OrderBy(v => v.Id)
            .ToListAsync(cancel);
        return new PlanRows
        {
            Plan = plan,
            Objectives = objectives,
            RootCauses = (await OfAsync(db.RootCauses, planId, removed, cancel)).FindAll(c => shown.Contains(c.ObjectiveId)),
            Initiatives = initiatives,
            Activities = (await OfAsync(db.Activities, planId, removed, cancel)).FindAll(a => lines.Contains(a.InitiativeId)),
            Benchmarks = benchmarks,
            Tallies = (await db.Tallies.AsNoTracking().Where(t => t.PlanId == planId).OrderBy(t => t.Id).ToListAsync(cancel)).ToLookup(t => t.BenchmarkId),
            GroupTargets = (await db.GroupTargets.AsNoTracking().Where(t => t.PlanId == planId).OrderBy(t => t.Id).ToListAsync(cancel)).ToLookup(t => t.BenchmarkId),
            Published = published.ToLookup(v => v.MeasureVersionId),
        };
    }

    private static async Task<List<T>> OfAsync<T>(
        IQueryable<T> parts, int planId, HashSet<(string Subject, int Id)> removed, CancellationToken cancel)
        where T : PlanPart
    {
        var all = await parts.AsNoTracking().Where(p => p.PlanId == planId).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancel);
        return all.FindAll(p => !removed.Contains((p.Subject, p.Id)));
    }
}
