using System.IO.Compression;
using Throughline.Ui;

namespace Throughline.Tests.Ui;

/// <summary>What every page brings along stays small enough for a slow phone.</summary>
public sealed class WeightTests
{
    [Theory]
    [InlineData("app.css", 10_240)]
    [InlineData("live.js", 12_000)]
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

    [Fact]
    public void The_script_is_served_under_a_hashed_address() => Assert.Matches("^/assets/[0-9a-f]{8}/live.js$", Assets.Href("live.js"));
}
