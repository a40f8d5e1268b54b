using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Districts;

/// <summary>A promise to a school: made, changed, marked as delivered.</summary>
[Needs(Right.Write)]
public sealed class SupportModel(ThroughlineDb db) : PageModel
{
    private const int MostLetters = 300;

    public Organization District { get; private set; } = null!;

    public string Path { get; private set; } = "";

    /// <summary>Null for a new one.</summary>
    public Support? Support { get; private set; }

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public IReadOnlyList<Event> History { get; private set; } = [];

    public Conflict? Conflict { get; private set; }

    [BindProperty]
    public string? School { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public DateOnly? PromisedFor { get; set; }

    [BindProperty]
    public DateOnly? DeliveredOn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What keeps a double click from making two.</summary>
    [BindProperty]
    public string? Key { get; set; }

    public string List => Path + "/supports";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Key = Creations.NewKey();
        if (Support is not null)
        {
            (Text, Owner, PromisedFor, DeliveredOn, Version) = (Support.Text, Support.Owner, Support.PromisedFor, Support.DeliveredOn, Support.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var school = Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return Support is null ? await AddAsync(school!, cancel) : await ChangeAsync(Support, cancel);
    }

    /// <summary>The one button of the list: delivered today.</summary>
    public async Task<IActionResult> OnPostDeliveredAsync(string id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || Support is null)
        {
            return NotFound();
        }

        ModelState.Clear();
        (Text, Owner, PromisedFor, DeliveredOn) = (Support.Text, Support.Owner, Support.PromisedFor, HttpContext.Clock().Today);
        return await ChangeAsync(Support, cancel);
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancel)
    {
        var here = HttpContext.Here();
        (District, Path) = (here.Organization, Frame.PathOf(here.Organization));
        Schools = [.. here.Viewer.Tree.Under(District).Select(s => new SelectListItem(s.Name, s.Code))];
        if (id == "new")
        {
            return true;
        }

        if (!int.TryParse(id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            || await SupportRows.OfAsync(db, here, number, cancel) is not { } support)
        {
            return false;
        }

        (Support, School) = (support, here.Viewer.Tree.Find(support.OrganizationId)!.Code);
        History = await SupportRows.HistoryAsync(db, number, cancel);
        return true;
    }

    /// <summary>The school named, if it is the district's; what is missing is said.</summary>
    private Organization? Check()
    {
        var tree = HttpContext.Here().Viewer.Tree;
        var school = School is null ? null : tree.Find(School);
        if (school?.ParentId != District.Id)
        {
            school = null;
            ModelState.AddModelError(nameof(School), OverviewTexts.ChooseSchool);
        }

        Said(nameof(Text), Text, OverviewTexts.EnterSupport);
        Said(nameof(Owner), Owner, OverviewTexts.EnterOwner);
        if (PromisedFor is null && ModelState[nameof(PromisedFor)]?.Errors is not { Count: > 0 })
        {
            ModelState.AddModelError(nameof(PromisedFor), OverviewTexts.EnterPromisedFor);
        }

        return school;
    }

    private void Said(string name, string? text, string missing)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            ModelState.AddModelError(name, missing);
        }
        else if (text.Length > MostLetters)
        {
            ModelState.AddModelError(name, OverviewTexts.TooLong.With(MostLetters));
        }
    }

    private async Task<IActionResult> AddAsync(Organization school, CancellationToken cancel)
    {
        var now = HttpContext.Clock().Now;
        var address = await Creations.MakeAsync(db, Creations.IsKey(Key) ? Key! : Creations.NewKey(), Model.Support.StampName, now, async () =>
        {
            var (support, added) = Support.Promise(school, Text!.Trim(), Owner!.Trim(), PromisedFor!.Value, HttpContext.SignedIn().Name, now);
            support.DeliveredOn = DeliveredOn;
            await db.SaveNewAsync(support, () => support.Id, added, cancel);
            return List;
        }, cancel);
        return Redirect(address);
    }

    private async Task<IActionResult> ChangeAsync(Support support, CancellationToken cancel)
    {
        if (Version != support.Version)
        {
            return Clash(support);
        }

        var changed = support.Change(
            Text!.Trim(), Owner!.Trim(), PromisedFor!.Value, DeliveredOn, support.SchoolSays, HttpContext.SignedIn().Name, HttpContext.Clock().Now);
        if (await SupportRows.SaveAsync(db, changed, cancel))
        {
            return Redirect(List);
        }

        return Clash((await SupportRows.OfAsync(db, HttpContext.Here(), support.Id, cancel))!);
    }

    private PageResult Clash(Support saved)
    {
        Support = saved;
        Conflict = new Conflict(
            [
                (OverviewTexts.Support, Text, saved.Text),
                (OverviewTexts.DistrictOwner, Owner, saved.Owner),
                (OverviewTexts.PromisedFor, Day(PromisedFor), Day(saved.PromisedFor)),
                (OverviewTexts.Delivered, Day(DeliveredOn), Day(saved.DeliveredOn)),
            ],
            $"{saved.Version}",
            $"{List}/{saved.Id}",
            [(nameof(School), School), (nameof(Text), Text), (nameof(Owner), Owner), (nameof(PromisedFor), Iso(PromisedFor)), (nameof(DeliveredOn), Iso(DeliveredOn))]);
        Version = saved.Version;
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static string? Day(DateOnly? day) => day is { } d ? Dates.Short(d) : null;

    private static string? Iso(DateOnly? day) => day is { } d ? Dates.Iso(d) : null;
}
