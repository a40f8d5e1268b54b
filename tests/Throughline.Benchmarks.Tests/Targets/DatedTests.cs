using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Xunit;
using static Throughline.Benchmarks.Tests.Targets.Cases;

namespace Throughline.Benchmarks.Tests.Targets;

public sealed class DatedTests
{
    private static readonly Level AtMostTen = new(10, Day("2026-06-30"), null);
    private static readonly FromTo Down = new(31, 22, Day("2026-06-30"), Linear);
    private static readonly double[] Months = [15, 15, 15, 15, 15, 15, 15, 15, 15];

    [Theory]
    // before the date: against the target, for a level has no path
    [InlineData(12, "2026-02-10", Status.OffTrack, Verdict.NotYetDue)]
    [InlineData(11, "2026-02-10", Status.AtRisk, Verdict.NotYetDue)]
    [InlineData(11.000001, "2026-02-10", Status.OffTrack, Verdict.NotYetDue)]
    [InlineData(10, "2026-02-10", Status.Met, Verdict.Met)]
    public void A_level_before_its_date(double january, string asOf, Status status, Verdict verdict) =>
        Expect(Judge(Lower, AtMostTen, Monthly(15, 15, 15, 15, january), asOf), status, verdict);

    [Theory]
    [InlineData(10, "2026-06-30", Status.Met, Verdict.Met)]
    [InlineData(10.000001, "2026-06-30", Status.OffTrack, Verdict.NotMet)]
    [InlineData(10.000001, "2026-08-30", Status.OffTrack, Verdict.NotMet)]
    [InlineData(9, "2027-08-30", Status.Met, Verdict.Met)]
    public void A_level_at_and_after_its_date(double june, string asOf, Status status, Verdict verdict) =>
        Expect(Judge(Lower, AtMostTen, Monthly([.. Months, june]), asOf), status, verdict);

    [Theory]
    [InlineData(90, Status.Met, Verdict.Met)]
    [InlineData(89.999999, Status.OffTrack, Verdict.NotMet)]
    public void A_level_of_a_measure_where_more_is_better(double june, Status status, Verdict verdict) => Expect(
        Judge(Higher, new Level(90, Day("2026-06-30"), null), Monthly([.. Months, june]), "2026-07-01"), status, verdict);

    [Theory]
    [InlineData(94, "2026-02-10", Status.Met)]
    [InlineData(85, "2026-02-10", Status.AtRisk)] // five points, the smaller of five and a tenth
    [InlineData(84.9, "2026-02-10", Status.OffTrack)]
    public void The_margin_of_a_level_is_five_points_or_a_tenth_of_the_target(double january, string asOf, Status status) =>
        Assert.Equal(status, Judge(Higher, new Level(90, Day("2026-06-30"), null), Monthly(80, 80, 80, 80, january), asOf).Status);

    [Theory]
    [InlineData(26.3, Status.OnTrack)]
    [InlineData(26.4, Status.AtRisk)] // 26.397… is expected
    [InlineData(30.8, Status.AtRisk)]
    [InlineData(30.9, Status.OffTrack)] // half the way from 31 to 22 is 4.5
    [InlineData(22, Status.Met)]
    [InlineData(40, Status.OffTrack)]
    public void A_way_before_its_date_is_judged_on_the_path(double january, Status status) =>
        Assert.Equal(status, Judge(Lower, Down, Monthly(30, 30, 30, 30, january), "2026-02-10").Status);

    [Theory]
    [InlineData("2026-06-29", Status.AtRisk, Verdict.NotYetDue)]
    [InlineData("2026-06-30", Status.OffTrack, Verdict.NotMet)]
    public void The_date_itself_counts(string asOf, Status status, Verdict verdict) =>
        Expect(Judge(Lower, Down, Monthly(30, 29, 28, 27, 26, 25, 24, 24, 24), asOf), status, verdict);

    [Fact]
    public void What_was_reached_before_and_lost_by_the_date_is_not_met() =>
        Expect(Judge(Lower, Down, Monthly(21, 21, 21, 21, 21, 21, 21, 21, 21, 23), "2026-07-01"), Status.OffTrack, Verdict.NotMet);

    [Fact]
    public void A_path_up_is_the_path_down_in_a_mirror()
    {
        var answer = Judge(Higher, new FromTo(69, 78, Day("2026-06-30"), Linear), Monthly(70, 70, 70, 70, 73.6), "2026-02-10");
        Expect(answer, Status.AtRisk, Verdict.NotYetDue);
        Assert.Equal(73.6m, answer.Pace?.Expected.Round(1));
    }

    [Fact]
    public void A_step_asks_for_nothing_before_its_date()
    {
        var step = Down with { Path = new TargetPath(PathShape.Step, []) };
        Assert.Equal(Status.OnTrack, Judge(Lower, step, Monthly(30, 31), "2025-11-05").Status);
        Assert.Equal(Status.AtRisk, Judge(Lower, step, Monthly(30, 31.1), "2025-11-05").Status);
        Assert.Null(Judge(Lower, step, Monthly(30, 31), "2025-11-05").Pace?.Ratio);
    }

    [Fact]
    public void The_margin_of_the_measure_goes_before_the_shared_rule()
    {
        var measure = Lower with { Margin = X(0.5) };
        Assert.Equal(Status.AtRisk, Judge(measure, AtMostTen, Monthly(10.5), "2025-10-05").Status);
        Assert.Equal(Status.OffTrack, Judge(measure, AtMostTen, Monthly(10.500001), "2025-10-05").Status);
    }

    [Theory]
    [InlineData(25, Status.OnTrack)]
    [InlineData(30, Status.AtRisk)]
    [InlineData(33, Status.OffTrack)]
    public void A_change_from_a_baseline_by_points_runs_down_a_line(double january, Status status)
    {
        var change = new Change(9, ChangeUnit.Points, new Baseline(31, Day("2025-08-27")), Day("2026-06-30"));
        var answer = Judge(Lower, change, Monthly(30, 30, 30, 30, january), "2026-02-10");
        Assert.Equal(status, answer.Status);
        Assert.Equal(26.4m, answer.Pace?.Expected.Round(1));
    }

    [Fact]
    public void A_change_by_percent_is_a_percent_of_the_baseline()
    {
        var change = new Change(10, ChangeUnit.Percent, new Baseline(30, null), Day("2026-06-30"));
        Expect(Judge(Lower, change, Monthly([.. Months, 27]), "2026-07-01"), Status.Met, Verdict.Met);
        Expect(Judge(Lower, change, Monthly([.. Months, 27.000001]), "2026-07-01"), Status.OffTrack, Verdict.NotMet);
        Expect(Judge(Higher, change, Monthly([.. Months, 33]), "2026-07-01"), Status.Met, Verdict.Met);
    }

    [Fact]
    public void Without_a_baseline_the_first_figure_is_one()
    {
        var change = new Change(5, ChangeUnit.Points, null, Day("2026-06-30"));
        Expect(Judge(Lower, change, Monthly(30), "2025-10-05"), Status.NotYetDue, Verdict.NotYetDue);
        var answer = Judge(Lower, change, Monthly(30, 25), "2025-11-05");
        Expect(answer, Status.Met, Verdict.Met);
        Assert.Equal([0, 1], answer.Proof.Observations);
        Expect(Judge(Lower, change, [], "2025-11-05"), Status.NotYetDue, Verdict.NotYetDue);
        Expect(Judge(Lower, change, [], "2026-07-01"), Status.NoData, Verdict.NoData);
    }

    [Fact]
    public void A_baseline_by_its_date_is_the_figure_in_force_that_day()
    {
        var change = new Change(5, ChangeUnit.Points, new Baseline(null, Day("2025-10-15")), Day("2026-06-30"));
        var answer = Judge(Lower, change, Monthly(30, 28, 25), "2025-12-05");
        Expect(answer, Status.Met, Verdict.Met); // September's 30 less 5
        Assert.Equal(30, answer.Proof.Start?.Round(1));
        Assert.Equal(Status.NoData, Judge(Lower, change with { Baseline = new(null, Day("2025-09-01")) }, Monthly(30, 28), "2025-12-05").Status);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-06-29", Status.AtRisk)]
    [InlineData("2026-03-01", "2026-06-30", Status.OffTrack)]
    [InlineData("2025-07-01", "2026-06-30", Status.OffTrack)]
    [InlineData("2026-06-30", "2026-06-30", Status.OffTrack)]
    public void A_date_inside_a_school_year_means_that_years_figure(string by, string asOf, Status status)
    {
        var yearly = Lower with { Cadence = Cadence.Year };
        var figures = new[] { Figure(0, "2024-07-01", "2025-06-30", 9), Figure(1, "2025-07-01", "2026-06-16", 10.5) };
        Assert.Equal(status, Judge(yearly, new Level(10, Day(by), null), figures, asOf).Status);
    }

    [Fact]
    public void A_yearly_figure_of_the_year_before_does_not_stand_in()
    {
        var yearly = Lower with { Cadence = Cadence.Year };
        var answer = Judge(yearly, AtMostTen, [Figure(0, "2024-07-01", "2025-06-30", 9)], "2026-07-01");
        Expect(answer, Status.NoData, Verdict.NoData);
        Assert.Equal([new Exclusion(0, ExclusionReason.BeforeItBegins)], answer.Proof.Excluded);
        Expect(Judge(yearly, AtMostTen, [Figure(0, "2024-07-01", "2025-06-30", 9)], "2026-06-29"), Status.NotYetDue, Verdict.NotYetDue);
    }

    [Fact]
    public void A_yearly_measure_followed_by_the_month_is_judged_by_the_month()
    {
        var yearly = Lower with { Cadence = Cadence.Year };
        var target = new Level(10, Day("2026-01-31"), null);
        Expect(Judge(yearly, target, Monthly(12, 12, 12, 12, 10, 14), "2026-03-05"), Status.Met, Verdict.Met);
        Assert.Equal(Status.NoData, Judge(yearly, target, Monthly(12), "2026-01-05").Status);
    }

    [Fact]
    public void The_last_period_that_ends_by_the_date_is_the_one_judged()
    {
        var target = new Level(10, Day("2026-01-15"), null);
        var answer = Judge(Lower, target, Monthly(12, 12, 12, 9, 20), "2026-02-10");
        Expect(answer, Status.Met, Verdict.Met);
        Assert.Equal(Month(2025, 12), answer.Proof.On);
        Assert.Contains(new Exclusion(4, ExclusionReason.AfterItsDate), answer.Proof.Excluded);
    }

    private static void Expect(Answer answer, Status status, Verdict verdict) => Assert.Equal((status, verdict), (answer.Status, answer.Verdict));
}
