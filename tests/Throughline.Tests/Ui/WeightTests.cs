using System.IO.Compression;
using Throughline.Tests.Support;
using Throughline.Ui;

namespace Throughline.Tests.Ui;

/// <summary>What every page brings along stays small enough for a slow phone.</summary>
public sealed class WeightTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory]
    [InlineData("app.css", 10_240)]
    [InlineData("live.js", 10_000)]
    [InlineData("ink.js", 2_000)]
    [InlineData("visit.js", 2_500)]
    [InlineData("source-sans-3-latin.woff2", 30_000)]
    public void An_asset_keeps_to_its_budget(string name, int most)
    {
        using var asset = typeof(Assets).Assembly.GetManifestResourceStream($"Throughline.Ui.Assets.{name}")!;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            asset.CopyTo(gzip);
        }

        Assert.InRange(packed.Length, 1, most);
    }

    [Theory]
    [InlineData("/", "Principal", 10_000)]
    [InlineData("/s/tannery-hill/plan", "Principal", 15_000)]
    [InlineData("/s/tannery-hill/b/A1-E1/edit", "Principal", 12_000)]
    [InlineData("/s/tannery-hill/progress?open=C1-S1", "Principal", 25_000)]
    [InlineData("/s/tannery-hill/b/C1-S1", "Principal", 18_000)]
    [InlineData("/s/tannery-hill/evidence", "Principal", 10_000)]
    [InlineData("/v", "Principal", 5_000)]
    [InlineData("/d/ashmere/schools", "District liaison", 20_000)]
    [InlineData("/state/schools", "State reviewer", 25_000)]
    public async Task A_page_keeps_to_its_budget_and_comes_compressed(string address, string who, int most)
    {
        var site = await sites.SampleAsync(SqliteAttribute.Name);
        using var client = site.NewClient(await site.CookieAsync(who));
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        using var response = await client.GetAsync(address);
        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1000, most);
    }

    [Fact]
    public void The_script_is_served_under_a_hashed_address() => Assert.Matches("^/assets/[0-9a-f]{8}/live.js$", Assets.Href("live.js"));
}
