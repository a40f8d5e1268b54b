using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>Pictures of the benchmark's pages for people to look at; made only where THROUGHLINE_SHOTS names a folder.</summary>
public sealed class BenchmarkShotTests(Browser browser) : IClassFixture<Browser>
{
    private const string Address = $"/s/{PlanForTests.School}/b/{ChronicAbsence.Code}";

    [Fact]
    public async Task Pictures_of_the_benchmarks_pages_are_taken_where_a_folder_is_named()
    {
        if (Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name, sample: false, reader: false);
        await site.Database.AddChronicAbsenceAsync();
        await site.SignInAsync(PlanForTests.Leader);
        foreach (var (width, isDark) in new[] { (1280, false), (390, false), (1280, true) })
        {
            var page = await browser.OpenAsync(width, isDark);
            await page.Context.AddCookiesAsync([new Cookie { Name = Access.Session.CookieName, Value = site.Cookie!, Url = site.Address }]);
            foreach (var (name, address) in new[] { ("benchmark", Address), ("workbench", Address + "/edit"), ("values", Address + "/values"), ("history", Address + "/history"), ("removal", Address + "/removal") })
            {
                await page.GotoAsync(site.Address + address);
                await ShootAsync(page, Path.Combine(folder, $"{name}-{width}{(isDark ? "-dark" : "")}.png"), width);
            }

            await page.GotoAsync($"{site.Address}/s/{PlanForTests.School}/b/new?under=C1&type=early_evidence");
            await page.GetByLabel("Benchmark statement").FillAsync("Increase by 5% the attendance rate, after all teachers attend the planning sessions, as shown by walk-through visits.");
            await page.WaitForSelectorAsync(".stmt mark");
            await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
            await page.WaitForSelectorAsync("[role=alert]");
            await ShootAsync(page, Path.Combine(folder, $"workbench-new-{width}{(isDark ? "-dark" : "")}.png"), width);
        }
    }

    private static async Task ShootAsync(IPage page, string path, int width)
    {
        // As tall as the page, so that the bar at the foot of a phone stands at its foot.
        await page.SetViewportSizeAsync(width, Math.Max(900, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        await page.SetViewportSizeAsync(width, 900);
    }
}
