using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Targets;

/// <summary>Targets that must hold in each period: a level, a floor or ceiling, better than before, better than a year ago.</summary>
public static partial class Evaluator
{
    private static Answer JudgeRecurring(
        Target target, Cadence every, string group, string? member, IEnumerable<Observation> observations, Case subject)
    {
        var figures = new Figures(observations, subject);
        var measure = subject.Benchmark.Measure;
        var better = subject.Benchmark.Direction;
        var end = subject.Calendar.LastDay;
        var termEnd = measure.IsAnnual ? SchoolYear.Of(end).End : end;
        var checks = new List<Check>();
        foreach (var figure in figures.All)
        {
            if (figure.End < subject.Calendar.FirstDay || figure.Period.Start > termEnd)
            {
                figures.Exclude(
                    figure.Observation,
                    figure.End < subject.Calendar.FirstDay ? ExclusionReason.BeforeItBegins : ExclusionReason.AfterItsDate);
            }
            else
            {
                checks.Add(Checked(target, figure, figures, subject));
            }
        }

        var judged = checks.FindAll(c => c.Asked is not null);
        var now = subject.AsOf < termEnd ? subject.AsOf : termEnd;
        var cadence = measure.Cadence ?? (checks.Count > 0 ? Cadence.Of(checks[0].Figure.Period) : every);
        var since = checks.Count > 0 ? checks[^1].Figure.End : subject.Calendar.FirstDay;
        var late = cadence is { Days: { } days, Grace: { } grace } && now.DayNumber - since.DayNumber > days + grace;
        var isOver = subject.AsOf >= termEnd;
        var latest = checks.Count > 0 && !late ? checks[^1] : null;
        var periods = checks.ConvertAll(c => Show(c, subject));
        var worst = judged.Count == 0 ? Exact.Zero : judged.Max(c => Shortfall(c.Figure.Value, c.Asked!.Value, better));
        var margin = latest is { Asked: { } a } l ? MarginOf(measure, l.Start, a) : (Exact?)null;
        var status = latest switch
        {
            null => isOver || late ? Status.NoData : Status.NotYetDue,
            { } c when IsHidden(subject, c.Figure, c.Before) => Status.Hidden,
            { Asked: null } => Status.NoData,
            { Asked: { } asked } c when IsInDoubt(measure, c.Figure, asked) => Status.CannotTell,
            _ when judged.TrueForAll(c => c.Holds) => isOver ? Status.Met : Status.OnTrack,
            _ => !isOver && judged.TrueForAll(c => c.Holds || Within(c, subject)) ? Status.AtRisk : Status.OffTrack,
        };
        var verdict = status switch
        {
            Status.Hidden => Verdict.Hidden,
            Status.NoData => Verdict.NoData,
            Status.CannotTell => Verdict.CannotTell,
            Status.Met => Verdict.Met,
            Status.AtRisk or Status.OffTrack => Verdict.NotMet,
            _ => Verdict.NotYetDue,
        };
        if (status == Status.Hidden)
        {
            periods = periods.ConvertAll(p => p with { Actual = null, Expected = null, Holds = null });
        }

        var shown = status == Status.Hidden ? null : latest;
        int[] used = shown is null ? []
            : shown.Before is { } before ? [before.Observation.Index, shown.Figure.Observation.Index]
            : [shown.Figure.Observation.Index];
        var pace = shown is { Asked: { } now2 } ? new Pace(now2, null) : null;
        return new Answer(group, member, verdict, status, pace, periods, new Proof(target, used, figures.Excluded)
        {
            On = shown?.Figure.Period,
            Actual = shown?.Figure.Value,
            Asked = shown?.Asked,
            Start = shown?.Start,
            Margin = shown is null ? null : margin,
            Due = termEnd,
            Held = judged.Count(c => c.Holds),
            Of = judged.Count,
        });
    }

    private static bool Within(Check check, Case subject) =>
        Shortfall(check.Figure.Value, check.Asked!.Value, subject.Benchmark.Direction)
            <= MarginOf(subject.Benchmark.Measure, check.Start, check.Asked!.Value);

    private static PeriodResult Show(Check check, Case subject) =>
        IsHidden(subject, check.Figure, check.Before)
            ? new PeriodResult(check.Figure.Period, null, null, null)
            : new PeriodResult(check.Figure.Period, check.Figure.Value, check.Asked, check.Asked is null ? null : check.Holds);

    private static Check Checked(Target target, Figure figure, Figures figures, Case subject)
    {
        switch (target)
        {
            case Level level:
                return Against(figure, level.Value, null, strict: false, subject);
            case Maintain { Floor: { } floor }:
                return Against(figure, floor, null, strict: false, subject);
            case Maintain { Ceiling: { } ceiling }:
                return Against(figure, ceiling, null, strict: false, subject);
            case PriorPeriod prior:
                return Compared(figure, Previous(figure, figures), prior.Amount, prior.In, subject);
            case SamePeriodLastYear same:
                return Compared(figure, YearBefore(figure, figures), same.Amount, same.In, subject);
            default:
                throw new NotSupportedException($"The form {target.Form} does not recur.");
        }
    }

    /// <summary>The figure whose period comes right before: it ends before this one starts, within one cadence.</summary>
    private static Figure? Previous(Figure figure, Figures figures)
    {
        Figure? found = null;
        foreach (var other in figures.All)
        {
            if (other.End < figure.Period.Start
                && figure.Period.Start.DayNumber - other.End.DayNumber <= Math.Max(7, figure.Period.Days / 2))
            {
                found = other;
            }
        }

        return found;
    }

    /// <summary>The figure of the same period a year before; where dates moved with the calendar, the one that overlaps it most and by half at least.</summary>
    private static Figure? YearBefore(Figure figure, Figures figures)
    {
        var wanted = figure.Period.YearBefore();
        Figure? found = null;
        var most = (wanted.Days - 1) / 2;
        foreach (var other in figures.All)
        {
            var overlap = Math.Min(other.End.DayNumber, wanted.End.DayNumber)
                - Math.Max(other.Period.Start.DayNumber, wanted.Start.DayNumber) + 1;
            if (overlap > most && Math.Abs(other.Period.Days - wanted.Days) <= wanted.Days / 4)
            {
                (found, most) = (other, overlap);
            }
        }

        return found;
    }

    private static Check Compared(Figure figure, Figure? before, Exact amount, ChangeUnit unit, Case subject)
    {
        if (before is not { } start)
        {
            return new Check(figure, null, null, null, false);
        }

        var move = unit == ChangeUnit.Points ? amount : start.Value.Abs() * amount / 100;
        var asked = subject.Benchmark.Direction == Measures.Direction.Increase ? start.Value + move : start.Value - move;
        return Against(figure, asked, start, strict: amount.Sign == 0, subject);
    }

    private static Check Against(Figure figure, Exact asked, Figure? before, bool strict, Case subject)
    {
        var shortfall = Shortfall(figure.Value, asked, subject.Benchmark.Direction);
        return new Check(figure, before, before?.Value, asked, strict ? shortfall.Sign < 0 : shortfall.Sign <= 0);
    }

    /// <summary>One period against what was asked of it. Asked is null where there is nothing to compare with.</summary>
    private sealed record Check(Figure Figure, Figure? Before, Exact? Start, Exact? Asked, bool Holds);
}
