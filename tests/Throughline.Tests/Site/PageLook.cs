using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>A look at one page of the site as somebody finds it, in a browser.</summary>
public abstract class PageLook(Browser browser, WalkedSites sites) : IClassFixture<Browser>, IClassFixture<WalkedSites>
{
    protected WalkedSites Sites => sites;

    /// <summary>No accessibility finding, light and dark, wide and narrow; nothing wider than 320 pixels.</summary>
    protected async Task LookAsync(string name)
    {
        foreach (var (width, isDark) in new[] { (1280, false), (390, true) })
        {
            var page = await OpenAsync(name, width, isDark);
            await Axe.AssertNoFindingAsync(page, $"{name} at {width}{(isDark ? " dark" : "")}");
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

    protected async Task<IPage> OpenAsync(string name, int width, bool isDark)
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
