using Throughline.Benchmarks.Equity;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Tests.Evidence;
using Xunit;

namespace Throughline.Benchmarks.Tests.Measures;

public sealed class FormulaTests
{
    [Fact]
    public void Where_the_others_are_too_few_those_of_the_state_can_stand_in()
    {
        var formula = (ComparisonFormula)Roll.Measure("suspension_risk_ratio").Formula!;
        var (group, others, ofTheState) = (new GroupCount(22, 155), new GroupCount(4, 29), new GroupCount(2_000, 40_000));
        Assert.False(formula.Suffices(others));
        Assert.Null(formula.Between(group, others));
        Assert.Equal(2.84m, Roll.Measure("suspension_risk_ratio").ValueOf(formula.Between(group, ofTheState)!.Value)!.Value.Round(2));
    }

    [Fact]
    public void A_comparison_agrees_with_the_ratio_and_the_difference_of_risks()
    {
        var (group, others) = (new GroupCount(60, 358), new GroupCount(49, 663));
        Assert.Equal(Disproportion.RiskRatio(group, others), Compared("suspension_risk_ratio"));
        Assert.Equal(Disproportion.RateDifference(group, others), Compared("suspension_rate_difference"));

        Exact? Compared(string id) => Roll.Measure(id).ValueOf(((ComparisonFormula)Roll.Measure(id).Formula!).Between(group, others)!.Value);
    }

    /// <summary>A mark of number 7 and no letter, and what is asked of it.</summary>
    [Theory]
    [InlineData("number", Operator.AtLeast, "7", true)]
    [InlineData("number", Operator.Above, "7", false)]
    [InlineData("number", Operator.AtMost, "7", true)]
    [InlineData("number", Operator.Below, "7.5", true)]
    [InlineData("number", Operator.Is, "7.0", true)]
    [InlineData("course", Operator.IsNot, "algebra", true)]
    [InlineData("course", Operator.Is, "Biology", false)] // letter by letter
    [InlineData("letter", Operator.IsNot, "F", false)] // nothing is known of it
    [InlineData("letter", Operator.Known, "F", false)]
    [InlineData("passed", Operator.Is, "yes", true)]
    public void A_condition_holds_or_not(string field, Operator op, string value, bool holds)
    {
        var mark = Roll.Record("mark", 1, 1, "2025-10-01", ("number", "7"), ("course", "biology"), ("passed", "yes"));
        var of = RecordKinds.Default.Find("mark")!.Field(field)!;
        Assert.True(of.TryRead(value, out var compared));
        Assert.Equal(holds, new Condition(of, op, [compared]).Holds(mark));
    }

    [Theory]
    [InlineData("level", "3", true)]
    [InlineData("level", "3.5", true)]
    [InlineData("growth_percentile", "3.5", false)]
    [InlineData("growth_percentile", "-1", false)]
    [InlineData("scale_score", "-1.5", true)]
    [InlineData("scale_score", "1.1234567", false)]
    [InlineData("scale_score", "1,000", false)]
    [InlineData("subject", "maths", false)]
    [InlineData("target_met", "true", false)]
    [InlineData("target_met", " yes ", true)]
    [InlineData("level", "", true)]
    public void A_text_fits_its_field_or_does_not(string field, string text, bool fits) =>
        Assert.Equal(fits, RecordKinds.Default.Find("assessment")!.Field(field)!.TryRead(text, out _));

    [Fact]
    public void A_day_that_does_not_exist_fits_no_field()
    {
        var field = RecordKinds.Default.Find("fafsa")!.Field("completed_on")!;
        Assert.True(field.TryRead("2026-02-28", out var day));
        Assert.Equal(FieldValue.Of(Roll.Day("2026-02-28")), day);
        Assert.False(field.TryRead("2026-02-30", out _));
        Assert.Null(EvidenceRecord.Read(RecordKinds.Default.Find("fafsa")!, 1, 1, Roll.Day("2026-02-28"), 1, ["yes"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FieldValue.Of(0.0000001m));
    }
}
