using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Plans;

/// <summary>Something that is done for an initiative, new or there.</summary>
[Needs(Right.Write)]
[ResponseCache(NoStore = true)]
public sealed class ActivityModel(ThroughlineDb db, Pictures pictures, TimeProvider zone) : PartPage<Activity>(db, pictures, zone)
{
    private Initiative? initiative;

    /// <summary>The initiative that a new one stands under.</summary>
    [BindProperty(SupportsGet = true, Name = "initiative")]
    public int? Initiative { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public DateOnly? By { get; set; }

    [BindProperty]
    public DateOnly? DoneOn { get; set; }

    public Initiative Over => initiative!;

    protected override string Above => "#" + Anchor(Over);

    protected override async Task<bool> UnderAsync(CancellationToken cancel)
    {
        initiative = await Db.Initiatives.FirstOrDefaultAsync(i => i.Id == Initiative, cancel);
        return initiative is not null && !await IsRemovedAsync(initiative, cancel) && await FindAsync(initiative.PlanId, cancel);
    }

    protected override async Task BesideAsync(Activity part, CancellationToken cancel) =>
        initiative = await Db.Initiatives.AsNoTracking().SingleAsync(i => i.Id == part.InitiativeId, cancel);

    protected override void Fill(Activity part) => (Text, Owner, By, DoneOn) = (part.Text, part.Owner, part.By, part.DoneOn);

    protected override void Check()
    {
        Text = this.Text(nameof(Text), Text, PlanTexts.EnterActivity);
        Owner = this.Optional(nameof(Owner), Owner);
        this.Day(nameof(By));
        this.Day(nameof(DoneOn));
        if (DoneOn > Clock.Today)
        {
            ModelState.AddModelError(nameof(DoneOn), PlanTexts.DoneLater);
        }
    }

    protected override async Task<(Activity Part, Event Added)> AddAsync(CancellationToken cancel) => Over.AddActivity(
        Text!, Owner, By, DoneOn, await Arranging.EndAsync(Db.Activities.Where(a => a.InitiativeId == Over.Id), cancel), Who, Clock.Now);

    protected override Event? Change(Activity part) => part.Change(Text!, Owner, By, DoneOn, Who, Clock.Now);

    protected override IEnumerable<Answered> Answers(Activity part) =>
    [
        new(PlanTexts.ActivityLabel, part.Text),
        new(PlanTexts.OwnerLabel, part.Owner ?? ""),
        new(PlanTexts.ByLabel, part.By is { } by ? Dates.Short(by) : ""),
        new(PlanTexts.DoneOnLabel, part.DoneOn is { } done ? Dates.Short(done) : ""),
    ];
}
