using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Tests.Support;

namespace Throughline.Tests.Overview;

public sealed class DistrictTests
{
    /// <summary>Task 9: from landing, one click to the schools, a group chosen and applied, and the supports below.</summary>
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Three_clicks_say_where_english_learners_are_off_track_and_what_the_district_owes_them(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        await site.SignInAsync(OverviewSite.Liaison);
        Assert.NotNull((await site.PageAsync("/")).QuerySelector("a[href='/d/d1/schools']"));
        Assert.NotNull((await site.PageAsync("/d/d1/schools")).QuerySelector("#f-g option[value=english_learner]"));
        var page = await site.PageAsync("/d/d1/schools?g=english_learner&type=&sort=need");
        Assert.Equal("English learners. Attendance is off track at Tannery Hill.", page.QuerySelector(".lede").Words());
        Assert.Equal(["Tannery Hill 6–8", "Millrace 6–8", "Cobbler’s Green 6–8"], page.Words("tbody th[scope=row]").Take(3));
        var cells = page.QuerySelectorAll("table.heat tbody tr");
        Assert.Equal("138", cells[0].QuerySelector("td.num").Words());
        Assert.Equal("0/1", cells[0].QuerySelector("td.off a").Words());
        Assert.Equal("/s/s1/progress?g=english_learner", cells[0].QuerySelector("td.off a")!.GetAttribute("href"));
        Assert.Equal("hidden", cells[2].QuerySelector("td.num").Words());
        Assert.Single(cells[2].QuerySelectorAll("td.sup"));
        Assert.Contains("1 cell is hidden for this group.", page.QuerySelector(".note").Words(), StringComparison.Ordinal);
        Assert.Contains("73 days", cells[0].Words(), StringComparison.Ordinal);
        Assert.Equal("1 late, 1 on time, 0 delivered. Late first.", page.QuerySelector("#supports .sub").Words());
        Assert.StartsWith("One system for support records Tannery Hill Student services Jan 15 27 days late", page.QuerySelector("#supports tbody tr").Words(), StringComparison.Ordinal);
        var csv = await site.Client.GetStringAsync("/d/d1/schools.csv?g=english_learner");
        Assert.Contains("s1,Tannery Hill,english_learner,138,Attendance,off_track,0,1,73,1,2026-02-11", csv, StringComparison.Ordinal);
        Assert.Contains("english_learner,hidden,Attendance,hidden,,,", csv, StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_support_is_made_once_changed_once_and_answered_by_the_school(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        await site.SignInAsync(OverviewSite.Liaison);
        var bad = await site.SendAsync("/d/d1/supports/new", ("Text", ""), ("School", "x1"));
        Assert.Contains("Choose the school it was promised to", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (string, string)[] answers = [("School", "s2"), ("Text", "Interpreter hours"), ("Owner", "Family office"), ("PromisedFor", "2026-01-30"), ("Key", "k1")];
        (await site.SendAsync("/d/d1/supports/new", answers)).IsRedirect("/d/d1/supports");
        (await site.SendAsync("/d/d1/supports/new", answers)).IsRedirect("/d/d1/supports");
        await using var db = site.Database.Context();
        var made = await db.Supports.SingleAsync(s => s.Text == "Interpreter hours");
        var address = $"/d/d1/supports/{made.Id}";
        (await site.SendAsync(address, ("Text", "Interpreter hours, day two"))).IsRedirect("/d/d1/supports");
        using var clash = await site.SendAsync(address, ("Version", "1"), ("Text", "Something else"));
        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        var both = await clash.Content.ReadAsStringAsync();
        Assert.Contains("<ins>Something else</ins>", both, StringComparison.Ordinal);
        Assert.Contains("<ins>Interpreter hours, day two</ins>", both, StringComparison.Ordinal);
        Assert.Equal(2, await db.Events.CountAsync(e => e.Subject == "support" && e.SubjectId == made.Id));

        await site.SignInAsync(OverviewSite.Principal);
        var own = await db.Supports.FirstAsync(s => s.Text.StartsWith("One system"));
        (await site.SendAsync($"/s/s1/supports/{own.Id}", ("Says", "Blocks B1-E1"))).IsRedirect("/s/s1/supports");
        Assert.Contains("Blocks B1-E1", (await site.PageAsync("/s/s1/supports")).Body.Words(), StringComparison.Ordinal);
        await site.PageAsync($"/s/s1/supports/{made.Id}", HttpStatusCode.NotFound);
        await site.PageAsync("/d/d1/supports/new", HttpStatusCode.NotFound);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Priorities_are_saved_as_one_list_and_those_in_use_stay(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        await site.SignInAsync(OverviewSite.Liaison);
        var inUse = await site.SendAsync("/d/d1/priorities", ("Lines[0].Name", ""));
        Assert.Contains("is served by 4 initiatives", await inUse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await site.SendAsync("/d/d1/priorities", ("Lines[0].Place", "5"), ("Lines[2].Name", "Literacy"))).IsRedirect("/d/d1/schools");
        Assert.Equal(["Belonging", "Literacy", "Attendance"], (await site.PageAsync("/d/d1/schools")).Words("table.heat thead th").Skip(2).Take(3));
        using var clash = await site.SendAsync("/d/d1/priorities", ("Version", "old"), ("Lines[1].Name", "Math"));
        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
    }
}
