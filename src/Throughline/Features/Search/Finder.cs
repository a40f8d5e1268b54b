using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Search;

/// <summary>One thing found: what it is called, where it is shown, and whose it is.</summary>
public sealed record Hit(string Kind, string? Code, string Title, string Address, string? Place);

/// <summary>What was found, kind by kind, and whether there is more.</summary>
public sealed record Findings(IReadOnlyList<Hit> Hits, bool IsMore)
{
    public const int Most = 50;
}

/// <summary>Searches what one person may see. Upper and lower case are the same.</summary>
internal sealed class Finder(ThroughlineDb db, Viewer viewer)
{
    public async Task<Findings> FindAsync(string text, CancellationToken cancel)
    {
        var seen = viewer.Tree.All.Where(viewer.Sees).ToDictionary(o => o.Id);
        var hits = Organizations(text, seen.Values);
        if (seen.Count > 0)
        {
            await PartsAsync(hits, text, seen, cancel);
            await PeopleAsync(hits, text, cancel);
        }

        return new Findings([.. hits.Take(Findings.Most)], hits.Count > Findings.Most);
    }

    private static List<Hit> Organizations(string text, IEnumerable<Organization> seen) => [
        .. seen.Where(o => o.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || o.Code.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(o => o.Kind).ThenBy(o => o.Name, StringComparer.Ordinal)
            .Take(Findings.Most + 1)
            .Select(o => new Hit(OverviewTexts.Organizations, null, o.Name, Frame.AddressOf(o), null))];

    private async Task PartsAsync(List<Hit> hits, string text, Dictionary<int, Organization> seen, CancellationToken cancel)
    {
        var ids = seen.Keys.ToList();
        // Somebody who sees everything is not asked about each.
        var sees = seen.Count == viewer.Tree.All.Count ? db.Plans.AsNoTracking() : db.Plans.AsNoTracking().Where(p => ids.Contains(p.OrganizationId));
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers and compares; there is no culture there.
        var low = text.ToLowerInvariant();
        var plans = await sees.Where(p => p.Name.ToLower().Contains(low)).OrderBy(p => p.Name).Take(Findings.Most + 1).ToListAsync(cancel);
        hits.AddRange(plans.Select(p => new Hit(OverviewTexts.PlansColumn, null, p.Name, $"{Frame.PathOf(seen[p.OrganizationId])}/plan", seen[p.OrganizationId].Name)));
        var objectives = await db.Objectives.AsNoTracking()
            .Where(o => o.Title.ToLower().Contains(low) && !db.Removals.Any(r => r.PlanId == o.PlanId && r.Subject == "objective" && r.SubjectId == o.Id))
            .Join(sees, o => o.PlanId, p => p.Id, (o, p) => new { o.Code, o.Title, p.OrganizationId })
            .OrderBy(o => o.Title).Take(Findings.Most + 1).ToListAsync(cancel);
        hits.AddRange(objectives.Select(o => Part(OverviewTexts.Objectives, o.Code, o.Title, seen[o.OrganizationId], "/plan")));
        var initiatives = await db.Initiatives.AsNoTracking()
            .Where(i => i.Title.ToLower().Contains(low)
                && !db.Removals.Any(r => r.PlanId == i.PlanId
                    && ((r.Subject == "initiative" && r.SubjectId == i.Id) || (r.Subject == "objective" && r.SubjectId == i.ObjectiveId))))
            .Join(sees, i => i.PlanId, p => p.Id, (i, p) => new { i.Code, i.Title, p.OrganizationId })
            .OrderBy(i => i.Title).Take(Findings.Most + 1).ToListAsync(cancel);
        hits.AddRange(initiatives.Select(i => Part(OverviewTexts.Initiatives, i.Code, i.Title, seen[i.OrganizationId], "/plan")));
        var benchmarks = await db.Benchmarks.AsNoTracking()
            .Where(b => (b.Code.ToLower() == low || b.Statement.ToLower().Contains(low) || (b.Name != null && b.Name.ToLower().Contains(low)))
                && !db.Removals.Any(r => r.PlanId == b.PlanId
                    && ((r.Subject == "benchmark" && r.SubjectId == b.Id)
                        || (r.Subject == "objective" && (r.SubjectId == b.ObjectiveId || db.Initiatives.Any(i => i.Id == b.InitiativeId && i.ObjectiveId == r.SubjectId)))
                        || (r.Subject == "initiative" && r.SubjectId == b.InitiativeId))))
            .Join(sees, b => b.PlanId, p => p.Id, (b, p) => new { b.Code, b.Name, b.Statement, p.OrganizationId })
            .OrderBy(b => b.OrganizationId).ThenBy(b => b.Code).Take(Findings.Most + 1).ToListAsync(cancel);
#pragma warning restore CA1304, CA1311, CA1862
        hits.AddRange(benchmarks.Select(b => Part(
            OverviewTexts.Benchmarks, b.Code, b.Name ?? b.Statement, seen[b.OrganizationId], $"/b/{Uri.EscapeDataString(b.Code)}")));
    }

    /// <summary>The people of the places where this person says who is on the team.</summary>
    private async Task PeopleAsync(List<Hit> hits, string text, CancellationToken cancel)
    {
        var led = viewer.Tree.All.Where(o => viewer.May(Right.Lead, o)).Select(o => o.Id).ToHashSet();
        if (led.Count == 0)
        {
            return;
        }

        var roles = await db.Roles.AsNoTracking().Join(db.Accounts, r => r.AccountId, a => a.Id, (r, a) => new { a.Id, a.Name, a.Email, r.OrganizationId }).ToListAsync(cancel);
        hits.AddRange(roles
            .Where(r => led.Contains(r.OrganizationId)
                && (r.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || r.Email?.Contains(text, StringComparison.OrdinalIgnoreCase) == true))
            .DistinctBy(r => r.Id)
            .OrderBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => new Hit(OverviewTexts.PeopleHeading, null, r.Name, $"/people/{r.Id}", viewer.Tree.Find(r.OrganizationId)?.Name)));
    }

    private static Hit Part(string kind, string code, string title, Organization place, string tail) =>
        new(kind, code, title, Frame.PathOf(place) + tail, place.Name);
}
