using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>One student group of one benchmark: its verdict and its checks, without what is hidden.</summary>
internal sealed class GroupJudge
{
    private readonly Benchmark benchmark;
    private readonly string group;
    private readonly Case whole;
    private readonly Case shown;
    private readonly HashSet<int> hidden;
    private readonly SchoolCalendar calendar;

    /// <summary>The school year that the checks are of: the one that today is in.</summary>
    private readonly SchoolCalendar year;

    private readonly Dictionary<Period, Observation> latest = [];

    public GroupJudge(
        Benchmark benchmark, BenchmarkSpec spec, string group, IReadOnlyList<Observation> observations,
        IReadOnlySet<(string Group, Period Period)> hiddenFigures, SchoolCalendar calendar, DateOnly today, DateTimeOffset knownAt)
    {
        (this.benchmark, this.group, this.calendar) = (benchmark, group, calendar);
        year = DefaultCalendar.For(SchoolYear.Of(today));
        var own = observations.Where(o => o.Group == group).ToList();
        // Sizes are the gate's to judge, once and for every page; the evaluator sees all that there is.
        whole = new Case(spec with { Groups = [group] }, calendar, own, today, knownAt) { MinimumN = 0 };
        hidden = [.. own.Where(o => hiddenFigures.Contains((o.Group, o.Period))).Select(o => o.Index)];
        shown = hidden.Count == 0 ? whole : whole with { Observations = [.. own.Where(o => !hidden.Contains(o.Index))] };
        foreach (var o in own.Where(o => o.RecordedAt <= knownAt).OrderBy(o => (o.RecordedAt, o.Index)))
        {
            latest[o.Period] = o;
        }
    }

    private BenchmarkSpec Spec => whole.Benchmark;

    public GroupPicture Judge()
    {
        var answer = Masked(Evaluated(whole));
        var checks = Checks();
        var last = latest.Values.Where(o => !hidden.Contains(o.Index) && o.In(Spec.Measure.Unit) is not null).MaxBy(o => o.Period.End);
        return new GroupPicture(group, Spec, shown, answer, checks, hidden.Count > 0 ? null : last?.Size, hidden.Count > 0);
    }

    private static Answer? Evaluated(Case subject) =>
        Evaluator.CanJudge(subject.Benchmark.Target) && subject.Benchmark.Target is not EveryMember ? Evaluator.Evaluate(subject)[0] : null;

    /// <summary>A verdict that rests on a hidden figure is hidden; so is every trace of the figure in it.</summary>
    private Answer? Masked(Answer? answer)
    {
        if (answer is null || hidden.Count == 0)
        {
            return answer;
        }

        var rests = answer.Proof.Observations.Any(hidden.Contains)
            || (latest.Values.MaxBy(o => o.Period.End) is { } last && hidden.Contains(last.Index));
        return rests || shown.Observations.Count == 0
            ? new Answer(group, null, Verdict.Hidden, Status.Hidden, null, [], new Proof(Spec.Target, [], []))
            : Evaluated(shown);
    }

    private List<CheckPicture> Checks()
    {
        var due = Schedule.Of(benchmark, Spec, year);
        var checks = new List<CheckPicture>();
        var seen = new HashSet<Period>();
        foreach (var period in due)
        {
            var figure = Within(period);
            if (figure is not null)
            {
                seen.Add(figure.Period);
            }

            checks.Add(figure is null ? Empty(period) : Filled(figure, period));
        }

        // Figures that nobody scheduled are shown where they belong: a starting value, an extra check.
        checks.AddRange(latest.Values
            .Where(o => !seen.Contains(o.Period) && year.SchoolYear.Period.Contains(o.Period.End) && (IsStart(o) || !due.Any(p => p.Contains(o.Period.End))))
            .Select(o => Filled(o, o.Period)));
        checks.Sort((a, b) => a.Period.End.CompareTo(b.Period.End));
        return checks;
    }

    /// <summary>The latest figure that ends within a check's period; a starting value is no check.</summary>
    private Observation? Within(Period period) =>
        latest.Values.Where(o => period.Contains(o.Period.End) && !IsStart(o)).MaxBy(o => (o.Period.End, o.Period.Start));

    private CheckPicture Empty(Period period) => new(
        period, IsMissing(period) ? CheckState.Missing : CheckState.ToCome, null, null, null, null, ExpectedOn(period.End), LastYear(period), null);

    private bool IsMissing(Period period)
    {
        var grace = Cadence.Of(period).Grace ?? 0;
        return Spec.Target is Milestone ? whole.AsOf > period.End : whole.AsOf.DayNumber > period.End.DayNumber + grace;
    }

    private CheckPicture Filled(Observation figure, Period period)
    {
        if (hidden.Contains(figure.Index))
        {
            return new CheckPicture(period, CheckState.Hidden, Status.Hidden, null, null, null, ExpectedOn(period.End), null, null);
        }

        if (figure.Done is null && figure.In(Spec.Measure.Unit) is null)
        {
            return Empty(period);
        }

        var actual = figure.In(Spec.Measure.Unit);
        if (IsStart(figure))
        {
            return new CheckPicture(period, CheckState.Start, null, actual, figure.Numerator, figure.Size, null, LastYear(figure.Period), null);
        }

        var judged = JudgedOn(figure);
        var expected = judged?.Periods.LastOrDefault(p => p.Period == figure.Period)?.Expected ?? ExpectedOn(figure.Period.End);
        return new CheckPicture(
            period, CheckState.Judged, judged?.Status, actual, figure.Numerator, figure.Size, expected, LastYear(figure.Period), figure.DoneDate);
    }

    /// <summary>A figure of a from-to target that is not later than the day the way starts on.</summary>
    private bool IsStart(Observation figure) => Spec.Target switch
    {
        FromTo { On: { } on } => figure.Period.End <= on,
        FromTo => figure.Period.End < calendar.FirstDay,
        _ => benchmark.StartsOn is { } starts && figure.Period.End <= starts,
    };

    /// <summary>
    /// How the benchmark stood on the last day of a figure's period. For a recurring target each period is looked at by
    /// itself, beside the one it is compared with, so that one bad month does not color the next.
    /// </summary>
    private Answer? JudgedOn(Observation figure)
    {
        var day = figure.DoneDate is { } done && done > figure.Period.End ? done : figure.Period.End;
        IEnumerable<Observation> used = shown.Observations;
        if (Evaluator.EveryOf(Spec.Target) is not null)
        {
            var before = Spec.Target is PriorPeriod
                ? latest.Values.Where(o => o.Period.End < figure.Period.End && !hidden.Contains(o.Index)).MaxBy(o => o.Period.End)
                : null;
            used = used.Where(o => o.Period == figure.Period || o == before || o.Period.End < calendar.FirstDay);
        }

        return Evaluated(shown with { Observations = [.. used], AsOf = day < whole.AsOf ? day : whole.AsOf });
    }

    private Exact? ExpectedOn(DateOnly day) => Evaluator.ExpectedOn(Spec, calendar.FirstDay, day)
        ?? (Spec.Target is Change && Evaluated(shown with { AsOf = day })?.Pace?.Expected is { } expected ? expected : null);

    /// <summary>A figure of the same period a year before, or of the one that ends in the same month.</summary>
    private Exact? LastYear(Period period)
    {
        var before = period.YearBefore();
        var figure = latest.Values
            .Where(o => !hidden.Contains(o.Index) && o.Period.End.Year == before.End.Year && o.Period.End.Month == before.End.Month)
            .MaxBy(o => o.Period.End);
        return figure?.In(Spec.Measure.Unit);
    }
}
