using Microsoft.EntityFrameworkCore;
using Throughline.Tests.Support;

namespace Throughline.Tests.Overview;

public sealed class MyWorkTests
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_leader_sees_what_is_late_whose_it_is_and_where_the_chain_breaks(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        var page = await site.PageAsync("/");
        Assert.Equal("1 thing is due this week.", page.QuerySelector(".lede").Words());
        var task = page.QuerySelector(".task")!;
        Assert.EndsWith("days late", task.QuerySelector(".late").Words(), StringComparison.Ordinal);
        Assert.Contains("Last figure Nov 30. Owner: student support team.", task.Words(), StringComparison.Ordinal);
        Assert.Equal("/s/s1/b/A1-E1/values", task.QuerySelector("a.btn")!.GetAttribute("href"));
        var thread = page.QuerySelector(".tstrip:not(.hide-n)")!;
        Assert.Equal("Breaks after activities: A1-E1 has no data (Last figure Nov 30)", thread.QuerySelector(".s").Words());
        Assert.Equal("Activities: Met; the chain breaks after this", thread.QuerySelector("li.cut svg")!.GetAttribute("aria-label"));
        Assert.Contains("More students will feel better.", page.QuerySelector("[aria-labelledby=h-drafts]").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task What_changed_since_the_last_visit_is_said_with_figure_and_path(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        Assert.Contains("This is your first visit.", (await site.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        await using (var db = site.Database.Context())
        {
            var account = await db.Accounts.SingleAsync(a => a.Name == OverviewSite.Principal);
            account.PreviousVisit = new DateTimeOffset(2025, 12, 2, 12, 0, 0, TimeSpan.Zero);
            await db.SaveChangesAsync();
        }

        await site.SignInAsync(OverviewSite.Principal);
        var section = (await site.PageAsync("/")).QuerySelector("[aria-labelledby=h-chg]")!;
        Assert.Contains("Tuesday, December 2, 2025, 12:00 pm", section.Words(), StringComparison.Ordinal);
        Assert.Contains("→changed toNo data", string.Concat(section.QuerySelectorAll("li").Select(l => l.TextContent)).Replace(" ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_team_member_sees_only_what_is_theirs_and_somebody_without_a_role_who_can_give_one(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        await site.SignInAsync(OverviewSite.Counselor);
        Assert.Empty((await site.PageAsync("/")).QuerySelectorAll("[aria-labelledby=h-due] .task"));
        await using (var db = site.Database.Context())
        {
            var benchmark = await db.Benchmarks.FirstAsync(b => b.Code == "A1-E1");
            benchmark.OwnerId = (await db.Accounts.SingleAsync(a => a.Name == OverviewSite.Counselor)).Id;
            await db.SaveChangesAsync();
        }

        Assert.Contains("You own it.", (await site.PageAsync("/")).QuerySelector(".task").Words(), StringComparison.Ordinal);
        await site.Database.AddAsync("Newcomer");
        await site.SignInAsync("Newcomer");
        var page = await site.PageAsync("/");
        Assert.Equal("You have no role yet", page.QuerySelector("h2").Words());
        Assert.Equal([OverviewSite.Administrator], page.Words("main li"));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_liaison_sees_the_schools_with_most_need_and_what_is_late(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        await site.SignInAsync(OverviewSite.Liaison);
        var page = await site.PageAsync("/");
        Assert.Contains("1 no data", page.QuerySelector("main .rows li").Words(), StringComparison.Ordinal);
        Assert.Contains("27 days late One system for support records", page.Body.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden Valley", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
