using Throughline.Benchmarks.Indexes;
using Xunit;

namespace Throughline.Benchmarks.Tests.Indexes;

/// <summary>The figures that a state printed, traps of rounding included.</summary>
public sealed class IndexTests
{
    [Fact]
    public void A_progress_index_is_points_over_core_indicators()
    {
        Assert.Equal(10, Annual([50, 0, 0, 0, 0], 0));
        Assert.Equal(125, Annual([100, 100, 100, 100, 100], 125));
        Assert.Equal(120, Annual([100, 100, 100, 75, 75], 150));
        Assert.Null(ProgressIndex.Annual([], 25));
        Assert.Equal(76m, ProgressIndex.Cumulative((60, 1), (70, 2), (80, 3), (80, 4))!.Value.Round(1));
        Assert.Null(ProgressIndex.Cumulative());

        static decimal Annual(int[] points, int extra) => ProgressIndex.Annual(points, extra)!.Value.Round(6);
    }

    [Fact]
    public void A_composite_index_is_the_mean_of_each_students_points()
    {
        Assert.Equal(62.5m, CompositeIndex.Of((100, 1), (75, 1), (50, 1), (25, 1))!.Value.Round(1));
        Assert.Null(CompositeIndex.Of((100, 0)));
    }

    /// <summary>A district's report of 2024: totals and percent of each block as printed, then the span of grades and two years.</summary>
    [Fact]
    public void Weighted_totals_are_rounded_before_they_are_divided()
    {
        var lower = Block("9.1", "9.6", 95, [(12, 12, 60), (6, 8, 20), (4, 4, 10), (3, 4, 10)]);
        var lowerLeast = Block("5.8", "7.6", 76, [(6, 8, 67.5m), (6, 8, 22.5m), (4, 4, 10)]);
        var upper = Block("9.7", "10.7", 91, [(12, 12, 47.5m), (7, 8, 22.5m), (11, 12, 20), (2, 8, 10)]);
        var upperLeast = Block("6.1", "7.6", 80, [(7, 8, 67.5m), (6, 8, 22.5m), (0, 4, 10)]);
        var year = TargetPercentage.Blend(
            (TargetPercentage.Blend((lower, 1), (lowerLeast, 1))!.Value, 65),
            (TargetPercentage.Blend((upper, 1), (upperLeast, 1))!.Value, 35))!.Value;
        Assert.Equal(86, year.Round(0));
        Assert.Equal(85, TargetPercentage.Blend((85, 40), (year, 60))!.Value.Round(0)); // the year before, 85, counts 40%
    }

    [Fact]
    public void Without_that_rounding_two_of_the_printed_figures_would_differ()
    {
        Assert.Equal(90, TargetPercentage.Of([(12, 12, 47.5m), (7, 8, 22.5m), (11, 12, 20), (2, 8, 10)], null)!.Percent.Round(0));
        Assert.Equal(79.93m, TargetPercentage.Of([(7, 8, 67.5m), (6, 8, 22.5m), (0, 4, 10)], null)!.Percent.Round(2));
        Assert.Null(TargetPercentage.Of([(0, 0, 100)], 1));
        Assert.Null(TargetPercentage.Blend());
    }

    private static Exact Block(string earned, string possible, int percent, (int, int, decimal)[] indicators)
    {
        var found = TargetPercentage.Of(indicators, decimals: 1)!;
        Assert.Equal((earned, possible, percent), (found.Earned.ToString(), found.Possible.ToString(), (int)found.Percent.Round(0)));
        return found.Percent;
    }
}
