using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Features.Plans;

/// <summary>A part that was taken out of its plan and can be put back.</summary>
/// <param name="Subject">"objective".</param>
/// <param name="Id">Its number.</param>
/// <param name="Label">Its code and words.</param>
/// <param name="Holds">How many parts left the view with it, and come back with it.</param>
/// <param name="Who">Who took it out.</param>
/// <param name="At">When.</param>
public sealed record RemovedPart(string Subject, int Id, string Label, int Holds, string Who, DateTimeOffset At)
{
    /// <summary>What was removed from a plan, latest first. What stands under something removed comes back with that, so it is not listed itself.</summary>
    public static async Task<IReadOnlyList<RemovedPart>> OfAsync(ThroughlineDb db, int planId, CancellationToken cancel)
    {
        var removals = await db.Removals.AsNoTracking().Where(r => r.PlanId == planId).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToListAsync(cancel);
        if (removals.Count == 0)
        {
            return [];
        }

        var parts = await PartsAsync(db, planId, cancel);
        var gone = removals.Select(r => (r.Subject, r.SubjectId)).ToHashSet();
        return [.. removals
            .Where(r => parts.TryGetValue((r.Subject, r.SubjectId), out var part) && !Above(part).Any(gone.Contains))
            .Select(r => new RemovedPart(
                r.Subject, r.SubjectId, parts[(r.Subject, r.SubjectId)].Label, Under((r.Subject, r.SubjectId)).Count, r.Who, r.At))];

        IEnumerable<(string, int)> Above(Held part)
        {
            for (var at = part.Over; at is { } over; at = parts.GetValueOrDefault(over)?.Over)
            {
                yield return over;
            }
        }

        List<(string, int)> Under((string, int) whole) =>
            [.. parts.Where(p => !gone.Contains(p.Key) && Above(p.Value).TakeWhile(o => o == whole || !gone.Contains(o)).Contains(whole)).Select(p => p.Key)];
    }

    /// <summary>What every part of a plan is called, removed ones included.</summary>
    public static async Task<IReadOnlyDictionary<(string Subject, int Id), string>> NamesAsync(ThroughlineDb db, int planId, CancellationToken cancel) =>
        (await PartsAsync(db, planId, cancel)).ToDictionary(p => p.Key, p => p.Value.Label);

    private static async Task<Dictionary<(string Subject, int Id), Held>> PartsAsync(ThroughlineDb db, int planId, CancellationToken cancel)
    {
        var parts = new Dictionary<(string, int), Held>();
        foreach (var o in await db.Objectives.AsNoTracking().Where(o => o.PlanId == planId).ToListAsync(cancel))
        {
            parts[(o.Subject, o.Id)] = new Held($"{o.Code} {o.Title}", null);
        }

        foreach (var c in await db.RootCauses.AsNoTracking().Where(c => c.PlanId == planId).ToListAsync(cancel))
        {
            parts[(c.Subject, c.Id)] = new Held(c.Text, ("objective", c.ObjectiveId));
        }

        foreach (var i in await db.Initiatives.AsNoTracking().Where(i => i.PlanId == planId).ToListAsync(cancel))
        {
            parts[(i.Subject, i.Id)] = new Held($"{i.Code} {i.Title}", ("objective", i.ObjectiveId));
        }

        foreach (var a in await db.Activities.AsNoTracking().Where(a => a.PlanId == planId).ToListAsync(cancel))
        {
            parts[(a.Subject, a.Id)] = new Held(a.Text, ("initiative", a.InitiativeId));
        }

        foreach (var b in await db.Benchmarks.AsNoTracking().Where(b => b.PlanId == planId).ToListAsync(cancel))
        {
            parts[(b.Subject, b.Id)] = new Held(
                $"{b.Code} {b.Name ?? b.Statement}", b.InitiativeId is { } i ? ("initiative", i) : b.ObjectiveId is { } o ? ("objective", o) : null);
        }

        return parts;
    }

    private sealed record Held(string Label, (string Subject, int Id)? Over);
}
