using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>From a sentence that counts presence to a benchmark in force, with what the workbench proposes.</summary>
public sealed class StatementJourneyTests(Browser browser) : IClassFixture<Browser>
{
    private const int MostClicks = 10;

    private int clicks;

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Training_becomes_a_change_in_practice_with_two_suggestions_and_two_blanks(string provider)
    {
        foreach (var width in new[] { 1280, 390 })
        {
            clicks = 0;
            await WriteAsync(provider, width);
            Assert.InRange(clicks, 1, MostClicks);
        }
    }

    private async Task WriteAsync(string provider, int width)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await site.Database.AddPlanAsync();
        var page = await browser.OpenAsync(width);
        await page.Context.AddCookiesAsync([new Cookie { Name = Throughline.Access.Session.CookieName, Value = await site.CookieAsync(PlanForTests.Leader), Url = site.Address }]);
        await page.GotoAsync($"{site.Address}/s/{PlanForTests.School}/b/new?under=C1&type=early_evidence");
        var statement = page.Locator("textarea[data-live]");
        await ClickAsync(statement);
        await statement.PressSequentiallyAsync("All teachers will be trained in SMART goals");

        await Assertions.Expect(page.Locator(".find")).ToHaveCountAsync(0);
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Use this wording" }));
        await Assertions.Expect(statement).ToHaveValueAsync("____% of teachers will use SMART goals, as shown by ____");
        await Assertions.Expect(page.GetByLabel("2. Measurable and meaningful")).ToBeCheckedAsync();
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Add “by June 2026”" }));
        await Assertions.Expect(statement).ToHaveValueAsync("____% of teachers will use SMART goals, as shown by ____ by June 2026");
        await Assertions.Expect(page.GetByLabel("3. Dated")).ToBeCheckedAsync();

        await ClickAsync(statement);
        await statement.FillAsync("80% of teachers will use SMART goals, as shown by lesson plans by June 2026");
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Use a measure of our own" }));
        await ClickAsync(page.Locator("button[name=do][value=publish]"));
        await page.WaitForURLAsync("**/b/C1-E1?done=published");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("SMART goals");
    }

    private async Task ClickAsync(ILocator at)
    {
        clicks++;
        await at.ClickAsync();
    }
}
