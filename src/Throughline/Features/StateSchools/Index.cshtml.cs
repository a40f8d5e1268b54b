using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.StateSchools;

/// <summary>The schools that a benchmark of the state speaks of, and how each stands.</summary>
[Needs(Right.See)]
public sealed class IndexModel(StateBenchmarks benchmarks, ThroughlineDb db) : PageModel
{
    public const string Address = "/state/schools";

    /// <summary>The benchmarks there are to choose from.</summary>
    public IReadOnlyList<Benchmark> Choices { get; private set; } = [];

    /// <summary>Null where no benchmark speaks of schools yet.</summary>
    public JudgedBenchmark? Judged { get; private set; }

    public SchoolsQuery Query { get; private set; } = new();

    /// <summary>What of the address was not understood.</summary>
    public IReadOnlyList<string> Notices { get; private set; } = [];

    public SchoolList List { get; private set; } = new([], new SchoolsQuery(), Direction.Increase);

    /// <summary>The districts of the schools judged, by name.</summary>
    public IReadOnlyList<Organization> Districts { get; private set; } = [];

    /// <summary>Why schools have no verdict, a sentence a reason; empty where every school has one.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>What an empty installation already has.</summary>
    public (bool Schools, bool Plan) Has { get; private set; }

    public Wording Words { get; } = new(CultureInfo.CurrentUICulture);

    public Measure Measure => Judged!.Measure;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var reader = new SchoolsQueryReader(Request.Query);
        (Query, Notices) = (reader.Read(), reader.Notices);
        Choices = await benchmarks.AllAsync(cancel);
        if (StateBenchmarks.Chosen(Choices, Query) is not { } chosen)
        {
            Has = (await db.Organizations.AnyAsync(o => o.Kind == OrganizationKind.School, cancel),
                await db.Plans.AnyAsync(p => p.Organization!.Kind == OrganizationKind.State, cancel));
            return Query.Benchmark is null ? Page() : NotFound();
        }

        Judged = await benchmarks.JudgeAsync(chosen, Query, cancel);
        var rows = SchoolRow.All(Judged);
        Districts = [.. Judged.Members.Select(m => m.Parent).OfType<Organization>().DistinctBy(d => d.Id).OrderBy(d => d.Name, StringComparer.Ordinal)];
        Fit(reader.Notices);
        List = new SchoolList(rows, Query, Judged.Case.Benchmark.Direction);
        if (List.Page != Query.Page)
        {
            reader.Notices.Add(PageTexts.NoSuchPage.With(Query.Page, List.PageCount));
            Query = Query with { Page = List.Page };
        }

        Missing = [.. rows
            .Where(r => r.Answer.Status == Status.NoData && r.Missing != MissingFigure.None)
            .GroupBy(r => r.Missing)
            .OrderBy(g => g.Key)
            .Select(g => MissingSaid(g.Key, g.Count()))];
        return Page();
    }

    /// <summary>"ascending" or "descending" on the column that the list is sorted by.</summary>
    public string? AriaSort(SchoolSort column) => Query.Sort != column ? null : Query.IsDescending ? "descending" : "ascending";

    /// <summary>The pages to offer: the first, the last, and those around the one shown; 0 stands for a gap.</summary>
    public IEnumerable<int> Pages()
    {
        var last = 0;
        foreach (var page in Enumerable.Range(1, List.PageCount).Where(p => p == 1 || p == List.PageCount || Math.Abs(p - List.Page) <= 1))
        {
            if (page > last + 1)
            {
                yield return 0;
            }

            yield return last = page;
        }
    }

    private static string MissingSaid(MissingFigure missing, int schools) => (missing, schools) switch
    {
        (MissingFigure.NotPublished, 1) => PageTexts.NotPublishedOne,
        (MissingFigure.NotPublished, _) => PageTexts.NotPublishedCount.With(schools),
        (MissingFigure.NothingToCompare, 1) => PageTexts.NothingToCompareOne,
        (MissingFigure.NothingToCompare, _) => PageTexts.NothingToCompareCount.With(schools),
        (MissingFigure.RecordedLater, 1) => PageTexts.RecordedLaterOne,
        (MissingFigure.RecordedLater, _) => PageTexts.RecordedLaterCount.With(schools),
        (_, 1) => PageTexts.NeverCameOne,
        _ => PageTexts.NeverCameCount.With(schools),
    };

    /// <summary>A district that has no school here is not a filter.</summary>
    private void Fit(List<string> notices)
    {
        if (Query.District is { } code && Districts.All(d => d.Code != code))
        {
            notices.Add(PageTexts.NoSuchDistrict.With(SchoolsQueryReader.Shown(code)));
            Query = Query with { District = null };
        }
    }
}
