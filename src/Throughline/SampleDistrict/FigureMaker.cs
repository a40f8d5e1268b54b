using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.SampleDistrict;

/// <summary>How many of how many; or, with a value in place of how many, the value and on how many it rests.</summary>
internal readonly record struct Made(decimal Value, long Of);

/// <summary>
/// Makes the figures of one group of one benchmark so that it stands where it is wanted on the sample's day. The
/// evaluator itself says where a figure stands; of those that fit, the one nearest to a likely course is taken.
/// </summary>
/// <param name="spec">What is judged.</param>
/// <param name="isValue">Whether figures are values rather than counts.</param>
/// <param name="dice">For what differs from month to month.</param>
internal sealed class FigureMaker(BenchmarkSpec spec, bool isValue, Dice dice)
{
    private const int Furthest = 400;

    private readonly SchoolCalendar calendar = DefaultCalendar.For(SchoolYear.Of(SampleClock.Today));

    private int Sign => spec.Direction == Direction.Increase ? 1 : -1;

    private bool Recurs => Evaluator.CanJudge(spec.Target) && spec.Target is Level { Every: not null } or Maintain or SamePeriodLastYear;

    /// <param name="before">Last year's figures, where they are known.</param>
    /// <param name="periods">Those to fill, in order.</param>
    /// <param name="size">On how many each figure rests.</param>
    /// <param name="wanted">Where it may stand in the end, best first.</param>
    /// <param name="bounds">For the figure of a period, the least and the most it may count.</param>
    public IReadOnlyList<Made> Make(
        IReadOnlyList<(Period Period, Made Figure)> before, IReadOnlyList<Period> periods, long size,
        IReadOnlyList<Status> wanted, Func<int, (long Least, long Most)> bounds)
    {
        var known = before.Select(b => Observed(b.Period, b.Figure)).ToList();
        var made = new List<Made>();
        for (var i = 0; i < periods.Count; i++)
        {
            var isLast = i == periods.Count - 1;
            var day = isLast ? SampleClock.Today : periods[i].End;
            var aims = isLast ? wanted : Recurs ? [Status.OnTrack] : [];
            var course = wanted[0] is Status.NoData ? Status.OnTrack : wanted[0];
            var likely = Likely(periods[i], before, course, (i + 1.0) / periods.Count);
            made.Add(Nearest(likely, size, bounds(i), known, periods[i], day, aims));
            known.Add(Observed(periods[i], made[i]));
        }

        return made;
    }

    private Made Nearest(
        double likely, long size, (long Least, long Most) bounds, List<Observation> known, Period period, DateOnly day, IReadOnlyList<Status> wanted)
    {
        var step = isValue ? 0.1 : 100.0 / size;
        var (least, most) = isValue ? (0, spec.Measure.Unit == Unit.Percent ? 999 : 9_999) : (Math.Max(0, bounds.Least), Math.Min(size, bounds.Most));
        var start = Math.Clamp((long)Math.Round(likely / step), least, most);
        foreach (var status in wanted.Count == 0 ? [null] : wanted.Select(s => (Status?)s))
        {
            for (var away = 0; away <= Furthest; away++)
            {
                foreach (var at in away == 0 ? [start] : new[] { start + (Sign * away), start - (Sign * away) })
                {
                    var figure = new Made(isValue ? at / 10m : at, size);
                    if (at >= least && at <= most && (status is null || StandsAt(status.Value, [.. known, Observed(period, figure)], day)))
                    {
                        return figure;
                    }
                }
            }
        }

        throw new InvalidOperationException($"No figure of {spec.Measure.Id} in {period} stands at {string.Join(" or ", wanted)}.");
    }

    private bool StandsAt(Status status, IReadOnlyList<Observation> figures, DateOnly day) => Evaluator.Evaluate(
        new Case(spec, calendar, figures, day, DateTimeOffset.MaxValue) { MinimumN = 0 })[0].Status == status;

    private Observation Observed(Period period, Made figure) => isValue
        ? new Observation(0, StudentGroup.All, null, period) { Value = Exact.From(figure.Value), Count = figure.Of }
        : new Observation(0, StudentGroup.All, null, period) { Numerator = (long)figure.Value, Denominator = figure.Of };

    /// <summary>A course that begins a little better than asked and ends where it is wanted.</summary>
    private double Likely(Period period, IReadOnlyList<(Period Period, Made Figure)> before, Status course, double along)
    {
        var (asked, start, to) = Asked(period, before);
        var margin = Math.Min(5, Math.Abs(to - start) is > 0 and var way ? way / 2 : to / 10);
        var away = course switch
        {
            Status.AtRisk => -0.5 * margin,
            Status.OffTrack => -margin - 2.5,
            Status.Met => ((to - asked) * Sign) + 1.5,
            Status.CannotTell => 0,
            _ => Recurs ? 4 : Math.Min(1.5, Math.Abs(to - asked) * 0.3),
        };
        var first = Recurs ? 3 : Math.Min(1, margin / 3);
        return asked + (Sign * (first + ((away - first) * along))) + (dice.Between(-5, 5) / 10.0);
    }

    private (double Asked, double Start, double To) Asked(Period period, IReadOnlyList<(Period Period, Made Figure)> before)
    {
        double Of(Made figure) => isValue ? (double)figure.Value : 100.0 * (double)figure.Value / figure.Of;
        switch (spec.Target)
        {
            case FromTo way:
                return (TargetPaths.Expected(way, way.On ?? calendar.FirstDay, period.End).ToDouble(), way.From.ToDouble(), way.To.ToDouble());
            case Change change:
                var from = Of(before[^1].Figure);
                var whole = change.By.DayNumber - before[^1].Period.End.DayNumber;
                var to = from + (Sign * change.Amount.ToDouble());
                return (from + ((to - from) * (period.End.DayNumber - before[^1].Period.End.DayNumber) / whole), from, to);
            case SamePeriodLastYear same:
                var last = before.First(b => b.Period.End.Month == period.End.Month && b.Period.End.Day >= period.End.Day - 1);
                var asked = Of(last.Figure) + (Sign * same.Amount.ToDouble());
                return (asked, Of(last.Figure), asked);
            case Level level:
                return (level.Value.ToDouble(), level.Value.ToDouble(), level.Value.ToDouble());
            case Maintain { Floor: { } floor }:
                return (floor.ToDouble(), floor.ToDouble(), floor.ToDouble());
            default:
                throw new NotSupportedException(spec.Target.Form);
        }
    }
}
