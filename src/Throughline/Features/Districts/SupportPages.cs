using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Districts;

/// <summary>Everything a district promised its schools.</summary>
[Needs(Right.See)]
public sealed class SupportsModel(Promises promises) : PageModel
{
    public Organization District { get; private set; } = null!;

    public string Path { get; private set; } = "";

    internal SupportTable Supports { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var here = HttpContext.Here();
        (District, Path, MayWrite) = (here.Organization, Frame.PathOf(here.Organization), here.May(Right.Write));
        var schools = here.Viewer.Tree.Under(District);
        Supports = new SupportTable(schools, await promises.BySchoolAsync(cancel), HttpContext.Clock().Today, Path, MayWrite);
    }
}

/// <summary>What the district promised one school, as the school sees it.</summary>
[Needs(Right.See)]
public sealed class SchoolSupportsModel(Promises promises) : PageModel
{
    public Organization School { get; private set; } = null!;

    public Organization? District { get; private set; }

    public string Path { get; private set; } = "";

    internal SupportTable Supports { get; private set; } = null!;

    /// <summary>Whether this person says for the school how it goes.</summary>
    public bool MaySay { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var here = HttpContext.Here();
        (School, District, Path, MaySay) = (here.Organization, here.Viewer.Tree.Above(here.Organization), Frame.PathOf(here.Organization), here.May(Right.Lead));
        Supports = new SupportTable([School], await promises.BySchoolAsync(cancel), HttpContext.Clock().Today, Path, MaySay);
    }
}

/// <summary>Loads a promise that belongs to whoever looks.</summary>
internal static class SupportRows
{
    /// <summary>A promise to one of the schools of an organization, or to itself; null for any other.</summary>
    public static async Task<Support?> OfAsync(ThroughlineDb db, Here here, int id, CancellationToken cancel)
    {
        var support = await db.Supports.FirstOrDefaultAsync(s => s.Id == id, cancel);
        return support is not null && here.Viewer.Tree.Find(support.OrganizationId) is { } school
            && (school.Id == here.Organization.Id || school.ParentId == here.Organization.Id)
            ? support
            : null;
    }

    public static Task<List<Event>> HistoryAsync(ThroughlineDb db, int id, CancellationToken cancel) =>
        db.Events.AsNoTracking().Where(e => e.Subject == "support" && e.SubjectId == id).OrderByDescending(e => e.Id).ToListAsync(cancel);

    /// <summary>Saves a change with its event. False where somebody else saved first.</summary>
    public static async Task<bool> SaveAsync(ThroughlineDb db, Event? changed, CancellationToken cancel)
    {
        if (changed is null)
        {
            return true;
        }

        db.Events.Add(changed);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
