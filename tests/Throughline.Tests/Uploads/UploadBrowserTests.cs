using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Uploads;

/// <summary>A file on its way in, as a registrar brings it, in a browser.</summary>
public sealed class UploadBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Imports = $"/s/{MarksForTests.School}/evidence/imports";

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_messy_quarter_comes_in_with_three_questions_in_seven_clicks_and_can_be_taken_back(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var (file, lines) = await MarksForTests.OfQuarterAsync(site.Database, failing: 175, isMessy: true);
        var page = await LandAsync(site);
        await page.GotoAsync(site.Address + Imports);
        await page.SelectOptionAsync("#Kind", "marks");
        await page.SetInputFilesAsync("#Upload", new FilePayload { Name = "Quarter 2 course grades.csv", MimeType = "text/csv", Buffer = file });
        await PictureAsync(page, "upload");
        await ClickAsync(page, "form[enctype] .btn");
        await page.FillAsync("#Passing", "60");
        await page.FillAsync("#Day", "2026-01-23");
        await PictureAsync(page, "match");
        await ClickAsync(page, "form .btn");
        await PictureAsync(page, "check");

        // The registrar comes back later, and needs seven clicks from the landing page.
        await page.GotoAsync(site.Address);
        var clicks = 1;
        await Browser.ToNextPageAsync(page, () => page.Locator("nav >> text=Evidence").First.ClickAsync());
        await Click("a:has-text('Continue')");
        Assert.Contains($"Row {lines[0]}: “I” is not a word we know", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains($"Rows {lines[1]} and {lines[2]}: the same thing twice", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("B1-S1 would go from", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Check("text=Counts as failing");
        await Check($"text=Keep row {lines[2]}");
        await Check("text=I have checked");
        await Click("button:has-text('Continue')");
        await PictureAsync(page, "confirm");
        Assert.Contains("B1-S1", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        var before = await FigureAsync(site);
        await Click("button:has-text('Confirm import')");
        Assert.Equal(7, clicks);
        Assert.Contains("rows from Quarter 2 course grades.csv are in", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await PictureAsync(page, "done");
        Assert.Null(before);
        Assert.Equal(176, (await FigureAsync(site))!.Numerator);

        await ClickAsync(page, "button:has-text('Undo')");
        Assert.Contains("was taken back", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Null((await FigureAsync(site))!.Numerator);
        await page.GotoAsync($"{site.Address}/s/{MarksForTests.School}/b/B1-S1");
        Assert.DoesNotContain("176", await page.InnerTextAsync("main table"), StringComparison.Ordinal);

        async Task Click(string what)
        {
            clicks++;
            await ClickAsync(page, what);
        }

        async Task Check(string what)
        {
            clicks++;
            await page.Locator("main").Locator(what).First.ClickAsync();
        }
    }

    private static Task ClickAsync(IPage page, string what) => Browser.ToNextPageAsync(page, () => page.Locator("main").Locator(what).First.ClickAsync());

    private static async Task<Model.Tally?> FigureAsync(RunningSite site)
    {
        await using var db = site.Database.Context();
        var benchmark = await db.Benchmarks.SingleAsync(b => b.Code == "B1-S1" && db.Plans.Any(p => p.Id == b.PlanId && p.Organization!.Code == MarksForTests.School));
        return await db.Tallies.Where(t => t.BenchmarkId == benchmark.Id && t.Group == "all" && t.PeriodEnd == new DateOnly(2026, 1, 23)).OrderBy(t => t.Id).LastOrDefaultAsync();
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Dark), (1280, ColorScheme.Light) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            await Axe.AssertNoFindingAsync(page, $"{name} at {width}");
            if (Environment.GetEnvironmentVariable("THROUGHLINE_SHOTS") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"upload-{name}-{width}.png"), FullPage = true });
            }
        }

        await page.SetViewportSizeAsync(320, 900);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, $"{name} is wider than 320 pixels");
        await page.SetViewportSizeAsync(1280, 900);
    }

    private async Task<IPage> LandAsync(RunningSite site)
    {
        var page = await browser.OpenAsync();
        await page.Context.AddCookiesAsync([new Cookie { Name = Throughline.Access.Session.CookieName, Value = await site.CookieAsync("Registrar"), Url = site.Address }]);
        return page;
    }
}
