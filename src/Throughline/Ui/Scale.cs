namespace Throughline.Ui;

/// <summary>An axis from one round number to another with a handful of round steps, wide enough for all that is drawn.</summary>
/// <param name="Low">The lowest tick.</param>
/// <param name="High">The highest tick.</param>
/// <param name="Ticks">Both ends and those between.</param>
/// <param name="Decimals">How many decimals the ticks need.</param>
public sealed record Scale(double Low, double High, IReadOnlyList<double> Ticks, int Decimals)
{
    private const int MostSteps = 5;
    private const int MostDecimals = 6;
    private const double Tiny = 1e-9;

    /// <summary>What differs by less is one figure: ticks could not say the difference.</summary>
    private const double Least = 1e-5;

    /// <summary>Of what is drawn, a twelfth stays free under it for a label.</summary>
    private const double Room = 12;

    /// <summary>For all that is drawn of some points, so that several charts can share it; from 0 to 1 where nothing is drawn.</summary>
    public static Scale Of(IEnumerable<PathPoint> points)
    {
        var drawn = points.SelectMany(p => new[] { p.Shown, p.Expected, p.LastYear }).OfType<double>().ToList();
        return drawn.Count == 0 ? Of(0, 0) : Of(drawn.Min(), drawn.Max());
    }

    public static Scale Of(double least, double most)
    {
        // A scale that could start at zero for little more does; one that does not leaves room for a label under its lowest point.
        (least, most) = most - least < Math.Max(Least, Math.Abs(most) * Tiny) ? (least >= 0 ? Math.Max(0, least - Around(least)) : least - Around(least), most + Around(most))
            : least >= 0 && least < most / 3 ? (0, most)
            : (least - ((most - least) / Room), most);
        var power = Math.Pow(10, Math.Floor(Math.Log10((most - least) / MostSteps)));
        var step = new[] { 1d, 2, 4, 5, 10, 20 }.Select(m => m * power).First(s => Steps(s) <= MostSteps);
        var (low, high) = (Math.Floor((least / step) + Tiny) * step, Math.Ceiling((most / step) - Tiny) * step);
        var ticks = Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => Math.Round(low + (i * step), MostDecimals) + 0.0).ToList();
        return new Scale(ticks[0], ticks[^1], ticks, ticks.Max(DecimalsOf));

        double Steps(double s) => Math.Ceiling((most / s) - Tiny) - Math.Floor((least / s) + Tiny);
    }

    /// <summary>How much is shown on either side of a single figure.</summary>
    private static double Around(double only) => Math.Max(1, Math.Abs(only) / 10);

    /// <summary>How many decimals it takes to write a value in full.</summary>
    public static int DecimalsOf(double value)
    {
        var decimals = 0;
        while (decimals < MostDecimals && Math.Abs(Math.Round(value, decimals) - value) > Tiny)
        {
            decimals++;
        }

        return decimals;
    }
}
