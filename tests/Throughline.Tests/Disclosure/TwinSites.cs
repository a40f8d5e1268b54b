using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Disclosure;

/// <summary>
/// The sample twice, alike in all that a reader without a grant may see and unlike in every figure that is hidden from
/// them. Whatever such a reader finds on one and not on the other, they learned from a hidden figure.
/// </summary>
internal sealed partial class TwinSites : IAsyncDisposable
{
    /// <summary>A group of fewer than ten in the sample's middle school, and a period for which somebody enters a figure.</summary>
    public const string SmallGroup = "american_indian";
    public const string Benchmark = "/s/tannery-hill/b/C1-S1";

    private const string Standings = "/state/standings";

    private TwinSites(RunningSite one, RunningSite other, IReadOnlyList<string> schools, int altered) =>
        (One, Other, Schools, Altered) = (one, other, schools, altered);

    public RunningSite One { get; }

    public RunningSite Other { get; }

    /// <summary>The codes of the sample's schools.</summary>
    public IReadOnlyList<string> Schools { get; }

    /// <summary>How many stored figures differ.</summary>
    public int Altered { get; }

    public static async Task<TwinSites> StartAsync(string provider)
    {
        var (one, other) = (await RunningSite.StartAsync(provider), await RunningSite.StartAsync(provider));
        var altered = await AlterAsync(other);
        await EnterAsync(one, "3");
        await EnterAsync(other, "5");
        await using var db = one.Database.Context();
        var schools = await db.Plans.Join(db.Organizations, p => p.OrganizationId, o => o.Id, (p, o) => o)
            .Where(o => o.Kind == OrganizationKind.School).Select(o => o.Code).Distinct().OrderBy(c => c).ToListAsync();
        return new TwinSites(one, other, schools, altered);
    }

    /// <summary>What an address answers on both, without the tokens of its forms.</summary>
    public async Task<(string One, string Other)> AskAsync(string address) => (await AskAsync(One, address), await AskAsync(Other, address));

    public async Task SignInAsync(string who)
    {
        await One.SignInAsync(who);
        await Other.SignInAsync(who);
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
    }

    /// <summary>Gives every figure that is hidden from a reader without a grant another numerator or value.</summary>
    private static async Task<int> AlterAsync(RunningSite site)
    {
        await using var db = site.Database.Context();
        var altered = 0;
        foreach (var plan in await db.Plans.AsNoTracking().Select(p => p.Id).ToListAsync())
        {
            var picture = await site.Service<Pictures>().GetAsync(plan, RunningSite.Today, new Audience(FewStudents: false, FewRooms: false), default);
            var hidden = picture!.Benchmarks
                .SelectMany(b => b.Groups, (b, g) => (b.Benchmark.Id, g.Group, Periods: g.Checks.Where(c => g.IsHidden || c.State == CheckState.Hidden).Select(c => c.Period.End).ToHashSet()))
                .Where(x => x.Periods.Count > 0)
                .ToDictionary(x => (x.Id, x.Group), x => x.Periods);
            foreach (var tally in await db.Tallies.Where(t => t.PlanId == plan).ToListAsync())
            {
                if (hidden.TryGetValue((tally.BenchmarkId, tally.Group), out var periods) && periods.Contains(tally.PeriodEnd))
                {
                    altered++;
                    tally.Numerator = tally.Numerator < tally.Denominator ? tally.Numerator + 1 : tally.Numerator - 1;
                    tally.Value += 1;
                }
            }
        }

        await db.SaveChangesAsync();
        return altered;
    }

    private static async Task EnterAsync(RunningSite site, string numerator)
    {
        await site.SignInAsync("Principal");
        var fields = (await site.PageAsync($"{Benchmark}/values?g={SmallGroup}")).FieldsOf();
        var answer = await site.PostAsync(
            $"{Benchmark}/values", fields, ("Entry.Group", SmallGroup), ("Entry.Period", "2026-01-01/2026-01-31"), ("Entry.Numerator", numerator), ("Entry.Denominator", "8"));
        Assert.True(answer.Location is not null, answer.Page.QuerySelector("main")?.TextContent);
    }

    private static async Task<string> AskAsync(RunningSite site, string address)
    {
        var said = "";
        // The state's standings are made in the background; their page says how far that is.
        for (var i = 0; i < 5000 && (i == 0 || (address == Standings && said.Contains(OverviewTexts.StandingsMaking, StringComparison.Ordinal))); i++)
        {
            using var response = await site.Client.GetAsync(address);
            said = $"{response.StatusCode}\n{Plain(await response.Content.ReadAsStringAsync())}";
        }

        return said;
    }

    private static string Plain(string answer) => Token().Replace(answer, "");

    [GeneratedRegex("""(?<=name="(form-token|Key|[A-Za-z.]*Key)"[^>]*value=")[^"]*""")]
    private static partial Regex Token();
}
