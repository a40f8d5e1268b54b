using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Organizations;

/// <summary>Stores organizations that people typed in or brought in a sheet.</summary>
internal static class OrganizationWriting
{
    /// <summary>Adds what is not there and changes what is. Saved inside the caller's transaction.</summary>
    /// <returns>The address of the last of them.</returns>
    public static async Task<string> PutAsync(
        ThroughlineDb db, IEnumerable<OrganizationFacts> all, string who, DateTimeOffset now, DateOnly today, CancellationToken cancel)
    {
        var address = "/organizations";
        foreach (var facts in all.OrderBy(f => f.Kind))
        {
            var parent = await db.Organizations.SingleAsync(o => o.Code == facts.ParentCode, cancel);
            var organization = await db.Organizations.Include(o => o.Names).FirstOrDefaultAsync(o => o.Code == facts.Code, cancel);
            if (organization is null)
            {
                (organization, var added) = Organization.Of(facts.Code, facts.Kind, facts.Name, parent, who, now);
                _ = organization.SetGrades(facts.Grades, who, now);
                _ = organization.SetType(facts.Type, who, now);
                await db.SaveNewAsync(organization, () => organization.Id, added, cancel);
            }
            else
            {
                await ChangeAsync(db, organization, facts, parent, who, now, today, cancel);
            }

            address = $"/organizations/{organization.Id}";
        }

        return address;
    }

    private static async Task ChangeAsync(
        ThroughlineDb db, Organization organization, OrganizationFacts facts, Organization parent, string who, DateTimeOffset now, DateOnly today, CancellationToken cancel)
    {
        var above = organization.ParentId is { } id ? await db.Organizations.FindAsync([id], cancel) : null;
        db.Events.AddRange(((Event?[])[
            organization.Rename(facts.Name, SchoolYear.Of(today).EndYear, who, now),
            above is null ? null : organization.MoveUnder(above, parent, who, now),
            facts.Grades.Count == 0 ? null : organization.SetGrades(facts.Grades, who, now),
            facts.Type is null ? null : organization.SetType(facts.Type, who, now)]).OfType<Event>());
        await db.SaveChangesAsync(cancel);
    }
}
