using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>Figures of a benchmark, entered or corrected. A correction is a new row: the figure before it stays on record.</summary>
[Needs(Right.Enter)]
public sealed class ValuesModel(ThroughlineDb db) : PageModel
{
    [BindProperty]
    public FigureEntry Entry { get; set; } = new();

    public ShownBenchmark Shown { get; private set; } = null!;

    public GroupPicture Group { get; private set; } = null!;

    public Measure Measure => Group.Measure;

    public bool IsMilestone => Group.Spec.Target is Milestone;

    public bool CountsPercent => Measure.Unit == Unit.Percent;

    /// <summary>Whether a figure without the number it rests on would be hidden from everyone.</summary>
    public bool NeedsCount => Shown.Picture.Benchmark.Counts != Model.Counted.Other;

    /// <summary>The checks of the year, the next one due first, then the others in order; and a period of one's own.</summary>
    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? code, string? g, string? on)
    {
        if (!await FindAsync(code, g))
        {
            return NotFound();
        }

        (Entry.Key, Entry.Group) = (Creations.NewKey(), Group?.Group);
        Entry.Period = Periods.FirstOrDefault(p => on is not null && p.Value.EndsWith(on, StringComparison.Ordinal))?.Value ?? (Periods is [var first, ..] ? first.Value : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (!await FindAsync(code, Entry.Group) || Shown.Picture.IsDraft)
        {
            return NotFound();
        }

        var clock = HttpContext.Clock();
        var reader = new FigureReader(ModelState, Entry, Measure, IsMilestone, NeedsCount, clock.Today);
        if (reader.Read() is not { } tally)
        {
            return Page();
        }

        // A year before the plan holds its starting values.
        var plan = Shown.Plan.Plan;
        if (tally.PeriodStart < new SchoolYear(plan.FirstYear - 1).Start || tally.PeriodEnd > new SchoolYear(plan.LatestYear).End)
        {
            ModelState.AddModelError("Entry.Period", BenchmarkTexts.ErrorPeriodOutside);
            return Page();
        }

        var benchmark = Shown.Picture.Benchmark;
        (tally.PlanId, tally.BenchmarkId, tally.RecordedAt, tally.Who) = (benchmark.PlanId, benchmark.Id, clock.Now, Shown.Here.Viewer.Name);
        var address = $"{Shown.Address}?done={(IsCheck(tally) ? "figure" : "figure-apart")}{(tally.Group == Shown.Picture.Main?.Group ? "" : "&g=" + Uri.EscapeDataString(tally.Group))}";
        var key = Creations.IsKey(Entry.Key) ? Entry.Key! : Creations.NewKey();
        return Redirect(await Creations.MakeAsync(db, key, tally.Stamp, clock.Now, SaveAsync, cancel));

        async Task<string> SaveAsync()
        {
            await db.SaveNewAsync(tally, () => benchmark.Id, benchmark.Entered(tally, tally.Who, clock.Now), cancel);
            return address;
        }
    }

    /// <summary>Whether the figure speaks for one of the benchmark's checks, so that it is judged.</summary>
    private bool IsCheck(Tally tally) => Group!.Checks.Any(c => c.Period == tally.Period || (c.Actual is null && c.Period.Contains(tally.PeriodEnd)));

    private async Task<bool> FindAsync(string? code, string? group)
    {
        if (await ShownBenchmark.FindAsync(HttpContext, code) is not { } shown)
        {
            return false;
        }

        Shown = shown;
        if (shown.Picture.Main is not { } main)
        {
            return true;
        }

        Group = (group is null ? null : shown.Picture.Of(group)) ?? (group is not null && StudentGroup.IsKnown(group) ? Without(main, group) : main);
        Groups = [.. shown.Picture.Groups.Select(g => g.Group).Concat(GroupOrder.All).Append(Group.Group).Distinct().Select(g => new SelectListItem(StudentGroups.Name(g), g))];
        var due = Group.Checks.Select(c => (c.State, c.Period)).ToList();
        var next = (Group.Missing ?? Group.Next) is { } check ? due.FindIndex(c => c.Period == check.Period) : -1;
        Periods =
        [
            .. (next < 0 ? due : [due[next], .. due.Take(next), .. due.Skip(next + 1)]).Select(c => new SelectListItem(Said(c.State, c.Period), FigureEntry.ValueOf(c.Period))),
            new(BenchmarkTexts.OtherPeriod, FigureEntry.Other),
        ];
        return true;
    }

    /// <summary>A group that has no figure yet is checked when the benchmark is.</summary>
    private static GroupPicture Without(GroupPicture main, string group) => main with
    {
        Group = group,
        Answer = null,
        Size = null,
        HasHidden = false,
        Case = main.Case with { Observations = [] },
        Checks = [.. main.Checks.Where(c => c.State is not CheckState.Start).Select(c => new CheckPicture(c.Period, c.State == CheckState.ToCome ? c.State : CheckState.Missing, null, null, null, null, c.Expected, null, null))],
    };

    private static string Said(CheckState state, Period period)
    {
        var days = $"{Figures.Name(period)} ({Dates.Short(period.Start)} – {Dates.Short(period.End)})";
        return state switch
        {
            CheckState.Missing => BenchmarkTexts.PeriodMissing.With(days),
            CheckState.ToCome => BenchmarkTexts.PeriodToCome.With(days),
            CheckState.Hidden => BenchmarkTexts.PeriodHidden.With(days),
            _ => BenchmarkTexts.PeriodThere.With(days),
        };
    }
}
