using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Plans;

/// <summary>Finds parts by what posts call them, and puts them in other places.</summary>
internal static class Arranging
{
    /// <summary>A part of a plan, tracked; null where the plan has none of that name and number.</summary>
    public static async Task<PlanPart?> FindAsync(ThroughlineDb db, int planId, string subject, int id, CancellationToken cancel)
    {
        IQueryable<PlanPart>? parts = subject switch
        {
            "objective" => db.Objectives,
            "root_cause" => db.RootCauses,
            "initiative" => db.Initiatives,
            "activity" => db.Activities,
            "benchmark" => db.Benchmarks,
            _ => null,
        };
        return parts is null ? null : await parts.FirstOrDefaultAsync(p => p.Id == id && p.PlanId == planId, cancel);
    }

    /// <summary>Puts a part one place up (-1) or down (1) among those that are shown beside it; null where it is at the end.</summary>
    public static async Task<Event?> ShiftAsync(ThroughlineDb db, PlanPart part, int by, string who, DateTimeOffset now, CancellationToken cancel)
    {
        var (plan, subject) = (part.PlanId, part.Subject);
        var removed = await db.Removals.AsNoTracking().Where(r => r.PlanId == plan && r.Subject == subject).Select(r => r.SubjectId).ToListAsync(cancel);
        var beside = (await Beside(db, part).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancel)).FindAll(p => !removed.Contains(p.Id));
        var (at, to) = (beside.IndexOf(part), beside.IndexOf(part) + by);
        if (at < 0 || to < 0 || to >= beside.Count)
        {
            return null;
        }

        // Places may be shared or have holes; they are counted anew, and only the one that somebody moved tells of it.
        for (var i = 0; i < beside.Count; i++)
        {
            beside[i].Position = i + 1;
        }

        beside[to].Position = at + 1;
        return part.MoveTo(to + 1, who, now);
    }

    /// <summary>The place after all that stand where a part is going.</summary>
    public static async Task<int> EndAsync(IQueryable<PlanPart> there, CancellationToken cancel) => (await there.MaxAsync(p => (int?)p.Position, cancel) ?? 0) + 1;

    private static IQueryable<PlanPart> Beside(ThroughlineDb db, PlanPart part) => part switch
    {
        RootCause cause => db.RootCauses.Where(p => p.ObjectiveId == cause.ObjectiveId),
        Initiative initiative => db.Initiatives.Where(p => p.ObjectiveId == initiative.ObjectiveId),
        Activity activity => db.Activities.Where(p => p.InitiativeId == activity.InitiativeId),
        Benchmark b when b.InitiativeId is not null => db.Benchmarks.Where(p => p.InitiativeId == b.InitiativeId && p.Type == b.Type),
        Benchmark b => db.Benchmarks.Where(p => p.PlanId == b.PlanId && p.InitiativeId == null && p.ObjectiveId == b.ObjectiveId && p.Type == b.Type),
        _ => db.Objectives.Where(p => p.PlanId == part.PlanId),
    };
}
