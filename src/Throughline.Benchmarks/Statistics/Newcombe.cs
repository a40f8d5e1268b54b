namespace Throughline.Benchmarks.Statistics;

/// <summary>
/// Intervals of differences of independent shares, built from the Wilson interval of each (R. G. Newcombe 1998, method 10),
/// and of the change of such a difference (the same idea once more, known as MOVER).
/// </summary>
public static class Newcombe
{
    /// <summary>The interval of p₁ − p₂: d − √((p₁−l₁)²+(u₂−p₂)²) to d + √((u₁−p₁)²+(p₂−l₂)²), both ends between -1 and 1.</summary>
    /// <param name="one">How many of how many; the second over 0.</param>
    /// <param name="two">The share that is taken away.</param>
    /// <param name="z">The normal quantile of the confidence wanted.</param>
    public static Interval Difference((long X, long N) one, (long X, long N) two, double z = Wilson.Z95)
    {
        var (p, q) = (Share(one), Share(two));
        var (first, second) = (Wilson.Interval(one.X, one.N, z), Wilson.Interval(two.X, two.N, z));
        return Between(new Interval(p, first.Lower, first.Upper), new Interval(q, second.Lower, second.Upper));
    }

    /// <summary>The interval of one estimate less another that is independent of it, from the intervals of both.</summary>
    public static Interval Between(Interval one, Interval two)
    {
        var difference = one.Estimate - two.Estimate;
        return new Interval(
            difference,
            difference - Math.Sqrt(Square(one.Estimate - one.Lower) + Square(two.Upper - two.Estimate)),
            difference + Math.Sqrt(Square(one.Upper - one.Estimate) + Square(two.Estimate - two.Lower)));
    }

    private static double Share((long X, long N) share) => (double)share.X / share.N;

    private static double Square(double x) => x * x;
}

/// <summary>An estimate with the ends of its interval, both included. For statistics only: no threshold is judged on it.</summary>
public readonly record struct Interval(double Estimate, double Lower, double Upper)
{
    /// <summary>Whether no difference at all is among what the figures allow.</summary>
    public bool HoldsZero => Lower <= 0 && Upper >= 0;
}
