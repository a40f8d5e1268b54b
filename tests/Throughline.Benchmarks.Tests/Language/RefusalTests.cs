using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>Sentences that could mean two things, or something no form can hold: each is refused with its reason.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("Chronic absence of homeless students will be 12% or less by June 2027.", "unknown_group")]
    [InlineData("Chronic absence of grade 9 English learners will be 12% or less by June 2027.", "group_within_group")]
    [InlineData("Chronic absence for all students except seniors will be 12% or less by June 2027.", "turned_around")]
    [InlineData("Chronic absence will be no more than 5 points higher than white students by June 2027.", "no_quantity")]
    [InlineData("Attendance for Black students will be within 5 points of the school average by June 2027.", "no_quantity")]
    [InlineData("Attendance will rise 2 points compared to the state by June 2027.", "not_yet_judged")]
    [InlineData("Each elementary school will have a chronic absence rate of 12% or less by June 2027.", "not_yet_judged")]
    [InlineData("Each classroom will decrease chronic absence to 10% by June 2027.", "not_yet_judged")]
    [InlineData("Chronic absence will decrease 2% each year.", "not_yet_judged")]
    [InlineData("Lower chronic absence by 3-5 percentage points by June 2027.", "range_given")]
    [InlineData("Chronic absence will be 10% or less in 80% of schools by June 2027.", "several_targets")]
    [InlineData("Attendance will improve by June 2027.", "no_quantity")]
    [InlineData("Attendance will be 95% by XX date.", "placeholder_left")]
    [InlineData("Attendance will be __% by June 2027.", "placeholder_left")]
    [InlineData("Attendance will be 950% by June 2027.", "over_hundred")]
    public void A_sentence_that_leaves_something_open_determines_nothing_and_says_why(string text, string code)
    {
        Assert.Null(Read.Structure(text));
        Assert.Contains(code, Read.Codes(text));
    }

    [Theory]
    [InlineData("Cut chronic absenteeism in half by June 2027.", "chronic_absence change 50 percent by 2027-06-30")]
    [InlineData("Teacher retention will rise from eighty percent to ninety-five percent by June 2027.", "teachers_retained from 80 to 95 by 2027-06-30")]
    [InlineData("Chronic absence of K-2 students will be 12% or less by June 2027.", "chronic_absence grade_K+grade_1+grade_2 level 12 by 2027-06-30")]
    [InlineData("Average days absent will drop by 2 days by June 2027.", "days_absent change 2 points by 2027-06-30")]
    [InlineData("Keep chronic absence under 10% each quarter.", "chronic_absence level 10 every quarter")]
    public void A_sentence_that_leaves_nothing_open_is_understood(string text, string structure) =>
        Assert.Equal(structure, Read.Structure(text));
}
