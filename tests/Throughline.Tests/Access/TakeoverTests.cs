using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Access;

/// <summary>Ways to more than one has, found by attackers and closed.</summary>
public sealed class TakeoverTests
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_wider_role_ends_the_links_and_the_password_that_a_school_gave_before(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await site.Database.AddPlanAsync();
        await using var scope = site.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var (state, school) = (await PlaceAsync(db, Organization.StateCode), await PlaceAsync(db, PlanForTests.School));
        var account = await accounts.AddAsync(Person(RoleKind.Reader, school), PlanForTests.Leader, site.Clock.Now, default);
        var link = await accounts.InviteAsync(account, PlanForTests.Leader, site.Clock.Now, default);
        await accounts.AcceptAsync(link[Accounts.InvitationPath.Length..], "a quiet river in spring", site.Clock.Now, default);
        var session = (await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id)).SecurityStamp;
        var second = await accounts.InviteAsync(account, PlanForTests.Leader, site.Clock.Now, default);
        await accounts.AddAsync(Person(RoleKind.Administrator, state), "Administrator", site.Clock.Now, default);
        Assert.Null(await accounts.InvitedAsync(second[Accounts.InvitationPath.Length..], default));
        var now = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id);
        Assert.Null(now.PasswordHash);
        Assert.NotEqual(session, now.SecurityStamp);
    }

    [Theory]
    [Sqlite]
    public async Task A_page_is_asked_for_by_its_address_alone(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("School council member");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/s/tannery-hill/plan")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("view", "outline")]),
        };
        using var answer = await site.Client.SendAsync(asked);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Small_groups_are_not_opened_by_saying_that_something_else_is_counted(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Assistant principal");
        const string Edit = "/s/tannery-hill/b/C1-S1/edit";
        var answer = await site.PostAsync(Edit, (await site.PageAsync(Edit)).FieldsOf(), ("Entry.Counts", "Other"), ("do", "draft"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector("[role=alert] a[href='#Entry_Counts'], [role=alert] a[href='#Entry.Counts']"));
        var lines = (await site.Client.GetStringAsync("/s/tannery-hill/b/C1-S1.csv")).Split('\n').Where(l => l.Contains(",american_indian,", StringComparison.Ordinal));
        Assert.Equal(5, lines.Count(l => l.Contains(",hidden,", StringComparison.Ordinal)));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_wording_that_nobody_touched_is_published_as_it_was_read(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        foreach (var code in new[] { "C1-E1", "A1-S1", "B1-E1" })
        {
            var address = $"/s/tannery-hill/b/{code}";
            var before = await StructureAsync(site, code);
            var answer = await site.PostAsync(address + "/edit", (await site.PageAsync(address + "/edit")).FieldsOf(), ("do", "draft"));
            Assert.True(answer.Location is not null, answer.Page.QuerySelector("main")?.TextContent);
            Assert.Equal(before, await StructureAsync(site, code));
        }
    }

    private static async Task<(string?, string?)> StructureAsync(RunningSite site, string code)
    {
        await using var db = site.Database.Context();
        var benchmark = await db.Benchmarks.AsNoTracking().Where(b => b.Code == code && b.Plan!.Organization!.Code == "tannery-hill").SingleAsync();
        return (benchmark.Structure, benchmark.NamedMeasure);
    }

    private static Task<Organization> PlaceAsync(ThroughlineDb db, string code) => db.Organizations.SingleAsync(o => o.Code == code);

    private static NewPerson Person(RoleKind role, Organization place) => new("Somebody", "somebody@example.org", role, place, RunningSite.Today, null);
}
