using Microsoft.AspNetCore.Html;

namespace Throughline.Ui;

/// <summary>
/// What was measured beside its path and the year before. Lines are named at their ends, without a legend; a place
/// without a figure is a gap, and a hidden one carries its mark.
/// </summary>
/// <param name="points">From left to right.</param>
/// <param name="say">A figure with its unit, with so many decimals.</param>
/// <param name="name">What it shows in a sentence, for those who cannot see it.</param>
public sealed class PathChart(IReadOnlyList<PathPoint> points, Func<double, int, string> say, string name)
{
    private const double Near = 14;
    private const int MostPlaces = 10;

    private readonly Scale scale = Scale.Of(points);
    private Plot plot = new(Scale.Of(0, 0), 0, 0, 0, 0, 0);

    public int Height { get; init; } = 300;

    /// <summary>How many decimals figures are shown with.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>What the path is called at its end; "Target" with the figure where nobody says.</summary>
    public string? PathLabel { get; init; }

    /// <summary>Something that happened, as a vertical line at a place.</summary>
    public (int At, string Label)? Event { get; init; }

    /// <summary>The lowest value of the scale, for the note that it does not start at zero; null where it does.</summary>
    public string? Start => scale.Low == 0 || IsEmpty ? null : say(scale.Low, scale.Decimals);

    private bool IsEmpty => !points.Any(p => (p.Shown ?? p.Expected ?? p.LastYear) is not null);

    public IHtmlContent Draw()
    {
        plot = new Plot(scale, points.Count, left: 6.5, right: 84, top: 24, bottom: Height - 32);
        plot.Open(Height, name);
        if (IsEmpty)
        {
            plot.Stroke("z", 0, plot.Bottom, plot.Right, plot.Bottom);
        }
        else
        {
            plot.Grid(say, points[0].Shown is { } first ? LabelY(0, first) : null);
        }

        plot.Places(i => points[i].Label, MostPlaces);
        Happening();
        plot.Line("ly", i => points[i].LastYear);
        plot.Dots("lyp", i => Alone(i, p => p.LastYear), 2.5);
        plot.Line("tg", i => points[i].Expected);
        // A level path is a line and no more: nothing happens at its places.
        var isLevel = points.Select(p => p.Expected).OfType<double>().Distinct().Count() == 1;
        plot.Dots("tgp", i => isLevel ? Alone(i, p => p.Expected) : points[i].Expected);
        plot.Line("a", i => points[i].Shown);
        plot.Dots("p", i => points[i].Shown);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].IsHidden)
            {
                plot.Mark("sup", i);
            }
        }

        Names(Figures());
        return plot.Close();
    }

    private void Happening()
    {
        if (Event is { } happening && happening.At >= 0 && happening.At < points.Count)
        {
            var x = plot.X(happening.At);
            plot.Stroke("ev", x, 8, x, plot.Bottom);
            plot.TextBeside("ax", x, x > 50 ? -5 : 5, plot.Top - 6, happening.Label);
        }
    }

    /// <summary>The last figure, the peak and the first. The last is left to the names where it stands at an end of lines.</summary>
    private Ending? Figures()
    {
        var known = Enumerable.Range(0, points.Count).Where(i => points[i].Shown is not null).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var last = known[^1];
        var isEnding = last == points.Count - 1 || last == Last(p => p.Expected);
        var apart = Math.Max(2, points.Count / 6);
        var written = new List<(int At, bool IsAbove)>();
        foreach (var i in new[] { last, known.MaxBy(i => points[i].Shown), known[0] }.Distinct())
        {
            // Beside another label on the same side there is no room on narrow screens.
            var isAbove = IsAbove(i);
            if (written.Exists(w => Math.Abs(w.At - i) < apart && w.IsAbove == isAbove))
            {
                continue;
            }

            written.Add((i, isAbove));
            if (i != last || !isEnding)
            {
                var value = points[i].Shown!.Value;
                var said = say(value, Decimals);
                plot.Text("b halo", plot.X(i), LabelY(i, value), i == last ? said : said.TrimEnd('%'));
            }
        }

        return isEnding ? new Ending(last, plot.Y(points[last].Shown!.Value), "b halo", say(points[last].Shown!.Value, Decimals)) : null;
    }

    private double LabelY(int i, double value) => plot.Y(value) + (IsAbove(i) ? -10 : 20);

    /// <summary>Away from the path, and otherwise from the figure's own line.</summary>
    private bool IsAbove(int i)
    {
        var value = points[i].Shown!.Value;
        var beside = points[i].Expected
            ?? (i < points.Count - 1 ? points[i + 1].Shown : null)
            ?? (i > 0 ? points[i - 1].Shown : null);
        // There is no room under what stands at the foot of the chart.
        return value >= (beside ?? value) || plot.Y(value) > plot.Bottom - Near;
    }

    /// <summary>What the lines are called, each at its end, one under the other where they end together.</summary>
    private void Names(Ending? figure)
    {
        var endings = new List<Ending>();
        if (Last(p => p.LastYear) is var before and >= 0)
        {
            endings.Add(new Ending(before, plot.Y(points[before].LastYear!.Value), "ax halo", UiTexts.LastYear));
        }

        if (Last(p => p.Expected) is var end and >= 0)
        {
            var value = points[end].Expected!.Value;
            endings.Add(PathLabel is null
                ? new Ending(end, plot.Y(value), "tgt halo", PageTexts.Target, say(value, Scale.DecimalsOf(value)))
                : new Ending(end, plot.Y(value), "tgt halo", PathLabel));
        }

        endings.AddRange(figure is null ? [] : [figure]);
        foreach (var together in endings.GroupBy(e => e.At))
        {
            Write([.. together.OrderBy(e => e.Y)]);
        }
    }

    private void Write(List<Ending> endings)
    {
        var y = endings.ConvertAll(e => e.Y);
        for (var i = 1; i < y.Count; i++)
        {
            y[i] = Math.Max(y[i], y[i - 1] + Apart(i));
        }

        for (var i = y.Count - 1; i >= 0; i--)
        {
            y[i] = Math.Min(y[i], i == y.Count - 1 ? plot.Bottom - (endings[i].Height / 2) : y[i + 1] - Apart(i + 1));
            var x = plot.X(endings[i].At);
            plot.TextBeside(endings[i].Look, x, 8, y[i] + (endings[i].Second is null ? 4 : -3), endings[i].First);
            if (endings[i].Second is { } second)
            {
                plot.TextBeside(endings[i].Look, x, 8, y[i] + 12, second);
            }
        }

        double Apart(int i) => (endings[i].Height + endings[i - 1].Height) / 2;
    }

    /// <summary>A value that no line leads to or from, which would not be seen without a dot.</summary>
    private double? Alone(int i, Func<PathPoint, double?> value) =>
        (i == 0 || value(points[i - 1]) is null) && (i == points.Count - 1 || value(points[i + 1]) is null) ? value(points[i]) : null;

    private int Last(Func<PathPoint, double?> value)
    {
        var i = points.Count - 1;
        while (i >= 0 && value(points[i]) is null)
        {
            i--;
        }

        return i;
    }

    /// <summary>What is written at the end of a line, on one line or two.</summary>
    private sealed record Ending(int At, double Y, string Look, string First, string? Second = null)
    {
        public double Height => Second is null ? 15 : 30;
    }
}
