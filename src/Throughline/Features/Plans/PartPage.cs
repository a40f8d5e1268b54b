using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Plans;

/// <summary>The page that makes or changes one part of a plan. What a kind of part asks is its page's to say.</summary>
public abstract class PartPage<T>(ThroughlineDb db, Pictures pictures, TimeProvider zone) : PlanPage(pictures)
    where T : PlanPart
{
    private const string NewPart = "new";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = NewPart;

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>So that a form sent twice makes one part.</summary>
    [BindProperty]
    public string? Key { get; set; }

    public bool IsNew => Id == NewPart;

    public Conflict? Conflict { get; private set; }

    /// <summary>The part as it is kept; null for a new one.</summary>
    public T? Part { get; private set; }

    /// <summary>Where one came from and goes back to: the part's place in the plan.</summary>
    public string Back => Href("write") + (Part is null ? Above : "#" + Anchor(Part));

    protected ThroughlineDb Db => db;

    /// <summary>Whether what a new part would stand under has left the plan.</summary>
    protected Task<bool> IsRemovedAsync(PlanPart over, CancellationToken cancel) =>
        db.Removals.AnyAsync(r => r.PlanId == over.PlanId && r.Subject == over.Subject && r.SubjectId == over.Id, cancel);

    /// <summary>Where the plan's page shows what a new part stands under: "#objective-3".</summary>
    protected virtual string Above => "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Part is not null)
        {
            Version = Part.Version;
            Fill(Part);
        }
        else
        {
            Key = Creations.NewKey();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return Part is not null ? await ChangeAsync(Part, cancel)
            : !Creations.IsKey(Key) ? BadRequest()
            : LocalRedirect(await Creations.MakeAsync(db, Key!, Plan.StampOf(Entry!.Id), Clock.Now, () => MakeAsync(cancel), cancel));
    }

    /// <summary>Reads what a new part stands under, and finds its plan; false where that is not there.</summary>
    protected abstract Task<bool> UnderAsync(CancellationToken cancel);

    /// <summary>Reads what the page shows beside the questions of a part that is there.</summary>
    protected virtual Task BesideAsync(T part, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The part's answers, into the fields of the form.</summary>
    protected abstract void Fill(T part);

    /// <summary>Says what is wrong with the fields.</summary>
    protected abstract void Check();

    protected abstract Task<(T Part, Event Added)> AddAsync(CancellationToken cancel);

    protected abstract Event? Change(T part);

    /// <summary>The part's answers in words, for two that differ.</summary>
    protected abstract IEnumerable<Answered> Answers(T part);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (IsNew)
        {
            return await UnderAsync(cancel) && Entry is not null;
        }

        Part = int.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await db.Set<T>().FirstOrDefaultAsync(p => p.Id == id, cancel) : null;
        if (Part is null || !await FindAsync(Part.PlanId, cancel))
        {
            return false;
        }

        await BesideAsync(Part, cancel);
        return true;
    }

    private async Task<string> MakeAsync(CancellationToken cancel)
    {
        var (part, added) = await AddAsync(cancel);
        await db.SaveNewAsync(part, () => part.Id, added, cancel);
        return $"{Href("write")}#{Anchor(part)}";
    }

    private async Task<IActionResult> ChangeAsync(T part, CancellationToken cancel)
    {
        if (part.Version != Version && !await Conflict.IsOnlyPlaceAsync(db, part, Version, cancel))
        {
            return await ClashAsync(part, cancel);
        }

        if (Change(part) is { } changed)
        {
            db.Events.Add(changed);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody was quicker by less than a second.
                db.ChangeTracker.Clear();
                return await LoadAsync(cancel) ? await ClashAsync(Part!, cancel) : NotFound();
            }
        }

        return LocalRedirect(Back);
    }

    /// <summary>Shows both texts; nothing is saved, and what was typed stands in the form.</summary>
    private async Task<IActionResult> ClashAsync(T part, CancellationToken cancel)
    {
        var (theirs, version) = (Answers(part).ToList(), part.Version);
        var first = await Conflict.LatestAsync(db, part.PlanId, part.Subject, part.Id, cancel);
        _ = Change(part);
        Conflict = Conflict.Between(Answers(part), theirs, first, zone, Request, version, Back);
        if (Conflict is null)
        {
            return LocalRedirect(Back);
        }

        Version = version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
