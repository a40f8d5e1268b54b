using Microsoft.AspNetCore.Html;

namespace Throughline.Ui;

/// <summary>
/// A line chart as a string of SVG: across in percent, down in pixels, so that it fits any width and its text never
/// scales. Years without a figure stay gaps; those that the source does not publish carry the mark for no data.
/// </summary>
/// <param name="points">From left to right, a place each whether or not there is a figure.</param>
/// <param name="level">A target that is the same everywhere; null where it differs from point to point, or there is none.</param>
/// <param name="isLessBetter">Whether the highest figure, rather than the lowest, is the one to label.</param>
/// <param name="decimals">How many decimals figures are shown with.</param>
/// <param name="say">A figure with its unit, with so many decimals.</param>
/// <param name="name">What it shows, for those who cannot see it.</param>
public sealed class LineChart(
    IReadOnlyList<LineChart.Point> points, double? level, bool isLessBetter, int decimals, Func<double, int, string> say, string name)
{
    private const double Near = 26;
    private const int MostLabels = 9;

    private Plot plot = new(Scale.Of(0, 1), 0, 0, 0, 0, 0);

    /// <summary>The lowest value of the scale, for the note that it does not start at zero.</summary>
    public string? Start { get; private set; }

    public IHtmlContent Draw()
    {
        var values = points.SelectMany(p => new[] { p.Value, p.Target }).Append(level).OfType<double>().ToList();
        var scale = Scale.Of(values.Min(), values.Max());
        Start = scale.Low == 0 ? null : say(scale.Low, scale.Decimals);
        plot = new Plot(scale, points.Count, left: 6.5, right: 84, top: 24, bottom: 252);
        plot.Open(284, name);
        plot.Grid(say);
        plot.Places(i => points[i].Label, MostLabels);
        Targets();
        Line();
        Labels();
        return plot.Close();
    }

    private void Targets()
    {
        if (level is { } everywhere)
        {
            plot.Stroke("tg", 0, plot.Y(everywhere), plot.Right, plot.Y(everywhere));
            Goal(plot.Right, everywhere);
            return;
        }

        plot.Line("tg", i => points[i].Target);
        plot.Dots("tgp", i => points[i].Target);
        if (points.LastOrDefault(p => p.Target is not null) is { Target: { } last } point)
        {
            Goal(plot.X(points.ToList().IndexOf(point)), last);
        }
    }

    private void Line()
    {
        plot.Line("a", i => points[i].Value);
        plot.Dots("p", i => points[i].Value);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].IsNotPublished)
            {
                plot.Mark("none", i);
            }
        }
    }

    /// <summary>The last, the first and the worst figure; above or below its point, whichever is free of the line.</summary>
    private void Labels()
    {
        var known = points.Select((p, i) => (i, p.Value)).Where(x => x.Value is not null).Select(x => (x.i, Value: x.Value!.Value)).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var last = known[^1];
        var worst = isLessBetter ? known.MaxBy(k => k.Value) : known.MinBy(k => k.Value);
        foreach (var (i, value) in new[] { last, worst, known[0] }.DistinctBy(k => k.i))
        {
            // Beside another label there is no room on narrow screens.
            if ((i != last.i && last.i - i < 2) || (i == known[0].i && i != worst.i && worst.i - i < 2))
            {
                continue;
            }

            Label(i, value, isLast: i == last.i);
        }
    }

    private void Label(int i, double value, bool isLast)
    {
        var target = level ?? points[i].Target;
        var before = i > 0 ? points[i - 1].Value : null;
        var after = i < points.Count - 1 ? points[i + 1].Value : null;
        var isNearTarget = isLast && target is { } near && Math.Abs(plot.Y(near) - plot.Y(value)) < Near;
        var isAbove = isLast && !isNearTarget && target is { } t && before is null ? value >= t : value >= (after ?? before ?? value);
        var said = say(value, decimals);
        // The target's own label stands to the right of the last point, so a figure near it is written to the left.
        plot.Text("b halo", plot.X(i), plot.Y(value) + (isAbove ? -10 : 20), isLast ? said : said.TrimEnd('%'), isNearTarget ? "end" : "middle");
    }

    private void Goal(double x, double value)
    {
        plot.TextBeside("tgt halo", x, 8, plot.Y(value) - 3, PageTexts.Target);
        plot.TextBeside("tgt halo", x, 8, plot.Y(value) + 12, say(value, Scale.DecimalsOf(value)));
    }

    /// <summary>One place along the chart.</summary>
    /// <param name="Label">What stands under it.</param>
    /// <param name="Value">The figure; null leaves a gap.</param>
    /// <param name="IsNotPublished">Whether there is no figure because its source does not publish it.</param>
    /// <param name="Target">What is asked for there.</param>
    public sealed record Point(string Label, double? Value, bool IsNotPublished, double? Target);
}
