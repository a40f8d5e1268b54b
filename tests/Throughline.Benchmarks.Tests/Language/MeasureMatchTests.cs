using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

public sealed class MeasureMatchTests
{
    [Theory]
    [InlineData("IN-SCHOOL SUSPENSIONS will fall to 2% by June 2027", "in_school_suspension")]
    [InlineData("in school  suspension will fall to 2% by June 2027", "in_school_suspension")]
    [InlineData("in\u2010school suspensions will fall to 2% by June 2027", "in_school_suspension")]
    [InlineData("severe chronic absence will fall to 2% by June 2027", "chronic_absence_20")]
    public void A_measure_is_found_by_its_longest_phrase_however_it_is_typed(string text, string id) =>
        Assert.Equal([id], Reading.Of(text).Measures.Select(m => m.Measure.Id));

    [Fact]
    public void A_phrase_of_two_measures_is_asked_about()
    {
        var reading = Reading.Of("Suspensions will fall to 2% by June 2027.");
        Assert.Equal(2, reading.Measures.Count);
        Assert.Null(reading.Benchmark);
        Assert.Contains(reading.Findings, f => f is { Code: "which_measure", Severity: Severity.Fix });
        Assert.NotNull(reading.Determine(reading.Measures[0].Measure));
    }

    [Fact]
    public void A_verb_against_the_measure_determines_nothing()
    {
        const string text = "Increase chronic absence to 20% by June 2027.";
        Assert.Null(Read.Structure(text));
        Assert.Contains("direction_conflict", Read.Codes(text));
        Assert.Contains("direction_conflict", Read.Codes("By June 2027 attendance will be no more than 90%."));
    }

    [Fact]
    public void A_measure_that_takes_no_side_takes_the_verbs()
    {
        Assert.Equal(Direction.Decrease, Reading.Of("Reduce average class size to 20 by June 2027.").Benchmark?.Direction);
        Assert.Equal(Direction.Increase, Reading.Of("Grow student enrollment to 400 by June 2027.").Benchmark?.Direction);
    }

    [Theory]
    [InlineData("By June 2027, 80% of teachers will use attendance dashboard data.")]
    [InlineData("By June 2027, 80% of counselors will review attendance.")]
    [InlineData("By June 2027, 80% of students will enjoy school because attendance improves.")]
    [InlineData("By June 2027, 80% of students will have improved attendance.")]
    [InlineData("By June 2027, 80% of students will have a plan for chronic absence.")]
    [InlineData("By June 2027, proficiency will rise to 60%, as shown by attendance.")]
    public void A_measure_named_in_passing_is_not_what_is_measured(string text)
    {
        Assert.Null(Read.Structure(text));
        Assert.Contains("no_measure", Read.Codes(text));
    }

    [Theory]
    [InlineData("The percent of students failing 1 or more courses will be at most 10% by June 2027.", "course_failure level 10 by 2027-06-30")]
    [InlineData("By June 2027, 80% of students will read on grade level.", "reading_grade_level level 80 by 2027-06-30")]
    [InlineData("Teacher attendance will be at least 95% by June 2027.", "teacher_attendance level 95 by 2027-06-30")]
    [InlineData("Attendance will be at least 95% by June 2027.", "attendance_rate level 95 by 2027-06-30")]
    public void Words_of_schools_and_classrooms_name_a_measure_too(string text, string structure) => Assert.Equal(structure, Read.Structure(text));

    [Fact]
    public void Students_of_a_group_are_named_by_its_identifier()
    {
        Assert.Equal(["disability"], Reading.Of("Reduce chronic absence of students with disabilities to 9% by June 2027.").Groups);
        Assert.Equal(["black", "hispanic"], Reading.Of("Reduce chronic absence of Black/African American and Hispanic/Latino students to 9% by June 2027.").Groups);
        Assert.Equal(["grade_6", "grade_7", "grade_8"], Reading.Of("Reduce chronic absence in grades 6-8 to 9% by June 2027.").Groups);
        Assert.Equal(["all"], Reading.Of("Reduce chronic absence to 9% by June 2027.").Groups);
    }

    [Fact]
    public void Something_to_be_made_by_a_date_is_a_milestone_of_each_school()
    {
        var reading = Reading.Of("By October 1, 2012, each school will develop School Improvement Plans (SIPs) that are focused on instructional improvement.");
        var plans = new Measure("improvement_plan", 1, Unit.Count, null);
        Assert.Null(reading.Benchmark);
        Assert.Equal("each school milestone by 2012-10-01", Read.Short(reading.Determine(plans)!.Target));
    }
}
