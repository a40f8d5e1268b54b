namespace Throughline.Benchmarks.Measures;

/// <summary>Which way a half goes, or whether anything past the last place is dropped. Files name them half_up, half_even, down.</summary>
public enum RoundingMode
{
    /// <summary>Halves away from zero: 3.35 becomes 3.4.</summary>
    HalfUp,

    /// <summary>Halves to the even digit: 3.25 becomes 3.2, 3.35 becomes 3.4.</summary>
    HalfEven,

    /// <summary>Toward zero: 3.39 becomes 3.3.</summary>
    Down,
}

/// <summary>
/// How a measure rounds. Rounding for display never enters a comparison; rounding of totals is a step of the definition, and
/// without it the figure is another one (see <see cref="Indexes.TargetPercentage"/>).
/// </summary>
/// <param name="Mode">Which way.</param>
/// <param name="Totals">To how many places, 0 to 6, numerator and denominator are rounded before they are divided; null where they are not.</param>
public sealed record Rounding(RoundingMode Mode, int? Totals)
{
    /// <summary>Halves up, for display only.</summary>
    public static Rounding Usual { get; } = new(RoundingMode.HalfUp, null);

    /// <summary>A figure to so many places, 0 to 6.</summary>
    public decimal Round(Exact figure, int decimals)
    {
        var nearest = figure.Round(decimals);
        if (Mode == RoundingMode.HalfUp)
        {
            return nearest;
        }

        var step = 1m;
        for (var i = 0; i < decimals; i++)
        {
            step /= 10;
        }

        var added = (Exact.From(nearest) - figure).Abs();
        var isAway = Exact.From(decimal.Abs(nearest)) > figure.Abs();
        var isTooFar = Mode == RoundingMode.Down
            ? isAway
            : isAway && added * 2 == Exact.From(step) && decimal.Abs(nearest) / step % 2 == 1;
        return isTooFar ? nearest - (decimal.Sign(nearest) * step) : nearest;
    }

    /// <summary>A total as it enters the division.</summary>
    internal Exact OfTotal(Exact total) => Totals is { } places ? Exact.From(Round(total, places)) : total;
}
