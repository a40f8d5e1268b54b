using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Overview;

public sealed class StateAndSearchTests
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Standings_are_made_in_the_background_and_summed_by_district(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        await site.SignInAsync(OverviewSite.StateStaff);
        await site.PageAsync("/state");
        for (var i = 0; i < 100 && !(await site.PageAsync("/state/standings")).QuerySelector("h2").Words().StartsWith("All", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
        }

        var page = await site.PageAsync("/state?sort=need");
        Assert.Equal(["Ashmere", "Elsewhere"], page.Words("tbody th"));
        Assert.Contains("3 3 9", page.QuerySelector("tbody tr").Words(), StringComparison.Ordinal);
        Assert.Contains("3 No data", page.QuerySelector("tbody tr").Words(), StringComparison.Ordinal);
        Assert.Equal(["Elsewhere"], (await site.PageAsync("/state?q=else")).Words("tbody th"));
        await site.SignInAsync(OverviewSite.Liaison);
        await site.PageAsync("/state", HttpStatusCode.NotFound);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Search_finds_what_one_may_see_and_nothing_else(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        var own = await site.PageAsync("/search?q=chronic");
        Assert.Equal(["A1-S1 Chronic absence Tannery Hill"], own.Words("main .rows li"));
        Assert.Equal("/s/s1/b/A1-S1", own.QuerySelector("main .rows a")!.GetAttribute("href"));
        Assert.Equal("Nothing found for “Hidden Valley”", (await site.PageAsync("/search?q=Hidden%20Valley")).QuerySelector("h2").Words());
        Assert.Contains("District liaison", (await AsAsync(OverviewSite.Administrator, "liaison")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await AsAsync(OverviewSite.Counselor, "liaison")).QuerySelectorAll("main .rows li"));
        Assert.Equal(4, (await AsAsync(OverviewSite.StateStaff, "CHRONIC")).QuerySelectorAll("main .rows li").Length);
        Assert.Equal(3, (await AsAsync(OverviewSite.Liaison, "chronic")).QuerySelectorAll("main .rows li").Length);
        Assert.Empty((await AsAsync(OverviewSite.Liaison, "%25")).QuerySelectorAll("main .rows li"));

        async Task<AngleSharp.Html.Dom.IHtmlDocument> AsAsync(string who, string text)
        {
            await site.SignInAsync(who);
            return await site.PageAsync($"/search?q={text}");
        }
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_samples_date_moves_forward_only_and_only_for_administrators_of_the_state(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        await site.PageAsync("/sample", HttpStatusCode.NotFound);
        await using (var db = site.Database.Context())
        {
            db.Settings.AddRange(new Setting { Name = Setting.SampleDay, Value = "2026-02-11" });
            if (!await db.Settings.AnyAsync(s => s.Name == Setting.Sample))
            {
                db.Settings.Add(new Setting { Name = Setting.Sample, Value = "1" });
            }

            await db.SaveChangesAsync();
        }

        Assert.Null((await site.PageAsync("/sample")).QuerySelector("main form"));
        await site.SignInAsync(OverviewSite.Administrator);
        using var back = await site.SendAsync("/sample", ("Day", "2026-02-10"));
        Assert.Contains("Choose a date after Feb 11, 2026", await back.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var late = await site.SendAsync("/sample", ("Day", "2026-03-01"), ("Version", "2026-02-01"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        (await site.SendAsync("/sample", ("Day", "2026-03-01"))).IsRedirect("/sample");
        Assert.Contains("Sunday, March 1, 2026", (await site.PageAsync("/")).QuerySelector(".crumb").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Help_pages_are_for_everybody(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        using var anybody = site.NewClient(null);
        foreach (var address in new[] { "/help/keyboard", "/accessibility", "/privacy" })
        {
            using var response = await anybody.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.NotNull((await site.PageAsync("/help/keyboard")).QuerySelector("button[data-keys]"));
    }
}
