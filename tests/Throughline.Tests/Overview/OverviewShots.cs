using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Overview;

/// <summary>Pictures of the overviews for people to look at; made only where THROUGHLINE_SHOTS names a folder.</summary>
public sealed class OverviewShots(Browser browser) : IClassFixture<Browser>
{
    private static readonly (string Name, string Who, string Address)[] Pages =
    [
        ("my-work", OverviewSite.Principal, "/"),
        ("my-work-district", OverviewSite.Liaison, "/"),
        ("progress", OverviewSite.Principal, "/s/tannery-hill/progress?open=C1-S1"),
        ("schools", OverviewSite.Liaison, "/d/ashmere/schools?g=english_learner"),
        ("support", OverviewSite.Liaison, "/d/ashmere/supports/1"),
        ("priorities", OverviewSite.Liaison, "/d/ashmere/priorities"),
        ("state", "State reviewer", "/state"),
        ("search", "State reviewer", "/search?q=chronic"),
        ("keyboard", "State reviewer", "/help/keyboard"),
    ];

    [Fact]
    public async Task Pictures_of_each_overview_are_taken_where_a_folder_is_named()
    {
        if (Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name);
        foreach (var width in new[] { 1280, 390 })
        {
            var page = await browser.OpenAsync(width);
            foreach (var (name, who, address) in Pages)
            {
                await site.SignInAsync(who);
                await page.Context.ClearCookiesAsync();
                await page.Context.AddCookiesAsync([new Cookie { Name = Throughline.Access.Session.CookieName, Value = site.Cookie!, Url = site.Address }]);
                await page.SetViewportSizeAsync(width, 900);
                await page.GotoAsync(site.Address + address);
                await page.SetViewportSizeAsync(width, Math.Max(900, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
            }
        }
    }
}
