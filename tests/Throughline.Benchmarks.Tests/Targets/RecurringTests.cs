using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Xunit;
using static Throughline.Benchmarks.Tests.Targets.Cases;

namespace Throughline.Benchmarks.Tests.Targets;

public sealed class RecurringTests
{
    private static readonly Level AtMostTen = new(10, null, Cadence.Month);
    private static readonly PriorPeriod AnyBetter = new(0, ChangeUnit.Points, Cadence.Month);
    private static readonly SamePeriodLastYear AnyBetterThanLastYear = new(0, ChangeUnit.Points, Cadence.Month);

    [Theory]
    [InlineData(new double[] { 10, 10 }, Status.OnTrack, Verdict.NotYetDue, 2)]
    [InlineData(new double[] { 10, 11 }, Status.AtRisk, Verdict.NotMet, 1)]
    [InlineData(new double[] { 10, 11.1 }, Status.OffTrack, Verdict.NotMet, 1)]
    [InlineData(new double[] { 12, 9 }, Status.OffTrack, Verdict.NotMet, 1)]
    public void A_level_in_each_month(double[] values, Status status, Verdict verdict, int held)
    {
        var answer = Judge(Lower, AtMostTen, Monthly(values), "2025-11-05");
        Assert.Equal((status, verdict, held, 2), (answer.Status, answer.Verdict, answer.Proof.Held, answer.Proof.Of));
    }

    [Theory]
    [InlineData(10, Status.Met, Verdict.Met)]
    [InlineData(10.5, Status.OffTrack, Verdict.NotMet)]
    public void A_level_that_held_to_the_end_of_the_year_is_met(double june, Status status, Verdict verdict)
    {
        var answer = Judge(Lower, AtMostTen, Monthly(9, 9, 9, 9, 9, 9, 9, 9, 9, june), "2026-07-01");
        Assert.Equal((status, verdict), (answer.Status, answer.Verdict));
    }

    [Fact]
    public void The_year_is_not_over_before_its_last_month_is() =>
        Assert.Equal(Status.OnTrack, Judge(Lower, AtMostTen, Monthly(9, 9, 9, 9, 9, 9, 9, 9, 9), "2026-06-29").Status);

    [Theory]
    [InlineData(95, Status.OnTrack)]
    [InlineData(94.999999, Status.AtRisk)]
    [InlineData(89, Status.OffTrack)]
    public void A_floor_is_never_crossed_downwards_whatever_the_measure_wants(double october, Status status)
    {
        var floor = new Maintain(95, null, Cadence.Month);
        Assert.Equal(status, Judge(Higher, floor, Monthly(97, october), "2025-11-05").Status);
        Assert.Equal(status, Judge(Lower, floor, Monthly(97, october), "2025-11-05").Status);
    }

    [Theory]
    [InlineData(5, Status.OnTrack)]
    [InlineData(5.5, Status.AtRisk)]
    [InlineData(5.6, Status.OffTrack)]
    public void A_ceiling_is_never_crossed_upwards(double october, Status status) =>
        Assert.Equal(status, Judge(Higher, new Maintain(null, 5, Cadence.Month), Monthly(4, october), "2025-11-05").Status);

    [Theory]
    [InlineData(new double[] { 10, 9 }, Status.OnTrack)]
    [InlineData(new double[] { 10, 10 }, Status.AtRisk)] // the same is not better, by a margin of nothing
    [InlineData(new double[] { 10, 10.1 }, Status.OffTrack)]
    [InlineData(new double[] { 10 }, Status.NotYetDue)]
    public void Any_improvement_is_more_than_none(double[] values, Status status) =>
        Assert.Equal(status, Judge(Lower, AnyBetter, Monthly(values), "2025-11-05").Status);

    [Theory]
    [InlineData(32, Status.OnTrack)]
    [InlineData(31, Status.AtRisk)]
    [InlineData(30.9, Status.OffTrack)]
    public void An_amount_from_the_month_before_has_half_of_it_for_margin(double october, Status status) => Assert.Equal(
        status, Judge(Higher, new PriorPeriod(2, ChangeUnit.Points, Cadence.Month), Monthly(30, october), "2025-11-05").Status);

    [Fact]
    public void A_month_whose_neighbour_is_missing_is_passed_over()
    {
        var answer = Judge(Lower, AnyBetter, Monthly(10, 9, double.NaN, 12, 11), "2026-02-05");
        Assert.Equal(Status.OnTrack, answer.Status);
        Assert.Equal([null, true, null, true], answer.Periods.Select(p => p.Holds));
        Assert.Contains(new Exclusion(2, ExclusionReason.NotPublished), answer.Proof.Excluded);
    }

    [Theory]
    [InlineData(19.9, Status.OnTrack)]
    [InlineData(20, Status.AtRisk)]
    [InlineData(21, Status.OffTrack)]
    public void The_same_month_of_the_year_before_is_what_counts(double now, Status status)
    {
        var figures = new List<Observation>
        {
            Figure(0, Month(2024, 10), 20), Figure(1, Month(2024, 11), 1), Figure(2, Month(2025, 10), now),
        };
        var answer = Judge(Lower, AnyBetterThanLastYear, figures, "2025-11-05");
        Assert.Equal(status, answer.Status);
        Assert.Equal([0, 2], answer.Proof.Observations);
        Assert.Equal([new Exclusion(1, ExclusionReason.BeforeItBegins)], answer.Proof.Excluded);
    }

    [Fact]
    public void A_week_is_compared_with_the_week_that_overlaps_it_a_year_before()
    {
        var weekly = new SamePeriodLastYear(10, ChangeUnit.Percent, Cadence.Week);
        var figures = new List<Observation>
        {
            Figure(0, "2024-09-30", "2024-10-06", 50), Figure(1, "2024-10-07", "2024-10-13", 20), Figure(2, "2025-10-06", "2025-10-12", 18),
        };
        Assert.Equal(Status.OnTrack, Judge(Lower, weekly, figures, "2025-10-13").Status);
    }

    [Fact]
    public void Without_last_years_figure_there_is_nothing_to_tell() =>
        Assert.Equal(Status.NoData, Judge(Lower, AnyBetterThanLastYear, Monthly(10, 9), "2025-11-05").Status);

    [Theory]
    [InlineData("2025-08-27", Status.NotYetDue)]
    [InlineData("2025-10-05", Status.NotYetDue)]
    [InlineData("2025-12-05", Status.NoData)]
    [InlineData("2026-07-01", Status.NoData)]
    public void With_no_figure_at_all_a_month_is_waited_for(string asOf, Status status) =>
        Assert.Equal(status, Judge(Lower, AtMostTen, [], asOf).Status);

    [Fact]
    public void A_small_month_neither_holds_nor_fails()
    {
        var figures = Monthly(9, double.NaN, 9);
        figures[1] = figures[1] with { Numerator = 5, Denominator = 9 };
        var answer = Judge(Lower, AtMostTen, figures, "2025-12-05");
        Assert.Equal((Status.OnTrack, 2, 2), (answer.Status, answer.Proof.Held, answer.Proof.Of));
        Assert.Null(answer.Periods[1].Actual);
        Assert.Null(answer.Periods[1].Holds);
    }

    [Fact]
    public void A_year_is_better_than_the_one_before()
    {
        var yearly = Lower with { Cadence = Cadence.Year };
        var figures = new[] { Figure(0, "2024-07-01", "2025-06-30", 9), Figure(1, "2025-07-01", "2026-06-30", 8) };
        var target = new PriorPeriod(0, ChangeUnit.Points, Cadence.Year);
        Assert.Equal(Status.Met, Judge(yearly, target, figures, "2026-06-30").Status);
        Assert.Equal(Status.Met, Judge(yearly, new SamePeriodLastYear(0, ChangeUnit.Points, Cadence.Year), figures, "2026-06-30").Status);
        Assert.Equal(Status.NotYetDue, Judge(yearly, target, figures, "2026-06-29").Status);
    }
}
