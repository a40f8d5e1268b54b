using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Packs;

namespace Throughline.Features.Plans;

/// <summary>An initiative of an objective, new or there.</summary>
[Needs(Right.Write)]
[ResponseCache(NoStore = true)]
public sealed class InitiativeModel(ThroughlineDb db, Pictures pictures, TimeProvider zone) : PartPage<Initiative>(db, pictures, zone)
{
    private Objective? objective;
    private List<Priority> priorities = [];

    /// <summary>The objective that a new one stands under.</summary>
    [BindProperty(SupportsGet = true, Name = "objective")]
    public int? Objective { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public List<int> Practices { get; set; } = [];

    /// <summary>The district's priority; null for none.</summary>
    [BindProperty]
    public int? Priority { get; set; }

    public Objective Over => objective!;

    /// <summary>The practices that its plan's kind sorts initiatives by; null where it sorts by none.</summary>
    public Framework? Framework => PlanKinds.Find(Entry!.Kind).Framework;

    /// <summary>The priorities of its district, and none; empty where the district has named none.</summary>
    public IEnumerable<SelectListItem> Priorities => priorities.Count == 0 ? [] :
        priorities.Select(p => new SelectListItem(p.Name, p.Id.ToString(CultureInfo.InvariantCulture))).Prepend(new SelectListItem(PlanTexts.NoPriority, ""));

    protected override string Above => "#" + Anchor(Over);

    protected override async Task<bool> UnderAsync(CancellationToken cancel)
    {
        objective = await Db.Objectives.FirstOrDefaultAsync(o => o.Id == Objective, cancel);
        await LoadPrioritiesAsync(cancel);
        return objective is not null && !await IsRemovedAsync(objective, cancel) && await FindAsync(objective.PlanId, cancel);
    }

    protected override async Task BesideAsync(Initiative part, CancellationToken cancel)
    {
        objective = await Db.Objectives.AsNoTracking().SingleAsync(o => o.Id == part.ObjectiveId, cancel);
        await LoadPrioritiesAsync(cancel);
    }

    protected override void Fill(Initiative part)
    {
        (Title, Lead, Priority) = (part.Title, part.Lead, part.PriorityId);
        Practices = [.. PlanWords.Numbers(part.Practices)];
    }

    protected override void Check()
    {
        Title = this.Text(nameof(Title), Title, PlanTexts.EnterInitiative);
        Lead = this.Optional(nameof(Lead), Lead);
        if (Priority is { } chosen && !priorities.Exists(p => p.Id == chosen))
        {
            ModelState.AddModelError(nameof(Priority), PlanTexts.ChoosePriority);
        }
    }

    protected override async Task<(Initiative Part, Event Added)> AddAsync(CancellationToken cancel)
    {
        var used = await Db.Initiatives.Where(i => i.PlanId == Over.PlanId).Select(i => i.Code).ToListAsync(cancel);
        var position = await Arranging.EndAsync(Db.Initiatives.Where(i => i.ObjectiveId == Over.Id), cancel);
        return Over.AddInitiative(Codes.Initiative(Over.Code, used), Title!, Lead, Chosen(null), Priority, position, Who, Clock.Now);
    }

    protected override Event? Change(Initiative part) => part.Change(Title!, Lead, Chosen(part), Priority, Who, Clock.Now);

    protected override IEnumerable<Answered> Answers(Initiative part) =>
    [
        new(PlanTexts.InitiativeLabel, part.Title),
        new(PlanTexts.LeadLabel, part.Lead ?? ""),
        new(Framework?.Name ?? PlanTexts.PracticesLabel, part.Practices),
        new(PlanTexts.PriorityLabel, priorities.Find(p => p.Id == part.PriorityId)?.Name ?? ""),
    ];

    /// <summary>The practices ticked; those that the plan's kind does not ask for stay as they are.</summary>
    private string Chosen(Initiative? part) => Framework is not { } framework ? part?.Practices ?? ""
        : string.Join(' ', framework.Practices.Select(p => p.Number).Where(Practices.Contains));

    private async Task LoadPrioritiesAsync(CancellationToken cancel)
    {
        var tree = Here.Viewer.Tree;
        if (tree.Upward(Here.Organization).FirstOrDefault(o => o.Kind == OrganizationKind.District) is { } district)
        {
            priorities = await Db.Priorities.AsNoTracking().Where(p => p.OrganizationId == district.Id).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancel);
        }
    }
}
