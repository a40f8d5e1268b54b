using System.Globalization;
using System.Net;
using System.Text.Json;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>A status opens to its proof.</summary>
public sealed class ProofPageTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_proof_holds_words_figures_and_sources(string provider)
    {
        var page = await (await sites.SampleAsync(provider)).PageAsync("/state/schools/tannery-hill?benchmark=1&status=off_track&q=hill");
        Assert.Equal("Off track: Tannery Hill Middle - Throughline", page.Title);
        Assert.Equal("Off track", page.QuerySelector(".st.lg").Words());
        Assert.Equal("31.0% in 2024–25; at most 10% by June 30, 2025.", page.Words(".lede")[0]);
        Assert.Equal(
            "The figure was 31.0% in school year 2024–25. That is 21 points above the target of 10%. The date has come, so it is not met.",
            page.Words(".lede")[1]);
        Assert.Equal("2024–25 31.0% Used series.csv Sep 30, 2025, 12:00 pm", page.QuerySelector("tr.used").Words());
        Assert.Equal(
            "2017–18 20.6% Left out. Its period ended before the benchmark begins. series.csv Sep 30, 2025, 12:00 pm",
            page.QuerySelector("tbody tr").Words());
        Assert.Equal("/state/schools?benchmark=1&status=off_track&q=hill", page.QuerySelector(".crumb a")!.GetAttribute("href"));
        Assert.Equal(8, page.QuerySelectorAll("figure circle").Length);
        Assert.Contains("31.0% in 2024–25", page.QuerySelector("figure svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_figure_that_is_not_published_stays_a_gap_with_its_mark(string provider)
    {
        var page = await (await sites.SampleAsync(provider)).PageAsync("/state/schools/ropewalk");
        Assert.Equal("The figure for 2024–25 is not published; at most 10% by June 30, 2025.", page.Words(".lede")[0]);
        Assert.NotEmpty(page.QuerySelectorAll("figure use.np"));
        Assert.StartsWith("2024–25 not published Left out. No figure was published.", page.Words("tbody tr")[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/state/schools/no-such-school")]
    [InlineData("/state/schools/tannery-hill?benchmark=77")]
    [InlineData("/state/schools/tannery-hill.json?benchmark=77")]
    [InlineData("/state/schools/no-such-school.json")]
    [InlineData("/state/schools/tannery-hill?group=white")]
    [InlineData("/state/schools.csv?benchmark=77")]
    public async Task What_is_not_there_is_not_found(string address) =>
        Assert.Equal("This page is not here", (await (await sites.SampleAsync(SqliteAttribute.Name))
            .PageAsync(address, HttpStatusCode.NotFound)).QuerySelector("h1").Words());

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Every_row_links_to_a_proof_of_the_same_status_and_its_case_comes_to_the_same_verdict(string provider)
    {
        var site = await sites.SampleAsync(provider);
        foreach (var list in new[] { "/state/schools", "/state/schools?benchmark=2&asof=2025-03-01&knownat=2025-12-24T10:00:00Z" })
        {
            foreach (var row in (await site.PageAsync(list)).QuerySelectorAll("tbody tr"))
            {
                var status = row.QuerySelector("td:last-child").Words();
                var proof = await site.PageAsync(row.QuerySelector("a")!.GetAttribute("href")!);
                Assert.Equal(status, proof.QuerySelector(".st.lg").Words());
                var download = Assert.Single(proof.QuerySelectorAll("a[href*='.json']")).GetAttribute("href")!;
                var text = await site.Client.GetStringAsync(download);
                var read = new CaseReader(MeasureCatalog.Default, (_, _) => throw new NotSupportedException()).Read(text);
                Assert.Empty(read.Problems);
                var answer = Assert.Single(Evaluator.Evaluate(read.Case!), a => a.Member is not null);
                var words = new Wording(CultureInfo.GetCultureInfo("en-US"));
                Assert.Equal(status, words.Status(answer.Status));
                Assert.Equal(proof.Words(".lede")[1], words.Explanation(answer, read.Case!));
            }
        }
    }

    [Fact]
    public async Task A_case_is_named_for_its_school_benchmark_and_day()
    {
        using var response = await (await sites.SampleAsync(SqliteAttribute.Name)).Client.GetAsync("/state/schools/millrace.json");
        Assert.Equal("millrace-B1-2026-02-11.json", response.Content.Headers.ContentDisposition!.FileName);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("millrace", json.RootElement.GetProperty("members")[0].GetString());
        Assert.Equal(0, json.RootElement.GetProperty("minimumN").GetInt32());
    }
}
