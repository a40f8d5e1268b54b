using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Tests.Support;

namespace Throughline.Tests.Access;

/// <summary>Organizations typed in and brought in from a sheet.</summary>
public sealed class OrganizationsTests
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_school_is_added_once_and_changed_from_the_version_that_was_looked_at(string provider)
    {
        await using var site = await StartAsync(provider, "Administrator of the district");
        var form = await site.Client.GetPageAsync("/organizations/add");
        var fields = new Dictionary<string, string> { ["Kind"] = "School", ["Code"] = "0042", ["Name"] = "Hill School", ["Parent"] = "d1", ["Grades"] = "K-5" };
        using var first = await site.Client.SubmitAsync(form, fields, "/organizations/add");
        using var second = await site.Client.SubmitAsync(form, fields, "/organizations/add");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var address = first.Headers.Location!.OriginalString;
        var page = await site.PageAsync(address);
        Assert.Equal("K, 1, 2, 3, 4, 5", page.QuerySelector("#Grades")!.GetAttribute("value"));
        site.Clock.Now += TimeSpan.FromMinutes(1);
        using (var renamed = await site.Client.SubmitAsync(page, new Dictionary<string, string> { ["Name"] = "Hill Academy" }, address))
        {
            Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        }

        using var late = await site.Client.SubmitAsync(page, new Dictionary<string, string> { ["Name"] = "Hill Place" }, address);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Hill Academy", (await late.ReadPageAsync()).QuerySelector("[role=alert] dd").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("District", "d9", "", "Only an administrator of the state")]
    [InlineData("School", "s9", "d2", "Enter the code of a district that you administer")]
    [InlineData("School", "s21", "d1", "This code belongs to another organization")]
    [InlineData("School", "a/b", "d1", "Enter the code")]
    public async Task A_districts_administrator_adds_its_schools_and_nothing_else(string kind, string code, string parent, string refusal)
    {
        await using var site = await StartAsync(SqliteAttribute.Name, "Administrator of the district");
        var fields = new Dictionary<string, string> { ["Kind"] = kind, ["Code"] = code, ["Name"] = "New", ["Parent"] = parent };
        using var response = await site.Client.SubmitAsync("/organizations/add", fields);
        Assert.Contains(refusal, (await response.ReadPageAsync()).QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Any_sheet_with_headings_brings_organizations(string provider)
    {
        await using var site = await StartAsync(provider, "Administrator of the state");
        var sheet = new Dictionary<string, string> { ["Text"] = "School code;School name;District code;Grades\n0042;Hill School;0040;6-8\n0040;Hill District;;\n" };
        using var looked = await site.Client.SubmitAsync("/organizations/sheet", sheet);
        var lines = await looked.ReadPageAsync();
        Assert.Equal("2 lines, nothing wrong with them", lines.QuerySelector("h2").Words());
        using var stored = await site.Client.SubmitAsync(lines, new Dictionary<string, string>(), "/organizations/sheet?handler=store");
        Assert.Equal("/organizations", stored.Headers.Location?.OriginalString);
        await using var db = site.Database.Context();
        var school = await db.Organizations.Include(o => o.Parent).SingleAsync(o => o.Code == "0042");
        Assert.Equal(("Hill District", "6|7|8"), (school.Parent!.Name, school.Grades));
    }

    [Fact]
    public async Task The_sample_takes_no_organization()
    {
        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name);
        await site.Database.AddAsync("Head", Model.RoleKind.Administrator);
        await site.SignInAsync("Head");
        var fields = new Dictionary<string, string> { ["Kind"] = "School", ["Code"] = "0042", ["Name"] = "Hill School", ["Parent"] = "ashmere" };
        using var response = await site.Client.SubmitAsync("/organizations/add", fields);
        Assert.Contains("never mixes with real", (await response.ReadPageAsync()).QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
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
