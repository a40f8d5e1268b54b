using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>Targets with a date: a level, a way from one value to another, a change from a baseline.</summary>
public static partial class Evaluator
{
    private sealed class Dated(Target target, DateOnly by, Case subject)
    {
        private readonly Measure measure = subject.Benchmark.Measure;

        /// <summary>A period counts on its last day, so a date inside a year of a yearly figure falls due with the year.</summary>
        private readonly DateOnly due = subject.Benchmark.Measure.IsAnnual ? SchoolYear.Of(by).End : by;

        /// <summary>The day before the first school day: what ends after it belongs to the benchmark.</summary>
        private readonly DateOnly before = subject.Calendar.FirstDay.AddDays(-1);

        public Answer JudgeLevel(Level level, string group, string? member, IEnumerable<Observation> observations)
        {
            var figures = new Figures(observations, subject);
            return Judge(figures, new Way(before, null, level.Value, null), null, group, member, subject.Benchmark.Direction);
        }

        public Answer JudgeFromTo(FromTo fromTo, string group, string? member, IEnumerable<Observation> observations)
        {
            var figures = new Figures(observations, subject);
            var start = fromTo.On ?? subject.Calendar.FirstDay;
            var way = new Way(fromTo.On ?? before, fromTo.From, fromTo.To, day => TargetPaths.Expected(fromTo, start, day));
            var better = fromTo.To < fromTo.From ? Direction.Decrease
                : fromTo.To > fromTo.From ? Direction.Increase : subject.Benchmark.Direction;
            return Judge(figures, way, null, group, member, better);
        }

        public Answer JudgeChange(Change change, string group, string? member, IEnumerable<Observation> observations)
        {
            var figures = new Figures(observations, subject);
            var figure = change.Baseline switch
            {
                { Value: not null } => null,
                { On: var on } => figures.InForce(on, measure),
                null => figures.All.Count > 0 ? figures.All[0] : null,
            };
            var on2 = change.Baseline is { Value: not null } given ? given.On : figure?.End;
            if ((change.Baseline?.Value ?? figure?.Value) is not { } from || on2 is not { } since)
            {
                return subject.AsOf < due
                    ? Answer(Status.NotYetDue, Verdict.NotYetDue, [], figures, null, null, null, group, member)
                    : Answer(Status.NoData, Verdict.NoData, [], figures, null, null, null, group, member);
            }

            var better = subject.Benchmark.Direction;
            var amount = change.In == ChangeUnit.Points ? change.Amount : from.Abs() * change.Amount / 100;
            var to = better == Direction.Increase ? from + amount : from - amount;
            var path = new FromTo(from, to, by, TargetPath.Linear);
            var way = new Way(since, from, to, day => TargetPaths.Expected(path, since, day));
            return Judge(figures, way, figure, group, member, better);
        }

        private Answer Judge(Figures figures, Way way, Figure? baseline, string group, string? member, Direction better)
        {
            var counting = new List<Figure>();
            foreach (var figure in figures.All)
            {
                if (figure.End <= way.After)
                {
                    if (figure != baseline)
                    {
                        figures.Exclude(figure.Observation, ExclusionReason.BeforeItBegins);
                    }
                }
                else if (figure.End > due)
                {
                    figures.Exclude(figure.Observation, ExclusionReason.AfterItsDate);
                }
                else
                {
                    counting.Add(figure);
                }
            }

            var periods = counting.ConvertAll(f => Show(f, way, better));
            var isDue = subject.AsOf >= due;
            Figure? latest = counting.Count > 0 ? counting[^1] : null;
            if (latest is { } candidate && IsStale(candidate))
            {
                latest = null;
            }

            if (IsHidden(subject, latest, baseline))
            {
                periods = periods.ConvertAll(p => p with { Actual = null, Holds = null });
                return Answer(Status.Hidden, Verdict.Hidden, periods, figures, null, null, null, group, member);
            }

            if (latest is not { } judged)
            {
                return isDue || counting.Count > 0 || IsOverdue(way.After)
                    ? Answer(Status.NoData, isDue ? Verdict.NoData : Verdict.NotYetDue, periods, figures, null, way, null, group, member)
                    : Answer(Status.NotYetDue, Verdict.NotYetDue, periods, figures, null, way, null, group, member);
            }

            var expected = isDue ? way.To : way.Expected(judged.End);
            var reached = Holds(judged.Value, way.To, better);
            var margin = MarginOf(measure, way.From, way.To);
            var (status, verdict) = IsInDoubt(measure, judged, expected)
                ? (Status.CannotTell, isDue ? Verdict.CannotTell : Verdict.NotYetDue)
                : reached ? (Status.Met, Verdict.Met)
                : isDue ? (Status.OffTrack, Verdict.NotMet)
                : (For(judged.Value, expected, margin, better), Verdict.NotYetDue);
            return Answer(status, verdict, periods, figures, judged, way, baseline, group, member, margin, expected);
        }

        private static Status For(Exact actual, Exact expected, Exact margin, Direction better) =>
            Shortfall(actual, expected, better) is var shortfall && shortfall <= Exact.Zero ? Status.OnTrack
            : shortfall <= margin ? Status.AtRisk
            : Status.OffTrack;

        private PeriodResult Show(Figure figure, Way way, Direction better)
        {
            var expected = figure.End >= due ? way.To : way.Expected(figure.End);
            return figure.Observation.Size < subject.MinimumN
                ? new PeriodResult(figure.Period, null, expected, null)
                : new PeriodResult(figure.Period, figure.Value, expected, Holds(figure.Value, expected, better));
        }

        /// <summary>Older than its cadence plus grace, seen from the date or from today, whichever is earlier.</summary>
        private bool IsStale(Figure figure)
        {
            var cadence = measure.Cadence ?? Cadence.Of(figure.Period);
            var now = subject.AsOf < due ? subject.AsOf : due;
            return measure.IsAnnual && subject.AsOf >= due
                ? SchoolYear.Of(figure.End) != SchoolYear.Of(due)
                : cadence is { Days: { } days, Grace: { } grace } && now.DayNumber - figure.End.DayNumber > days + grace;
        }

        /// <summary>Whether, with no figure at all, the first should have come: a whole cadence and its grace have passed.</summary>
        private bool IsOverdue(DateOnly after) => measure.Cadence is { Days: { } days, Grace: { } grace }
            && subject.AsOf.DayNumber - after.DayNumber > days + grace;

        private Answer Answer(
            Status status, Verdict verdict, IReadOnlyList<PeriodResult> periods, Figures figures, Figure? judged, Way? way,
            Figure? baseline, string group, string? member, Exact? margin = null, Exact? asked = null)
        {
            List<int> used = [];
            if (baseline is { } b)
            {
                used.Add(b.Observation.Index);
            }

            if (judged is { } j)
            {
                used.Add(j.Observation.Index);
            }

            var pace = judged is { } now && way?.From is { } from && asked is { } expected
                ? new Pace(expected, expected == from ? null : (now.Value - from) / (expected - from))
                : null;
            return new Answer(group, member, verdict, status, pace, periods, new Proof(target, used, figures.Excluded)
            {
                On = judged?.Period,
                Actual = judged?.Value,
                Asked = asked,
                Start = status == Status.Hidden ? null : way?.From,
                Margin = margin,
                Due = due,
            });
        }

        /// <summary>The way to the target: what ends after a day counts, from a value (if any) to a value, and the value expected on a day.</summary>
        private sealed record Way(DateOnly After, Exact? From, Exact To, Func<DateOnly, Exact>? Path)
        {
            public Exact Expected(DateOnly day) => Path?.Invoke(day) ?? To;
        }
    }
}
