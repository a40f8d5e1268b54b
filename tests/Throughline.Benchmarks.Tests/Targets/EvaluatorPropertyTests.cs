using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Xunit;
using static Throughline.Benchmarks.Tests.Targets.Cases;

namespace Throughline.Benchmarks.Tests.Targets;

/// <summary>What holds for every case; ten thousand of them each, from a fixed seed.</summary>
public sealed class EvaluatorPropertyTests
{
    private const int Many = 10_000;

    [Fact]
    public void A_better_figure_is_never_judged_worse()
    {
        var random = new Random(11);
        for (var i = 0; i < Many; i++)
        {
            var subject = Any(random, isSampled: false);
            var last = subject.Observations.MaxBy(o => o.Period.End)!;
            var better = subject.Benchmark.Direction == Direction.Increase ? 1 : -1;
            if (last.Value is not { } value || value.Sign == 0 || value >= 100 || subject.Benchmark.Target is Change { Baseline: null })
            {
                continue;
            }

            var raised = With(subject, last with { Value = value + Exact.Of(better, 2) });
            Assert.True(Rank(Judge(raised)) >= Rank(Judge(subject)), $"{i}: {subject.Benchmark.Target} {value}");
        }
    }

    [Fact]
    public void In_a_mirror_the_verdict_is_the_same()
    {
        var random = new Random(12);
        for (var i = 0; i < Many; i++)
        {
            var subject = Any(random, isSampled: false);
            if (subject.Benchmark.Target is Change { In: ChangeUnit.Percent } or PriorPeriod { In: ChangeUnit.Percent } or SamePeriodLastYear { In: ChangeUnit.Percent })
            {
                continue; // a percent of 20 is not a percent of 80
            }

            var measure = subject.Benchmark.Measure with { Margin = 2 };
            var mirrored = measure with { Direction = measure.Direction == Direction.Increase ? Direction.Decrease : Direction.Increase };
            var plain = Judge(subject with { Benchmark = subject.Benchmark with { Measure = measure } });
            var other = Judge(subject with
            {
                Benchmark = new BenchmarkSpec(mirrored, ["all"], Mirror(subject.Benchmark.Target)),
                Observations = [.. subject.Observations.Select(o => o with { Value = 100 - o.Value })],
            });
            Assert.Equal((plain.Status, plain.Verdict, plain.Pace?.Ratio), (other.Status, other.Verdict, other.Pace?.Ratio));
        }
    }

    [Fact]
    public void The_order_in_which_figures_are_listed_makes_no_difference()
    {
        var random = new Random(13);
        for (var i = 0; i < Many; i++)
        {
            var subject = Any(random);
            var shuffled = subject.Observations.ToArray();
            random.Shuffle(shuffled);
            Equal(Judge(subject), Judge(subject with { Observations = shuffled }));
        }
    }

    [Fact]
    public void A_period_that_was_not_published_is_the_same_as_none()
    {
        var random = new Random(14);
        for (var i = 0; i < Many; i++)
        {
            var subject = Any(random);
            if (subject.Observations.Any(o => o.Value is null && IsRecordedTwice(o, subject)))
            {
                continue; // there the blank takes a figure back
            }

            var without = subject with { Observations = [.. subject.Observations.Where(o => o.Value is not null)] };
            var (plain, other) = (Judge(subject), Judge(without));
            Assert.Equal((other.Status, other.Verdict, other.Pace), (plain.Status, plain.Verdict, plain.Pace));
        }
    }

    [Fact]
    public void A_period_that_is_missing_in_the_middle_changes_no_dated_verdict()
    {
        var random = new Random(15);
        for (var i = 0; i < Many; i++)
        {
            var subject = Any(random);
            var known = subject.Observations.Where(o => o.Value is not null && o.Period.End <= subject.AsOf).OrderBy(o => o.Period.End).ToList();
            if (subject.Benchmark.Target is not (Level { By: not null } or FromTo) || known.Count < 3)
            {
                continue;
            }

            var gone = known[random.Next(known.Count - 2)];
            var by = subject.Benchmark.Target is Level level ? level.By : ((FromTo)subject.Benchmark.Target).By;
            if (known.FindLast(o => o.Period.End <= by) != gone && !IsRecordedTwice(gone, subject))
            {
                var other = Judge(subject with { Observations = [.. subject.Observations.Where(o => o != gone)] });
                var answer = Judge(subject);
                Assert.Equal(answer.Verdict, other.Verdict);
                Assert.True(answer.Status == other.Status || answer.Status == Status.NoData); // the only figure, and too old
            }
        }
    }

    [Fact]
    public void A_replay_is_what_was_recorded_by_then_and_nothing_else()
    {
        var random = new Random(16);
        for (var i = 0; i < Many; i++)
        {
            var subject = Any(random);
            var then = At("2025-09-01").AddDays(random.Next(300));
            var replay = Judge(subject with { KnownAt = then });
            var known = Judge(subject with { Observations = [.. subject.Observations.Where(o => o.RecordedAt <= then)] });
            Assert.Equal((known.Status, known.Verdict, known.Pace), (replay.Status, replay.Verdict, replay.Pace));
            Assert.Equal(known.Proof.Observations, replay.Proof.Observations);
            Assert.Equal(known.Periods, replay.Periods);
        }
    }

    [Fact]
    public void The_largest_and_longest_numbers_are_counted_with_and_said()
    {
        var random = new Random(17);
        decimal[] extremes = [999_999_999_999m, 999_999.999999m, 0.000001m, 123_456.789013m, 99_999_999.9999m];
        var measure = new Measure("dollars", 1, Unit.Ratio, Direction.Increase);
        for (var i = 0; i < Many; i++)
        {
            Exact Any() => Exact.From(extremes[random.Next(extremes.Length)]);
            Target target = random.Next(3) switch
            {
                0 => new FromTo(Any(), Any(), Day("2190-06-30"), Linear, Day("1903-01-03")),
                1 => new Change(Exact.From(9_999.999999m), ChangeUnit.Percent, random.Next(2) == 0 ? null : new(Any(), Day("1905-01-01")), Day("2190-06-30")),
                _ => new PriorPeriod(Exact.From(9_999.999999m), ChangeUnit.Percent, Cadence.Month),
            };
            long Count() => Exact.CountLimit - random.Next(1, 1000);
            Observation Counted(int index, int month) =>
                new(index, "all", null, Month(2025, month)) { Numerator = Count(), Denominator = Count() };
            var subject = Case(measure, target, [Counted(0, 9), random.Next(2) == 0 ? Counted(1, 10) : Figure(1, Month(2025, 10), 0) with { Value = Any() }], "2025-11-05");
            var answer = Judge(subject);
            _ = answer.Pace?.Ratio?.Round(2);
            Assert.NotEmpty(new Wording(System.Globalization.CultureInfo.InvariantCulture).Explanation(answer, subject));
        }
    }

    private static bool IsRecordedTwice(Observation figure, Case subject) =>
        subject.Observations.Any(o => o != figure && o.Period == figure.Period);

    private static int Rank(Answer answer) => answer.Status switch
    {
        Status.OffTrack => 0,
        Status.AtRisk => 1,
        Status.OnTrack => 2,
        Status.Met => 3,
        _ => -1,
    };

    private static Case With(Case subject, Observation changed) =>
        subject with { Observations = [.. subject.Observations.Select(o => o.Index == changed.Index ? changed : o)] };

    private static void Equal(Answer a, Answer b)
    {
        Assert.Equal((a.Status, a.Verdict, a.Pace), (b.Status, b.Verdict, b.Pace));
        Assert.Equal(a.Periods, b.Periods);
        Assert.Equal(a.Proof.Observations, b.Proof.Observations);
        Assert.Equal(a.Proof.Excluded, b.Proof.Excluded);
    }

    private static Target Mirror(Target target) => target switch
    {
        Level level => level with { Value = 100 - level.Value },
        FromTo way => way with { From = 100 - way.From, To = 100 - way.To },
        Change { Baseline: { Value: { } value } start } change => change with { Baseline = start with { Value = 100 - value } },
        Maintain { Floor: { } floor } maintain => new Maintain(null, 100 - floor, maintain.Every),
        Maintain { Ceiling: { } ceiling } maintain => new Maintain(100 - ceiling, null, maintain.Every),
        _ => target,
    };

    private static Case Any(Random random, bool isSampled = true)
    {
        var measure = random.Next(2) == 0 ? Lower : Higher;
        if (isSampled && random.Next(3) == 0)
        {
            measure = measure with { FullCount = false };
        }

        var figures = new List<Observation>();
        for (var i = 0; i < 14; i++)
        {
            if (random.Next(4) > 0)
            {
                var start = Day("2024-09-01").AddMonths(i + (random.Next(2) * 6));
                figures.Add(Figure(figures.Count, Month(start.Year, start.Month), random.Next(5) == 0 ? double.NaN : random.Next(0, 201) / 2.0) with
                {
                    Count = isSampled ? random.Next(5, 60) : 100,
                    RecordedAt = At("2025-08-01").AddDays(figures.Count * 17).AddMinutes(random.Next(1000)),
                });
            }
        }

        figures.Add(Figure(figures.Count, Month(2025, 9), random.Next(0, 201) / 2.0) with { Count = 100, RecordedAt = At("2025-10-01").AddSeconds(7) });
        var asOf = Day("2025-09-30").AddDays(random.Next(300)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Case(measure, AnyTarget(random), figures, asOf) with { KnownAt = At("2027-01-01") };
    }

    private static Target AnyTarget(Random random)
    {
        Exact Value() => Exact.Of(random.Next(0, 201), 2);
        var by = Day("2025-10-15").AddDays(random.Next(270));
        return random.Next(8) switch
        {
            0 => new Level(Value(), by, null),
            1 => new Level(Value(), null, Cadence.Month),
            2 => new FromTo(Value(), Value() + Exact.Of(1, 7), by, Linear),
            3 => new Change(random.Next(1, 20), ChangeUnit.Points, random.Next(2) == 0 ? null : new(Value(), null), by),
            4 => new PriorPeriod(random.Next(0, 5), (ChangeUnit)random.Next(2), Cadence.Month),
            5 => new SamePeriodLastYear(random.Next(0, 5), (ChangeUnit)random.Next(2), Cadence.Month),
            6 => new Maintain(Value(), null, Cadence.Month),
            _ => new Maintain(null, Value(), Cadence.Month),
        };
    }
}
