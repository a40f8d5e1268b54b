using System.Globalization;
using System.Text.RegularExpressions;
using Throughline.Tests.Site;
using Throughline.Tests.Support;

namespace Throughline.Tests.Disclosure;

/// <summary>The gate for small groups, walked over every page and every file that somebody without a grant can open.</summary>
public sealed partial class GateWalkTests
{
    private const int Minimum = 10;

    /// <summary>The accounts of the sample without a grant, with the schools that they can open.</summary>
    private static readonly (string Who, bool IsOneSchool)[] Readers =
    [
        ("School council member", true), ("Principal", true), ("ELA coach", true), ("District liaison", false), ("State reviewer", false),
    ];

    private static readonly string[][] Families =
    [
        ["american_indian", "asian", "black", "hispanic", "multi_race", "pacific_islander", "white"],
        ["female", "male", "nonbinary"],
        ["grade_6", "grade_7", "grade_8", "grade_9", "grade_10", "grade_11", "grade_12"],
    ];

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task No_page_and_no_file_tells_anything_of_a_hidden_figure(string provider)
    {
        await using var sites = await TwinSites.StartAsync(provider);
        Assert.True(sites.Altered > 50, $"Only {sites.Altered} figures of the sample are hidden.");
        var asked = 0;
        foreach (var (who, isOneSchool) in Readers)
        {
            await sites.SignInAsync(who);
            foreach (var address in await AddressesAsync(sites, who, isOneSchool ? ["tannery-hill"] : sites.Schools))
            {
                var (one, other) = await sites.AskAsync(address);
                Assert.True(one == other, $"{who} learns from {address}: {Difference(one, other)}");
                asked += one.StartsWith("OK\n", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(asked > 500, $"Only {asked} addresses were asked.");
    }

    [Theory]
    [Sqlite]
    public async Task Somebody_with_the_grant_sees_what_the_others_do_not(string provider)
    {
        await using var sites = await TwinSites.StartAsync(provider);
        await sites.SignInAsync("Registrar");
        foreach (var address in new[] { $"{TwinSites.Benchmark}?g={TwinSites.SmallGroup}", $"{TwinSites.Benchmark}.csv", "/s/tannery-hill/progress?open=C1-S1" })
        {
            var (one, other) = await sites.AskAsync(address);
            Assert.NotEqual(one, other);
        }
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task No_file_shows_fewer_than_ten_students_nor_lets_them_be_subtracted(string provider)
    {
        await using var sites = await TwinSites.StartAsync(provider);
        await sites.SignInAsync("State reviewer");
        var tables = 0;
        foreach (var benchmark in (await BenchmarksAsync(sites, sites.Schools)).Where(b => !b.EndsWith("/b/", StringComparison.Ordinal)))
        {
            var json = await sites.One.Client.GetStringAsync(benchmark + ".json");
            if (!json.Contains("\"english_learner\"", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var period in Rows(await sites.One.Client.GetStringAsync(benchmark + ".csv")).Where(r => r.Size is not null).GroupBy(r => r.Period))
            {
                var sizes = period.ToDictionary(r => r.Group, r => r.Size!.Value);
                Assert.All(sizes, s => Assert.True(s.Value is 0 or >= Minimum, $"{benchmark} {period.Key}: {s.Key} is {s.Value}"));
                foreach (var family in Families.Where(f => f.Any(sizes.ContainsKey) && sizes.ContainsKey("all")))
                {
                    var rest = sizes["all"] - family.Where(sizes.ContainsKey).Sum(g => sizes[g]);
                    Assert.True(rest is 0 or >= Minimum, $"{benchmark} {period.Key}: all less {string.Join(", ", family.Where(sizes.ContainsKey))} is {rest}");
                }

                foreach (var (group, size) in sizes.Where(s => s.Key != "all"))
                {
                    Assert.True(!sizes.TryGetValue("all", out var all) || all - size is 0 or >= Minimum, $"{benchmark} {period.Key}: all but {group}");
                }

                tables++;
            }
        }

        Assert.True(tables > 100, $"Only {tables} periods were looked at.");
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(TwinSites sites, string who, IReadOnlyList<string> schools)
    {
        var addresses = SitePages.All.Where(p => p.IsSample && p.Who == who && p.Then is null).Select(p => p.Address)
            .Where(a => !a.EndsWith("/nowhere", StringComparison.Ordinal)).ToList();
        foreach (var benchmark in await BenchmarksAsync(sites, schools))
        {
            addresses.AddRange([benchmark, benchmark + ".csv", benchmark + ".json", benchmark + "/history"]);
        }

        foreach (var school in schools.Select(s => "/s/" + s))
        {
            addresses.AddRange([$"{school}/plan", $"{school}/plan?view=outline", $"{school}/plan?g={TwinSites.SmallGroup}", $"{school}/progress", $"{school}/progress.csv", $"{school}/progress?g={TwinSites.SmallGroup}"]);
        }

        addresses.AddRange(["/", "/search?q=american", $"{TwinSites.Benchmark}?g={TwinSites.SmallGroup}", $"{TwinSites.Benchmark}.csv?g={TwinSites.SmallGroup}",
            $"{TwinSites.Benchmark}/rows?g=all&on=2026-01-31", "/s/tannery-hill/progress?open=C1-S1", "/s/tannery-hill/progress.csv?open=C1-S1"]);
        if (who is "Principal" or "ELA coach")
        {
            addresses.AddRange([$"{TwinSites.Benchmark}/values", $"{TwinSites.Benchmark}/values?g={TwinSites.SmallGroup}", $"{TwinSites.Benchmark}/edit"]);
        }

        if (schools.Count > 1)
        {
            addresses.AddRange(["/d/ashmere/schools", "/d/ashmere/schools.csv", $"/d/ashmere/schools?g={TwinSites.SmallGroup}", $"/d/ashmere/schools.csv?g={TwinSites.SmallGroup}", "/d/ashmere/progress"]);
        }

        return [.. addresses.Distinct().Where(a => !a.EndsWith("/no-right", StringComparison.Ordinal) && IsOpenTo(who, a))];
    }

    /// <summary>Pages that this account has no right to are the access walk's.</summary>
    private static bool IsOpenTo(string who, string address) => who != "School council member" || !(address.EndsWith("/edit", StringComparison.Ordinal) || address.EndsWith("/write", StringComparison.Ordinal));

    /// <summary>The addresses of all benchmarks, as the pages of the plans lead to them.</summary>
    private static async Task<IReadOnlyList<string>> BenchmarksAsync(TwinSites sites, IReadOnlyList<string> schools)
    {
        var found = new List<string>();
        foreach (var school in schools)
        {
            var page = await sites.One.PageAsync($"/s/{school}/plan");
            found.AddRange(page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => BenchmarkAddress().IsMatch(h)));
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<(string Group, string Period, long? Size)> Rows(string csv)
    {
        var lines = csv.TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',')).ToList();
        var (group, start, end, size) = (lines[0].IndexOf("group"), lines[0].IndexOf("period_start"), lines[0].IndexOf("period_end"), lines[0].IndexOf("denominator"));
        return lines.Skip(1).Select(l => (l[group], l[start] + "/" + l[end], l[size].Length == 0 ? (long?)null : long.Parse(l[size], CultureInfo.InvariantCulture)));
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        var from = Math.Max(0, at - 80);
        return $"…{one[from..Math.Min(one.Length, at + 60)]}… and …{other[from..Math.Min(other.Length, at + 60)]}…";
    }

    [GeneratedRegex(@"^/s/[^/]+/b/[^/?]+$")]
    private static partial Regex BenchmarkAddress();
}
