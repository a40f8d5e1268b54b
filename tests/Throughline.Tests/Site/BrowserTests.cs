using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>Each page and state in a browser: no accessibility finding, no sideways scroll, all by keyboard, all without script.</summary>
public sealed class BrowserTests(Browser browser, SharedSites sites) : IClassFixture<Browser>, IClassFixture<SharedSites>
{
    public static TheoryData<bool, string> Pages => new()
    {
        { true, "/state/schools" },
        { true, "/state/schools?status=met&asof=soon&knownat=2026-01-01" },
        { true, "/state/schools?q=zzz" },
        { true, "/state/schools?asof=2024-12-01&sort=name&dir=desc" },
        { true, "/state/schools/tannery-hill" },
        { true, "/state/schools/ropewalk?benchmark=1&status=no_data" },
        { true, "/state/schools/harbor-light?benchmark=2" },
        { true, "/nowhere" },
        { false, "/state/schools" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_has_an_accessibility_finding(bool sample, string address)
    {
        foreach (var (width, isDark) in new[] { (1280, false), (390, true), (390, false), (1280, true) })
        {
            var page = await OpenAsync(sample, address, width, isDark);
            await Axe.AssertNoFindingAsync(page, $"{address} at {width}{(isDark ? " dark" : "")}");
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_at_320_pixels(bool sample, string address)
    {
        var page = await OpenAsync(sample, address, 320, isDark: false);
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var widest = await page.EvaluateAsync<string>(
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.vh, thead')).map(e => e.outerHTML.slice(0, 120)).join('\\n')");
        Assert.True(wide <= 320, $"{address} is {wide} pixels wide:\n{widest}");
        Assert.Equal("", widest);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_is_worked_with_the_keyboard_alone_and_without_script()
    {
        var page = await OpenAsync(sample: true, "/state/schools", 1280, isDark: false, hasScript: false);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Locator("#f-q").PressSequentiallyAsync("hill");
        await GoAsync(page, "#f-q", "q=hill");
        Assert.Equal(2, await page.Locator("tbody tr").CountAsync());
        await GoAsync(page, ".tally a >> nth=1", "status=off_track");
        await GoAsync(page, "tbody a >> nth=0", "/tannery-hill[?]");
        await GoAsync(page, ".crumb a", "schools[?].*status=off_track");
        Assert.Equal("hill", await page.Locator("#f-q").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Printed_pages_leave_out_what_only_screens_need()
    {
        var page = await OpenAsync(sample: true, "/state/schools", 1280, isDark: true);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await page.Locator(".nav").IsVisibleAsync());
        Assert.False(await page.Locator(".filters").IsVisibleAsync());
        Assert.True(await page.Locator("tbody .st").First.IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.Context.CloseAsync();
    }

    /// <summary>Presses Enter on a field or link and waits for where it leads.</summary>
    private static async Task GoAsync(IPage page, string where, string address)
    {
        await page.Locator(where).PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new PageAssertionsToHaveURLOptions { Timeout = 20_000 });
    }

    private async Task<IPage> OpenAsync(bool sample, string address, int width, bool isDark, bool hasScript = true)
    {
        var site = sample ? await sites.SampleAsync(SqliteAttribute.Name) : await sites.EmptyAsync(SqliteAttribute.Name);
        var page = await browser.OpenAsync(site, width, isDark, hasScript);
        await page.GotoAsync(site.Address + address);
        return page;
    }
}
