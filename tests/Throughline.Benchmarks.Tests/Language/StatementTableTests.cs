using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>Statements with the form and the structure that a person gave them before the machine was asked.</summary>
public sealed class StatementTableTests
{
    [Theory]
    [InlineData("Each school will decrease its percentage of chronically absent students to 10% or less by June 2025", "absolute_level", "chronic_absence each school level 10 by 2025-06-30")]
    [InlineData("Each school will decrease their percentage of chronically absent students to 10% or less.", "absolute_level", null)]
    [InlineData("Each month the school will reduce chronic absenteeism compared to the same month in the previous year (the number and percent of students missing 10% or more days).", "year_over_year_same_period", "chronic_absence same_period_last_year 0 points every month")]
    [InlineData("Each month, average student attendance will increase by 2 percentage points from the same month in the previous year.", "year_over_year_same_period", "attendance_rate same_period_last_year 2 points every month")]
    [InlineData("Each month, average student attendance will increase by XX% from the same month in the previous year.", "year_over_year_same_period", null)]
    [InlineData("Each month the school will reduce suspensions by XX% (starting in September) as compared to the prior year, for all categories of infractions and all student groups.", "year_over_year_same_period", null)]
    [InlineData("Chronic absenteeism will fall 4 points, from 29% to 25%, by June 2027.", "from_to", "chronic_absence from 29 to 25 by 2027-06-30")]
    [InlineData("By June, 2021, Chronic Absenteeism for All Students will drop by at least 7.2%, from 32.2 % (86 students) to 25% (67 students), as measured by the Chronic Absenteeism Rate.", "from_to", "chronic_absence from 32.2 to 25 by 2021-06-30")]
    [InlineData("By the end of the 2023-24 school year our chronic absenteeism rate will be below 15%, as evidenced by our school's chronic absenteeism data.", "absolute_level", "chronic_absence level 15 by 2024-06-30")]
    [InlineData("By Spring 2024, no more than 15% of students will be chronically absent.", "absolute_level", "chronic_absence level 15 by 2024-05-31")]
    [InlineData("Elementary interim goal: raise average daily attendance from 91.5% to 93.8% by the close of May 2025.", "from_to", "attendance_rate from 91.5 to 93.8 by 2025-05-31")]
    [InlineData("High school graduation rates will move up from 74% to 80% by 2023.", "from_to", "graduation_4yr from 74 to 80 by 2023-12-31")]
    [InlineData("In the 2023-2024 school year the superintendent and high school principal will cut chronic absenteeism for high-needs, low-income, and Hispanic/Latino students by 4% points, aiming for the state's recommended 27%.", "from_to", "chronic_absence high_needs+low_income+hispanic from 31 to 27 by 2024-06-30")]
    [InlineData("Target 4.2: average daily attendance of 95% for 80% of students.", "absolute_level", null)]
    [InlineData("The percentage of seniors attending college will increase 5% by July 2013.", "change_from_baseline", null)]
    [InlineData("Each quarter there will be an XX% decrease in the number of referrals to special education.", "per_period_increment", null)]
    [InlineData("The district will demonstrate a 10-point improvement in Student Growth Percentile (SGP) from the prior year.", "relative_to_prior_period", null)]
    [InlineData("100% of teachers participate in SMART goal training", "all", null)]
    [InlineData("Target 4.5: a 10% decline in office referrals.", "change_from_baseline", null)]
    [InlineData("Chronic absence will decrease by 3 points, to 14%, by SY27.", "from_to", "chronic_absence from 17 to 14 by 2027-06-30")]
    [InlineData("The dropout rate will be reduced by 1.5 percentage points by the end of the 2026-27 school year.", "change_from_baseline", "dropout_4yr change 1.5 points by 2027-06-30")]
    [InlineData("The attendance rate of English learners will be at least 95% by 10/1/2026.", "absolute_level", "attendance_rate english_learner level 95 by 2026-10-01")]
    [InlineData("All schools will maintain an attendance rate of 95% or more each month.", "absolute_level", "attendance_rate each school maintain floor 95 every month")]
    [InlineData("The expulsion rate will be lower than in the prior year.", "relative_to_prior_period", "expulsion prior_period 0 points every year")]
    [InlineData("Each quarter, the out-of-school suspension rate will decrease from the prior quarter.", "relative_to_prior_period", "out_of_school_suspension prior_period 0 points every quarter")]
    [InlineData("Average class size will fall to 22 by May 31, 2027.", "absolute_level", "class_size level 22 by 2027-05-31")]
    [InlineData("Teacher retention will be 90% or higher by 2026.", "absolute_level", "teachers_retained level 90 by 2026-12-31")]
    [InlineData("By XX date YY% of all teachers consistently use the agreed upon, aligned curricula in their classrooms.", "absolute_level", null)]
    [InlineData("The gap in the graduation rate between English learners and all students will narrow from 20 points to 12 points by June 2027.", "gap_reduction", null)]
    [InlineData("Students will reduce their average days absent from 14 to 9 by June 2026.", "from_to", "days_absent from 14 to 9 by 2026-06-30")]
    [InlineData("Grade level teams of classroom teachers meet weekly to analyze student data and plan instructional changes to core instruction as part of the data inquiry cycle.", "none", null)]
    public void A_statement_has_the_form_and_the_structure_a_person_gives_it(string text, string form, string? structure)
    {
        Assert.Equal(form, Reading.Of(text).Form.Name());
        Assert.Equal(structure, Read.Structure(text));
    }
}
