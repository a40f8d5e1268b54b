using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Progress;

/// <summary>The progress grid of a school's or a district's plan.</summary>
[Needs(Right.See)]
public sealed class IndexModel(Pictures pictures) : PageModel
{
    /// <summary>The order in which a sentence counts statuses.</summary>
    private static readonly Status[] Counted =
        [Status.Met, Status.OnTrack, Status.AtRisk, Status.OffTrack, Status.CannotTell, Status.NoData, Status.Hidden, Status.NotYetDue];

    public Organization Place { get; private set; } = null!;

    public PlanPicture? Picture { get; private set; }

    public GridQuery Query { get; private set; } = null!;

    /// <summary>Made when the page draws it.</summary>
    public ProgressGrid Grid => field ??= new ProgressGrid(Picture!, Query);

    /// <summary>"/s/00010003".</summary>
    public string Path { get; private set; } = "";

    public string Address => Path + "/progress";

    public bool MayWrite { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var here = HttpContext.Here();
        (Place, Path, MayWrite) = (here.Organization, Frame.PathOf(here.Organization), here.May(Right.Write));
        Query = GridQuery.Of(Request.Query);
        Picture = await pictures.InForceAsync(here.Viewer, here.Organization, HttpContext.Clock().Today, cancel);
    }

    /// <summary>"Sustainable Improvement Plan, year 2 of 3".</summary>
    public string Crumb()
    {
        var plan = Picture!.Plan;
        var (year, of) = (Picture.Year.EndYear - plan.FirstYear + 1, plan.LatestYear - plan.FirstYear + 1);
        return of > 1 && year >= 1 && year <= of ? OverviewTexts.PlanYear.With(plan.Name, year, of) : OverviewTexts.PlanIn.With(plan.Name, Dates.Short(Picture.Year));
    }

    /// <summary>"13 benchmarks of evidence and outcomes, judged each month they are measured: 1 met, 5 on track."</summary>
    public string Summary()
    {
        var whole = Query.Type is { } type ? Say.Types(type) : OverviewTexts.EvidenceAndOutcomes;
        var what = (Grid.Total == 1 ? OverviewTexts.OneBenchmarkOf : OverviewTexts.BenchmarksOf).With(Grid.Total, Lower(whole));
        var counts = Counted.Where(Grid.ByStatus.ContainsKey).Select(s => (s == Status.NoData ? OverviewTexts.CountWith : OverviewTexts.CountOf).With(Grid.ByStatus[s], Lower(Show.Word(s)))).ToList();
        var said = counts.Count == 0 ? OverviewTexts.Sentence.With(what) : OverviewTexts.SummaryCounts.With(what, string.Join(", ", counts));
        return Query.Group is { } group ? OverviewTexts.OfGroup.With(StudentGroups.Name(group), said) : said;
    }

    /// <summary>Whether a month stands on a phone too: this one and the one before.</summary>
    public bool IsShown(DateOnly month) => Query.AllMonths || (month <= Picture!.Today && month.AddMonths(2) > Picture.Today);

    public string Benchmark(BenchmarkPicture benchmark) => $"{Path}/b/{Uri.EscapeDataString(benchmark.Code)}";

    private static string Lower(string words) => words.ToLower(System.Globalization.CultureInfo.CurrentCulture);
}
