using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>That no page of the site escapes the looks at all pages, and their pictures.</summary>
public sealed class SitePageTests(Browser browser, WalkedSites sites) : PageLook(browser, sites)
{
    /// <summary>Pages that only lead elsewhere, or that other tests look at because they need an installation of their own.</summary>
    private static readonly string[] Apart =
    [
        "error", "sign-in/sample", "set-up",
        "s/{school}/evidence/imports/{id:int}/match", "s/{school}/evidence/imports/{id:int}/check", "s/{school}/evidence/imports/{id:int}/confirm",
    ];

    [Fact]
    public async Task Every_address_of_a_page_is_looked_at()
    {
        var site = await Sites.SampleAsync();
        var looked = SitePages.All.Select(p => p.Address.Split('?')[0]).ToList();
        var missing = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            .Where(r => !Apart.Contains(r) && !IsAlike(r, looked))
            .Distinct();
        Assert.Empty(missing);
    }

    /// <summary>Made only where THROUGHLINE_SHOTS names a folder; ./screens does. THROUGHLINE_SHOTS_OF: of pages whose name begins so.</summary>
    [Fact]
    public async Task Pictures_of_each_page_are_taken_where_a_folder_is_named()
    {
        if (Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        var only = Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS_OF") ?? "";
        foreach (var one in SitePages.All.Where(p => p.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            foreach (var (width, isDark) in new[] { (1280, false), (1280, true), (390, false), (390, true) })
            {
                var page = await OpenAsync(one.Name, width, isDark);
                // As tall as the page, so that the bar at the foot of a phone stands at its foot.
                await page.SetViewportSizeAsync(width, Math.Max(900, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
                await page.ScreenshotAsync(new PageScreenshotOptions
                {
                    Path = Path.Combine(folder, $"{one.Name}-{width}{(isDark ? "-dark" : "")}.png"),
                    FullPage = true,
                });
                await page.Context.CloseAsync();
            }
        }
    }

    /// <summary>A district's and the state's plan have the pages of a school's, so a look at one of them is a look at all.</summary>
    private static bool IsAlike(string route, List<string> looked)
    {
        var school = route.Replace("d/{district}/plan", "s/{school}/plan", StringComparison.Ordinal).Replace("state/plan", "s/{school}/plan", StringComparison.Ordinal)
            .Replace("d/{district}/b", "s/{school}/b", StringComparison.Ordinal).Replace("state/b", "s/{school}/b", StringComparison.Ordinal);
        return new[] { route, school }.Distinct().Any(r =>
        {
            var matcher = new TemplateMatcher(TemplateParser.Parse(r.Replace(":int", "", StringComparison.Ordinal)), []);
            return looked.Exists(a => matcher.TryMatch(a, []));
        });
    }
}
