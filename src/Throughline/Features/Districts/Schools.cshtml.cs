using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Districts;

/// <summary>A district's schools by its priorities, and what it promised them.</summary>
[Needs(Right.See)]
public sealed class SchoolsModel(DistrictTables tables, Promises promises) : PageModel
{
    private const int MostNamed = 3;
    private const int MostSupports = 5;
    private const int LongWait = 30;

    public Organization District { get; private set; } = null!;

    public string Path { get; private set; } = "";

    public string Address => Path + "/schools";

    public SchoolsQuery Query { get; private set; } = null!;

    public DistrictTable Table { get; private set; } = null!;

    /// <summary>In the order that was asked for.</summary>
    public IReadOnlyList<DistrictRow> Rows { get; private set; } = [];

    internal SupportTable Supports { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    public string Year { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var here = HttpContext.Here();
        var today = HttpContext.Clock().Today;
        (District, Path, MayWrite) = (here.Organization, Frame.PathOf(here.Organization), here.May(Right.Write));
        Year = Dates.Short(SchoolYear.Of(today));
        Query = SchoolsQuery.Of(Request.Query);
        Table = await tables.GetAsync(here.Viewer, District, today, Query.Question, cancel);
    }

    /// <summary>Puts rows and supports in order; the page does so when it draws them.</summary>
    public async Task ArrangeAsync()
    {
        Rows = Query.Sorted(Table);
        Supports = new SupportTable(Table.Rows.Select(r => r.School), await promises.BySchoolAsync(HttpContext.RequestAborted), Table.Today, Path, MayWrite, MostSupports);
    }

    /// <summary>"Attendance is off track at Tannery Hill Middle School and Ashmere High School."</summary>
    public string Headline()
    {
        var said = Table.Priorities
            .Select((p, i) => (p.Name, Off: Rows.Where(r => r.Cells[i]?.Worst == Status.OffTrack).Select(r => r.School.Name).ToList()))
            .Where(x => x.Off.Count > 0)
            .OrderBy(x => x.Off.Count)
            .Select(x => x.Off.Count <= MostNamed
                ? OverviewTexts.OffTrackAt.With(x.Name, Listed(x.Off))
                : OverviewTexts.OffTrackAtMany.With(x.Name, x.Off.Count))
            .ToList();
        return said.Count > 0 ? string.Join(' ', said)
            : Rows.Any(r => r.Cells.Any(c => c is { Judged: > 0 })) ? OverviewTexts.NoneOffTrack
            : OverviewTexts.NothingJudgedHere;
    }

    public string School(DistrictRow row) => Frame.PathOf(row.School);

    /// <summary>Where a cell leads: the school's grid, with the same group and type.</summary>
    public string Cell(DistrictRow row)
    {
        var parts = new List<string>();
        if (Query.Type is { } type)
        {
            parts.Add("type=" + Words.Of(type));
        }

        if (Query.Group != GroupOrder.All[0])
        {
            parts.Add("g=" + Uri.EscapeDataString(Query.Group));
        }

        return $"{School(row)}/progress{(parts.Count > 0 ? "?" + string.Join('&', parts) : "")}";
    }

    public string SortBy(string column) => (Query with { Sort = column }).Href(Address);

    public string SortBy(Priority priority) => SortBy(priority.Id.ToString(CultureInfo.InvariantCulture));

    public string? AriaSort(string column) => Query.Sort != column ? null : column == SchoolsQuery.Name ? "ascending" : "descending";

    public static Status WaitMark(int days) => days > LongWait ? Status.OffTrack : Status.AtRisk;

    /// <summary>"A, B and C".</summary>
    private static string Listed(List<string> names) =>
        names.Count == 1 ? names[0] : OverviewTexts.And.With(string.Join(", ", names.SkipLast(1)), names[^1]);
}
