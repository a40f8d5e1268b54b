using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Districts;

/// <summary>What a school says about a promise to it.</summary>
[Needs(Right.Lead)]
public sealed class SchoolSaysModel(ThroughlineDb db) : PageModel
{
    private const int MostLetters = 300;

    public Support Support { get; private set; } = null!;

    public string List { get; private set; } = "";

    public Conflict? Conflict { get; private set; }

    public IReadOnlyList<Event> History { get; private set; } = [];

    [BindProperty]
    public string? Says { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Says, Version) = (Support.SchoolSays, Support.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Says?.Length > MostLetters)
        {
            ModelState.AddModelError(nameof(Says), OverviewTexts.TooLong.With(MostLetters));
            return Page();
        }

        var says = string.IsNullOrWhiteSpace(Says) ? null : Says.Trim();
        if (Version == Support.Version)
        {
            var changed = Support.Change(
                Support.Text, Support.Owner, Support.PromisedFor, Support.DeliveredOn, says, HttpContext.SignedIn().Name, HttpContext.Clock().Now);
            if (await SupportRows.SaveAsync(db, changed, cancel))
            {
                return Redirect(List);
            }

            await LoadAsync(id, cancel);
        }

        Conflict = new Conflict(
            [(OverviewTexts.SchoolSays, says, Support.SchoolSays), (OverviewTexts.Support, Support.Text, Support.Text)],
            $"{Support.Version}",
            $"{List}/{id}",
            [(nameof(Says), Says)]);
        Version = Support.Version;
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        var here = HttpContext.Here();
        List = Frame.PathOf(here.Organization) + "/supports";
        if (await SupportRows.OfAsync(db, here, id, cancel) is not { } support)
        {
            return false;
        }

        Support = support;
        History = await SupportRows.HistoryAsync(db, id, cancel);
        return true;
    }
}
