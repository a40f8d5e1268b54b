using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Collecting;

/// <summary>A visit on a phone, with a network and without: whatever happens, it is kept exactly once.</summary>
public sealed class VisitBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Said = "[role=status]";
    private const string Send = "**/v?school=*";

    [Theory, Sqlite, Postgres]
    public async Task A_visit_takes_five_taps_waits_without_a_network_and_is_sent_once_when_it_is_back(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var page = await OpenAsync(site);
        await page.Context.SetOfflineAsync(true);
        await FillAsync(page);
        await SaysAsync(page, "1 visit waits on this device. There is no network.");
        Assert.Empty(await site.VisitsAsync());
        await Axe.AssertNoFindingAsync(page, "a visit that waits");

        // The place is remembered: the next one takes two taps.
        await TapAsync(page, "Partly");
        await SaveAsync(page);
        await SaysAsync(page, "2 visits wait on this device.");
        site.Clock.Now = site.Clock.Now.AddMinutes(10);
        await page.Context.SetOfflineAsync(false);
        await SaysAsync(page, "Saved. 2 visits in February so far.");
        var visits = await site.VisitsAsync();
        Assert.Equal(2, visits.Count);
        Assert.All(visits, v => Assert.Equal(("grade_7", "science"), (v.Grade, v.Subject)));
        Assert.Equal(["""["look_for_1","2","",""]""", """["look_for_1","4","",""]"""], (await FieldsAsync(site, visits)).Order(StringComparer.Ordinal));
        await page.Context.CloseAsync();
    }

    [Theory, Sqlite, Postgres]
    public async Task An_answer_that_was_lost_on_the_way_makes_no_second_visit(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var page = await OpenAsync(site);
        await page.RouteAsync(Send, async route =>
        {
            if (route.Request.Method == "POST")
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await FillAsync(page);
        await SaysAsync(page, "1 visit waits on this device.");
        var kept = Assert.Single(await site.VisitsAsync());
        await page.UnrouteAsync(Send);
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await SaysAsync(page, "Saved. 1 visit in February so far.");
        Assert.Equal(kept.Key, Assert.Single(await site.VisitsAsync()).Key);
        Assert.Single(await site.RecordsAsync(kept.Key));
        await page.Context.CloseAsync();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_visit_outlives_its_tab_and_is_sent_from_the_next_one(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var page = await OpenAsync(site);
        var context = page.Context;
        await context.SetOfflineAsync(true);
        await FillAsync(page);
        await SaysAsync(page, "1 visit waits on this device.");
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        var next = await context.NewPageAsync();
        await next.GotoAsync($"{site.Address}/s/tannery-hill/evidence");
        await SaysAsync(next, "Saved. 1 visit in February so far.", isShown: false);
        await next.GotoAsync(site.Address + "/v");
        await SaysAsync(next, "1 visit in February so far. No signal?");
        Assert.Single(await site.VisitsAsync());
        await context.CloseAsync();
    }

    [Theory, Sqlite]
    public async Task A_visit_waits_while_nobody_is_signed_in_and_goes_only_under_the_name_of_who_made_it(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var page = await OpenAsync(site);
        await page.Context.ClearCookiesAsync();
        await FillAsync(page);
        await SaysAsync(page, "1 visit waits on this device. You are signed out. Sign in, and they are sent.");
        Assert.True(await page.Locator("[data-visits] a").IsVisibleAsync());
        await Axe.AssertNoFindingAsync(page, "a visit that waits for somebody to sign in");

        await SignInAsync(page, site, "ELA coach");
        await page.GotoAsync(site.Address + "/v");
        await SaysAsync(page, "No visit in February yet. No signal?");
        Assert.Empty(await site.VisitsAsync());

        await SignInAsync(page, site, "Principal");
        await page.GotoAsync(site.Address + "/v");
        await SaysAsync(page, "Saved. 1 visit in February so far.");
        Assert.Equal("Principal", Assert.Single(await site.VisitsAsync()).Who);
        await page.Context.CloseAsync();
    }

    [Theory, Sqlite]
    public async Task What_the_site_refuses_is_kept_and_opens_in_the_form_with_what_is_wrong(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var page = await OpenAsync(site);
        await page.Locator("details.more summary").ClickAsync();
        await page.Locator("#At").FillAsync("2026-02-12T09:00");
        await FillAsync(page);
        await SaysAsync(page, "A visit could not be kept. Open it, mend it and save it again.");
        await Browser.ToNextPageAsync(page, () => page.Locator("[data-visits] button").ClickAsync());
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("This time is still to come.");
        Assert.True(await page.Locator("input[name='q.look_for_1'][value='4']").IsCheckedAsync());
        await page.Locator("#At").FillAsync("2026-02-10T09:00");
        await SaveAsync(page);
        await SaysAsync(page, "Saved. 1 visit in February so far.");
        Assert.Equal(10, Assert.Single(await site.VisitsAsync()).At.Day);
        await page.Context.CloseAsync();
    }

    [Theory, Sqlite]
    public async Task Without_script_and_by_keyboard_the_form_is_sent_as_any_other(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        var page = await browser.OpenAsync(site, 390, hasScript: false);
        await page.GotoAsync(site.Address + "/v");
        await page.Locator("input[value=grade_6]").FocusAsync();
        foreach (var key in (string[])["ArrowRight", "Tab", "Space", "Tab", "Space", "Tab", "Tab", "Enter"])
        {
            await page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(page.Locator(Said)).ToContainTextAsync("Saved. 1 visit in February so far.");
        var visit = Assert.Single(await site.VisitsAsync());
        Assert.Equal(("grade_7", "ela"), (visit.Grade, visit.Subject));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(RunningSite site)
    {
        await site.SignInAsync("Principal");
        var page = await browser.OpenAsync(site, 390);
        await page.GotoAsync(site.Address + "/v");
        return page;
    }

    private static async Task SignInAsync(IPage page, RunningSite site, string who)
    {
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync([new Cookie { Name = Throughline.Access.Session.CookieName, Value = await site.CookieAsync(who), Url = site.Address }]);
    }

    /// <summary>Task 1 of the UX specification, the first time: place, what was seen, save.</summary>
    private static async Task FillAsync(IPage page)
    {
        await TapAsync(page, "Grade 7");
        await TapAsync(page, "Science");
        await TapAsync(page, "Fully");
        await SaveAsync(page);
    }

    private static Task TapAsync(IPage page, string tile) => page.Locator(".tap label").Filter(new LocatorFilterOptions { HasTextString = tile }).ClickAsync();

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save visit" }).ClickAsync();

    private static Task SaysAsync(IPage page, string words, bool isShown = true) => isShown
        ? Assertions.Expect(page.Locator(Said)).ToContainTextAsync(words)
        : page.WaitForFunctionAsync("([s, w]) => document.querySelector(s).textContent.includes(w)", new[] { Said, words });

    private static async Task<List<string>> FieldsAsync(RunningSite site, IEnumerable<Model.Visit> visits)
    {
        var fields = new List<string>();
        foreach (var visit in visits)
        {
            fields.AddRange((await site.RecordsAsync(visit.Key)).Select(r => r.Fields));
        }

        return fields;
    }
}
