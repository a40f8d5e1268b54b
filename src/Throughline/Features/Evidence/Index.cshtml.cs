using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Evidence;

/// <summary>Where a school's evidence comes from, how fresh each source is, and the ways to bring some in. No figure stands here.</summary>
[Needs(Right.See)]
public sealed class IndexModel(Database database, ThroughlineDb db, Pictures pictures) : PageModel
{
    public Here Here => HttpContext.Here();

    public SiteClock Clock => HttpContext.Clock();

    public string Path => Frame.PathOf(Here.Organization);

    public bool MayEnter => Here.May(Right.Enter);

    public bool MayWrite => Here.May(Right.Write);

    /// <summary>The plan in force; null where there is none.</summary>
    public PlanPicture? Plan { get; private set; }

    /// <summary>The stalest first.</summary>
    internal IReadOnlyList<SourceRow> Rows { get; private set; } = [];

    /// <summary>"17 visits in February so far."; null where no benchmark asks for visits.</summary>
    public string? VisitsSoFar { get; private set; }

    /// <summary>Files of this person that are on their way in.</summary>
    public IReadOnlyList<(int Id, string Kind, string FileName)> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? number, CancellationToken cancel)
    {
        Plan = await PlanInForce.FindAsync(HttpContext, pictures);
        if (Plan is null)
        {
            return Page();
        }

        if (number is not null && Plan.Find(number) is { IsDraft: false } chosen)
        {
            // A list cannot lead to a page by itself.
            return LocalRedirect($"{Path}/b/{Uri.EscapeDataString(chosen.Code)}/values");
        }

        var (here, who) = (Here.Organization.Id, Here.Viewer.Id);
        Waiting = [.. (await db.Uploads.AsNoTracking().Where(u => u.OrganizationId == here && u.AccountId == who && u.RecordedAt == null)
            .OrderByDescending(u => u.Id).Select(u => new { u.Id, u.Kind, u.FileName }).ToListAsync(cancel)).Select(u => (u.Id, u.Kind, u.FileName))];
        Rows = [.. (await new PlanSources(database).OfAsync(Plan, cancel))
            .Select(s => new SourceRow(s, s.Next(new SchoolYear(Plan.Plan.FirstYear).Start, Clock.Zone), Clock.Today))
            .OrderByDescending(r => r.Age).ThenBy(r => r.Next?.Due ?? DateOnly.MaxValue).ThenBy(r => r.Name, StringComparer.CurrentCulture)];
        if (VisitQuestion.Of(Plan, await OwnMeasures.CatalogAsync(db, cancel)).Count > 0)
        {
            VisitsSoFar = await VisitsOfMonth.SayAsync(database, Here.Organization.Id, Clock.Today, cancel);
        }

        return Page();
    }

    internal string HrefOf(BenchmarkPicture benchmark) => $"{Path}/b/{Uri.EscapeDataString(benchmark.Code)}";

    internal string HrefOf(SourceRow row) => $"{Path}/evidence/source?of={Uri.EscapeDataString(row.Source.Kind)}";

    /// <summary>When it last came in: a day, with the hour where it came by itself.</summary>
    internal string Last(SourceRow row) => row.Source.Last is not { } at ? SourceTexts.Never
        : row.Source.IsByHand ? Dates.Short(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Clock.Zone).DateTime)) : SourceRow.DayAndTime(at, Clock.Zone);
}
