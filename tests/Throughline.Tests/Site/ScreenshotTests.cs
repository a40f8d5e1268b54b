using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>Pictures of each page for people to look at; made only where THROUGHLINE_SHOTS names a folder.</summary>
public sealed class ScreenshotTests(Browser browser, SharedSites sites) : IClassFixture<Browser>, IClassFixture<SharedSites>
{
    [Fact]
    public async Task Pictures_of_each_page_are_taken_where_a_folder_is_named()
    {
        if (Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        var sample = await sites.SampleAsync(SqliteAttribute.Name);
        var empty = await sites.EmptyAsync(SqliteAttribute.Name);
        var real = Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS_OF");
        var pages = new List<(string Name, string Address)>
        {
            ("schools", sample.Address + "/state/schools"),
            ("nothing", sample.Address + "/state/schools?q=zzz&asof=soon"),
            ("proof", sample.Address + "/state/schools/tannery-hill"),
            ("proof-met", sample.Address + "/state/schools/harbor-light?benchmark=2"),
            ("empty", empty.Address + "/state/schools"),
            ("error", sample.Address + "/nowhere"),
        };
        if (real is not null)
        {
            pages.Add(("real", real + "/state/schools"));
            pages.Add(("real-page", real + "/state/schools?status=off_track&page=7&knownat=2026-12-01"));
            pages.Add(("real-proof", real + "/state/schools/00350518?benchmark=1"));
        }

        foreach (var (width, isDark) in new[] { (1280, false), (1280, true), (390, false), (390, true) })
        {
            var page = await browser.OpenAsync(width, isDark);
            foreach (var (name, address) in pages)
            {
                await page.SetViewportSizeAsync(width, 900);
                var site = address.StartsWith(empty.Address, StringComparison.Ordinal) ? empty : sample;
                await page.Context.AddCookiesAsync([new Cookie { Name = Throughline.Access.Session.CookieName, Value = site.Cookie!, Url = site.Address }]);
                await page.GotoAsync(address);
                // As tall as the page, so that the bar at the foot of a phone stands at its foot.
                await page.SetViewportSizeAsync(width, Math.Max(900, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
                await page.ScreenshotAsync(new PageScreenshotOptions
                {
                    Path = Path.Combine(folder, $"{name}-{width}{(isDark ? "-dark" : "")}.png"),
                    FullPage = true,
                });
            }
        }
    }
}
