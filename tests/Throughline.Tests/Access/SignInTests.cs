using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Access;

/// <summary>The way in: set-up, passwords, waiting, the sample's people, and the way out.</summary>
public sealed class SignInTests
{
    private const string Password = "lantern otter gravel";

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_first_administrator_is_made_with_the_link_of_the_terminal_and_only_once(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        using var client = site.NewClient(null);
        Assert.Equal("/set-up", await LeadsToAsync(client, "/"));
        Assert.Equal("/set-up", await LeadsToAsync(client, "/state/schools"));
        Assert.Equal("/set-up", await LeadsToAsync(client, "/sign-in"));

        using (var refused = await client.SubmitAsync("/set-up", SetUp("wrong")))
        {
            Assert.Contains("This is not the code that the terminal shows", (await refused.ReadPageAsync()).Body!.TextContent, StringComparison.Ordinal);
        }

        var link = site.Service<SetUpLink>();
        using (var made = await client.SubmitAsync(link.Address, new Dictionary<string, string>(SetUp(null)), "/set-up"))
        {
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
            Assert.Equal("/", made.Headers.Location!.OriginalString);
        }

        Assert.Equal("/state/schools", await LeadsToAsync(client, "/"));
        using var other = site.NewClient(null);
        Assert.Equal("/", await LeadsToAsync(other, link.Address));
        await using var db = site.Database.Context();
        Assert.Equal("Massachusetts", (await db.Organizations.SingleAsync()).Name);
        Assert.Equal(RoleKind.Administrator, (await db.Roles.SingleAsync()).Kind);
        var events = await db.Events.OrderBy(e => e.Id).Select(e => e.What).ToListAsync();
        Assert.Equal(["added", "role given"], events);
        Assert.DoesNotContain("example", string.Join(' ', await db.Events.Select(e => e.Who + e.After).ToListAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_password_opens_one_session_and_ten_wrong_ones_make_the_address_wait(string provider)
    {
        await using var site = await SetUpSiteAsync(provider);
        using var client = site.NewClient(null);
        Assert.Equal("/sign-in?return=%2Fstate%2Fschools%3Fq%3Dhill", await LeadsToAsync(client, "/state/schools?q=hill"));
        using (var right = await client.SubmitAsync("/sign-in?return=%2Fstate%2Fschools%3Fq%3Dhill", In(Password), "/sign-in"))
        {
            Assert.Equal("/state/schools?q=hill", right.Headers.Location!.OriginalString);
            var cookie = right.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Session.CookieName + "=", StringComparison.Ordinal));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        }

        using (var page = await client.GetAsync(new Uri("/state/schools", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        using var attacker = site.NewClient(null);
        var said = new HashSet<string>();
        for (var i = 0; i < SignIn.MostFailures; i++)
        {
            said.Add(await RefusedAsync(attacker, In("not it, not it either")));
        }

        said.Add(await RefusedAsync(attacker, In(Password)));
        said.Add(await RefusedAsync(attacker, new Dictionary<string, string> { ["Email"] = "nobody@example.org", ["Password"] = Password }));
        Assert.Single(said);
        site.Clock.Now += SignIn.Wait;
        using var after = await attacker.SubmitAsync("/sign-in", In(Password));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Another_sites_address_is_no_place_to_go_on_to()
    {
        await using var site = await SetUpSiteAsync(SqliteAttribute.Name);
        using var client = site.NewClient(null);
        foreach (var bad in (string[])["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "\\\\evil", "/%0d\nx"])
        {
            using var done = await client.SubmitAsync("/sign-in", new Dictionary<string, string>(In(Password)) { ["return"] = bad });
            Assert.Equal("/", done.Headers.Location?.OriginalString);
            site.Clock.Now += TimeSpan.FromHours(25);
        }
    }

    [Fact]
    public async Task A_session_ends_unused_after_twelve_hours_and_used_after_a_day()
    {
        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name);
        site.Clock.Now += TimeSpan.FromHours(11);
        Assert.Null(await LeadsToAsync(site.Client, "/state/schools"));
        site.Clock.Now += TimeSpan.FromHours(11);
        Assert.Null(await LeadsToAsync(site.Client, "/state/schools"));
        site.Clock.Now += TimeSpan.FromHours(3);
        Assert.StartsWith("/sign-in", await LeadsToAsync(site.Client, "/state/schools"), StringComparison.Ordinal);
        await site.SignInAsync(AccountsForTests.StateReader);
        site.Clock.Now += TimeSpan.FromHours(13);
        Assert.StartsWith("/sign-in", await LeadsToAsync(site.Client, "/state/schools"), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Signing_out_everywhere_ends_every_session_at_the_next_request(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        using var elsewhere = site.NewClient(site.Cookie);
        Assert.Null(await LeadsToAsync(elsewhere, "/state/schools"));
        using (var done = await site.Client.SubmitAsync("/sign-out", new Dictionary<string, string> { ["everywhere"] = "true" }))
        {
            Assert.Equal("/sign-in", done.Headers.Location!.OriginalString);
        }

        Assert.StartsWith("/sign-in", await LeadsToAsync(elsewhere, "/state/schools"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_or_from_another_site_changes_nothing()
    {
        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name);
        using var content = new FormUrlEncodedContent([new("everywhere", "true")]);
        using (var plain = await site.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), content))
        {
            Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
        }

        site.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var crossed = await site.Client.SubmitAsync("/sign-out", new Dictionary<string, string> { ["everywhere"] = "true" });
        Assert.Equal(HttpStatusCode.BadRequest, crossed.StatusCode);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_samples_people_can_be_used_until_somebody_has_a_real_account(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.Database.AddAsync("Principal", RoleKind.SchoolLeader, "tannery-hill");
        using var client = site.NewClient(null);
        var page = await client.GetPageAsync("/sign-in");
        Assert.Contains("PrincipalSchool leader, Tannery Hill Middle", page.Words("form li"));
        var id = page.QuerySelectorAll("button[name=id]").Single(b => b.TextContent == "Principal").GetAttribute("value")!;
        using (var done = await client.SubmitAsync(page, new Dictionary<string, string> { ["id"] = id }, "/sign-in/sample"))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        Assert.Equal("/s/tannery-hill/plan", await LeadsToAsync(client, "/"));
        await site.Database.AddAsync("Somebody real", RoleKind.Reader, isSample: false);
        Assert.StartsWith("/sign-in", await LeadsToAsync(client, "/"), StringComparison.Ordinal);
        Assert.Empty((await client.GetPageAsync("/sign-in")).QuerySelectorAll("button[name=id]"));
        using var late = await client.SubmitAsync(page, new Dictionary<string, string> { ["id"] = id }, "/sign-in/sample");
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Theory]
    [InlineData("short one", "Use at least 12 characters")]
    [InlineData("password1234", "Many people use this password")]
    [InlineData("abcdefghijklm", "Many people use this password")]
    [InlineData("harborharborharbor", "Many people use this password")]
    [InlineData("aaaaaaaaaaaaaaaa", "Many people use this password")]
    [InlineData("throughline is good", "holds your name")]
    [InlineData("ask Morales for it", "holds your name")]
    [InlineData("ana.morales at work", "holds your name")]
    [InlineData("lantern otter gravel", null)]
    [InlineData("ünïcödé wörds äre fine", null)]
    public void Passwords_are_long_and_not_those_that_others_try_first(string password, string? problem)
    {
        var said = PasswordRules.Problem(password, "Ana Morales", "ana.morales@example.org");
        Assert.True(problem is null ? said is null : said!.Contains(problem, StringComparison.Ordinal), said);
    }

    private static Dictionary<string, string> SetUp(string? token)
    {
        var fields = new Dictionary<string, string>
        {
            ["State"] = "Massachusetts",
            ["Name"] = "Data office",
            ["Email"] = "office@example.org",
            ["Password"] = Password,
            ["Again"] = Password,
        };
        if (token is not null)
        {
            fields["Token"] = token;
        }

        return fields;
    }

    private static Dictionary<string, string> In(string password) => new() { ["Email"] = " Office@example.org", ["Password"] = password };

    private static async Task<RunningSite> SetUpSiteAsync(string provider)
    {
        var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        using var client = site.NewClient(null);
        using var made = await client.SubmitAsync(site.Service<SetUpLink>().Address, SetUp(null), "/set-up");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return site;
    }

    private static async Task<string> RefusedAsync(HttpClient client, Dictionary<string, string> fields)
    {
        using var response = await client.SubmitAsync("/sign-in", fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.ReadPageAsync()).QuerySelector("[role=alert]").Words();
    }

    /// <summary>Where an address leads; null where it shows a page.</summary>
    private static async Task<string?> LeadsToAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode == HttpStatusCode.Redirect ? response.Headers.Location!.OriginalString : null;
    }
}
