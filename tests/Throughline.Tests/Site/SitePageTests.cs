using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>Every page in every state: no accessibility finding, light and dark, wide and narrow; nothing wider than 320 pixels.</summary>
public sealed class SitePageTests(Browser browser, WalkedSites sites) : IClassFixture<Browser>, IClassFixture<WalkedSites>
{
    /// <summary>Pages that only lead elsewhere, or that other tests look at because they need an installation of their own.</summary>
    private static readonly string[] Apart = ["error", "sign-in/sample", "set-up"];

    public static TheoryData<string> Names => new(SitePages.All.Select(p => p.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_no_accessibility_finding_and_fits_320_pixels(string name)
    {
        foreach (var (width, isDark) in new[] { (1280, false), (390, true) })
        {
            var page = await OpenAsync(name, width, isDark);
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(v => v.Nodes.Select(n =>
                $"{name} at {width}{(isDark ? " dark" : "")}: {v.Id} ({v.Impact}) {v.Help}: {n.Html}"))));
            if (isDark)
            {
                await page.SetViewportSizeAsync(320, 700);
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                var widest = await page.EvaluateAsync<string>(
                    "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.vh, thead, .scroll, svg')).map(e => e.outerHTML.slice(0, 120)).join('\\n')");
                Assert.True(wide <= 320, $"{name} is {wide} pixels wide:\n{widest}");
            }

            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Every_address_of_a_page_is_looked_at()
    {
        var site = await sites.SampleAsync();
        var looked = SitePages.All.Select(p => p.Address.Split('?')[0]).ToList();
        var missing = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            .Where(r => !Apart.Contains(r) && !IsAlike(r, looked))
            .Distinct();
        Assert.Empty(missing);
    }

    /// <summary>Made only where THROUGHLINE_SHOTS names a folder; ./screens does.</summary>
    [Fact]
    public async Task Pictures_of_each_page_are_taken_where_a_folder_is_named()
    {
        if (Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        foreach (var one in SitePages.All)
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

    private async Task<IPage> OpenAsync(string name, int width, bool isDark)
    {
        var one = SitePages.All.Single(p => p.Name == name);
        var site = one.IsSample ? await sites.SampleAsync() : await sites.EmptyAsync();
        var page = await browser.OpenAsync(width, isDark);
        if (one.Who is { } who)
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = Throughline.Access.Session.CookieName, Value = await site.CookieAsync(who), Url = site.Address }]);
        }

        await page.GotoAsync(site.Address + one.Address);
        if (one.Then is { } then)
        {
            await then(page);
        }

        return page;
    }
}
