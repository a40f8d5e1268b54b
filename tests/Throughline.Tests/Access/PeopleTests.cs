using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Access;

/// <summary>Adding people, giving and ending what they may do, and the link that lets them in.</summary>
public sealed class PeopleTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Somebody_is_added_invited_let_in_and_closed_out(string provider)
    {
        await using var site = await StartAsync(provider, "Administrator of the state");
        var form = await site.Client.GetPageAsync("/people/add");
        var person = Fields("Ana Morales", "ana@example.org", "SchoolLeader", "s11");
        using var first = await site.Client.SubmitAsync(form, person, "/people/add");
        using var second = await site.Client.SubmitAsync(form, person, "/people/add");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var address = first.Headers.Location!.OriginalString;
        Assert.Contains("School leader, s11, since Feb 11, 2026", (await site.PageAsync(address)).QuerySelector("main").Words(), StringComparison.Ordinal);

        using var linked = await site.Client.SubmitAsync(address, Nothing, address + "?handler=link");
        var link = (await linked.ReadPageAsync()).QuerySelector("#link")!.GetAttribute("value")!;
        using var ana = site.NewClient(null);
        var path = new Uri(link).PathAndQuery;
        using (var weak = await ana.SubmitAsync(path, new Dictionary<string, string> { ["Password"] = "morales morales", ["Again"] = "x" }))
        {
            Assert.Equal(2, (await weak.ReadPageAsync()).QuerySelectorAll("[role=alert] li").Length);
        }

        using (var set = await ana.SubmitAsync(path, new Dictionary<string, string> { ["Password"] = "lantern otter gravel", ["Again"] = "lantern otter gravel" }))
        {
            Assert.Equal("/", set.Headers.Location?.OriginalString);
        }

        Assert.Equal("Ana Morales", (await ana.GetPageAsync("/sign-out")).QuerySelector("h1").Words().Replace("You are signed in as ", "", StringComparison.Ordinal));
        using (var again = await ana.GetAsync(new Uri(path, UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        }

        using (var closed = await site.Client.SubmitAsync(address, Nothing, address + "?handler=close"))
        {
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        }

        using var shut = await ana.GetAsync(new Uri("/sign-out", UriKind.Relative));
        Assert.StartsWith("/sign-in", shut.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var history = (await site.PageAsync(address)).Words("tbody td[data-l=What]");
        Assert.Equal(["Account closed", "Changed: School leader, s11, since Feb 11, 2026. Now: School leader, s11, never began", "Set a password",
            "A link to set a password was made", "Given: School leader, s11, since Feb 11, 2026", "Added as Ana Morales"], history);
        await using var db = site.Database.Context();
        Assert.Equal(1, await db.Accounts.CountAsync(a => a.Name == "Ana Morales"));
        Assert.DoesNotContain('@', string.Concat(await db.Events.Select(e => e.Who + e.Before + e.After).ToListAsync()));
    }

    [Fact]
    public async Task A_link_leads_nowhere_after_a_week_or_after_the_next_one()
    {
        await using var site = await StartAsync(SqliteAttribute.Name, "Administrator of the state");
        var account = await site.Database.AddAsync("New one", RoleKind.Reader);
        var address = $"/people/{account.Id}";
        var links = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var linked = await site.Client.SubmitAsync(address, Nothing, address + "?handler=link");
            links.Add(new Uri((await linked.ReadPageAsync()).QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery);
        }

        using var somebody = site.NewClient(null);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(somebody, links[0]));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(somebody, links[1]));
        site.Clock.Now += TimeSpan.FromDays(7);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(somebody, links[1]));
    }

    [Theory]
    [InlineData("SchoolLeader of the school", "Administrator", "s11", "You cannot give the role administrator")]
    [InlineData("SchoolLeader of the school", "TeamMember", "s12", "Choose a school or district")]
    [InlineData("Administrator of the district", "Administrator", "state", "Choose a school or district")]
    [InlineData("Administrator of the district", "SchoolLeader", "s21", "Choose a school or district")]
    [InlineData("Administrator of the state", "SchoolLeader", "d1", "You cannot give the role school leader")]
    [InlineData("SchoolLeader of the school", "TeamMember", "s11", null)]
    [InlineData("Administrator of the district", "Administrator", "d1", null)]
    public async Task Nobody_gives_more_than_they_have_or_where_they_do_not_reach(string giver, string role, string place, string? refusal)
    {
        await using var site = await StartAsync(SqliteAttribute.Name, giver);
        using var response = await site.Client.SubmitAsync("/people/add", Fields("Somebody", "some@example.org", role, place));
        Assert.Equal(refusal is null ? HttpStatusCode.Redirect : HttpStatusCode.OK, response.StatusCode);
        Assert.True(refusal is null || (await response.ReadPageAsync()).QuerySelector("[role=alert]").Words().Contains(refusal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_is_no_way_to_more_than_one_has()
    {
        await using var site = await StartAsync(SqliteAttribute.Name, "Administrator of the district");
        await using var db = site.Database.Context();
        var state = await db.Accounts.SingleAsync(a => a.Name == "Administrator of the state");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site.Client, $"/people/{state.Id}"));
        var school = await db.Organizations.SingleAsync(o => o.Code == "s11");
        var (role, given) = state.Give(RoleKind.Reader, school, RunningSite.Today, null, "tester", site.Clock.Now);
        db.AddRange(role, given);
        await db.SaveChangesAsync();
        var page = await site.PageAsync($"/people/{state.Id}");
        Assert.Empty(page.QuerySelectorAll("form[action$='handler=link'], form[action$='handler=close'], form[action$='handler=rename']"));
        using var forced = await SendAsync(site, page, state.Id, "link", []);
        Assert.Equal(HttpStatusCode.BadRequest, forced.StatusCode);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_last_administrator_stays_and_who_was_faster_is_shown(string provider)
    {
        await using var site = await StartAsync(provider, "Administrator of the state");
        await using var db = site.Database.Context();
        var admin = await db.Accounts.AsNoTracking().SingleAsync(a => a.Name == "Administrator of the state");
        var role = await db.Roles.AsNoTracking().SingleAsync(r => r.AccountId == admin.Id);
        var page = await site.PageAsync($"/people/{admin.Id}");
        foreach (var (handler, fields) in new (string, Dictionary<string, string>)[]
        {
            ("close", []), ("end", new() { ["role"] = $"{role.Id}", ["last"] = "2026-02-10" }),
        })
        {
            using var refused = await SendAsync(site, page, admin.Id, handler, fields);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("last administrator", (await refused.ReadPageAsync()).QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        }

        using (var named = await SendAsync(site, page, admin.Id, "rename", new() { ["name"] = "Data office" }))
        {
            Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        }

        using var late = await SendAsync(site, page, admin.Id, "rename", new() { ["name"] = "State office" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var conflict = await late.ReadPageAsync();
        Assert.Equal(["State office", "Data office"], conflict.Words("[role=alert] dd"));
        using var mine = await site.Client.SubmitAsync(conflict, Nothing, $"/people/{admin.Id}?handler=rename");
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        Assert.Equal("State office", (await site.PageAsync($"/people/{admin.Id}")).QuerySelector("h1").Words());
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_sheet_is_shown_line_by_line_before_any_of_it_is_stored(string provider)
    {
        await using var site = await StartAsync(provider, "Administrator of the state");
        var bad = new Dictionary<string, string> { ["Text"] = "name,e-mail,role,organization code,from,to\nAda,ada@example.org,team member,s11,,\nBo,bo,boss,s99,x,\n" };
        using (var refused = await site.Client.SubmitAsync("/people/sheet", bad))
        {
            Assert.Equal(
                ["Line 3: Enter an e-mail address, like name@school.org. Choose a role. Choose a school or district in which you give roles. Enter a date, like 2026-06-30"],
                (await refused.ReadPageAsync()).Words("[role=alert] li"));
        }

        var good = new Dictionary<string, string> { ["Text"] = "Name\tE-mail\tRole\tOrganization code\nAda\tada@example.org\tteam member\ts11\nBo\tbo@example.org\treader\td1" };
        using var looked = await site.Client.SubmitAsync("/people/sheet", good);
        var lines = await looked.ReadPageAsync();
        Assert.Equal("2 lines, nothing wrong with them", lines.QuerySelector("h2").Words());
        using var stored = await site.Client.SubmitAsync(lines, Nothing, "/people/sheet?handler=store");
        Assert.Equal(2, (await stored.ReadPageAsync()).QuerySelectorAll("input[readonly]").Length);
        using var twice = await site.Client.SubmitAsync(lines, Nothing, "/people/sheet?handler=store");
        Assert.Equal(HttpStatusCode.Redirect, twice.StatusCode);
        await using var db = site.Database.Context();
        Assert.Equal(2, await db.Accounts.CountAsync(a => a.Name == "Ada" || a.Name == "Bo"));
    }

    private static Dictionary<string, string> Fields(string name, string email, string role, string place) =>
        new() { ["Name"] = name, ["Email"] = email, ["Role"] = role, ["Organization"] = place, ["First"] = "2026-02-11" };

    /// <summary>Sends a change from the version that a page showed.</summary>
    private static async Task<HttpResponseMessage> SendAsync(RunningSite site, IHtmlDocument page, int id, string handler, Dictionary<string, string> fields)
    {
        var any = page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().First(f => f.QuerySelector("[name=version]") is not null);
        foreach (var name in (string[])["version", "form-token"])
        {
            fields[name] = any.QuerySelector($"[name={name}]")!.GetAttribute("value")!;
        }

        using var content = new FormUrlEncodedContent(fields);
        return await site.Client.PostAsync(new Uri($"/people/{id}?handler={handler}", UriKind.Relative), content);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode;
    }

    private static async Task<RunningSite> StartAsync(string provider, string signedIn)
    {
        var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await TestState.MakeAsync(site.Database);
        _ = await TestState.PeopleAsync(site);
        await site.SignInAsync(signedIn);
        return site;
    }
}
