using System.Net;
using Throughline.Tests.Support;

namespace Throughline.Tests.Plans;

public sealed class PlanMapTests
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_map_says_where_the_chain_breaks_and_why(string provider)
    {
        await using var site = await PlanSite.StartAsync(provider);
        var page = await site.PageAsync(PlanSite.School);
        Assert.Equal("Sustainable Improvement Plan 2024–27, year 2 of 3", page.QuerySelector(".crumb").Words());
        Assert.Equal("The chain breaks in two places.", page.QuerySelector(".lede b").Words());
        Assert.Equal(
            [
                "Break: change not reaching results Early evidence is on track, yet results have stayed at 34–35% since Oct. See A1-S1",
                "Break: done, but no evidence The activities are done or on track, but no evidence has come in for 73 days. See B1-E1",
            ],
            page.Words("[data-break]"));
        Assert.Equal("/s/00010002/b/A1-S1", page.QuerySelector("[data-break] a")!.GetAttribute("href"));
        Assert.Equal(["Activities", "Early evidence of change"], page.Words(".stop.precut h4").Order(StringComparer.Ordinal));
        Assert.Equal(["Early evidence of change", "Short-term outcomes"], page.Words(".stop.cut h4").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_station_says_how_its_stage_stands()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var page = await site.PageAsync(PlanSite.School);
        Assert.Equal(
            [
                "Initiative", "1 of 1 done", "On track", "Off track", "Not yet due",
                "Initiative", "Nothing here yet", "On track", "Nothing here yet", "Shared with A1",
                "Initiative", "1 of 1 done", "No data", "Drafts only", "Nothing here yet",
            ],
            page.Words(".station"));
        Assert.Equal(["District"], page.Words(".roots .tag"));
        Assert.Contains("Turnaround practices 1 and 2 Led by assistant principal", page.Words(".init .q"));
        Assert.Equal("B1-S1 Fewer students fail a course Not in force yet Draft", page.Words("a.bm").Last());
        Assert.Equal(8, page.QuerySelectorAll(".key .st").Length);
    }

    [Fact]
    public async Task The_outline_holds_all_that_the_picture_does()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var (map, outline) = (await site.PageAsync(PlanSite.School), await site.PageAsync(PlanSite.School + "?view=outline"));
        Assert.Equal(map.QuerySelectorAll("a.bm").Select(a => a.GetAttribute("href")), outline.QuerySelectorAll("main li a[href*='/b/']").Select(a => a.GetAttribute("href")));
        Assert.Equal(map.Words("[data-break]"), outline.Words(".brk"));
        Assert.Equal(2, outline.QuerySelectorAll("main h2").Length);
        Assert.Equal(3, outline.QuerySelectorAll("main h3").Length);
    }

    [Fact]
    public async Task Only_breaks_leaves_out_the_lines_that_hold()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var page = await site.PageAsync(PlanSite.School + "?only=breaks");
        Assert.Equal(["A1 Read, talk, write routine in every core class", "B1 Two-week support cycle"], page.Words(".init h3"));
        Assert.Equal("The chain breaks in two places.", page.QuerySelector(".lede b").Words());
    }

    [Fact]
    public async Task A_group_is_chosen_by_the_address_and_stays_in_every_way_on()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var page = await site.PageAsync(PlanSite.School + "?g=english_learner");
        Assert.Equal("English learners", page.QuerySelector("[aria-label='Student group'] [aria-current]").Words());
        Assert.Contains("A-F1 State English test, meeting or exceeding No figures for this group", page.Words("a.bm"));
        Assert.Equal("/s/00010002/plan?view=outline&g=english_learner", page.QuerySelector("[data-outline]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_a_plan_those_who_may_start_one_see_how()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name, withPlan: false);
        var page = await site.PageAsync(PlanSite.School);
        Assert.Equal("/s/00010002/plan/new", page.QuerySelector("main .btn")!.GetAttribute("href"));
        await site.Site.SignInAsync(PlanSite.Reader);
        page = await site.PageAsync(PlanSite.School);
        Assert.Null(page.QuerySelector("main .btn"));
        Assert.Contains("Those who lead the work here can start it.", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/write", HttpStatusCode.Forbidden)]
    [InlineData("/edit", HttpStatusCode.Forbidden)]
    [InlineData("/new", HttpStatusCode.Forbidden)]
    [InlineData("/objectives/1", HttpStatusCode.Forbidden)]
    [InlineData("/history", HttpStatusCode.OK)]
    [InlineData("/history/objective/1", HttpStatusCode.OK)]
    [InlineData("?plan=77", HttpStatusCode.NotFound)]
    [InlineData("?g=nobody&view=x&only=y", HttpStatusCode.OK)]
    public async Task Whoever_reads_a_plan_does_not_write_it(string rest, HttpStatusCode status)
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        await site.Site.SignInAsync(PlanSite.Reader);
        using var answer = await site.Site.Client.GetAsync(PlanSite.School + rest);
        Assert.Equal(status, answer.StatusCode);
    }
}
