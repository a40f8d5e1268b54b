using Throughline.Tests.Support;

namespace Throughline.Tests.Overview;

public sealed class ProgressTests
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_cell_says_month_figure_and_word_and_leads_to_the_benchmark(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        var page = await site.PageAsync("/s/s1/progress");
        var row = page.QuerySelector("#r-A1-S1")!;
        var cell = row.QuerySelectorAll("td a").Single(a => a.Words().StartsWith("Jan", StringComparison.Ordinal));
        Assert.Equal("Jan 24.9% On track", cell.Words());
        Assert.Equal("/s/s1/b/A1-S1", cell.GetAttribute("href"));
        Assert.Equal("On track", row.QuerySelector(".now").Words());
        Assert.NotNull(row.QuerySelector(".spark"));
        Assert.Contains("Dec No data", page.Words("#r-A1-E1 td a"));
        Assert.Contains("Feb Not yet due", row.Words(), StringComparison.Ordinal);
        Assert.Equal("2 benchmarks of evidence and outcomes, judged each time they are measured: 1 on track, 1 with no data.", page.QuerySelector(".lede").Words());
        Assert.Equal("A1-S2", page.QuerySelectorAll("main > p a")[^1].Words());
        Assert.Null(page.QuerySelector("#r-A1-A1"));
        Assert.NotNull((await site.PageAsync("/s/s1/progress?type=activity")).QuerySelector("#r-A1-A1"));
        Assert.Null((await site.PageAsync("/s/s1/progress?need=1")).QuerySelector("#r-A1-S1"));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Groups_open_in_place_and_small_ones_are_hidden_without_a_reason_for_each(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        Assert.Empty((await site.PageAsync("/s/s1/progress")).QuerySelectorAll("tr.in"));
        var page = await site.PageAsync("/s/s1/progress?open=A1-S1");
        var rows = page.Words("tr.in");
        Assert.Contains(rows, r => r.StartsWith("English learners 138", StringComparison.Ordinal) && r.EndsWith("Off track", StringComparison.Ordinal));
        foreach (var hidden in new[] { "Asian", "Multi-race" })
        {
            var row = page.QuerySelectorAll("tr.in").Single(r => r.Words().StartsWith(hidden, StringComparison.Ordinal));
            Assert.Equal(5, row.QuerySelectorAll("td.sup").Length);
            Assert.DoesNotContain(row.Words(), char.IsDigit);
            Assert.EndsWith("Hidden", row.Words(), StringComparison.Ordinal);
        }

        Assert.Contains("Why some figures are hidden.", page.QuerySelector(".note").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Asian", page.QuerySelector(".note").Words(), StringComparison.Ordinal);
        Assert.Equal("Hide groups A1-S1", page.QuerySelector("#r-A1-S1 th a.s").Words());
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Hidden_figures_stay_hidden_in_the_file_and_open_to_those_with_the_grant(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        const string Address = "/s/s1/progress.csv?open=A1-S1";
        var lines = (await site.Client.GetStringAsync(Address)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.Contains("english_learner,2026-01-01,2026-01-31,off_track,35.507246,49,138,percent", StringComparison.Ordinal));
        Assert.All(lines.Where(l => l.Contains(",asian,", StringComparison.Ordinal) && l.Contains("01-31", StringComparison.Ordinal)),
            l => Assert.Contains(",hidden,,,,percent,,hidden,", l, StringComparison.Ordinal));
        await site.SignInAsync(OverviewSite.Registrar);
        Assert.Contains("asian,2026-01-01,2026-01-31,off_track,33.333333,2,6", await site.Client.GetStringAsync(Address), StringComparison.Ordinal);
        Assert.Empty((await site.PageAsync("/s/s1/progress?open=A1-S1")).QuerySelectorAll(".sup .c"));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_group_stands_in_place_of_the_benchmarks_own_row(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        var page = await site.PageAsync("/s/s1/progress?g=english_learner");
        Assert.Equal("Jan 35.5% Off track", page.Words("#r-A1-S1 td a").Single(w => w.StartsWith("Jan", StringComparison.Ordinal)));
        Assert.StartsWith("English learners: ", page.QuerySelector(".lede").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Forty_rows_with_one_opened_weigh_less_than_25_KB(string provider)
    {
        await using var site = await OverviewSite.StartAsync(provider);
        var html = await site.Client.GetStringAsync("/s/s1/progress?open=A1-S1");
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(html));
        }

        Assert.InRange(packed.Length, 0, 25 * 1024);
    }
}
