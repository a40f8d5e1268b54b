using Throughline.Benchmarks.Targets;
using Xunit;
using static Throughline.Benchmarks.Tests.Targets.Cases;

namespace Throughline.Benchmarks.Tests.Targets;

/// <summary>Which figures count: known, over, published, recent, large enough.</summary>
public sealed class EvidenceTests
{
    private static readonly Level AtMostTen = new(10, Day("2026-06-30"), null);

    [Theory]
    [InlineData("2025-11-15", Status.AtRisk)] // 46 days after 30 September: a month and half a month
    [InlineData("2025-11-16", Status.NoData)]
    public void A_figure_grows_old_after_its_cadence_and_its_grace(string asOf, Status status) =>
        Assert.Equal(status, Judge(Lower, AtMostTen, Monthly(10.5), asOf).Status);

    [Fact]
    public void A_month_without_a_figure_is_neither_nought_nor_the_month_before()
    {
        var answer = Judge(Lower, AtMostTen, Monthly(10.5, double.NaN), "2025-11-05");
        Assert.Equal(Status.AtRisk, answer.Status);
        Assert.Single(answer.Periods);
        Assert.Equal([new Exclusion(1, ExclusionReason.NotPublished)], answer.Proof.Excluded);
    }

    [Fact]
    public void A_later_record_replaces_an_earlier_one_and_can_take_it_back()
    {
        var first = Figure(0, Month(2025, 9), 20) with { RecordedAt = At("2025-10-01") };
        var corrected = Figure(1, Month(2025, 9), 9) with { RecordedAt = At("2025-10-03") };
        var withdrawn = Figure(2, Month(2025, 9), double.NaN) with { RecordedAt = At("2025-10-05") };
        foreach (var figures in new[] { new[] { first, corrected }, [corrected, first] })
        {
            var answer = Judge(Lower, AtMostTen, figures, "2025-10-10");
            Assert.Equal(Status.Met, answer.Status);
            Assert.Equal([new Exclusion(0, ExclusionReason.Replaced)], answer.Proof.Excluded);
        }

        Assert.Equal(Status.NoData, Judge(Lower, AtMostTen with { By = Day("2025-10-08") }, [first, corrected, withdrawn], "2025-10-10").Status);
    }

    [Fact]
    public void What_was_recorded_later_was_not_known()
    {
        var figures = new[]
        {
            Figure(0, Month(2025, 9), 20) with { RecordedAt = At("2025-10-01") }, Figure(1, Month(2025, 9), 9) with { RecordedAt = At("2025-10-03") },
        };
        var subject = Case(Lower, AtMostTen, figures, "2025-10-10");
        var then = Judge(subject with { KnownAt = At("2025-10-02") });
        Assert.Equal(Status.OffTrack, then.Status);
        Assert.Equal([new Exclusion(1, ExclusionReason.NotKnownYet)], then.Proof.Excluded);
        Assert.Equal(Status.Met, Judge(subject with { KnownAt = At("2025-10-03") }).Status);
    }

    [Fact]
    public void A_period_counts_on_its_last_day()
    {
        Assert.Equal(Status.NotYetDue, Judge(Lower, AtMostTen, Monthly(9), "2025-09-29").Status);
        Assert.Equal(Status.Met, Judge(Lower, AtMostTen, Monthly(9), "2025-09-30").Status);
    }

    [Theory]
    [InlineData(9, Status.Hidden)]
    [InlineData(10, Status.OffTrack)]
    public void A_figure_about_fewer_than_the_minimum_is_hidden(int n, Status status)
    {
        var figures = new[] { Figure(0, Month(2025, 9), 20) with { Count = n } };
        var answer = Judge(Lower, AtMostTen, figures, "2025-10-10");
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == Status.Hidden, answer.Periods[0].Actual is null);
        Assert.Equal(Status.OffTrack, Judge(Case(Lower, AtMostTen, figures, "2025-10-10") with { MinimumN = 0 }).Status);
    }

    [Fact]
    public void A_hidden_answer_holds_no_figure_and_nothing_made_from_one()
    {
        var small = Figure(0, Month(2025, 9), 37.5) with { Count = 8 };
        var large = Figure(1, Month(2025, 10), 30) with { Count = 80 };
        Target[] targets =
        [
            AtMostTen, new FromTo(31, 22, Day("2026-06-30"), Linear), new Change(5, ChangeUnit.Points, null, Day("2026-06-30")),
            new Change(5, ChangeUnit.Points, new Baseline(null, Day("2025-09-30")), Day("2026-06-30")),
            new PriorPeriod(0, ChangeUnit.Points, Throughline.Benchmarks.Calendar.Cadence.Month),
        ];
        foreach (var target in targets)
        {
            Observation[] figures = target is Change or PriorPeriod ? [small, large] : [small];
            var answer = Judge(Lower, target, figures, "2025-11-05");
            Assert.Equal((Status.Hidden, Verdict.Hidden), (answer.Status, answer.Verdict));
            Assert.Null(answer.Pace);
            Assert.Equal((null, null, null, null), (answer.Proof.Actual, answer.Proof.Asked, answer.Proof.Start, answer.Proof.Held));
            Assert.All(answer.Periods, p => Assert.Null(p.Actual));
            Assert.All(answer.Periods, p => Assert.Null(p.Holds));
            Assert.True(target is FromTo or Level || answer.Periods.All(p => p.Expected is null));
        }
    }

    [Theory]
    [InlineData(60, 20, false, Status.CannotTell)] // 12 of 20: between 39% and 78%, both sides of 70
    [InlineData(60, 20, true, Status.OffTrack)] // a full count is never in doubt
    [InlineData(60, 30, false, Status.OffTrack)] // steady
    [InlineData(30, 20, false, Status.OffTrack)] // 15% to 52%: clearly under
    [InlineData(75, 20, false, Status.CannotTell)]
    [InlineData(100, 20, false, Status.Met)] // 84% to 100%: clearly over
    public void A_small_sample_across_the_target_cannot_tell(double value, int n, bool isFullCount, Status status)
    {
        var visits = Higher with { FullCount = isFullCount };
        var figures = new[] { Figure(0, Month(2025, 9), value) with { Count = n } };
        Assert.Equal(status, Judge(visits, new Level(70, Day("2026-06-30"), null), figures, "2025-10-10").Status);
        Assert.Equal(status, Judge(visits, new Level(70, Day("2025-09-30"), null), figures, "2025-10-10").Status);
    }

    [Fact]
    public void A_small_sample_well_past_its_path_is_on_track_even_where_it_cannot_be_met()
    {
        var visits = Higher with { FullCount = false };
        var figures = new[] { Figure(0, Month(2025, 9), 75) with { Count = 20 } };
        Assert.Equal(Status.OnTrack, Judge(visits, new FromTo(10, 70, Day("2026-06-30"), Linear), figures, "2025-10-10").Status);
    }

    [Fact]
    public void Each_group_has_its_own_answer()
    {
        var subject = Case(Lower, AtMostTen, [Figure(0, Month(2025, 9), 9), Figure(1, Month(2025, 9), 30) with { Group = "low_income" }], "2025-10-05");
        subject = subject with { Benchmark = subject.Benchmark with { Groups = ["all", "low_income", "disability"] } };
        Assert.Equal([Status.Met, Status.OffTrack, Status.NotYetDue], Evaluator.Evaluate(subject).Select(a => a.Status));
    }

    [Fact]
    public void A_form_that_cannot_be_judged_says_so()
    {
        Target ladder = new Ladder([new(10, Day("2026-06-30"))]);
        Assert.False(Evaluator.CanJudge(ladder));
        Assert.False(Evaluator.CanJudge(new EveryMember(MemberKind.School, ladder)));
        Assert.False(Evaluator.CanJudge(new EveryMember(MemberKind.Grade, AtMostTen)));
        Assert.True(Evaluator.CanJudge(new EveryMember(MemberKind.School, AtMostTen)));
        Assert.Throws<NotSupportedException>(() => Judge(Lower, ladder, [], "2025-10-05"));
    }
}
