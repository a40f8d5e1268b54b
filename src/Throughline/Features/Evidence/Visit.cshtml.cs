using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Evidence;

/// <summary>
/// The walk-through form: half a minute in a doorway, on a phone. Sent once or many times under the same key, a visit is kept
/// once. A device that sends what had waited asks for JSON and gets it; everybody else gets pages.
/// </summary>
[Needs(Right.Enter)]
[ResponseCache(NoStore = true)]
public sealed class VisitModel(Database database, ThroughlineDb db, Pictures pictures) : PageModel
{
    private const int OwnShown = 5;

    /// <summary>The school that is visited; null while somebody with several has to choose.</summary>
    public Organization? Organization { get; private set; }

    /// <summary>Those to choose from.</summary>
    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    /// <summary>The questions of the plan in force; empty where no benchmark asks for visits.</summary>
    internal IReadOnlyList<VisitQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<string> Grades { get; private set; } = [];

    /// <summary>The rooms of the school; null for those who may not see results of single rooms.</summary>
    public IReadOnlyList<Room>? Rooms { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>What a field holds: as it was sent, or as it was chosen at the last visit.</summary>
    public string Chosen(string name) => fields.GetValueOrDefault(name, "");

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? Error(string name) => ModelState.TryGetValue(name, out var entry) && entry.Errors is [var first, ..] ? first.ErrorMessage : null;

    /// <summary>Whether grade or subject are those of the last visit.</summary>
    public bool IsRemembered { get; private set; }

    /// <summary>The last visits of this person in this school, the latest first; what was seen goes into figures alone.</summary>
    public IReadOnlyList<Visit> Own { get; private set; } = [];

    /// <summary>Whether a visit was kept just now.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>"17 visits in February so far."</summary>
    public string SoFar { get; private set; } = "";

    public SiteClock Clock => HttpContext.Clock();

    public Viewer Viewer => HttpContext.SignedIn();

    /// <summary>"/v?school=00010003".</summary>
    public string Href => "/v?school=" + Uri.EscapeDataString(Organization!.Code);

    private readonly Dictionary<string, string> fields = [];
    private PlanPicture? plan;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? school, string? saved, CancellationToken cancel)
    {
        if (await FindAsync(school, cancel) is { } answer)
        {
            return answer;
        }

        Key = Guid.NewGuid().ToString("D");
        IsSaved = saved is not null;
        if (Organization is not null)
        {
            await RememberAsync(cancel);
            SoFar = await SoFarAsync(cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery] string? school, CancellationToken cancel)
    {
        if (await FindAsync(school, cancel) is { } answer)
        {
            return answer;
        }

        if (Organization is null || plan is null || Questions.Count == 0)
        {
            return NotFound();
        }

        var sent = await Request.ReadFormAsync(cancel);
        var form = new VisitForm(ModelState, sent, Questions, Clock);
        var visit = form.Read(Grades, Rooms?.Select(r => r.Id).ToList(), new SchoolYear(plan.Plan.FirstYear).Start);
        if (visit is null)
        {
            return await ShowAsync(sent, form.Key, cancel);
        }

        (visit.OrganizationId, visit.AccountId, visit.Who, visit.RecordedAt) = (Organization.Id, Viewer.Id, Viewer.Name, Clock.Now);
        await new VisitRows(database).KeepAsync(visit, form.Seen, form.Room, Clock.Today, cancel);
        return IsDevice ? new JsonResult(new { saved = await SoFarAsync(cancel) }) : Redirect(Href + "&saved=1");
    }

    private bool IsDevice => Request.Headers.Accept == "application/json";

    /// <summary>What is wrong: to a device as JSON, to a person beside what they chose.</summary>
    private async Task<IActionResult> ShowAsync(IFormCollection sent, string? key, CancellationToken cancel)
    {
        if (IsDevice)
        {
            return new JsonResult(new { errors = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage) }) { StatusCode = StatusCodes.Status400BadRequest };
        }

        foreach (var (name, value) in sent)
        {
            fields[name] = value.ToString();
        }

        Key = key ?? Guid.NewGuid().ToString("D");
        SoFar = await SoFarAsync(cancel);
        return Page();
    }

    /// <summary>Finds the school and what is asked there. An answer where somebody may not enter visits in it.</summary>
    private async Task<IActionResult?> FindAsync(string? code, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(code))
        {
            var own = Viewer.Places.Where(MayEnter).ToList();
            Organization = own.Count == 1 ? own[0] : null;
            if (Organization is null)
            {
                Schools = [.. Viewer.Tree.All.Where(MayEnter).OrderBy(o => o.Name, StringComparer.CurrentCulture).Select(o => new SelectListItem(o.Name, o.Code))];
                return null;
            }
        }
        else if (Viewer.Tree.Find(code) is { Kind: OrganizationKind.School } school && Viewer.Sees(school))
        {
            Organization = school;
        }
        else
        {
            return NotFound();
        }

        var here = new Here(Viewer, Organization);
        HttpContext.Features.Set(here);
        if (!here.May(Right.Enter))
        {
            HttpContext.Deny(Right.Enter, Organization);
            return new EmptyResult();
        }

        plan = await PlanInForce.FindAsync(HttpContext, pictures);
        Questions = plan is null ? [] : VisitQuestion.Of(plan, await OwnMeasures.CatalogAsync(db, cancel));
        Grades = VisitTiles.GradesOf(Organization);
        Rooms = here.Has(GrantKind.Observations)
            ? await db.Set<Room>().AsNoTracking().Where(r => r.OrganizationId == Organization.Id).OrderBy(r => r.Code).ToListAsync(cancel)
            : null;
        return null;

        bool MayEnter(Organization organization) => organization.Kind == OrganizationKind.School && Viewer.May(Right.Enter, organization);
    }

    /// <summary>Where this person was last, in this school.</summary>
    private async Task RememberAsync(CancellationToken cancel)
    {
        var id = Viewer.Id;
        Own = await db.Visits.AsNoTracking().Where(v => v.AccountId == id && v.OrganizationId == Organization!.Id)
            .OrderByDescending(v => v.RecordedAt).Take(OwnShown).ToListAsync(cancel);
        var last = Own.Count > 0 ? Own[0] : null;
        if (last?.Grade is { } grade && Grades.Contains(grade))
        {
            (fields["Grade"], IsRemembered) = (grade, true);
        }

        if (last?.Subject is { } subject && VisitTiles.Subjects.Contains(subject))
        {
            fields["Subject"] = subject;
        }
    }

    private Task<string> SoFarAsync(CancellationToken cancel) => VisitsOfMonth.SayAsync(database, Organization!.Id, Clock.Today, cancel);
}
