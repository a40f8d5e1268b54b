using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>What can be chosen in the form of a benchmark.</summary>
/// <param name="Measures">Those that the words can mean first, then the catalog, then one of the plan's own.</param>
/// <param name="People">Who has a role in the organization.</param>
public sealed record WorkbenchOptions(IReadOnlyList<SelectListItem> Measures, IReadOnlyList<SelectListItem> People)
{
    public static IReadOnlyList<SelectListItem> Units { get; } =
        [.. Enum.GetValues<Unit>().Select(u => new SelectListItem(BenchmarkChart.UnitWord(u), u.Name()))];

    public static IReadOnlyList<SelectListItem> Directions { get; } =
    [
        new(BenchmarkTexts.HigherIsBetter, Direction.Increase.Name()),
        new(BenchmarkTexts.LowerIsBetter, Direction.Decrease.Name()),
    ];

    public static IReadOnlyList<SelectListItem> Samples { get; } = [new(BenchmarkTexts.FullCount, ""), new(BenchmarkTexts.ASample, "yes")];

    public static IReadOnlyList<SelectListItem> HowOften { get; } =
        [new(BenchmarkTexts.EveryAsMeasured, ""), .. Cadences.Offered.Select(c => new SelectListItem(Cadences.Name(c), c))];

    public static IReadOnlyList<SelectListItem> Counted { get; } =
    [
        new(BenchmarkTexts.CountsStudents, nameof(Model.Counted.Students)),
        new(BenchmarkTexts.CountsRooms, nameof(Model.Counted.Rooms)),
        new(BenchmarkTexts.CountsOther, nameof(Model.Counted.Other)),
    ];

    public static async Task<WorkbenchOptions> LoadAsync(ThroughlineDb db, Here here, Understanding understood, DateOnly today, CancellationToken cancel)
    {
        var people = await db.Roles.AsNoTracking()
            .Where(r => r.OrganizationId == here.Organization.Id && r.FirstDay <= today && (r.LastDay == null || r.LastDay >= today))
            .Join(db.Accounts, r => r.AccountId, a => a.Id, (r, a) => new { a.Id, a.Name })
            .Distinct()
            .OrderBy(a => a.Name)
            .ToListAsync(cancel);
        var matched = understood.Reading.Measures.Select(m => m.Measure).DistinctBy(m => m.Id).ToList();
        var rest = MeasureCatalog.Default.Measures.Where(m => matched.TrueForAll(x => x.Id != m.Id)).OrderBy(m => m.Name, StringComparer.CurrentCulture);
        return new WorkbenchOptions(
            [
                new(matched is [var only] ? BenchmarkTexts.MeasureByWords.With(only.Name) : BenchmarkTexts.MeasureNotChosen, ""),
                new(BenchmarkTexts.MeasureOwn, Entry.Own),
                .. matched.Concat(rest).Select(m => new SelectListItem(m.Name, m.Id)),
            ],
            [new(BenchmarkTexts.Nobody, ""), .. people.Select(p => new SelectListItem(p.Name, $"{p.Id}"))]);
    }
}
