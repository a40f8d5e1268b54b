using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>Targets with a date: a level, a way from one value to another, a change from a baseline.</summary>
public static partial class Evaluator
{
    private sealed class Dated
    {
        private readonly Target target;
        private readonly DateOnly by;
        private readonly Figures figures;
        private readonly Case subject;
        private readonly Measure measure;

        /// <summary>A period counts on its last day, so a date inside a year of a yearly figure falls due with the year.</summary>
        private readonly DateOnly due;

        /// <summary>The day before the first school day: what ends after it belongs to the benchmark.</summary>
        private readonly DateOnly before;

        public Dated(Target target, DateOnly by, Figures figures, Case subject)
        {
            (this.target, this.by, this.figures, this.subject) = (target, by, figures, subject);
            measure = subject.Benchmark.Measure;
            due = figures.IsAnnual ? SchoolYear.Of(by).End : by;
            before = subject.Calendar.FirstDay.AddDays(-1);
        }

        private bool IsDue => subject.AsOf >= due;

        public Finding JudgeLevel(Level level) =>
            Judge(new Way(before, null, level.Value, null), null, subject.Benchmark.Direction);

        public Finding JudgeFromTo(FromTo fromTo)
        {
            var start = fromTo.On ?? subject.Calendar.FirstDay;
            var way = new Way(fromTo.On ?? before, fromTo.From, fromTo.To, day => TargetPaths.Expected(fromTo, start, day));
            return Judge(way, null, new BenchmarkSpec(measure, [], fromTo).Direction);
        }

        /// <summary>
        /// The change runs from the baseline: the value given, else the figure in force on its date, else the first
        /// figure known. Without a date a given value speaks of the first school day.
        /// </summary>
        public Finding JudgeChange(Change change)
        {
            var figure = change.Baseline switch
            {
                { Value: not null } => null,
                { On: { } day } => figures.InForce(day),
                _ => figures.All.Count > 0 ? figures.All[0] : (Figure?)null,
            };
            if ((change.Baseline?.Value ?? figure?.Value) is not { } from)
            {
                var isMissed = IsDue || figures.All.Count > 0 || IsOverdue(change.Baseline?.On ?? before);
                return Conclude(isMissed ? Status.NoData : Status.NotYetDue, IsDue ? Verdict.NoData : Verdict.NotYetDue, [], null);
            }

            var since = figure?.End ?? change.Baseline?.On;
            var better = subject.Benchmark.Direction;
            var to = EndOf(change, from, better);
            var path = new FromTo(from, to, by, TargetPath.Linear);
            var start = since ?? subject.Calendar.FirstDay;
            return Judge(new Way(since ?? before, from, to, day => TargetPaths.Expected(path, start, day)), figure, better);
        }

        private Finding Judge(Way way, Figure? baseline, Direction better)
        {
            var counting = Counting(way, baseline);
            var periods = counting.ConvertAll(f => Show(f, way, better));
            Figure? latest = counting.Count > 0 && !IsStale(counting[^1]) ? counting[^1] : null;
            if (IsHidden(subject, latest, baseline))
            {
                var isBaselineHidden = IsHidden(subject, baseline); // what is expected would give it away
                periods = periods.ConvertAll(p =>
                    new PeriodResult(p.Period, null, isBaselineHidden ? null : p.Expected, null));
                return Conclude(Status.Hidden, Verdict.Hidden, periods, null);
            }

            if (latest is not { } judged)
            {
                var isMissed = IsDue || counting.Count > 0 || IsOverdue(way.After);
                return Conclude(
                    isMissed ? Status.NoData : Status.NotYetDue, IsDue ? Verdict.NoData : Verdict.NotYetDue, periods, way, baseline);
            }

            var asked = IsDue ? way.To : way.Expected(judged.End);
            var margin = MarginOf(measure, way.From, way.To);
            var status = StatusOf(judged, asked, way.To, margin, better);
            var verdict = status switch
            {
                Status.Met => Verdict.Met,
                Status.CannotTell when IsDue => Verdict.CannotTell,
                Status.OffTrack when IsDue => Verdict.NotMet,
                _ => Verdict.NotYetDue,
            };
            return Conclude(status, verdict, periods, way, baseline, judged, margin, asked);
        }

        /// <summary>
        /// A sample that seems to have reached the target early, but is too small to say so, is judged against its
        /// path like any other.
        /// </summary>
        private Status StatusOf(Figure judged, Exact asked, Exact to, Exact margin, Direction better)
        {
            if (Reaches(judged.Value, to, better) && !IsInDoubt(measure, judged, to))
            {
                return Status.Met;
            }

            if (IsInDoubt(measure, judged, asked))
            {
                return Status.CannotTell;
            }

            var shortfall = Shortfall(judged.Value, asked, better);
            return IsDue ? Status.OffTrack
                : Reaches(judged.Value, asked, better) ? Status.OnTrack
                : shortfall <= margin ? Status.AtRisk
                : Status.OffTrack;
        }

        /// <summary>At or beyond what is asked or, where the sentence says "below" or "above", beyond it.</summary>
        private bool Reaches(Exact actual, Exact asked, Direction better) =>
            Holds(actual, asked, better) && !(target is Level { Strict: true } && actual == asked);

        /// <summary>The figures between the start and the date, both in order; the others are left out with the reason.</summary>
        private List<Figure> Counting(Way way, Figure? baseline)
        {
            var counting = new List<Figure>();
            foreach (var figure in figures.All)
            {
                if (figure.End > way.After && figure.End <= due)
                {
                    counting.Add(figure);
                }
                else if (figure != baseline)
                {
                    figures.Exclude(
                        figure.Observation,
                        figure.End > due ? ExclusionReason.AfterItsDate : ExclusionReason.BeforeItBegins);
                }
            }

            return counting;
        }

        private PeriodResult Show(Figure figure, Way way, Direction better)
        {
            var expected = figure.End >= due ? way.To : way.Expected(figure.End);
            return IsHidden(subject, figure)
                ? new PeriodResult(figure.Period, null, expected, null)
                : new PeriodResult(figure.Period, figure.Value, expected, Reaches(figure.Value, expected, better));
        }

        /// <summary>Seen from the date or from today, whichever is earlier; a yearly figure must be of the year that falls due.</summary>
        private bool IsStale(Figure figure) => figures.IsAnnual && IsDue
            ? SchoolYear.Of(figure.End) != SchoolYear.Of(due)
            : figures.IsStale(figure, IsDue ? due : subject.AsOf);

        /// <summary>Whether, with no figure at all, the first should have come: a whole cadence and its grace have passed.</summary>
        private bool IsOverdue(DateOnly after) => measure.Cadence is { Days: { } days, Grace: { } grace }
            && subject.AsOf.DayNumber - after.DayNumber > days + grace;

        private Finding Conclude(
            Status status, Verdict verdict, IReadOnlyList<PeriodResult> periods, Way? way,
            Figure? baseline = null, Figure? judged = null, Exact? margin = null, Exact? asked = null)
        {
            int[] used = [.. new[] { baseline, judged }.OfType<Figure>().Select(f => f.Observation.Index)];
            var pace = judged is { } now && way?.From is { } from && asked is { } expected
                ? new Pace(expected, expected == from ? null : (now.Value - from) / (expected - from))
                : null;
            return new Finding(verdict, status, pace, periods, new Proof(target, used, figures.Excluded)
            {
                On = judged?.Period,
                Actual = judged?.Value,
                Asked = asked,
                Start = way?.From,
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
