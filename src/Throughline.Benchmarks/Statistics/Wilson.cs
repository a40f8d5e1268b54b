namespace Throughline.Benchmarks.Statistics;

/// <summary>
/// The Wilson score interval of a share: (2np + z² ± z·sqrt(z² + 4np(1−p))) ÷ (2(n + z²)), E. B. Wilson 1927.
/// </summary>
public static class Wilson
{
    /// <summary>z of the two-sided 95% interval, to double precision.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>z of the two-sided 99.8% interval, to double precision.</summary>
    public const double Z998 = 3.090232306167813;

    /// <summary>
    /// The interval of <paramref name="x"/> out of <paramref name="n"/>, both ends between 0 and 1.
    /// </summary>
    /// <param name="x">How many, 0 to n; fractions are allowed, as weighted counts have them.</param>
    /// <param name="n">Out of how many, over 0.</param>
    /// <param name="z">The normal quantile of the confidence wanted.</param>
    public static (double Lower, double Upper) Interval(double x, double n, double z = Z95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, n);
        var p = x / n;
        var centre = (2 * x) + (z * z);
        var spread = z * Math.Sqrt((z * z) + (4 * x * (1 - p)));
        var scale = 2 * (n + (z * z));
        return (Math.Max(0, (centre - spread) / scale), Math.Min(1, (centre + spread) / scale));
    }
}
