using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Plans;

/// <summary>What the events of a part tell about its versions.</summary>
internal static class History
{
    private static readonly string[] Moves = ["moved", "moved under"];

    /// <summary>What leaves a part's version as it is.</summary>
    private static readonly string[] Around = ["added", "removed", "restored", "figure entered"];

    /// <summary>Whether all that happened to a part since a version is that it was put in another place: its words are the same.</summary>
    public static async Task<bool> HasOnlyMovedAsync(ThroughlineDb db, PlanPart part, int version, CancellationToken cancel)
    {
        var since = part.Version - version;
        if (since <= 0)
        {
            return false;
        }

        var changes = await Of(db, part).Take(since).Select(e => e.What).ToListAsync(cancel);
        return changes.Count == since && changes.TrueForAll(Moves.Contains);
    }

    /// <summary>The latest change of a part's words; null where nothing tells of it.</summary>
    public static Task<Event?> LatestAsync(ThroughlineDb db, PlanPart part, CancellationToken cancel) =>
        Of(db, part).FirstOrDefaultAsync(e => !Moves.Contains(e.What), cancel);

    private static IQueryable<Event> Of(ThroughlineDb db, PlanPart part) => db.Events.AsNoTracking()
        .Where(e => e.PlanId == part.PlanId && e.Subject == part.Subject && e.SubjectId == part.Id && !Around.Contains(e.What))
        .OrderByDescending(e => e.Id);
}
