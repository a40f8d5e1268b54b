using Throughline.Benchmarks.Targets;
using Throughline.Tests.Support;

namespace Throughline.Tests.Judging;

/// <summary>
/// Statements of published guidance and of real plans, read, attached and judged on the real series. Blanks (XX, a
/// missing date) are filled by test values; each expectation was worked out by hand from the published figures, which
/// stand beside it. E is East Middle School (00400305), H is Abington High (00010505).
/// </summary>
[Collection(MassachusettsGroup.Name)]
public sealed class SeedStatementTests(Massachusetts state)
{
    private const string E = "00400305";
    private const string H = "00010505";
    private const string PointsAreMeant = "points are meant";

    private static readonly DateOnly July2025 = new(2025, 7, 1);

    /// <summary>seed-gp-20, with a date: 441 of the 1,827 schools open in 2023-24 at 10.0 or less, 5 without a figure.</summary>
    [SharedTheory, Sqlite, Postgres]
    public async Task Seed_gp_20_each_school_to_10_percent_or_less(string provider)
    {
        var judged = await state.JudgeAsync(
            provider, "state", "2023-24", "Each school will decrease their percentage of chronically absent students to 10% or less by June 2024.", null, null, July2025);
        Assert.Equal(
            (1_827, 441, 1_381, 5),
            (judged.Members.Count, judged.Counts()[Status.Met], judged.Counts()[Status.OffTrack], judged.Counts()[Status.NoData]));
    }

    // Named by its words. Chronic absence of E: 12.2 in 2023-24, 10.0 in 2024-25, so it fell.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_sib_43_less_chronic_absence_than_the_year_before(string provider) => Assert1(
        provider, E, "2024-25", null, null, Status.Met,
        "Each month the school will reduce chronic absenteeism compared to the same month in the previous year (the number and percent of students missing 10% or more days).");

    // Named by its words; XX is 1. Attendance of E: 95.1, then 95.2; 96.1 was asked for.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_sib_42_more_attendance_than_the_year_before(string provider) => Assert1(
        provider, E, "2024-25", null, PointsAreMeant, Status.OffTrack,
        "Each month, average student attendance will increase by 1% from the same month in the previous year.");

    // Two kinds of suspension share the word, so one is named; XX is 10. E: 1.6, then not published.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_sib_35_fewer_suspensions_than_the_prior_year(string provider) => Assert1(
        provider, E, "2024-25", "out_of_school_suspension", PointsAreMeant, Status.NoData,
        "Each month the school will reduce suspensions by 10% (starting in September) as compared to the prior year, for all categories of infractions and all student groups.");

    // From here on the series has no figure of the sentence's own name: a person attaches the one given.
    // Seniors are grade 12, for which the series has no figure of its own: the whole school's must not stand in for them.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_gp_21_five_percent_more_by_july(string provider) => Assert1(
        provider, H, "2023-24", "graduation_4yr", PointsAreMeant, Status.NoData,
        "The percentage of seniors attending college will increase 5% by July 2023.");

    // Grade 9 passing of H: 84.4, then 92.3; 94.4 was asked for.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_gp_17_ten_points_over_the_prior_year(string provider) => Assert1(
        provider, H, "2024-25", "grade9_passing", null, Status.OffTrack,
        "The district will demonstrate a 10-point improvement in Student Growth Percentile (SGP) from the prior year.");

    // "Throughout grades 3-5" asks for three groups, and the series has figures for none of them.
    [SharedTheory, Sqlite, Postgres]
    public async Task Seed_gp_18_two_and_a_half_points_more_throughout_three_grades(string provider)
    {
        var judged = await state.JudgeAsync(
            provider, E, "2024-25", "The district will demonstrate a 2.5 point improvement on Composite Performance Index (CPI) throughout grades 3-5 by June 2025.",
            "attendance_rate", null, July2025);
        Assert.Equal(
            [("grade_3", Status.NoData), ("grade_4", Status.NoData), ("grade_5", Status.NoData)],
            judged.Answers!.Select(a => (a.Group, a.Status)));
    }

    // Grade 9 passing of H: 84.4, then 92.3; 89.4 was asked for.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_sib_45_five_points_over_the_period_before(string provider) => Assert1(
        provider, H, "2024-25", "grade9_passing", null, Status.Met,
        "Each quarter, students will improve on an assessment of SEL skills by 5 percentage points as compared to the previous quarter.");

    // Students disciplined at E: 16, then 1.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_sib_44_fewer_referrals_than_the_year_before(string provider) => Assert1(
        provider, E, "2024-25", "students_disciplined", null, Status.Met,
        "Each month, the percentage of office referrals for disruptive behavior will decrease from the same month the previous year. In addition, disparities between specific student groups will be reduced or eliminated.");

    // Grade 9 passing of H in 2024-25: 92.3; XX date is May 2025, YY is 80.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_sib_18_a_share_by_a_date(string provider) => Assert1(
        provider, H, "2024-25", "grade9_passing", null, Status.Met,
        "By May 2025, 80% of students report opportunities for meaningful choice and leadership related to their learning, as reported in student surveys.");

    // Students of H: 574 in 2023-24, 555 in 2024-25; <X> is 540, <Y> is 550.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_gp_19_a_number_from_one_spring_to_the_next(string provider) => Assert1(
        provider, H, "2024-25", "enrolment", null, Status.Met,
        "The number of students scoring proficient on a district-wide writing sample will increase from 540 in spring of 2024 to 550 in the spring of 2025.");

    // Retention in grade of H: 0.0, then 0.8, which is no decrease.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_sib_20_fewer_than_the_same_quarter_last_year(string provider) => Assert1(
        provider, H, "2024-25", "grade_retention", null, Status.OffTrack,
        "Each quarter, the percent of students failing 1 or more courses will decrease from the same quarter last year.  This will be tracked for specific student subgroups as well as in the aggregate.");

    // Grade 9 passing of H: 92.3 in 2024-25; XX is 84.4, YY is 90.
    [SharedTheory, Sqlite, Postgres]
    public Task Seed_sib_21_from_one_share_to_another(string provider) => Assert1(
        provider, H, "2024-25", "grade9_passing", null, Status.Met,
        "By June 2025, for assessments that are based on growth models and show a progressive gain in skills:  the % of students scoring proficient or above on the middle-of-the year benchmark assessment will increase from 84.4% to 90%.");

    // Goals that schools published, as they stand. Chronic absence of H in 2023-24: 28.7.
    [SharedTheory, Sqlite, Postgres]
    public Task Web_030_no_more_than_15_percent(string provider) => Assert1(
        provider, H, "2023-24", null, null, Status.OffTrack, "By Spring 2024, no more than 15% of students will be chronically absent.");

    // Chronic absence of E in 2023-24: 12.2.
    [SharedTheory, Sqlite, Postgres]
    public Task Web_112_below_15_percent(string provider) => Assert1(
        provider, E, "2023-24", null, null, Status.Met,
        "By the end of the 2023-24 school year our chronic absenteeism rate will be below 15%, as evidenced by our school's chronic absenteeism data.");

    // Attendance of H in 2024-25: 91.7.
    [SharedTheory, Sqlite, Postgres]
    public Task Web_078_daily_attendance_to_90_5(string provider) => Assert1(
        provider, H, "2024-25", null, null, Status.Met,
        "High school interim goal: raise average daily attendance from 86.7% to 90.5% by the close of May 2025.");

    // Graduation of H in 2023-24, which holds the end of 2023: 94.1.
    [SharedTheory, Sqlite, Postgres]
    public Task Web_099_graduation_to_80(string provider) => Assert1(
        provider, H, "2023-24", null, null, Status.Met, "High school graduation rates will move up from 74% to 80% by 2023.");

    private async Task Assert1(
        string provider, string school, string years, string? measure, string? kept, Status expected, string statement)
    {
        var judged = await state.JudgeAsync(provider, school, years, statement, measure, kept, July2025);
        var answer = Assert.Single(judged.Answers!);
        Assert.Equal(expected, answer.Status);
    }
}
