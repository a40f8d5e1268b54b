namespace Throughline.Benchmarks.Indexes;

/// <summary>Points for progress on each of several indicators, averaged, with credit beyond them; and over years, the latest counting most.</summary>
public static class ProgressIndex
{
    /// <summary>The points of a year: all points and extra credit over the number of core indicators. It can pass 100.</summary>
    /// <param name="points">Of each core indicator, 0 to 100.</param>
    /// <param name="extra">Extra credit, 0 or more.</param>
    /// <returns>Null without an indicator.</returns>
    public static Exact? Annual(ReadOnlySpan<int> points, int extra)
    {
        var sum = (long)extra;
        foreach (var one in points)
        {
            sum += one;
        }

        return points.Length > 0 ? Exact.Of(sum, points.Length) : null;
    }

    /// <summary>The weighted mean of years: with weights 1, 2, 3 and 4, (1·y₁+2·y₂+3·y₃+4·y₄) ÷ 10.</summary>
    /// <param name="years">Each year's points and weight, the weight over 0.</param>
    /// <returns>Null without a year.</returns>
    public static Exact? Cumulative(params ReadOnlySpan<(Exact Points, int Weight)> years)
    {
        var (sum, weights) = (Exact.Zero, 0);
        foreach (var (points, weight) in years)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight, nameof(years));
            sum += points * weight;
            weights += weight;
        }

        return weights > 0 ? sum / weights : null;
    }
}
