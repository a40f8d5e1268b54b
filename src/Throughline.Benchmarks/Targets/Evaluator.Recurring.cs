using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>Targets that must hold in each period: a level, a floor or ceiling, better than before, better than a year ago.</summary>
public static partial class Evaluator
{
    /// <remarks>
    /// The term is the calendar's school year, to the end of the period that its last day is in. A period that is
    /// hidden or in doubt neither holds nor fails; one that has nothing to be compared with is passed over.
    /// </remarks>
    private sealed class Recurrence
    {
        private readonly Target target;
        private readonly Figures figures;
        private readonly Case subject;
        private readonly Measure measure;
        private readonly Direction better;
        private readonly Cadence every;
        private readonly DateOnly termEnd;
        private readonly List<Check> checks = [];

        public Recurrence(Target target, Cadence every, Figures figures, Case subject)
        {
            (this.target, this.every, this.figures, this.subject) = (target, every, figures, subject);
            measure = subject.Benchmark.Measure;
            better = subject.Benchmark.Direction;
            termEnd = figures.IsAnnual
                ? SchoolYear.Of(subject.Calendar.LastDay).End
                : subject.Calendar.Each(every).Select(p => p.End).Append(subject.Calendar.LastDay).Max();
        }

        private bool IsOver => subject.AsOf >= termEnd;

        private DateOnly Now => IsOver ? termEnd : subject.AsOf;

        public Finding Judge()
        {
            Compare();
            var latest = checks.FindLast(c => c.Asked is not null || IsKept(c));
            if (latest is not null && figures.IsStale(latest.Figure, Now))
            {
                latest = null;
            }

            var judged = checks.FindAll(c => c.Asked is not null && !IsKept(c) && !IsInDoubt(c));
            var status = StatusOf(latest, judged);
            var verdict = status switch
            {
                Status.Hidden => Verdict.Hidden,
                Status.NoData => Verdict.NoData,
                Status.CannotTell => Verdict.CannotTell,
                Status.Met => Verdict.Met,
                Status.AtRisk or Status.OffTrack => Verdict.NotMet,
                _ => Verdict.NotYetDue,
            };
            return status == Status.Hidden
                ? new Finding(verdict, status, null, checks.ConvertAll(c => new PeriodResult(c.Figure.Period, null, null, null)),
                    new Proof(target, [], figures.Excluded) { Due = termEnd })
                : Conclude(status, verdict, latest, judged);
        }

        /// <summary>Each figure of the term beside what is asked of it; figures of neither are left out with the reason.</summary>
        private void Compare()
        {
            var first = subject.Calendar.FirstDay;
            foreach (var figure in figures.All.Where(f => f.End >= first && f.Period.Start <= termEnd))
            {
                checks.Add(Checked(target, figure, figures, subject));
            }

            foreach (var figure in figures.All.Where(f => f.End < first || f.Period.Start > termEnd))
            {
                if (!checks.Exists(c => c.Before == figure))
                {
                    figures.Exclude(
                        figure.Observation, figure.End < first ? ExclusionReason.BeforeItBegins : ExclusionReason.AfterItsDate);
                }
            }
        }

        private Status StatusOf(Check? latest, List<Check> judged)
        {
            if (latest is null)
            {
                return IsOver || IsLate() || checks.Count > (target is PriorPeriod ? 1 : 0) ? Status.NoData : Status.NotYetDue;
            }

            if (IsKept(latest))
            {
                return Status.Hidden;
            }

            if (IsInDoubt(latest) || (IsOver && judged.TrueForAll(c => c.Holds) && checks.Exists(IsInDoubt)))
            {
                return Status.CannotTell;
            }

            return judged.TrueForAll(c => c.Holds) ? IsOver ? Status.Met : Status.OnTrack
                : !IsOver && judged.TrueForAll(c => c.Holds || IsWithinMargin(c)) ? Status.AtRisk
                : Status.OffTrack;
        }

        /// <summary>Whether the first or the next figure should have come by now.</summary>
        private bool IsLate() => checks.Count > 0
            ? figures.IsStale(checks[^1].Figure, Now)
            : (measure.Cadence ?? every) is { Days: { } days, Grace: { } grace }
                && Now.DayNumber - subject.Calendar.FirstDay.DayNumber > days + grace;

        private bool IsKept(Check check) => IsHidden(subject, check.Figure, check.Before);

        private bool IsInDoubt(Check check) =>
            check.Asked is { } asked && !IsKept(check) && Evaluator.IsInDoubt(measure, check.Figure, asked);

        private bool IsWithinMargin(Check check) =>
            Shortfall(check.Figure.Value, check.Asked!.Value, better) <= MarginOf(measure, check.Start, check.Asked!.Value);

        private PeriodResult Show(Check check) => IsKept(check)
            ? new PeriodResult(check.Figure.Period, null, null, null)
            : new PeriodResult(
                check.Figure.Period, check.Figure.Value, check.Asked, check.Asked is null || IsInDoubt(check) ? null : check.Holds);

        private Finding Conclude(Status status, Verdict verdict, Check? latest, List<Check> judged)
        {
            var resting = latest is null || judged.Contains(latest) ? judged : judged.Append(latest);
            int[] used = [.. resting
                .SelectMany(c => new[] { c.Before, c.Figure }).OfType<Figure>()
                .Select(f => f.Observation.Index).Distinct().Order()];
            return new Finding(
                verdict, status, latest?.Asked is { } asked ? new Pace(asked, null) : null, checks.ConvertAll(Show),
                new Proof(target, used, figures.Excluded)
                {
                    On = latest?.Figure.Period,
                    Actual = latest?.Figure.Value,
                    Asked = latest?.Asked,
                    Start = latest?.Start,
                    Margin = latest?.Asked is { } a ? MarginOf(measure, latest.Start, a) : null,
                    Due = termEnd,
                    Held = judged.Count(c => c.Holds),
                    Of = judged.Count,
                });
        }
    }
}
