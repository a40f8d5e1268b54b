using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Plans;

public sealed class PlanWritingTests
{
    private const string Write = PlanSite.School + "/write";

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_plan_is_written_from_its_start_to_its_first_activity(string provider)
    {
        await using var site = await PlanSite.StartAsync(provider, withPlan: false);
        Assert.Equal("/s/00010002/plan/write?plan=1", await GoAsync(site.SendAsync(
            PlanSite.School + "/new", ("Kind", "sustainable_improvement"), ("Name", " Sustainable Improvement Plan 2025–28 "), ("First", "2026"), ("Latest", "2028"))));
        Assert.Equal(Write + "#objective-1", await GoAsync(site.SendAsync(PlanSite.School + "/objectives/new", ("Title", "Every lesson is read, talked and written about"))));
        Assert.Equal(Write + "#root_cause-1", await GoAsync(site.SendAsync(PlanSite.School + "/root-causes/new?objective=1", ("Text", "Tasks sat below grade level"), ("HeldBy", "District"))));
        Assert.Equal(Write + "#initiative-1", await GoAsync(site.SendAsync(
            PlanSite.School + "/initiatives/new?objective=1", ("Title", "Read, talk, write"), ("Lead", "ELA coach"), ("Practices", "3"), ("Practices", "2"), ("Practices", "9"))));
        Assert.Equal(Write + "#activity-1", await GoAsync(site.SendAsync(PlanSite.School + "/activities/new?initiative=1", ("Text", "Three sessions"), ("By", "2026-03-01"))));
        var page = await site.PageAsync(PlanSite.School);
        Assert.Equal("Sustainable Improvement Plan 2025–28, year 1 of 3", page.QuerySelector(".crumb").Words());
        Assert.Equal(["Tasks sat below grade level District"], page.Words(".roots li"));
        Assert.Equal("A1 Read, talk, write Turnaround practices 2 and 3 Led by ELA coach", string.Join(' ', page.Words(".init h3").Concat(page.Words(".init .q"))));
        Assert.Equal(["Three sessions Due Mar 1 Not yet due"], page.Words(".stop .rows li"));
    }

    [Theory]
    [InlineData("/objectives/new", "Enter what will be different for students")]
    [InlineData("/root-causes/new?objective=1", "Enter what was found")]
    [InlineData("/initiatives/new?objective=1", "Enter what you do about the objective")]
    [InlineData("/activities/new?initiative=1", "Enter what is done")]
    [InlineData("/new", "Enter what people call this plan")]
    public async Task What_is_missing_is_said_above_the_form_and_beside_the_question(string rest, string message)
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        using var answer = await site.SendAsync(PlanSite.School + rest);
        var page = await PlanSite.ReadAsync(answer);
        Assert.Matches("^Error: (?!Error)", page.Title);
        Assert.Contains(message, page.Words("[role=alert] a"));
        Assert.Contains("Error: " + message, page.Words(".msg"));
    }

    [Fact]
    public async Task A_day_that_is_none_or_is_still_to_come_is_asked_for_again()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        using var answer = await site.SendAsync(PlanSite.School + "/activities/1", ("Text", "x"), ("By", "soon"), ("DoneOn", "2026-02-12"));
        Assert.Equal(
            ["Enter a day, like 2026-02-11", "This day is still to come. Enter the day it was done"],
            (await PlanSite.ReadAsync(answer)).Words("[role=alert] a"));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_form_sent_twice_makes_one_part(string provider)
    {
        await using var site = await PlanSite.StartAsync(provider);
        var page = await site.PageAsync(PlanSite.School + "/objectives/new");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SendAsync(page, PlanSite.School + "/objectives/new", ("Title", "Once"))));
        Assert.Single(answers.Select(a => a.Headers.Location!.OriginalString).Distinct());
        await using var db = site.Site.Database.Context();
        Assert.Equal("C", (await db.Objectives.SingleAsync(o => o.Title == "Once")).Code);
        Assert.Equal(1, await db.Events.CountAsync(e => e.After == "Once"));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Two_who_add_at_the_same_time_get_codes_of_their_own(string provider)
    {
        await using var site = await PlanSite.StartAsync(provider);
        var pages = new[] { await site.PageAsync(PlanSite.School + "/initiatives/new?objective=1"), await site.PageAsync(PlanSite.School + "/initiatives/new?objective=1") };
        await Task.WhenAll(pages.Select(p => site.SendAsync(p, PlanSite.School + "/initiatives/new?objective=1", ("Title", "New"))));
        await using var db = site.Site.Database.Context();
        Assert.Equal(["A3", "A4"], await db.Initiatives.Where(i => i.Title == "New").Select(i => i.Code).Order().ToListAsync());
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Two_who_change_the_same_objective_see_both_texts(string provider)
    {
        await using var site = await PlanSite.StartAsync(provider);
        const string Address = PlanSite.School + "/objectives/1";
        var mine = await site.PageAsync(Address);
        Assert.Equal(Write + "#objective-1", await GoAsync(site.SendAsync(Address, ("Title", "Every lesson has one frame to plan from"))));
        using var answer = await site.SendAsync(mine, Address, ("Title", "Every lesson has a shared picture"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await PlanSite.ReadAsync(answer);
        Assert.Contains("Principal changed this while you were writing", page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        Assert.Equal(["Yours Every lesson has a shared picture", "Principal, Feb 11, 2026, 12:00 pm Every lesson has one frame to plan from"], page.Words(".diff > div"));
        Assert.Equal(["a shared picture", "one frame to plan from"], page.Words(".diff ins"));
        Assert.Equal("Every lesson has a shared picture", page.QuerySelector("textarea")!.TextContent.Trim());
        // "Use mine" and the combined text replace the version that was shown.
        Assert.Equal(Write + "#objective-1", await GoAsync(site.SendAsync(page, Address, ("Title", "Every lesson has a shared frame"))));
        await using var db = site.Site.Database.Context();
        Assert.Equal("Every lesson has a shared frame", (await db.Objectives.SingleAsync(o => o.Id == 1)).Title);
    }

    [Fact]
    public async Task Putting_a_part_elsewhere_is_no_conflict_with_writing_it()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var mine = await site.PageAsync(PlanSite.School + "/objectives/1");
        _ = await PressAsync(site, "down objective 1");
        using var answer = await site.SendAsync(mine, PlanSite.School + "/objectives/1", ("Title", "Other words"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["Students who fall behind get help within two weeks", "Other words"], (await site.PageAsync(PlanSite.School)).Words("h2"));
    }

    [Fact]
    public async Task Two_who_change_a_plans_name_see_both()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var mine = await site.PageAsync(PlanSite.School + "/edit");
        Assert.Equal(Write, await GoAsync(site.SendAsync(PlanSite.School + "/edit", ("Name", "Our plan"))));
        using var answer = await site.SendAsync(mine, PlanSite.School + "/edit", ("Name", "Your plan"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["Your", "Our"], (await PlanSite.ReadAsync(answer)).Words(".diff ins"));
    }

    [Theory]
    [InlineData("/d/00010000/plan", RoleKind.District, "00010000")]
    [InlineData("/state/plan", RoleKind.State, Organization.StateCode)]
    public async Task A_district_and_the_state_write_their_plans_on_the_same_pages(string plan, RoleKind role, string organization)
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        await site.Site.Database.AddAsync("Writer", role, organization);
        await site.Site.SignInAsync("Writer");
        Assert.Equal(plan + "/new", (await site.PageAsync(plan)).QuerySelector("main .btn")!.GetAttribute("href"));
        Assert.Equal(plan + "/write?plan=2", await GoAsync(site.SendAsync(plan + "/new", ("Kind", Plan.UsualKind), ("Name", "Plan"))));
        Assert.Equal(plan + "/write#objective-3", await GoAsync(site.SendAsync(plan + "/objectives/new", ("Title", "One thing"))));
        Assert.Equal(["One thing"], (await site.PageAsync(plan)).Words("h2"));
        // A part of another organization's plan is not here.
        _ = await site.Site.PageAsync(plan + "/objectives/1", HttpStatusCode.NotFound);
        _ = await site.Site.PageAsync(plan + "/history/objective/1", HttpStatusCode.NotFound);
        _ = await site.Site.PageAsync(plan + "/write?plan=1", HttpStatusCode.NotFound);
    }

    private static async Task<string> GoAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> PressAsync(PlanSite site, string begin)
    {
        var page = await site.PageAsync(Write);
        return await GoAsync(site.SendAsync(page, Write, ("do", PlanSite.Button(page, begin))));
    }
}
