using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>What a recurring target asks of one period: a value of its own, or one that follows from another period.</summary>
public static partial class Evaluator
{
    private const int LongestPause = 7;

    private static Check Checked(Target target, Figure figure, Figures figures, Case subject) => target switch
    {
        Level level => Against(figure, level.Value, null, level.Strict, subject),
        Maintain { Floor: { } floor } => Against(figure, floor, null, strict: false, subject),
        Maintain { Ceiling: { } ceiling } => Against(figure, ceiling, null, strict: false, subject),
        PriorPeriod prior => Compared(figure, Previous(figure, figures), prior.Amount, prior.In, subject),
        SamePeriodLastYear same => Compared(figure, YearBefore(figure, figures), same.Amount, same.In, subject),
        _ => throw new NotSupportedException($"The form {target.Form} does not recur."),
    };

    /// <summary>
    /// The figure whose period comes right before: the last that ends before this one starts, with a pause between
    /// them of half a period (or a week) at most. September is not compared with June.
    /// </summary>
    private static Figure? Previous(Figure figure, Figures figures)
    {
        Figure? found = null;
        foreach (var other in figures.All)
        {
            if (other.End < figure.Period.Start
                && figure.Period.Start.DayNumber - other.End.DayNumber <= Math.Max(LongestPause, figure.Period.Days / 2))
            {
                found = other;
            }
        }

        return found;
    }

    /// <summary>
    /// The figure of the same period a year before; where dates moved with the calendar, the one that overlaps it most
    /// and by half at least. Of two that overlap equally, the one nearer in length.
    /// </summary>
    private static Figure? YearBefore(Figure figure, Figures figures)
    {
        var wanted = figure.Period.YearBefore();
        Figure? found = null;
        var best = (Overlap: (wanted.Days - 1) / 2, Difference: 0);
        foreach (var other in figures.All)
        {
            var overlap = Math.Min(other.End.DayNumber, wanted.End.DayNumber)
                - Math.Max(other.Period.Start.DayNumber, wanted.Start.DayNumber) + 1;
            var difference = Math.Abs(other.Period.Days - wanted.Days);
            if (difference <= wanted.Days / 4
                && (overlap > best.Overlap || (found is not null && overlap == best.Overlap && difference < best.Difference)))
            {
                (found, best) = (other, (overlap, difference));
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
        var asked = subject.Benchmark.Direction == Direction.Increase ? start.Value + move : start.Value - move;
        return Against(figure, asked, start, strict: amount.Sign == 0, subject);
    }

    /// <param name="figure">The figure of the period.</param>
    /// <param name="asked">What it is held against.</param>
    /// <param name="before">The figure that this follows from; null where the target names the value.</param>
    /// <param name="strict">True where the same is not enough: "any improvement" is more than none.</param>
    /// <param name="subject">The case.</param>
    private static Check Against(Figure figure, Exact asked, Figure? before, bool strict, Case subject)
    {
        var shortfall = Shortfall(figure.Value, asked, subject.Benchmark.Direction);
        return new Check(figure, before, before?.Value, asked, strict ? shortfall.Sign < 0 : shortfall.Sign <= 0);
    }

    /// <summary>One period against what was asked of it. Asked is null where there is nothing to compare with.</summary>
    private sealed record Check(Figure Figure, Figure? Before, Exact? Start, Exact? Asked, bool Holds);
}
