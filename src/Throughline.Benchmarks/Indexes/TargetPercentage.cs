namespace Throughline.Benchmarks.Indexes;

/// <summary>
/// A criterion-referenced target percentage: weighted points earned over weighted points possible. Where a state rounds the
/// two totals before it divides them, that rounding is a step of the definition: without it the figure is another one.
/// </summary>
/// <param name="Earned">The total, rounded as the definition says.</param>
/// <param name="Possible">The same of the points that could be earned, over 0.</param>
public sealed record TargetPercentage(Exact Earned, Exact Possible)
{
    /// <summary>0 to 100, not rounded.</summary>
    public Exact Percent => Earned / Possible * 100;

    /// <param name="indicators">Of each indicator the points earned, those possible and its weight in percent.</param>
    /// <param name="decimals">To how many places the totals are rounded before they are divided, 0 to 6; null where they are not.</param>
    /// <returns>Null where nothing could be earned.</returns>
    public static TargetPercentage? Of(ReadOnlySpan<(int Earned, int Possible, decimal Weight)> indicators, int? decimals)
    {
        var (earned, possible) = (Exact.Zero, Exact.Zero);
        foreach (var one in indicators)
        {
            var weight = Exact.From(one.Weight) / 100;
            earned += weight * one.Earned;
            possible += weight * one.Possible;
        }

        (earned, possible) = decimals is { } places ? (Exact.From(earned.Round(places)), Exact.From(possible.Round(places))) : (earned, possible);
        return possible.Sign > 0 ? new TargetPercentage(earned, possible) : null;
    }

    /// <summary>Parts weighed against each other: two halves of the students, spans of grades by enrolment, years. The weights need not sum to 1.</summary>
    /// <returns>Null without a part of any weight.</returns>
    public static Exact? Blend(params ReadOnlySpan<(Exact Percent, decimal Weight)> parts)
    {
        var (sum, weights) = (Exact.Zero, Exact.Zero);
        foreach (var (percent, weight) in parts)
        {
            sum += percent * Exact.From(weight);
            weights += Exact.From(weight);
        }

        return weights.Sign > 0 ? sum / weights : null;
    }
}
