using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
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
    private const double Left = 6.5;
    private const double Right = 84;
    private const double Top = 24;
    private const double Bottom = 252;
    private const double Near = 26;
    private const int MostLabels = 9;

    private readonly StringBuilder svg = new();
    private Scale scale = Scale.Of(0, 1);

    /// <summary>The lowest value of the scale, for the note that it does not start at zero.</summary>
    public string? Start { get; private set; }

    public IHtmlContent Draw()
    {
        var values = points.SelectMany(p => new[] { p.Value, p.Target }).Append(level).OfType<double>().ToList();
        scale = Scale.Of(values.Min(), values.Max());
        Start = scale.Low == 0 ? null : say(scale.Low, scale.Decimals);
        svg.Clear().Append(CultureInfo.InvariantCulture, $"<svg class=\"ch\" height=\"284\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(name)}\">");
        Grid();
        Targets();
        Line();
        Labels();
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private double X(int i) => points.Count == 1 ? (Left + Right) / 2 : Left + ((Right - Left) * i / (points.Count - 1));

    private double Y(double value) => Bottom - ((Bottom - Top) * (value - scale.Low) / (scale.High - scale.Low));

    private void Grid()
    {
        var top = scale.Ticks[^1];
        foreach (var tick in scale.Ticks)
        {
            Stroke(tick == scale.Low ? "z" : "g", 0, Y(tick), Right, Y(tick));
            var said = tick == top ? say(tick, scale.Decimals) : tick.ToString("F" + scale.Decimals, CultureInfo.CurrentCulture);
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"ax\" x=\"0\" y=\"{Y(tick) - 4:0.#}\">{Encode(said)}</text>");
        }

        var step = (points.Count + MostLabels - 1) / MostLabels;
        for (var i = points.Count - 1; i >= 0; i -= step)
        {
            // Every other label stands aside on narrow screens.
            var look = (points.Count - 1 - i) / step % 2 == 0 ? "ax" : "ax alt";
            Text(look, X(i), Bottom + 20, points[i].Label);
        }
    }

    private void Targets()
    {
        if (level is { } everywhere)
        {
            Stroke("tg", 0, Y(everywhere), Right, Y(everywhere));
            Goal(Right, Y(everywhere), everywhere);
            return;
        }

        Segments("tg", p => p.Target);
        Dots("tgp", p => p.Target);
        if (points.LastOrDefault(p => p.Target is not null) is { Target: { } last } point)
        {
            Goal(X(points.ToList().IndexOf(point)), Y(last), last);
        }
    }

    private void Line()
    {
        Segments("a", p => p.Value);
        Dots("p", p => p.Value);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].IsNotPublished)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<use class=\"np\" href=\"#none\" x=\"{X(i):0.#}%\" y=\"{Bottom - 20}\" width=\"14\" height=\"14\" transform=\"translate(-7)\"/>");
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
        var isNearTarget = isLast && target is { } near && Math.Abs(Y(near) - Y(value)) < Near;
        var isAbove = isLast && !isNearTarget && target is { } t && before is null ? value >= t : value >= (after ?? before ?? value);
        var said = say(value, decimals);
        // The target's own label stands to the right of the last point, so a figure near it is written to the left.
        Text("b halo", X(i), Y(value) + (isAbove ? -10 : 20), isLast ? said : said.TrimEnd('%'), isNearTarget ? "end" : "middle");
    }

    private void Goal(double x, double y, double value)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tgt halo\" x=\"{x:0.#}%\" dx=\"8\" y=\"{y - 3:0.#}\">{Encode(PageTexts.Target)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tgt halo\" x=\"{x:0.#}%\" dx=\"8\" y=\"{y + 12:0.#}\">{Encode(say(value, Scale.DecimalsOf(value)))}</text>");
    }

    private void Segments(string look, Func<Point, double?> value)
    {
        for (var i = 1; i < points.Count; i++)
        {
            if (value(points[i - 1]) is { } from && value(points[i]) is { } to)
            {
                Stroke(look, X(i - 1), Y(from), X(i), Y(to));
            }
        }
    }

    private void Dots(string look, Func<Point, double?> value)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (value(points[i]) is { } v)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{look}\" cx=\"{X(i):0.#}%\" cy=\"{Y(v):0.#}\" r=\"3.5\"/>");
            }
        }
    }

    private void Stroke(string look, double x1, double y1, double x2, double y2) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<line class=\"{look}\" x1=\"{x1:0.#}%\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}%\" y2=\"{y2:0.#}\"/>");

    private void Text(string look, double x, double y, string text, string anchor = "middle") => svg.Append(
        CultureInfo.InvariantCulture, $"<text class=\"{look}\" x=\"{x:0.#}%\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encode(text)}</text>");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>One place along the chart.</summary>
    /// <param name="Label">What stands under it.</param>
    /// <param name="Value">The figure; null leaves a gap.</param>
    /// <param name="IsNotPublished">Whether there is no figure because its source does not publish it.</param>
    /// <param name="Target">What is asked for there.</param>
    public sealed record Point(string Label, double? Value, bool IsNotPublished, double? Target);
}
