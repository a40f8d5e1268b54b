using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Packs;
using Throughline.Ui;

namespace Throughline.Features.Plans;

/// <summary>A plan's name, kind and years: of a new one, or of one that is there.</summary>
[Needs(Right.Write)]
[ResponseCache(NoStore = true)]
public sealed class PlanFormModel(ThroughlineDb db, Pictures pictures, TimeProvider zone) : PlanPage(pictures)
{
    private const int YearsBack = 3;
    private const int YearsAhead = 6;
    private const int UsualYears = 3;

    private Plan? kept;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>By the calendar year it ends in, as all school years here.</summary>
    [BindProperty]
    public int First { get; set; }

    [BindProperty]
    public int Latest { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>So that a form sent twice makes one plan.</summary>
    [BindProperty]
    public string? Key { get; set; }

    public Conflict? Conflict { get; private set; }

    public bool IsNew => Request.Path.Value!.EndsWith("/new", StringComparison.Ordinal);

    public string Back => IsNew ? Href() : Href("write");

    /// <summary>The kinds that this organization writes, and the plan's own where no pack knows it.</summary>
    public IEnumerable<SelectListItem> Kinds
    {
        get
        {
            var kinds = PlanKinds.Of(Here.Organization.Kind).ToList();
            if (kept is not null && !kinds.Exists(k => k.Id == kept.Kind))
            {
                kinds.Insert(0, PlanKinds.Find(kept.Kind));
            }

            return kinds.Select(k => new SelectListItem(k.Name, k.Id));
        }
    }

    /// <summary>What its pack says of the plan's kind; null for a new plan, and where no pack knows it.</summary>
    public PlanKind? Described => kept is not null && PlanKinds.Find(kept.Kind) is { IsKnown: true } kind ? kind : null;

    public IEnumerable<SelectListItem> Years
    {
        get
        {
            var now = SchoolYear.Of(Clock.Today).EndYear;
            var from = Math.Min(now - YearsBack, kept?.FirstYear ?? int.MaxValue);
            var to = Math.Max(now + YearsAhead, kept?.LatestYear ?? 0);
            return Enumerable.Range(from, to - from + 1)
                .Select(y => new SelectListItem(Dates.Short(new SchoolYear(y)), y.ToString(CultureInfo.InvariantCulture)));
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (kept is null)
        {
            Key = Creations.NewKey();
            First = SchoolYear.Of(Clock.Today).EndYear;
            Latest = First + UsualYears - 1;
        }
        else
        {
            (Name, Kind, First, Latest, Version) = (kept.Name, kept.Kind, kept.FirstYear, kept.LatestYear, kept.Version);
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

        return kept is not null ? await ChangeAsync(kept, cancel)
            : !Creations.IsKey(Key) ? BadRequest()
            : LocalRedirect(await Creations.MakeAsync(db, Key!, Plan.ListStamp, Clock.Now, () => AddAsync(cancel), cancel));
    }

    private void Check()
    {
        Name = this.Text(nameof(Name), Name, PlanTexts.EnterPlanName);
        if (!Kinds.Any(k => k.Value == Kind))
        {
            ModelState.AddModelError(nameof(Kind), PlanTexts.ChooseKind);
        }

        if (!Years.Any(y => y.Value == First.ToString(CultureInfo.InvariantCulture)) || !Years.Any(y => y.Value == Latest.ToString(CultureInfo.InvariantCulture)))
        {
            ModelState.AddModelError(nameof(First), PlanTexts.ChooseYears);
        }
        else if (Latest < First)
        {
            ModelState.AddModelError(nameof(Latest), PlanTexts.YearsTurned);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (IsNew)
        {
            return await FindAsync(cancel);
        }

        if (!await FindAsync(cancel) || Entry is null)
        {
            return false;
        }

        kept = await db.Plans.SingleAsync(p => p.Id == Entry.Id, cancel);
        return true;
    }

    private async Task<string> AddAsync(CancellationToken cancel)
    {
        var (plan, added) = Here.Organization.AddPlan(Name!, Kind!, new SchoolYear(First), new SchoolYear(Latest), Who, Clock.Now);
        await db.SaveNewAsync(plan, () => plan.Id, added, cancel);
        return $"{Frame.PathOf(Here.Organization)}/plan/write?plan={plan.Id}";
    }

    private Event? Change(Plan plan) => plan.Change(Name!, Kind!, new SchoolYear(First), new SchoolYear(Latest), Who, Clock.Now);

    private async Task<IActionResult> ChangeAsync(Plan plan, CancellationToken cancel)
    {
        if (plan.Version != Version)
        {
            return await ClashAsync(plan, cancel);
        }

        if (Change(plan) is { } changed)
        {
            db.Events.Add(changed);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                kept = await db.Plans.SingleAsync(p => p.Id == plan.Id, cancel);
                return await ClashAsync(kept, cancel);
            }
        }

        return LocalRedirect(Back);
    }

    private async Task<IActionResult> ClashAsync(Plan plan, CancellationToken cancel)
    {
        var (theirs, version) = (Answers(plan).ToList(), plan.Version);
        var first = await Conflict.LatestAsync(db, plan.Id, "plan", plan.Id, cancel);
        _ = Change(plan);
        Conflict = Conflict.Between(Answers(plan), theirs, first, zone, Request, version, Back);
        if (Conflict is null)
        {
            return LocalRedirect(Back);
        }

        Version = version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static IEnumerable<Answered> Answers(Plan plan) =>
    [
        new(PlanTexts.PlanNameLabel, plan.Name),
        new(PlanTexts.KindLabel, PlanKinds.Find(plan.Kind).Name),
        new(PlanTexts.FirstLabel, Dates.Short(new SchoolYear(plan.FirstYear))),
        new(PlanTexts.LatestLabel, Dates.Short(new SchoolYear(plan.LatestYear))),
    ];
}
