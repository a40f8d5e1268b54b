using Throughline.Benchmarks.Measures;
using Xunit;

namespace Throughline.Benchmarks.Tests.Measures;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(RoundingMode.HalfUp, 3.35, 3.4)]
    [InlineData(RoundingMode.HalfUp, 3.25, 3.3)]
    [InlineData(RoundingMode.HalfUp, -3.35, -3.4)]
    [InlineData(RoundingMode.HalfEven, 3.35, 3.4)]
    [InlineData(RoundingMode.HalfEven, 3.25, 3.2)]
    [InlineData(RoundingMode.HalfEven, 3.251, 3.3)]
    [InlineData(RoundingMode.HalfEven, -3.25, -3.2)]
    [InlineData(RoundingMode.Down, 3.39, 3.3)]
    [InlineData(RoundingMode.Down, 3.3, 3.3)]
    [InlineData(RoundingMode.Down, -3.39, -3.3)]
    public void A_figure_is_rounded_in_the_way_that_is_named(RoundingMode mode, double figure, double shown) =>
        Assert.Equal((decimal)shown, new Rounding(mode, null).Round(Exact.From((decimal)figure), 1));

    [Fact]
    public void Totals_are_rounded_before_they_are_divided_only_where_the_definition_says_so()
    {
        var measure = new Measure("percent_of_points", 1, Unit.Percent, Direction.Increase);
        var counts = new Counts(Exact.From(9.675m), Exact.From(10.7m), 100);
        Assert.Equal(90.42m, measure.ValueOf(counts)!.Value.Round(2));
        Assert.Equal(90.65m, (measure with { Rounding = new Rounding(RoundingMode.HalfUp, 1) }).ValueOf(counts)!.Value.Round(2));
    }

    /// <summary>Four pages of a state's report of discipline: students disciplined, students, and the percent as printed.</summary>
    [Theory]
    [InlineData(12, 358, 3.4)]
    [InlineData(21, 706, 3.0)]
    [InlineData(17, 454, 3.7)]
    [InlineData(21, 393, 5.3)]
    public void Rates_of_discipline_are_shown_as_the_state_prints_them(int disciplined, int students, double shown)
    {
        var measure = MeasureCatalog.Default.Find("out_of_school_suspension")!;
        Assert.Equal((decimal)shown, measure.Shown(measure.ValueOf(new Counts(disciplined, (Exact)students, students))!.Value));
    }

    [Fact]
    public void Nothing_over_nothing_is_not_defined_and_not_zero()
    {
        var measure = new Measure("share", 1, Unit.Percent, null);
        Assert.Null(measure.ValueOf(new Counts(0, 0, 0)));
        Assert.Equal(0, measure.ValueOf(new Counts(0, 5, 5))!.Value.Sign);
        Assert.Equal(7, measure.ValueOf(new Counts(7, null, 7))!.Value.Round(0));
    }

    [Fact]
    public void Counts_are_added_on_both_sides_and_ratios_never() => Assert.Equal(
        new Counts(3, 30, 30, 4), new Counts(1, 10, 10, 3) + new Counts(2, 20, 20, 1));
}
