namespace Throughline.Benchmarks.Targets;

/// <summary>The value expected on a day of the way to a target (domain methods §3.1).</summary>
public static class TargetPaths
{
    private const int ExponentialDecimals = 6;

    /// <summary>
    /// The expected value on a day: the start's value on or before <paramref name="start"/>, the end's on or after the
    /// target's date, and between them by calendar days. Linear: B + (T − B)·w. Step: the start until the date.
    /// Exponential: B·(T/B)^w, rounded to six decimals (linear where start or end is 0 or they differ in sign).
    /// Given: straight lines between the points.
    /// </summary>
    public static Exact Expected(FromTo way, DateOnly start, DateOnly day)
    {
        if (day >= way.By)
        {
            return way.To;
        }

        if (day <= start)
        {
            return way.From;
        }

        return way.Path.Shape switch
        {
            PathShape.Step => way.From,
            PathShape.Exponential when way.From.Sign * way.To.Sign > 0 => Exponential(way, start, day),
            PathShape.Given => AlongPoints(way, start, day),
            _ => Between(way.From, start, way.To, way.By, day),
        };
    }

    private static Exact Between(Exact from, DateOnly start, Exact to, DateOnly end, DateOnly day) =>
        from + ((to - from) * Exact.Of(day.DayNumber - start.DayNumber, end.DayNumber - start.DayNumber));

    private static Exact Exponential(FromTo way, DateOnly start, DateOnly day)
    {
        var share = (double)(day.DayNumber - start.DayNumber) / (way.By.DayNumber - start.DayNumber);
        var value = way.From.ToDouble() * Math.Pow(way.To.ToDouble() / way.From.ToDouble(), share);
        return Exact.From(decimal.Round((decimal)value, ExponentialDecimals));
    }

    private static Exact AlongPoints(FromTo way, DateOnly start, DateOnly day)
    {
        var (from, since) = (way.From, start);
        foreach (var point in way.Path.Points.Append(new Rung(way.To, way.By)).Where(p => p.By > start))
        {
            if (day <= point.By)
            {
                return Between(from, since, point.Value, point.By, day);
            }

            (from, since) = (point.Value, point.By);
        }

        return way.To;
    }
}
