using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Packs;
using Throughline.Ui;

namespace Throughline.Features.Plans;

/// <summary>The plan as an outline that is written: each part with its ways to change, move, remove and put back.</summary>
[Needs(Right.Write)]
[ResponseCache(NoStore = true)]
public sealed class WriteModel(ThroughlineDb db, Pictures pictures, TimeProvider zone) : PlanPage(pictures)
{
    public PlanPicture Picture { get; private set; } = null!;

    public IReadOnlyList<RemovedPart> Removed { get; private set; } = [];

    /// <summary>What was removed just now, to be undone at a press; null where nothing was.</summary>
    public RemovedPart? JustRemoved { get; private set; }

    /// <summary>Whether somebody changed the part meanwhile, so that nothing was done.</summary>
    public bool IsStale { get; private set; }

    public Framework? Framework => PlanKinds.Find(Entry!.Kind).Framework;

    /// <summary>What a button asks for: "up initiative 5 3", the last being the version.</summary>
    public static string Ask(string what, PlanPart part) => string.Create(CultureInfo.InvariantCulture, $"{what} {part.Subject} {part.Id} {part.Version}");

    public string When(DateTimeOffset at) => Dates.Short(at, zone);

    public async Task<IActionResult> OnGetAsync(string? removed, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        return Entry is null ? LocalRedirect(Href()) : await ShowAsync(removed, cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? asked, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Entry is null)
        {
            return NotFound();
        }

        if (asked?.Split(' ') is not [var what, var subject, var number, var sent]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return BadRequest();
        }

        var part = await Arranging.FindAsync(db, Entry.Id, subject, id, cancel);
        if (part is null)
        {
            return NotFound();
        }

        var removal = await db.Removals.FirstOrDefaultAsync(r => r.PlanId == part.PlanId && r.Subject == subject && r.SubjectId == id, cancel);
        if (what != "restore" && (part.Version != version || removal is not null))
        {
            return await StaleAsync(cancel);
        }

        try
        {
            return await DoAsync(what, part, removal, cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else moved, changed or removed it at the same moment.
            db.ChangeTracker.Clear();
            return await StaleAsync(cancel);
        }
    }

    private async Task<IActionResult> DoAsync(string what, PlanPart part, Removal? removal, CancellationToken cancel)
    {
        Event? done;
        var (query, to) = ((string?)null, Anchor(part));
        switch (what)
        {
            case "up" or "down":
                done = await Arranging.ShiftAsync(db, part, what == "up" ? -1 : 1, Who, Clock.Now, cancel);
                break;
            case "move":
                if (await MoveAsync(part, cancel) is not { } moved)
                {
                    return NotFound();
                }

                done = moved.Done;
                break;
            case "remove":
                (var row, done) = part.Remove(Who, Clock.Now);
                db.Removals.Add(row);
                (query, to) = ("removed=" + to, "done");
                break;
            case "restore" when removal is not null:
                db.Removals.Remove(removal);
                done = part.Restore(Who, Clock.Now);
                break;
            case "restore":
                done = null;
                break;
            default:
                return BadRequest();
        }

        if (done is not null)
        {
            db.Events.Add(done);
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect($"{Href("write", query)}#{to}");
    }

    /// <summary>Puts an initiative under another objective, or a benchmark under another initiative; null where the plan has no such place.</summary>
    private async Task<(Event? Done, bool)?> MoveAsync(PlanPart part, CancellationToken cancel)
    {
        if (!int.TryParse(Request.Form["to-" + Anchor(part)], NumberStyles.None, CultureInfo.InvariantCulture, out var to))
        {
            return null;
        }

        if (part is Initiative initiative && await db.Objectives.FirstOrDefaultAsync(o => o.Id == to && o.PlanId == part.PlanId, cancel) is { } objective)
        {
            var last = await Arranging.EndAsync(db.Initiatives.Where(i => i.ObjectiveId == to), cancel);
            foreach (var held in await db.Benchmarks.Where(b => b.InitiativeId == initiative.Id).ToListAsync(cancel))
            {
                held.ObjectiveId = objective.Id;
            }

            return (initiative.MoveUnder(objective, last, Who, Clock.Now), true);
        }

        if (part is Benchmark benchmark && await db.Initiatives.FirstOrDefaultAsync(i => i.Id == to && i.PlanId == part.PlanId, cancel) is { } line)
        {
            var last = await Arranging.EndAsync(db.Benchmarks.Where(b => b.InitiativeId == to && b.Type == benchmark.Type), cancel);
            return (benchmark.MoveUnder(line, last, Who, Clock.Now), true);
        }

        return null;
    }

    private async Task<IActionResult> StaleAsync(CancellationToken cancel)
    {
        IsStale = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(null, cancel);
    }

    private async Task<IActionResult> ShowAsync(string? removed, CancellationToken cancel)
    {
        if (await PictureAsync(cancel) is not { } picture)
        {
            return NotFound();
        }

        Picture = picture;
        Removed = await RemovedPart.OfAsync(db, picture.Plan.Id, cancel);
        JustRemoved = Removed.FirstOrDefault(r => removed == string.Create(CultureInfo.InvariantCulture, $"{r.Subject}-{r.Id}"));
        return Page();
    }
}
