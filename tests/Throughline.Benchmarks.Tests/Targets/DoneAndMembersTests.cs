using Throughline.Benchmarks.Targets;
using Xunit;
using static Throughline.Benchmarks.Tests.Targets.Cases;

namespace Throughline.Benchmarks.Tests.Targets;

public sealed class DoneAndMembersTests
{
    private static readonly Milestone ByOctober = new(Day("2025-10-01"));
    private static readonly EveryMember EachSchool = new(MemberKind.School, new Level(10, Day("2025-10-31"), null));

    [Theory]
    [InlineData(null, "2025-09-15", Status.NotYetDue)]
    [InlineData(null, "2025-10-01", Status.NoData)]
    [InlineData("2025-09-10", "2025-09-15", Status.Met)]
    [InlineData("2025-10-01", "2025-10-01", Status.Met)]
    [InlineData("2025-10-02", "2025-10-05", Status.OffTrack)]
    [InlineData("2025-10-02", "2025-10-01", Status.NoData)]
    public void A_milestone_is_done_by_its_date_or_not(string? done, string asOf, Status status)
    {
        Observation[] said = done is null ? [] : [new Observation(0, "all", null, new(Day(done), Day(done))) { Done = true, DoneDate = Day(done) }];
        Assert.Equal(status, Judge(Higher, ByOctober, said, asOf).Status);
    }

    [Fact]
    public void What_was_said_last_about_a_milestone_counts()
    {
        var done = new Observation(0, "all", null, Month(2025, 9)) { Done = true, RecordedAt = At("2025-10-01") };
        var takenBack = new Observation(1, "all", null, Month(2025, 9)) { Done = false, RecordedAt = At("2025-10-02") };
        var answer = Judge(Higher, ByOctober, [takenBack, done], "2025-10-05");
        Assert.Equal((Status.OffTrack, Verdict.NotMet), (answer.Status, answer.Verdict));
        Assert.Equal([new Exclusion(0, ExclusionReason.Replaced)], answer.Proof.Excluded);
        Assert.Equal(Status.Met, Judge(Case(Higher, ByOctober, [takenBack, done], "2025-10-05") with { KnownAt = At("2025-10-01") }).Status);
    }

    [Theory]
    [InlineData(9, 9, Status.Met, Verdict.Met)]
    [InlineData(9, 11, Status.OffTrack, Verdict.NotMet)]
    [InlineData(9, double.NaN, Status.NoData, Verdict.NoData)]
    [InlineData(11, double.NaN, Status.OffTrack, Verdict.NotMet)]
    public void The_whole_stands_where_its_worst_member_stands(double north, double south, Status status, Verdict verdict)
    {
        var answers = Evaluator.Evaluate(Case(
            Lower, EachSchool, [Figure(0, Month(2025, 10), south, "South"), Figure(1, Month(2025, 10), north, "North")], "2025-11-01"));
        Assert.Equal([null, "North", "South"], answers.Select(a => a.Member));
        Assert.Equal((status, verdict), (answers[0].Status, answers[0].Verdict));
        Assert.Equal((answers.Skip(1).Count(a => a.Status == Status.Met), 2), (answers[0].Proof.Held, answers[0].Proof.Of));
    }

    [Fact]
    public void A_member_that_is_named_and_has_no_figure_is_judged_all_the_same()
    {
        var subject = Case(Lower, EachSchool, [Figure(0, Month(2025, 10), 9, "North")], "2025-11-01");
        Assert.Equal(Status.Met, Evaluator.Evaluate(subject)[0].Status);
        var answers = Evaluator.Evaluate(subject with { Members = ["South", "North", "South"] });
        Assert.Equal([Status.NoData, Status.Met, Status.NoData], answers.Select(a => a.Status));
    }

    [Fact]
    public void With_no_member_there_is_no_data() =>
        Assert.Equal(Status.NoData, Evaluator.Evaluate(Case(Lower, EachSchool, [Figure(0, Month(2025, 10), 9)], "2025-11-01")).Single().Status);
}
