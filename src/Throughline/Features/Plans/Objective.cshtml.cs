using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Plans;

/// <summary>A strategic objective, new or there.</summary>
[Needs(Right.Write)]
[ResponseCache(NoStore = true)]
public sealed class ObjectiveModel(ThroughlineDb db, Pictures pictures, TimeProvider zone) : PartPage<Objective>(db, pictures, zone)
{
    [BindProperty]
    public string? Title { get; set; }

    protected override Task<bool> UnderAsync(CancellationToken cancel) => FindAsync(cancel);

    protected override void Fill(Objective part) => Title = part.Title;

    protected override void Check() => Title = this.Text(nameof(Title), Title, PlanTexts.EnterObjective);

    protected override async Task<(Objective Part, Event Added)> AddAsync(CancellationToken cancel)
    {
        var plan = await Db.Plans.SingleAsync(p => p.Id == Entry!.Id, cancel);
        var used = await Db.Objectives.Where(o => o.PlanId == plan.Id).Select(o => o.Code).ToListAsync(cancel);
        var position = await Arranging.EndAsync(Db.Objectives.Where(o => o.PlanId == plan.Id), cancel);
        return plan.AddObjective(Codes.Objective(used), Title!, position, Who, Clock.Now);
    }

    protected override Event? Change(Objective part) => part.Rename(Title!, Who, Clock.Now);

    protected override IEnumerable<Answered> Answers(Objective part) => [new(PlanTexts.ObjectiveLabel, part.Title)];
}
