using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.States;

/// <summary>A district with what its schools' plans come to.</summary>
public sealed record DistrictLine(
    Organization District, int Schools, int Plans, int Published, DateTimeOffset? Latest, IReadOnlyDictionary<Status, int> Counts)
{
    public int Of(Status status) => Counts.GetValueOrDefault(status);
}

/// <summary>The state's districts: how many schools and plans, how fresh, and where their benchmarks stand.</summary>
[Needs(Right.See)]
public sealed class IndexModel(Standings standings) : PageModel
{
    public const string Address = "/state";

    private const int PageSize = 50;
    private const int MostLetters = 100;

    public static readonly IReadOnlyList<Status> Shown =
        [Status.OffTrack, Status.NoData, Status.AtRisk, Status.OnTrack, Status.Met];

    public Organization State { get; private set; } = null!;

    public string Search { get; private set; } = "";

    public string Sort { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public int PageCount { get; private set; } = 1;

    public int All { get; private set; }

    public int Found { get; private set; }

    public IReadOnlyList<DistrictLine> Lines { get; private set; } = [];

    public StandingsSoFar Standing { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var here = HttpContext.Here();
        State = here.Organization;
        Standing = await standings.SoFarAsync(HttpContext.Clock().Today, cancel);
        var query = Request.Query;
        Search = query["q"].ToString().Trim() is var typed && typed.Length > MostLetters ? typed[..MostLetters] : typed;
        Sort = query["sort"].ToString() is "schools" or "plans" or "benchmarks" or "latest" or "need" ? query["sort"].ToString() : "name";
        var tree = here.Viewer.Tree;
        var districts = tree.Under(State).Where(o => o.Kind == OrganizationKind.District).ToList();
        All = districts.Count;
        var found = districts
            .Where(d => Search.Length == 0
                || d.Name.Contains(Search, StringComparison.OrdinalIgnoreCase) || d.Code.Contains(Search, StringComparison.OrdinalIgnoreCase))
            .Select(d => Line(d, tree)).ToList();
        Found = found.Count;
        PageCount = Math.Max(1, (Found + PageSize - 1) / PageSize);
        Number = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, PageCount) : 1;
        Lines = [.. Sorted(found).Skip((Number - 1) * PageSize).Take(PageSize)];
    }

    public string Href(string? sort = null, int page = 1) =>
        $"{Address}?{(Search.Length > 0 ? $"q={Uri.EscapeDataString(Search)}&" : "")}sort={sort ?? Sort}{(page > 1 ? $"&page={page}" : "")}";

    private IEnumerable<DistrictLine> Sorted(List<DistrictLine> lines) => Sort switch
    {
        "schools" => lines.OrderByDescending(l => l.Schools),
        "plans" => lines.OrderByDescending(l => l.Plans),
        "benchmarks" => lines.OrderByDescending(l => l.Published),
        "latest" => lines.OrderByDescending(l => l.Latest),
        "need" => lines.OrderByDescending(l => l.Of(Status.OffTrack)).ThenByDescending(l => l.Of(Status.NoData)).ThenByDescending(l => l.Of(Status.AtRisk)),
        _ => lines,
    };

    private DistrictLine Line(Organization district, OrganizationTree tree)
    {
        var schools = tree.Under(district).ToList();
        var known = schools.Append(district).SelectMany(o => Standing.ByOrganization[o.Id]).ToList();
        var counts = known.SelectMany(s => s.Counts).GroupBy(c => c.Key, c => c.Value).ToDictionary(g => g.Key, g => g.Sum());
        return new DistrictLine(district, schools.Count, known.Count, known.Sum(s => s.Published), known.Max(s => s.Latest), counts);
    }
}

/// <summary>How far the standings are; the page loads itself again until they are all there.</summary>
[Needs(Right.See)]
public sealed class StandingsModel(Standings standings) : PageModel
{
    public StandingsSoFar Standing { get; private set; } = null!;

    public string Time { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var clock = HttpContext.Clock();
        Standing = await standings.SoFarAsync(clock.Today, cancel);
        Time = Ui.Dates.Time(TimeZoneInfo.ConvertTime(clock.Now, clock.Zone));
        if (!Standing.IsWhole)
        {
            // The address is that of this page; ten seconds, without script.
            Response.Headers["Refresh"] = "10";
        }
    }
}
