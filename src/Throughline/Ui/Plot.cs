using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Throughline.Ui;

/// <summary>
/// The paper that charts are drawn on, as a string of SVG: across in percent, down in pixels, so that it fits any width
/// and its text never scales. Looks are class names of the style sheet.
/// </summary>
/// <param name="scale">What stands for the height.</param>
/// <param name="count">How many places there are from left to right.</param>
/// <param name="left">Where the first place stands, in percent.</param>
/// <param name="right">Where the last place stands, and lines of the grid end.</param>
/// <param name="top">Where the highest value of the scale stands, in pixels.</param>
/// <param name="bottom">Where the lowest value stands.</param>
internal sealed class Plot(Scale scale, int count, double left, double right, double top, double bottom)
{
    private const double TooClose = 30;

    private readonly StringBuilder svg = new(4096);

    public double Right => right;

    public double Top => top;

    public double Bottom => bottom;

    public double X(int i) => count <= 1 ? (left + right) / 2 : left + ((right - left) * i / (count - 1));

    /// <summary>What lies outside a scale that was given stands at its edge.</summary>
    public double Y(double value) => scale.High <= scale.Low
        ? (top + bottom) / 2
        : Math.Clamp(bottom - ((bottom - top) * (value - scale.Low) / (scale.High - scale.Low)), top, bottom);

    public void Open(int height, string name) =>
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"ch\" height=\"{height}\" role=\"img\" aria-label=\"{Encode(name)}\">");

    public IHtmlContent Close() => new HtmlString(svg.Append("</svg>").ToString());

    /// <summary>A line for each tick with its value, the unit only at the highest; every other one where they would stand too close.</summary>
    /// <param name="say">A value with its unit, with so many decimals.</param>
    /// <param name="crowded">Where a label at the first place stands: beside it a value stands aside on narrow screens.</param>
    public void Grid(Func<double, int, string> say, double? crowded = null)
    {
        var steps = scale.Ticks.Count - 1;
        var every = (bottom - top) / steps < TooClose ? 2 : 1;
        for (var i = 0; i <= steps; i++)
        {
            var (tick, isSaid) = (scale.Ticks[i], (steps - i) % every == 0);
            if (isSaid || i == 0)
            {
                Stroke(i == 0 ? "z" : "g", 0, Y(tick), right, Y(tick));
            }

            if (!isSaid)
            {
                continue;
            }

            var said = i == steps ? say(tick, scale.Decimals) : Number(tick, scale.Decimals);
            var look = crowded is { } y && Math.Abs(Y(tick) - 4 - y) < TooClose / 2 ? "ax alt" : "ax";
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{look}\" x=\"0\" y=\"{new Tenths(Y(tick) - 4)}\">{Encode(said)}</text>");
        }
    }

    /// <summary>What stands under the places: so many at most, always the last; every other one stands aside on narrow screens.</summary>
    public void Places(Func<int, string> label, int most)
    {
        var step = (count + most - 1) / most;
        for (var i = count - 1; i >= 0; i -= step)
        {
            Text((count - 1 - i) / step % 2 == 0 ? "ax" : "ax alt", X(i), bottom + 20, label(i));
        }
    }

    /// <summary>A line through neighbors; a place without a value is a gap.</summary>
    public void Line(string look, Func<int, double?> value)
    {
        for (var i = 1; i < count; i++)
        {
            if (value(i - 1) is { } from && value(i) is { } to)
            {
                Stroke(look, X(i - 1), Y(from), X(i), Y(to));
            }
        }
    }

    public void Dots(string look, Func<int, double?> value, double radius = 3.5)
    {
        for (var i = 0; i < count; i++)
        {
            if (value(i) is { } v)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{look}\" cx=\"{new Tenths(X(i))}%\" cy=\"{new Tenths(Y(v))}\" r=\"{new Tenths(radius)}\"/>");
            }
        }
    }

    /// <summary>The mark of a status at the foot of a place that has no figure.</summary>
    public void Mark(string symbol, int i) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<use class=\"np\" href=\"#{symbol}\" x=\"{new Tenths(X(i))}%\" y=\"{bottom - 20}\" width=\"14\" height=\"14\" transform=\"translate(-7)\"/>");

    public void Stroke(string look, double x1, double y1, double x2, double y2) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<line class=\"{look}\" x1=\"{new Tenths(x1)}%\" y1=\"{new Tenths(y1)}\" x2=\"{new Tenths(x2)}%\" y2=\"{new Tenths(y2)}\"/>");

    public void Text(string look, double x, double y, string text, string anchor = "middle") => svg.Append(
        CultureInfo.InvariantCulture, $"<text class=\"{look}\" x=\"{new Tenths(x)}%\" y=\"{new Tenths(y)}\" text-anchor=\"{anchor}\">{Encode(text)}</text>");

    /// <summary>To the right of a place, or with a negative distance to its left.</summary>
    public void TextBeside(string look, double x, int distance, double y, string text) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<text class=\"{look}\" x=\"{new Tenths(x)}%\" dx=\"{distance}\" y=\"{new Tenths(y)}\"{(distance < 0 ? " text-anchor=\"end\"" : "")}>{Encode(text)}</text>");

    /// <summary>A number alone, with the sign that people write.</summary>
    public static string Number(double value, int decimals) =>
        value.ToString("F" + decimals, CultureInfo.CurrentCulture).Replace('-', '−');

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
