using System.Net;
using Throughline.Tests.Support;
using Throughline.Ui;

namespace Throughline.Tests.Site;

/// <summary>What every answer carries, whatever its address; which addresses there are is held by docs/access.md.</summary>
public sealed class AddressTests(SharedSites sites) : IClassFixture<SharedSites>
{
    /// <summary>The pattern, an example, and what it answers.</summary>
    public static TheoryData<string, string, HttpStatusCode, string> Addresses => new()
    {
        { "/", "/", HttpStatusCode.OK, "text/html" },
        { "/health", "/health", HttpStatusCode.OK, "application/json" },
        { "/assets/{hash}/{name}", Assets.Href("app.css"), HttpStatusCode.OK, "text/css" },
        { "/state/schools", "/state/schools", HttpStatusCode.OK, "text/html" },
        { "/state/schools.csv", "/state/schools.csv", HttpStatusCode.OK, "text/csv" },
        { "/state/schools/{code}", "/state/schools/tannery-hill", HttpStatusCode.OK, "text/html" },
        { "/state/schools/{code}.json", "/state/schools/tannery-hill.json", HttpStatusCode.OK, "application/json" },
        { "/error", "/error", HttpStatusCode.NotFound, "text/html" },
        { "/set-up", "/set-up", HttpStatusCode.Redirect, "" },
        { "/sign-in", "/sign-in", HttpStatusCode.Redirect, "" },
        { "/sign-in/sample", "/sign-in/sample", HttpStatusCode.Redirect, "" },
        { "/sign-out", "/sign-out", HttpStatusCode.OK, "text/html" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_address_answers_with_the_headers_that_protect_it(string pattern, string example, HttpStatusCode status, string type)
    {
        var site = await sites.SampleAsync(SqliteAttribute.Name);
        using var response = await site.Client.GetAsync(example);
        Assert.True(status == response.StatusCode, $"{pattern} answered {response.StatusCode}");
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType ?? "");
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_has_style_or_script_inside_or_names_another_site()
    {
        var site = await sites.SampleAsync(SqliteAttribute.Name);
        foreach (var address in new[] { "/state/schools", "/state/schools/ropewalk" })
        {
            var page = await site.PageAsync(address);
            Assert.Empty(page.QuerySelectorAll("script:not([src^='/assets/']), style, [style], [onclick], [href^='http'], [src^='http']"));
        }
    }

    [Fact]
    public async Task A_failure_shows_a_code_and_nothing_of_the_program()
    {
        await using var broken = await RunningSite.StartAsync(SqliteAttribute.Name);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(broken.Database.File!, "no database any more");
        var page = await broken.PageAsync("/state/schools", HttpStatusCode.InternalServerError);
        Assert.Equal("Error: Something went wrong here - Throughline", page.Title);
        Assert.Matches("Code [0-9A-F]{6}, Feb 11, 2026, 12:00 pm", page.QuerySelector("main").Words());
        Assert.DoesNotContain("sqlite", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_request_that_is_not_understood_says_so()
    {
        var site = await sites.SampleAsync(SqliteAttribute.Name);
        using var content = new StringContent("");
        using var response = await site.Client.PostAsync("/state/schools.csv", content);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("This request was not understood", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var method in (string[])["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/state/schools/tannery-hill");
            using var refused = await site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
            Assert.Contains("This request was not understood", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var blank = await site.Client.GetAsync(new Uri("/state/schools/%20", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, blank.StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/health");
        using var health = await site.Client.SendAsync(head);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }
}
