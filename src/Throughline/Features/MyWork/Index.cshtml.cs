using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.MyWork;

/// <summary>What the person signed in owes, by when, and what changed since the last visit; over all their places.</summary>
[Needs(Right.SignedIn)]
public sealed class IndexModel(Pictures pictures, DistrictTables tables, Promises promises, ThroughlineDb db) : PageModel
{
    /// <summary>Somebody with roles in very many schools is shown the first of them.</summary>
    private const int MostPlaces = 12;

    public Viewer Viewer { get; private set; } = null!;

    public SiteClock Clock { get; private set; } = null!;

    internal IReadOnlyList<PlaceWork> Places { get; private set; } = [];

    /// <summary>Who can give a role, for those who have none.</summary>
    public IReadOnlyList<string> Administrators { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Viewer, Clock) = (HttpContext.SignedIn(), HttpContext.Clock());
        if (!Viewer.Places.Any())
        {
            var day = Clock.Today;
            Administrators = await db.Roles.AsNoTracking()
                .Where(r => r.Kind == RoleKind.Administrator && r.FirstDay <= day && (r.LastDay == null || r.LastDay >= day))
                .Join(db.Accounts, r => r.AccountId, a => a.Id, (r, a) => a.Name)
                .Distinct().OrderBy(n => n).ToListAsync(cancel);
        }
    }

    /// <summary>Gathers the work of every place; the page does so when it draws it.</summary>
    internal async Task<IReadOnlyList<PlaceWork>> GatherAsync()
    {
        var sources = new Sources(pictures, tables, promises);
        var places = new List<PlaceWork>();
        foreach (var place in Viewer.Places.Take(MostPlaces))
        {
            places.Add(await PlaceWork.LoadAsync(Viewer, place, sources, Clock, HttpContext.RequestAborted));
        }

        return Places = places;
    }

    /// <summary>"4 things are due this week."</summary>
    public string Lede()
    {
        var count = Places.Sum(p => p.Due.Count(d => d.IsThisWeek(Clock.Today)));
        return count switch
        {
            0 => OverviewTexts.NothingDueThisWeek,
            1 => OverviewTexts.OneThingDue,
            _ => OverviewTexts.ThingsDue.With(count),
        };
    }

    /// <summary>"6 days late", "Today", "Thu, Feb 12".</summary>
    internal string When(DueItem item) => item switch
    {
        { IsLate: true } => OverviewTexts.DaysLate.With(Say.Days(Clock.Today.DayNumber - item.On.DayNumber)),
        _ when item.On == Clock.Today => OverviewTexts.Today,
        _ => Say.WeekDay(item.On),
    };

    /// <summary>"Last figure Nov 14. Owner: student support team."</summary>
    internal string Why(PlaceWork place, DueItem item)
    {
        var main = item.Benchmark.Main!;
        var line = item.IsLate ? OverviewTexts.Sentence.With(Say.Line(main)) : (item.On < Clock.Today ? OverviewTexts.FigureWasDue : OverviewTexts.FigureDue).With(Say.Day(item.On));
        return place.IsOwn(item) ? OverviewTexts.TwoSentences.With(line, OverviewTexts.YouOwn)
            : item.Benchmark.Benchmark.Owner is { } owner ? OverviewTexts.TwoSentences.With(line, OverviewTexts.OwnerIs.With(owner))
            : line;
    }

    /// <summary>The day of the visit before this one, in words.</summary>
    public string? LastVisit()
    {
        if (Viewer.PreviousVisit is not { } visit)
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTime(visit, Clock.Zone);
        return OverviewTexts.DayAndTime.With(Say.LongDay(DateOnly.FromDateTime(local.DateTime)), Dates.Time(local));
    }

    /// <summary>The first check after the two weeks that are listed; null where none is.</summary>
    internal DateOnly? NextCheck() => Places.Min(p => p.Work?.NextCheck);

    internal bool HasPlan => Places.Any(p => p.Picture is not null);
}
