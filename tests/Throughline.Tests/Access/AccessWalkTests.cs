using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Access;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Access;

/// <summary>
/// Every address of the running site, to look and to change, by every role from every place it can stand in to an
/// organization, against docs/access.md.
/// </summary>
public sealed class AccessWalkTests
{
    /// <summary>On PostgreSQL every so many requests, since the door is the same.</summary>
    private const int Sample = 9;

    [Fact]
    public async Task Every_address_has_its_row_and_asks_what_the_row_says()
    {
        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name);
        var found = (await AllAsync(site)).Select(a => Row(a.Pattern, a.Needs!, a.TakesPost)).Order(StringComparer.Ordinal);
        var written = AccessTable.Addresses.Select(a => $"| `{a.Key}` | {a.Value.Read} | {a.Value.Change} |").Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', written), string.Join('\n', found));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Every_role_gets_at_every_address_what_the_table_says(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await TestState.MakeAsync(site.Database);
        var people = await TestState.PeopleAsync(site);
        var wrong = new List<string>();
        var count = 0;
        foreach (var address in (await AllAsync(site)).Where(a => a.Needs!.Right is not (Right.Anyone or Right.SignedIn) && a.Place is not null))
        {
            foreach (var person in people)
            {
                foreach (var (place, relation) in TestState.Places(address.Place!.Value, person))
                {
                    foreach (var method in address.TakesPost ? new[] { HttpMethod.Get, HttpMethod.Post } : [HttpMethod.Get])
                    {
                        if (provider == PostgresAttribute.Name && count++ % Sample != 0)
                        {
                            continue;
                        }

                        var right = method == HttpMethod.Get ? address.Needs!.Right : address.Needs!.ToChange;
                        var expected = person.Role is not { } role ? "sign-in" : person.HasEnded ? "404" : AccessTable.Matrix[(role, person.At, relation)][right];
                        var answer = await AskAsync(person.Client, method, address.Fill(place));
                        if (!Fits(expected, answer))
                        {
                            wrong.Add($"{method} {address.Pattern} by {person.Name} at {place} ({relation}): {answer}, not {expected}");
                        }
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Addresses_that_name_no_organization_ask_for_a_session()
    {
        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name, sample: false, reader: false);
        await TestState.MakeAsync(site.Database);
        var people = await TestState.PeopleAsync(site);
        foreach (var address in (await AllAsync(site)).Where(a => a.Needs!.Right != Right.Anyone && a.Place is null))
        {
            foreach (var person in people)
            {
                var answer = await AskAsync(person.Client, HttpMethod.Get, address.Fill("x"));
                var hasIt = address.Needs!.Right == Right.SignedIn
                    || (!person.HasEnded && person.Role is { } role && AccessTable.Matrix[(role, person.At, "own")][address.Needs.Right] == "yes");
                Assert.True(Fits(person.Role is null ? "sign-in" : hasIt ? "let in" : "403", answer), $"{address.Pattern} by {person.Name}: {answer}");
            }
        }
    }

    private static string Row(string pattern, NeedsAttribute needs, bool takesPost) =>
        $"| `{pattern}` | {needs.Right} | {(takesPost ? needs.ToChange.ToString() : "–")} |";

    /// <summary>Whoever is let in may still find that the thing itself is not there, or that the form lacks its token.</summary>
    private static bool Fits(string expected, string answer) => expected switch
    {
        "yes" => answer is not ("sign-in" or "403") && !answer.StartsWith('5'),
        "let in" => answer is not "sign-in" && !answer.StartsWith('5'),
        _ => answer == expected,
    };

    private static async Task<string> AskAsync(HttpClient client, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        using var response = await client.SendAsync(request);
        return response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal)
            ? "sign-in"
            : ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<List<Address>> AllAsync(RunningSite site)
    {
        var loader = site.Service<PageLoader>();
        var all = new List<Address>();
        foreach (var endpoint in ((IEndpointRouteBuilder)site.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var compiled = page is null ? null : await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var needs = (compiled?.Endpoint ?? endpoint).Metadata.GetMetadata<NeedsAttribute>();
            Assert.True(needs is not null, $"{pattern} does not say what it needs");
            var takesPost = compiled?.HandlerMethods.Any(h => h.HttpMethod == "POST")
                ?? endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") ?? true;
            all.Add(new Address(pattern, endpoint, needs, takesPost));
        }

        return [.. all.DistinctBy(a => a.Pattern)];
    }

    private sealed record Address(string Pattern, RouteEndpoint Endpoint, NeedsAttribute? Needs, bool TakesPost)
    {
        /// <summary>The kind of organization that the address names.</summary>
        public OrganizationKind? Place => Endpoint.RoutePattern.GetParameter("school") is not null ? OrganizationKind.School
            : Endpoint.RoutePattern.GetParameter("district") is not null ? OrganizationKind.District
            : Pattern == "/state" || Pattern.StartsWith("/state/", StringComparison.Ordinal) ? OrganizationKind.State
            : null;

        public string Fill(string place) => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "school" or "district" } => place,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "1",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));
    }
}
