using Throughline.Benchmarks.Equity;
using Xunit;

namespace Throughline.Benchmarks.Tests.Equity;

/// <summary>The counts behind a state's published page of suspensions, and what holds for all counts.</summary>
public sealed class DisproportionTests
{
    private static readonly GroupCount All = new(109, 1_021);

    [Theory]
    [InlineData(22, 155, 1.4128, 0.9141, 2.1836)]
    [InlineData(60, 358, 2.2677, 1.5903, 3.2336)]
    [InlineData(23, 401, 0.4135, 0.2656, 0.6437)]
    public void The_risk_ratio_and_its_interval_are_the_known_ones(int cases, int students, double ratio, double lower, double upper)
    {
        var group = new GroupCount(cases, students);
        var others = All.Without(group);
        var interval = Disproportion.RiskRatioInterval(group, others)!.Value;
        Assert.Equal((decimal)ratio, Disproportion.RiskRatio(group, others)!.Value.Round(4));
        Assert.Equal((lower, upper), (Math.Round(interval.Lower, 4), Math.Round(interval.Upper, 4)));
    }

    [Theory]
    [InlineData(12, 358, 3.4)] // 3.35: half of a tenth is rounded up
    [InlineData(21, 706, 3.0)]
    [InlineData(17, 454, 3.7)]
    [InlineData(21, 393, 5.3)]
    public void A_rate_is_students_counted_once_over_students(int cases, int students, double percent) =>
        Assert.Equal((decimal)percent, (new GroupCount(cases, students).Risk!.Value * 100).Round(1));

    [Fact]
    public void Shares_of_cases_stand_against_shares_of_students()
    {
        var group = new GroupCount(22, 155);
        Assert.Equal(0.3295m, Disproportion.RelativeDifference(group, All)!.Value.Round(4)); // 20.18% of cases, 15.18% of students
        Assert.Equal(4.15m, Disproportion.RateDifference(group, All.Without(group))!.Value.Round(2));
    }

    [Fact]
    public void What_cannot_be_compared_is_not_zero()
    {
        GroupCount none = default;
        GroupCount untouched = new(0, 50);
        Assert.Null(none.Risk);
        Assert.Null(Disproportion.RiskRatio(none, All));
        Assert.Null(Disproportion.RiskRatio(All, untouched));
        Assert.Null(Disproportion.RateDifference(All, none));
        Assert.Null(Disproportion.RelativeDifference(none, All));
        Assert.Equal(0, Disproportion.RiskRatio(untouched, All)!.Value.Sign);
        Assert.Null(Disproportion.RiskRatioInterval(untouched, All));
    }
}
