using System.Text.Json;
using Throughline.Benchmarks.Language;
using Throughline.Tests.Support;

namespace Throughline.Tests.Judging;

/// <summary>
/// The worked revisions of the guiding principles for effective benchmarks: each is clearer than the one before, and by
/// what its author says it added.
/// </summary>
public sealed class WorkedChainTests
{
    [SharedTheory]
    [InlineData("seed-gp-22", "seed-gp-23", "seed-gp-24", Element.ResultsFocused, Element.Timed)]
    [InlineData("seed-gp-25", "seed-gp-26", "seed-gp-11", Element.Measurable, Element.Timed)]
    [InlineData("seed-gp-28", "seed-gp-29", "seed-gp-31", Element.ResultsFocused, Element.Timed)]
    [InlineData("seed-gp-28", "seed-gp-30", "seed-gp-32", Element.Timed, Element.ResultsFocused)]
    public void Each_revision_is_clearer_by_what_it_adds(string original, string first, string second, Element added, Element then)
    {
        var (before, between, after) = (Of(original), Of(first), Of(second));
        Assert.True(before.Points < between.Points && between.Points <= after.Points, $"{before.Points}, {between.Points}, {after.Points}");
        Assert.Equal((added, then), (Quality.Gained(before, between), Quality.Gained(between, after)));
    }

    private static Quality Of(string id)
    {
        var line = File.ReadLines(Shared.Path("data", "statements", "seeds.jsonl")).Single(l => l.Contains($"\"{id}\"", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(line);
        return Quality.Of(Reading.Of(json.RootElement.GetProperty("text").GetString()!));
    }
}
