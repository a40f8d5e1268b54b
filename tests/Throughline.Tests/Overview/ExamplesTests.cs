using Throughline.Tests.Support;

namespace Throughline.Tests.Overview;

public sealed class ExamplesTests
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task An_example_is_found_by_its_words_and_starts_a_statement_where_it_belongs(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        var all = await site.PageAsync("/s/s1/examples");
        Assert.True(all.QuerySelectorAll("main .rows li").Length >= 60);

        var page = await site.PageAsync("/s/s1/examples?q=shared+curriculum&practice=2&focus=educators&span=high&under=A1");
        Assert.Contains("70% of teachers will teach from the shared curriculum", page.QuerySelector("main .rows li p").Words(), StringComparison.Ordinal);
        var start = Assert.Single(page.QuerySelectorAll("main .rows a")).GetAttribute("href")!;
        Assert.Equal("/s/s1/b/new?under=A1&type=early_evidence&example=p2-curriculum-use", start);

        var workbench = await site.PageAsync(start);
        Assert.StartsWith("By XX date, XX% of teachers will teach from the shared curriculum", workbench.QuerySelector("textarea")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/s/s1/examples?under=A1", workbench.QuerySelector("a[href*='/examples']")!.GetAttribute("href"));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_final_outcome_starts_under_the_objective_and_an_unknown_example_starts_nothing(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        var page = await site.PageAsync("/s/s1/examples?q=financial+aid");
        Assert.Single(page.QuerySelectorAll("main .rows li"));
        var final = await site.PageAsync("/s/s1/examples?q=pass+all+courses&under=A1");
        Assert.StartsWith("/s/s1/b/new?under=A&type=final_outcome&", final.QuerySelector("main .rows a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("", (await site.PageAsync("/s/s1/b/new?under=A1&example=nothing")).QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("No example has all of that", (await site.PageAsync("/s/s1/examples?q=zzz")).QuerySelector("main h2").Words());
    }
}
