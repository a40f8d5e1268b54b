using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Organizations;

/// <summary>Adds an organization, or changes one: its name, where it stands, its grades and its type. Code and kind stay.</summary>
[Needs(Right.Administer)]
[ResponseCache(NoStore = true)]
public sealed class EditModel(ThroughlineDb db) : PageModel
{
    /// <summary>Null to add one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public string? Grades { get; set; }

    [BindProperty]
    public string? Type { get; set; }

    /// <summary>When what was looked at had been recorded, in milliseconds.</summary>
    [BindProperty]
    public long Version { get; set; }

    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    /// <summary>The one that is changed; null to add one.</summary>
    public Organization? Organization { get; private set; }

    public IReadOnlyList<Event> History { get; private set; } = [];

    /// <summary>Somebody else changed it first: how it is now stands beside what was typed.</summary>
    public bool IsOvertaken { get; private set; }

    public static IEnumerable<SelectListItem> Kinds => [
        new(PageTexts.School, nameof(OrganizationKind.School)), new(PageTexts.District, nameof(OrganizationKind.District))];

    public bool IsState => Organization?.Kind == OrganizationKind.State;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Key = Creations.NewKey();
        if (Organization is { } o)
        {
            (Code, Name, Kind, Type, Version) = (o.Code, o.Name, o.Kind.ToString(), o.Type, o.RecordedAt.ToUnixTimeMilliseconds());
            (Grades, Parent) = (o.Grades?.Replace("|", ", ", StringComparison.Ordinal), HttpContext.SignedIn().Tree.Above(o)?.Code);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var (viewer, clock) = (HttpContext.SignedIn(), HttpContext.Clock());
        if (HttpContext.Installation().IsSample)
        {
            ModelState.AddModelError("", PeopleTexts.SampleTakesNone);
            return Page();
        }

        if (Organization is not null && Organization.RecordedAt.ToUnixTimeMilliseconds() != Version)
        {
            IsOvertaken = true;
            Version = Organization.RecordedAt.ToUnixTimeMilliseconds();
            ModelState.Remove(nameof(Version));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (IsState)
        {
            return await RenameStateAsync(viewer, clock, cancel);
        }

        var text = new OrganizationText(Organization?.Code ?? Code, Name, Organization?.Kind.ToString() ?? Kind, Parent, Grades, Type);
        var (facts, problems) = OrganizationReader.Read(text, viewer);
        var isTaken = facts is not null && Organization is null && (Key is null || await Creations.FindAsync(db, Key, cancel) is null)
            && await db.Organizations.AnyAsync(o => o.Code == facts.Code, cancel);
        foreach (var (field, message) in isTaken ? [(nameof(Code), PeopleTexts.CodeTaken)] : problems)
        {
            ModelState.AddModelError(field, message);
        }

        return facts is null || isTaken
            ? Page()
            : Redirect(await Creations.MakeAsync(
                db,
                Creations.IsKey(Key) ? Key! : Creations.NewKey(),
                Model.Organization.StampName,
                clock.Now,
                () => OrganizationWriting.PutAsync(db, [facts], viewer.Name, clock.Now, clock.Today, cancel),
                cancel));
    }

    private async Task<IActionResult> RenameStateAsync(Viewer viewer, SiteClock clock, CancellationToken cancel)
    {
        if (Name?.Trim() is not { Length: > 0 and <= 200 } name)
        {
            ModelState.AddModelError(nameof(Name), PeopleTexts.EnterOrganizationName);
            return Page();
        }

        var state = await db.Organizations.Include(o => o.Names).SingleAsync(o => o.Id == Id, cancel);
        if (state.Rename(name, SchoolYear.Of(clock.Today).EndYear, viewer.Name, clock.Now) is { } renamed)
        {
            db.Events.Add(renamed);
            await db.SaveChangesAsync(cancel);
        }

        return Redirect($"/organizations/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Id is not { } id)
        {
            return true;
        }

        var viewer = HttpContext.SignedIn();
        Organization = await db.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, cancel);
        History = await db.Events.AsNoTracking().Where(e => e.Subject == "organization" && e.SubjectId == id)
            .OrderByDescending(e => e.Id).Take(100).ToListAsync(cancel);
        return Organization is not null && viewer.Tree.Find(id) is { } known && viewer.May(Right.Administer, known);
    }
}
