using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Throughline.Access;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>What people do, in a browser, from the page they land on; clicks are counted as UX.md §14 counts them.</summary>
public sealed class JourneyTests(Browser browser) : IClassFixture<Browser>
{
    private const string Password = "a quiet river in spring";

    public static TheoryData<string, int> Everywhere
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var provider in TestDatabase.Providers)
            {
                all.Add(provider, 1280);
                all.Add(provider, 390);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task From_an_empty_folder_to_a_verdict(string provider, int width)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        var page = await browser.OpenAsync(width);
        await page.GotoAsync(site.Address + "/");
        Assert.EndsWith("/set-up", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(site.Address + site.App.Services.GetRequiredService<SetUpLink>().Address);
        await FillAsync(page, ("State", "Our state"), ("Name", "First administrator"), ("Email", "first@example.org"), ("Password", Password), ("Again", Password));
        await SendAsync(page);

        await AddAsync(page, site, "north", "North district", "District", "state");
        await AddAsync(page, site, "hill", "Hill School", "School", "north");
        await page.GotoAsync(site.Address + "/people/add");
        await FillAsync(page, ("Name", "Principal"), ("Email", "principal@example.org"));
        await ChooseAsync(page, "Role", "school_leader", "SchoolLeader");
        await ChooseAsync(page, "Organization", "hill");
        await SendAsync(page);
        if (await page.Locator("#link").CountAsync() == 0)
        {
            await ClickAsync(page, "form[action*='handler=link'] button");
        }

        var link = await page.Locator("#link").InputValueAsync();
        link = link[link.IndexOf("/invitation/", StringComparison.Ordinal)..];

        var principal = await browser.OpenAsync(width);
        await principal.GotoAsync(site.Address + link);
        await FillAsync(principal, ("Password", Password + " two"), ("Again", Password + " two"));
        await SendAsync(principal);
        await principal.GotoAsync(site.Address + "/s/hill/plan/new");
        await ChooseAsync(principal, "Kind", "improvement_plan");
        await FillAsync(principal, ("Name", "Improvement plan"));
        await SendAsync(principal);
        await principal.GotoAsync(site.Address + "/s/hill/plan/objectives/new");
        await FillAsync(principal, ("Title", "Students want to be here"));
        await SendAsync(principal);
        await principal.GotoAsync(site.Address + "/s/hill/plan/write");
        await ClickAsync(principal, "main a[href*='initiatives/new']");
        await FillAsync(principal, ("Title", "A call home by the second day"));
        await SendAsync(principal);
        await principal.GotoAsync(site.Address + "/s/hill/b/new?under=A1&type=short_term_outcome");
        await FillAsync(principal, ("Entry.Statement", "By June 2026, reduce the chronic absenteeism rate for all students from 31% to 22%, as shown by daily attendance records."));
        await ChooseAsync(principal, "Entry.Every", "month");
        await ClickAsync(principal, "button[name=do][value=publish]");
        Assert.Contains("/s/hill/b/A1-S1", principal.Url, StringComparison.Ordinal);
        await principal.GotoAsync(site.Address + "/s/hill/b/A1-S1/values");
        await ChooseAsync(principal, "Entry.Period", "2026-01-01/2026-01-31");
        await FillAsync(principal, ("Entry.Numerator", "135"), ("Entry.Denominator", "542"));
        await SendAsync(principal);
        await Assertions.Expect(principal.Locator(".st.lg")).ToHaveTextAsync("On track");
        await Assertions.Expect(principal.Locator("main")).ToContainTextAsync("24.9% in January, 135 of 542 students");
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Task_2_the_principal_reads_which_objective_breaks_without_a_click(string provider, int width)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var page = await LandAsync(site, "Principal", width);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Breaks after early evidence");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Breaks after activities");
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Task_5_the_january_rate_of_english_learners_and_the_gap_are_three_clicks_away_by_keyboard(string provider, int width)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var page = await LandAsync(site, "Assistant principal", width);
        await PressAsync(page, ".nav a >> text=Progress");
        await PressAsync(page, "a >> text=Students missing 10% or more of days");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("English learners: off track at 35.5%");
        await PressAsync(page, ".seg a >> text=English learners");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("35.5% in January");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("14.2 points");
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Task_9_the_liaison_finds_schools_off_track_for_english_learners_and_what_is_owed_by_keyboard(string provider, int width)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var page = await LandAsync(site, "District liaison", width);
        await PressAsync(page, ".nav a >> text=Schools");
        await page.Locator("select[name=g]").SelectOptionAsync("english_learner");
        await PressAsync(page, "main form button >> nth=0");
        await Assertions.Expect(page.Locator("main .lede")).ToContainTextAsync("Attendance is off track at Tannery Hill Middle and Ashmere High");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("One system for support records");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("27 days late");
    }

    private static async Task AddAsync(IPage page, RunningSite site, string code, string name, string kind, string parent)
    {
        await page.GotoAsync(site.Address + "/organizations/add");
        await FillAsync(page, ("Code", code), ("Name", name));
        await ChooseAsync(page, "Kind", kind, kind.ToLower(CultureInfo.InvariantCulture));
        await ChooseAsync(page, "Parent", parent);
        await SendAsync(page);
    }

    private static async Task FillAsync(IPage page, params (string Name, string Text)[] answers)
    {
        foreach (var (name, text) in answers)
        {
            await page.Locator($"main [name='{name}']:not([type=hidden])").First.FillAsync(text);
        }
    }

    /// <summary>Picks one of several values, whichever kind of field asks for it.</summary>
    private static async Task ChooseAsync(IPage page, string name, params string[] values)
    {
        var field = page.Locator($"main [name='{name}']:not([type=hidden])").First;
        var kind = await field.EvaluateAsync<string>("f => f.tagName + ' ' + (f.type || '')");
        if (kind.StartsWith("SELECT", StringComparison.Ordinal))
        {
            var there = await field.EvaluateAsync<string[]>("f => [...f.options].map(o => o.value)");
            await field.SelectOptionAsync(there.First(values.Contains));
        }
        else if (kind.EndsWith("radio", StringComparison.Ordinal))
        {
            await page.Locator(string.Join(", ", values.Select(v => $"main [name='{name}'][value='{v}']"))).First.CheckAsync();
        }
        else
        {
            await field.FillAsync(values[0]);
        }
    }

    private static Task SendAsync(IPage page) => ClickAsync(page, "main form[method=post] button.btn >> nth=-1");

    private static Task ClickAsync(IPage page, string where) =>
        Browser.ToNextPageAsync(page, () => page.Locator(where).First.ClickAsync());

    /// <summary>A click without a pointer: the keyboard's Enter.</summary>
    private static Task PressAsync(IPage page, string where) =>
        Browser.ToNextPageAsync(page, () => page.Locator(where).First.PressAsync("Enter"));

    private async Task<IPage> LandAsync(RunningSite site, string who, int width)
    {
        var page = await browser.OpenAsync(width);
        await page.Context.AddCookiesAsync([new Cookie { Name = Session.CookieName, Value = await site.CookieAsync(who), Url = site.Address }]);
        await page.GotoAsync(site.Address + "/");
        return page;
    }
}
