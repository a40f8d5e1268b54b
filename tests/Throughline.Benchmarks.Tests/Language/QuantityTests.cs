using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("to 10% or less")]
    [InlineData("to at most 10%")]
    [InlineData("to below 10 percent")]
    [InlineData("to 10% or fewer")]
    [InlineData("to no more than 10%")]
    [InlineData("to under 10%")]
    [InlineData("to 10%")]
    public void A_level_can_be_said_in_many_ways(string words) =>
        Assert.Equal("chronic_absence level 10 by 2027-06-30", Read.Structure($"Reduce chronic absence {words} by June 2027."));

    [Theory]
    [InlineData("The attendance rate will be at least 95% by June 2027.")]
    [InlineData("The attendance rate will be 95% or more by June 2027.")]
    [InlineData("The attendance rate will reach 95%+ by June 2027.")]
    [InlineData("Increase the attendance rate to 95% by June 2027.")]
    [InlineData("By June 2027, achieve a 95% attendance rate.")]
    public void A_level_to_reach_can_be_said_in_many_ways(string text) =>
        Assert.Equal("attendance_rate level 95 by 2027-06-30", Read.Structure(text));

    [Fact]
    public void Points_are_kept_apart_from_percents()
    {
        var points = Reading.Of("Chronic absence will decrease by 5 percentage points by June 2027.");
        Assert.Equal("chronic_absence change 5 points by 2027-06-30", Read.Structure(points.Text));
        Assert.DoesNotContain("percent_or_points", Read.Codes(points.Text));
    }

    [Fact]
    public void A_percent_of_a_percent_is_read_as_points_and_asked_about()
    {
        const string text = "Chronic absence will decrease by 5% by June 2027.";
        Assert.Equal("chronic_absence change 5 points by 2027-06-30", Read.Structure(text));
        var finding = Reading.Of(text).Findings.Single(f => f.Code == "percent_or_points");
        Assert.Equal(Severity.Fix, finding.Severity);
        Assert.Equal("5%", text[finding.Start..finding.End]);
    }

    [Fact]
    public void A_percent_of_a_count_is_a_percent() => Assert.Equal(
        "students_disciplined change 10 percent by 2027-06-30",
        Read.Structure("The number of students disciplined will drop by 10% by June 2027."));

    [Fact]
    public void A_change_without_a_starting_value_says_so() =>
        Assert.Contains("no_baseline", Read.Codes("Chronic absence will fall 4 points by June 2027."));

    [Fact]
    public void Figures_that_contradict_each_other_determine_nothing()
    {
        const string text = "Raise attendance by 5%, from 28% to 34%, by June 2027.";
        Assert.Null(Read.Structure(text));
        Assert.Contains("arithmetic", Read.Codes(text));
    }

    [Fact]
    public void A_verb_against_its_figures_determines_nothing() =>
        Assert.Contains("arithmetic", Read.Codes("Reduce chronic absence from 20% to 25% by June 2027."));

    [Fact]
    public void Two_targets_in_one_sentence_determine_nothing()
    {
        const string text = "By June 2027 attendance will be at least 95% and the graduation rate will be 90%.";
        Assert.Null(Read.Structure(text));
        Assert.Contains("several_targets", Read.Codes(text));
    }

    [Fact]
    public void A_measure_turned_around_determines_nothing()
    {
        const string text = "By June 2027, 90% of students will not be chronically absent.";
        Assert.Null(Read.Structure(text));
        Assert.Contains("turned_around", Read.Codes(text));
    }

    [Fact]
    public void A_count_of_students_is_no_percent()
    {
        const string text = "Reduce chronic absence to 50 students by June 2027.";
        Assert.Null(Read.Structure(text));
        Assert.Contains("unit_conflict", Read.Codes(text));
    }

    [Fact]
    public void A_number_inside_the_name_of_a_measure_is_no_target()
    {
        var reading = Reading.Of("Students absent 10 or more days will be 12% or less by June 2027.");
        Assert.Equal([12m], reading.Targets.Select(t => t.Value!.Value));
        Assert.Equal("absent_10_days level 12 by 2027-06-30", Read.Structure(reading.Text));
    }
}
