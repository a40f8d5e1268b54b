using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests.Targets;

/// <summary>A case that was written is read back as the same case.</summary>
public sealed class CaseJsonTests
{
    private static readonly Measure Chronic = MeasureCatalog.Default.Find("chronic_absence")!;

    [Fact]
    public void A_case_survives_writing_and_reading()
    {
        var subject = new Case(
            new BenchmarkSpec(Chronic, ["all", "english_learner"], new EveryMember(MemberKind.School, new Level(10, new DateOnly(2025, 6, 30), null))),
            new SchoolCalendar(new DateOnly(2024, 8, 28), new DateOnly(2025, 6, 17))
            {
                Terms = [new Term("Q1", CadenceUnit.Quarter, new Period(new DateOnly(2024, 8, 28), new DateOnly(2024, 11, 1)))],
                Breaks = [new Period(new DateOnly(2024, 12, 23), new DateOnly(2025, 1, 1))],
            },
            [
                Figure(0, "a") with { Value = Exact.From(24.9m), RecordedAt = new DateTimeOffset(2025, 9, 30, 12, 0, 0, 125, TimeSpan.Zero) },
                Figure(1, "b") with { Numerator = 135, Denominator = 542 },
                Figure(2, "c"),
                Figure(3, "d") with { Value = 12, Count = 40 },
                Figure(4, "e") with { Done = true, DoneDate = new DateOnly(2025, 1, 5), Event = "visit", EventDate = new DateOnly(2025, 1, 2) },
                Figure(5, "f") with { Share = 20, ShareOfAll = Exact.From(21.5m) },
            ],
            new DateOnly(2025, 7, 1),
            new DateTimeOffset(2025, 10, 1, 8, 30, 0, TimeSpan.Zero))
        {
            MinimumN = 0,
            Members = ["a", "b", "c", "z"],
        };

        var text = CaseJson.ToText(subject);
        var read = Read(text);
        Assert.Equal(subject.Observations, read.Observations);
        Assert.Equal(subject.Members, read.Members);
        Assert.Equal((subject.AsOf, subject.KnownAt, subject.MinimumN), (read.AsOf, read.KnownAt, read.MinimumN));
        Assert.Equal(subject.Calendar.Terms, read.Calendar.Terms);
        Assert.Equal(subject.Calendar.Breaks, read.Calendar.Breaks);
        Assert.Equal(text, CaseJson.ToText(read));
        Assert.Equal(
            Evaluator.Evaluate(subject).Select(a => (a.Group, a.Member, a.Status, a.Verdict)),
            Evaluator.Evaluate(read).Select(a => (a.Group, a.Member, a.Status, a.Verdict)));
    }

    [Fact]
    public void A_plan_of_several_years_is_one_calendar()
    {
        var subject = new Case(
            new BenchmarkSpec(Chronic, ["all"], new Level(10, new DateOnly(2027, 6, 30), null)),
            new SchoolCalendar(new DateOnly(2024, 7, 1), new DateOnly(2027, 6, 30)),
            [],
            new DateOnly(2025, 7, 1),
            DateTimeOffset.UnixEpoch.AddYears(56));
        Assert.Equal(subject.Calendar.LastDay, Read(CaseJson.ToText(subject)).Calendar.LastDay);
    }

    private static Observation Figure(int index, string member) =>
        new(index, "all", member, new SchoolYear(2025).Period);

    private static Case Read(string text)
    {
        var reading = new CaseReader(MeasureCatalog.Default, (_, _) => throw new NotSupportedException()).Read(text);
        Assert.Empty(reading.Problems);
        return reading.Case!;
    }
}
