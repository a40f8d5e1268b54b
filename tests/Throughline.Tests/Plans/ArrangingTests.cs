using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Throughline.Tests.Support;

namespace Throughline.Tests.Plans;

public sealed class ArrangingTests
{
    private const string Write = PlanSite.School + "/write";

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task What_is_removed_is_put_back_with_all_that_it_holds(string provider)
    {
        await using var site = await PlanSite.StartAsync(provider);
        var before = (await site.PageAsync(PlanSite.School)).QuerySelector("[data-map]").Words();
        var page = await PressAsync(site, "remove objective 1");
        Assert.Equal("Removed: A Every lesson has students read, talk and write about grade-level text, and 9 parts that it holds", page.QuerySelector("[role=status] p").Words());
        var map = await site.PageAsync(PlanSite.School);
        Assert.Equal(["Students who fall behind get help within two weeks"], map.Words("h2"));
        Assert.DoesNotContain(map.Words("main a"), w => w.StartsWith("A1-E1", StringComparison.Ordinal));
        page = await PressAsync(site, page, "restore objective 1");
        Assert.Null(page.QuerySelector("#removed"));
        Assert.Equal(before, (await site.PageAsync(PlanSite.School)).QuerySelector("[data-map]").Words());
        await using var db = site.Site.Database.Context();
        Assert.Equal(["removed", "restored"], await db.Events.Where(e => e.Subject == "objective" && e.SubjectId == 1 && e.What.StartsWith("re")).OrderBy(e => e.Id).Select(e => e.What).ToListAsync());
    }

    [Fact]
    public async Task What_was_removed_by_itself_stays_so_when_what_held_it_comes_back()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        _ = await PressAsync(site, "remove initiative 2");
        var page = await PressAsync(site, "remove objective 1");
        Assert.Single(page.QuerySelectorAll("#removed li"));
        page = await PressAsync(site, page, "restore objective 1");
        Assert.StartsWith("A2 Weekly coaching with one clear next step Removed by Principal", Assert.Single(page.Words("#removed li")), StringComparison.Ordinal);
        Assert.Equal(["A1 Read, talk, write routine in every core class", "B1 Two-week support cycle"], (await site.PageAsync(PlanSite.School)).Words(".init h3"));
    }

    [Fact]
    public async Task A_code_is_never_used_again()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        _ = await PressAsync(site, "remove initiative 2");
        _ = await PressAsync(site, "remove objective 2");
        using var initiative = await site.SendAsync(PlanSite.School + "/initiatives/new?objective=1", ("Title", "Another"));
        using var objective = await site.SendAsync(PlanSite.School + "/objectives/new", ("Title", "Another"));
        var page = await site.PageAsync(PlanSite.School);
        Assert.Equal(["Objective A", "Objective C"], page.Words(".tag.solid"));
        Assert.Contains("A3 Another", page.Words(".init h3"));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Parts_go_up_and_down_one_place_at_a_press(string provider)
    {
        await using var site = await PlanSite.StartAsync(provider);
        _ = await PressAsync(site, "up initiative 2");
        Assert.Equal(["A2", "A1", "B1"], (await site.PageAsync(PlanSite.School)).Words(".init h3").Select(w => w[..2]));
        _ = await PressAsync(site, "up root_cause 2");
        _ = await PressAsync(site, "down objective 1");
        var page = await site.PageAsync(PlanSite.School);
        Assert.Equal(["Objective B", "Objective A"], page.Words(".tag.solid"));
        Assert.Equal("Feedback after visits was rare and general", page.Words(".roots li")[1]);
        Assert.DoesNotContain(((IHtmlDocument)await site.PageAsync(Write)).QuerySelectorAll("button").Select(b => b.GetAttribute("value")), v => v!.StartsWith("down objective 1 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_initiative_under_another_objective_keeps_its_code_and_its_benchmarks()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        _ = await PressAsync(site, "move initiative 2", ("to-initiative-2", "2"));
        var page = await site.PageAsync(PlanSite.School);
        Assert.Equal(["B1 Two-week support cycle", "A2 Weekly coaching with one clear next step"], page.Words("#B .init h3"));
        Assert.Contains("A2-E1", page.QuerySelector("#B").Words(), StringComparison.Ordinal);
        await using var db = site.Site.Database.Context();
        Assert.Equal(2, (await db.Benchmarks.SingleAsync(b => b.Code == "A2-E1")).ObjectiveId);
    }

    [Fact]
    public async Task A_benchmark_under_another_initiative_keeps_its_code()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        _ = await PressAsync(site, "move benchmark 1", ("to-benchmark-1", "3"));
        Assert.Contains("A1-E1", (await site.PageAsync(PlanSite.School)).QuerySelector("#B").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove objective 1 9", HttpStatusCode.Conflict)]
    [InlineData("up objective 2 0", HttpStatusCode.Conflict)]
    [InlineData("remove objective 77 1", HttpStatusCode.NotFound)]
    [InlineData("remove account 1 1", HttpStatusCode.NotFound)]
    [InlineData("move initiative 1 1", HttpStatusCode.NotFound)]
    [InlineData("burn objective 1 1", HttpStatusCode.BadRequest)]
    [InlineData("remove objective", HttpStatusCode.BadRequest)]
    public async Task What_was_pressed_on_an_old_page_or_made_up_changes_nothing(string asked, HttpStatusCode status)
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var page = await site.PageAsync(Write);
        using var answer = await site.SendAsync(page, Write, ("do", asked), ("to-initiative-1", "77"));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(2, (await site.PageAsync(PlanSite.School)).QuerySelectorAll("h2").Length);
        if (status == HttpStatusCode.Conflict)
        {
            Assert.Contains("Somebody changed this part", (await PlanSite.ReadAsync(answer)).QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_history_tells_who_did_what_newest_first(string provider)
    {
        await using var site = await PlanSite.StartAsync(provider);
        using var changed = await site.SendAsync(PlanSite.School + "/objectives/1", ("Title", "Other words"));
        _ = await PressAsync(site, "move initiative 2", ("to-initiative-2", "2"));
        var page = await site.PageAsync(PlanSite.School + "/history");
        Assert.Equal(
            [
                "Principal Feb 11, 2026, 12:00 pm Moved elsewhere: A2 Weekly coaching with one clear next step From: A Other words → To: B Students who fall behind get help within two weeks",
                "Principal Feb 11, 2026, 12:00 pm Changed: A Other words From: Every lesson has students read, talk and write about grade-level text → To: Other words",
            ],
            page.Words(".rev").Take(2));
        Assert.Equal(["Changed: A Other words", "Added: A Other words"], (await site.PageAsync(PlanSite.School + "/history/objective/1")).Words(".rev p:nth-child(2)"));
    }

    [Fact]
    public async Task A_long_history_is_paged_by_fifty()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        await using (var db = site.Site.Database.Context())
        {
            var objective = await db.Objectives.SingleAsync(o => o.Id == 1);
            db.Events.AddRange(Enumerable.Range(1, 60).Select(n => objective.EventOf("changed", $"{n}", $"{n + 1}", "tester", RunningSiteNow)));
            await db.SaveChangesAsync();
        }

        var page = await site.PageAsync(PlanSite.School + "/history/objective/1");
        Assert.Equal(50, page.QuerySelectorAll(".rev").Length);
        Assert.Equal(11, (await site.PageAsync(page.QuerySelector(".pager a")!.GetAttribute("href")!)).QuerySelectorAll(".rev").Length);
    }

    private static DateTimeOffset RunningSiteNow { get; } = new(2026, 2, 11, 12, 0, 0, TimeSpan.Zero);

    private static async Task<IHtmlDocument> PressAsync(PlanSite site, string begin, params (string Name, string Value)[] more) =>
        await PressAsync(site, await site.PageAsync(Write), begin, more);

    private static async Task<IHtmlDocument> PressAsync(PlanSite site, IHtmlDocument page, string begin, params (string Name, string Value)[] more)
    {
        using var answer = await site.SendAsync(page, Write, [("do", PlanSite.Button(page, begin)), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await site.PageAsync(answer.Headers.Location!.OriginalString);
    }
}
