using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>More schools than a page holds.</summary>
public sealed class PagerTests(Browser browser) : IClassFixture<Browser>
{
    private const int MostBytes = 25_000;

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Pages_follow_each_other_and_the_file_has_all_of_them(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false);
        await ManySchools.LoadAsync(site.Database);
        var seen = new List<string>();
        for (var address = "/state/schools?sort=name"; address is not null;)
        {
            var page = await site.PageAsync(address);
            seen.AddRange(page.Words("tbody a"));
            Assert.InRange(Compressed(page.DocumentElement.OuterHtml), 1, MostBytes);
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, ManySchools.Count).Select(n => $"School {n:000}"), seen);
        var file = await site.Client.GetStringAsync("/state/schools.csv?page=2");
        Assert.Equal(ManySchools.Count + 1, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Page 3 is the last.", (await site.PageAsync("/state/schools?page=9")).QuerySelector(".note.warn").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pager_is_worked_with_the_keyboard_and_has_no_accessibility_finding()
    {
        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name, sample: false);
        await ManySchools.LoadAsync(site.Database);
        foreach (var (width, isDark) in new[] { (1280, false), (390, true) })
        {
            var page = await browser.OpenAsync(site, width, isDark);
            await page.GotoAsync(site.Address + "/state/schools");
            await page.Locator("a[rel=next]").PressAsync("Enter");
            await Assertions.Expect(page.Locator("#schools")).ToContainTextAsync("Schools 51–100 of 120");
            await Assertions.Expect(page.Locator(".pager [aria-current=page]")).ToHaveTextAsync("2");
            await Axe.AssertNoFindingAsync(page, $"the second page at {width}");
            await page.Context.CloseAsync();
        }
    }

    private static long Compressed(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return buffer.Length;
    }
}
