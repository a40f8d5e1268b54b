using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Plans;

/// <summary>What was done to a plan or to one part of it: who, when, what, from what to what; newest first.</summary>
[Needs(Right.See)]
public sealed class HistoryModel(ThroughlineDb db, Pictures pictures, TimeProvider zone) : PlanPage(pictures)
{
    private const int PerPage = 50;
    private const int MostPages = 100_000;

    private Dictionary<(string, long), string> names = [];

    /// <summary>Of which kind of part; null for the whole plan.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    /// <summary>Read from the question itself: "page" among the route's values is the page's own name.</summary>
    public int PageNumber => int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= MostPages ? page : 1;

    public IReadOnlyList<Event> Events { get; private set; } = [];

    public bool HasOlder { get; private set; }

    /// <summary>The part's name; null for the whole plan.</summary>
    public string? Of => Subject is null || Id is not { } id ? null : NameOf(Subject, id);

    public string PageHref(int page) => Href(
        Subject is null ? "history" : $"history/{Subject}/{Id}", page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"page={page}"));

    public string When(Event happened) => Dates.Short(happened.At, zone);

    /// <summary>"A1 Read, talk, write routine", the plan's own name, or what is known of it.</summary>
    public string NameOf(string subject, long id) => names.GetValueOrDefault((subject, id)) ?? PlanWords.Subject(subject);

    /// <summary>What stood before and after in words; null where there is nothing to show.</summary>
    public (string? Before, string? After) Change(Event happened) => happened.What switch
    {
        // Structures are for machines, and places say more as names.
        "reading" => (null, null),
        // Written before the history told single details.
        "details" when happened.After?.StartsWith("BenchmarkDetails", StringComparison.Ordinal) == true => (null, null),
        _ when happened.Before == happened.After => (null, null),
        "moved under" => (Place(happened, happened.Before), Place(happened, happened.After)),
        _ => (happened.Before, happened.After),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Entry is null && Subject is null)
        {
            return LocalRedirect(Href());
        }

        if (Subject is not null && (Id is not { } id || !await IsOursAsync(Subject, id, cancel)))
        {
            return NotFound();
        }

        var plan = Entry!.Id;
        var events = db.Events.AsNoTracking().Where(e => e.PlanId == plan);
        if (Subject is not null)
        {
            events = events.Where(e => e.Subject == Subject && e.SubjectId == Id);
        }

        var found = await events.OrderByDescending(e => e.Id).Skip((PageNumber - 1) * PerPage).Take(PerPage + 1).ToListAsync(cancel);
        HasOlder = found.Count > PerPage;
        Events = found[..Math.Min(PerPage, found.Count)];
        names = await NamesAsync(plan, cancel);
        return PageNumber > 1 && Events.Count == 0 ? NotFound() : Page();
    }

    /// <summary>A part belongs to one of the organization's plans, which need not be the one in force.</summary>
    private async Task<bool> IsOursAsync(string subject, int id, CancellationToken cancel)
    {
        foreach (var plan in Number is null ? Plans : [Entry!])
        {
            if (await Arranging.FindAsync(db, plan.Id, subject, id, cancel) is not null)
            {
                return await FindAsync(plan.Id, cancel);
            }
        }

        return false;
    }

    private string? Place(Event happened, string? id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? NameOf(happened.Subject == "benchmark" ? "initiative" : "objective", number)
        : null;

    private async Task<Dictionary<(string, long), string>> NamesAsync(int plan, CancellationToken cancel)
    {
        var found = new Dictionary<(string, long), string> { [("plan", plan)] = Entry!.Name };
        foreach (var (key, label) in await RemovedPart.NamesAsync(db, plan, cancel))
        {
            found[(key.Subject, key.Id)] = label;
        }

        return found;
    }
}
