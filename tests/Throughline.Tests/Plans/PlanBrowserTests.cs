using Microsoft.Playwright;
using Throughline.Access;
using Throughline.Tests.Support;

namespace Throughline.Tests.Plans;

/// <summary>The plan's pages in a browser, in their states: no accessibility finding, no sideways scroll, keys that move on the map.</summary>
public sealed class PlanBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("map", ""), ("outline", "?view=outline"), ("breaks", "?only=breaks&g=english_learner"), ("write", "/write?removed=initiative-2"), ("plan-new", "/new"), ("plan-edit", "/edit"),
        ("objective", "/objectives/1"), ("root-cause", "/root-causes/new?objective=1"), ("initiative", "/initiatives/1"), ("activity", "/activities/1"), ("history", "/history"),
    ];

    [Fact]
    public async Task No_page_of_the_plan_has_an_accessibility_finding_or_scrolls_sideways()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        using (await site.SendAsync(PlanSite.School + "/write", ("do", "remove initiative 2 1")))
        {
            foreach (var (width, isDark) in new[] { (1280, false), (390, true), (320, false) })
            {
                var page = await OpenAsync(site, width, isDark);
                foreach (var (name, path) in Pages)
                {
                    await page.GotoAsync(site.Site.Address + PlanSite.School + path);
                    await LookAsync(page, name, width, isDark);
                }

                await ErrorAsync(site, page, width, isDark);
                await ConflictAsync(site, page, width, isDark);
                await page.Context.CloseAsync();
            }
        }
    }

    [Fact]
    public async Task Without_a_plan_and_without_objectives_the_pages_say_what_to_do()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name, withPlan: false);
        var page = await OpenAsync(site, 1280, isDark: false);
        await page.GotoAsync(site.Site.Address + PlanSite.School);
        await LookAsync(page, "none", 1280, isDark: false);
        using var made = await site.SendAsync(PlanSite.School + "/new", ("Kind", "sustainable_improvement"), ("Name", "Plan"));
        await page.GotoAsync(site.Site.Address + PlanSite.School);
        await LookAsync(page, "no-objectives", 1280, isDark: false);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_the_map_arrows_follow_the_line_b_goes_to_the_break_and_o_to_the_outline()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var page = await OpenAsync(site, 1280, isDark: false);
        await page.GotoAsync(site.Site.Address + PlanSite.School);
        await page.Locator("[data-map] a.bm").First.FocusAsync();
        await page.Keyboard.PressAsync("b");
        Assert.Equal("See A1-S1", await FocusedAsync(page));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.StartsWith("A-F1", await FocusedAsync(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("o");
        await Assertions.Expect(page).ToHaveURLAsync(site.Site.Address + PlanSite.School + "?view=outline");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_map_prints_in_landscape_without_what_only_screens_need()
    {
        await using var site = await PlanSite.StartAsync(SqliteAttribute.Name);
        var page = await OpenAsync(site, 1280, isDark: true);
        await page.GotoAsync(site.Site.Address + PlanSite.School);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal("wide", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main')).page"));
        Assert.False(await page.Locator(".nav").IsVisibleAsync());
        Assert.False(await page.Locator("[data-outline]").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private static async Task ErrorAsync(PlanSite site, IPage page, int width, bool isDark)
    {
        await page.GotoAsync($"{site.Site.Address}{PlanSite.School}/activities/1");
        await page.Locator("[name=Text]").FillAsync("");
        await page.Locator("main form[method=post] button").ClickAsync();
        await LookAsync(page, "error", width, isDark);
    }

    private static async Task ConflictAsync(PlanSite site, IPage page, int width, bool isDark)
    {
        await page.GotoAsync($"{site.Site.Address}{PlanSite.School}/objectives/1");
        using var first = await site.SendAsync(PlanSite.School + "/objectives/1", ("Title", $"Every lesson has one frame to plan from, at {width}"));
        await page.Locator("[name=Title]").FillAsync("Every lesson has a shared picture");
        await page.Locator("main form[method=post] button").ClickAsync();
        await page.Locator(".diff").WaitForAsync();
        await LookAsync(page, "conflict", width, isDark);
    }

    /// <summary>Looks at a page as it stands and, where a folder is named, takes its picture.</summary>
    private static async Task LookAsync(IPage page, string name, int width, bool isDark)
    {
        if (Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS") is { Length: > 0 } folder && width > 320)
        {
            await page.SetViewportSizeAsync(width, Math.Max(900, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"plan-{name}-{width}{(isDark ? "-dark" : "")}.png"), FullPage = true });
            await page.SetViewportSizeAsync(width, 900);
        }

        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{name} is {wide} pixels wide at {width}");
        await Axe.AssertNoFindingAsync(page, $"{name} at {width}");
    }

    private async Task<IPage> OpenAsync(PlanSite site, int width, bool isDark)
    {
        var page = await browser.OpenAsync(width, isDark);
        await page.Context.AddCookiesAsync([new Cookie { Name = Session.CookieName, Value = site.Site.Cookie!, Url = site.Site.Address }]);
        return page;
    }
}
