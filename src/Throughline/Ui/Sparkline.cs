using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Throughline.Ui;

/// <summary>
/// What was measured beside its path, as small as a word. It is decoration: the row that it stands in says the same. Its
/// places are those at which a figure is asked for; one that is missing is a gap.
/// </summary>
public static class Sparkline
{
    private const double Edge = 3;
    private const double Width = 84;
    private const double Height = 22;

    public static IHtmlContent Draw(IReadOnlyList<PathPoint> points)
    {
        var drawn = points.SelectMany(p => new[] { p.Shown, p.Expected }).OfType<double>().ToList();
        if (drawn.Count == 0)
        {
            return HtmlString.Empty;
        }

        var (least, most) = (drawn.Min(), drawn.Max());
        var svg = new StringBuilder("<svg class=\"spark\" aria-hidden=\"true\">", 512);
        Line("tg", p => p.Expected);
        Line("a", p => p.Shown);
        if (points.Select((p, i) => (i, p.Shown)).LastOrDefault(x => x.Shown is not null) is (var last, { } value))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"p\" cx=\"{new Tenths(X(last))}\" cy=\"{new Tenths(Y(value))}\" r=\"2.6\"/>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());

        double X(int i) => points.Count == 1 ? Width / 2 : Edge + ((Width - (2 * Edge)) * i / (points.Count - 1));

        double Y(double v) => most <= least ? Height / 2 : Height - Edge - ((Height - (2 * Edge)) * ((v - least) / (most - least)));

        // One line a stretch without gaps; a figure alone is a line of no length, which round ends make a dot.
        void Line(string look, Func<PathPoint, double?> value)
        {
            for (var i = 0; i < points.Count; i++)
            {
                if (value(points[i]) is not { } first)
                {
                    continue;
                }

                svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{look}\" points=\"{new Tenths(X(i))},{new Tenths(Y(first))}");
                var start = i;
                while (i + 1 < points.Count && value(points[i + 1]) is { } next)
                {
                    i++;
                    svg.Append(CultureInfo.InvariantCulture, $" {new Tenths(X(i))},{new Tenths(Y(next))}");
                }

                svg.Append(CultureInfo.InvariantCulture, $"{(i == start ? $" {new Tenths(X(i))},{new Tenths(Y(first))}" : "")}\"/>");
            }
        }
    }
}
