using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Plans;

/// <summary>A root cause that an objective answers, new or there.</summary>
[Needs(Right.Write)]
[ResponseCache(NoStore = true)]
public sealed class RootCauseModel(ThroughlineDb db, Pictures pictures, TimeProvider zone) : PartPage<RootCause>(db, pictures, zone)
{
    private Objective? objective;

    /// <summary>The objective that a new one stands under.</summary>
    [BindProperty(SupportsGet = true, Name = "objective")]
    public int? Objective { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public HeldBy HeldBy { get; set; }

    public Objective Over => objective!;

    public static IEnumerable<SelectListItem> Holders =>
        Enum.GetValues<HeldBy>().Select(h => new SelectListItem(PlanWords.HeldBy(h), h.ToString(), h == HeldBy.School));

    protected override string Above => "#" + Anchor(Over);

    protected override async Task<bool> UnderAsync(CancellationToken cancel)
    {
        objective = await Db.Objectives.FirstOrDefaultAsync(o => o.Id == Objective, cancel);
        return objective is not null && !await IsRemovedAsync(objective, cancel) && await FindAsync(objective.PlanId, cancel);
    }

    protected override async Task BesideAsync(RootCause part, CancellationToken cancel) =>
        objective = await Db.Objectives.AsNoTracking().SingleAsync(o => o.Id == part.ObjectiveId, cancel);

    protected override void Fill(RootCause part) => (Text, HeldBy) = (part.Text, part.HeldBy);

    protected override void Check() => Text = this.Text(nameof(Text), Text, PlanTexts.EnterRootCause);

    protected override async Task<(RootCause Part, Event Added)> AddAsync(CancellationToken cancel) => Over.AddRootCause(
        Text!, HeldBy, await Arranging.EndAsync(Db.RootCauses.Where(c => c.ObjectiveId == Over.Id), cancel), Who, Clock.Now);

    protected override Event? Change(RootCause part) => part.Change(Text!, HeldBy, Who, Clock.Now);

    protected override IEnumerable<Answered> Answers(RootCause part) =>
        [new(PlanTexts.RootCauseLabel, part.Text), new(PlanTexts.HeldByLabel, PlanWords.HeldBy(part.HeldBy))];
}
