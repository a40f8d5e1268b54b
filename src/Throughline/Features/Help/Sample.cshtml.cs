using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Help;

/// <summary>What the sample is, and its date, which an administrator of the state can move forward. Only while the sample is loaded.</summary>
[Needs(Right.SignedIn)]
public sealed class SampleModel(ThroughlineDb db) : PageModel
{
    private const int MostYears = 2;

    public DateOnly? Pinned { get; private set; }

    public bool MayMove { get; private set; }

    /// <summary>The date somebody else moved it to meanwhile.</summary>
    public DateOnly? Moved { get; private set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    /// <summary>The date that was shown when this was sent.</summary>
    [BindProperty]
    public DateOnly? Version { get; set; }

    public IActionResult OnGet()
    {
        if (!HttpContext.Installation().IsSample)
        {
            return NotFound();
        }

        Load();
        (Day, Version) = (Pinned, Pinned);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!HttpContext.Installation().IsSample)
        {
            return NotFound();
        }

        Load();
        if (!MayMove)
        {
            HttpContext.Deny(Right.Administer, HttpContext.SignedIn().Tree.State);
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        var setting = await db.Settings.FirstOrDefaultAsync(s => s.Name == Setting.SampleDay, cancel);
        var now = SiteClock.PinnedBy(setting?.Value);
        if (setting is null || now is null)
        {
            return NotFound();
        }

        if (Version != now)
        {
            Moved = Version = now;
            ModelState.Remove(nameof(Version));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (Day is not { } day || day <= now || day > now.Value.AddYears(MostYears))
        {
            ModelState.Remove(nameof(Day));
            ModelState.AddModelError(nameof(Day), OverviewTexts.OnlyForward.With(Dates.Short(now.Value), Dates.Short(now.Value.AddYears(MostYears))));
            return Page();
        }

        if (setting.Change(Dates.Iso(day), HttpContext.SignedIn().Name, HttpContext.Clock().Now) is { } changed)
        {
            db.Events.Add(changed);
            await db.SaveChangesAsync(cancel);
        }

        return Redirect("/sample");
    }

    private void Load()
    {
        Pinned = HttpContext.Clock().Pinned;
        var viewer = HttpContext.SignedIn();
        MayMove = Pinned is not null && viewer.Tree.State is { } state && viewer.May(Right.Administer, state);
    }
}
