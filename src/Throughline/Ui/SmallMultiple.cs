using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks.Targets;

namespace Throughline.Ui;

/// <summary>One group among many, an item of a list of the class "mult": its name, status and line, on a scale that all of them share.</summary>
/// <param name="Group">The group by the name that people use.</param>
/// <param name="Count">How many students it has, as it is written; null where that is not said.</param>
/// <param name="Status">Its status. A hidden group keeps its place, hatched.</param>
/// <param name="Points">From left to right, the same places for every group.</param>
public sealed record SmallMultiple(string Group, string? Count, Status Status, IReadOnlyList<PathPoint> Points)
{
    private const int Height = 100;

    /// <param name="scale">The same for every group: Scale.Of(all.SelectMany(m => m.Points)).</param>
    /// <param name="say">A figure with its unit, with so many decimals.</param>
    /// <param name="decimals">How many decimals figures are shown with.</param>
    public IHtmlContent Draw(Scale scale, Func<double, int, string> say, int decimals = 1)
    {
        var html = new HtmlContentBuilder()
            .AppendHtml("<li><div class=\"t\"><span>").AppendHtml(Plot.Encode(Group))
            .AppendHtml(Count is null ? "" : $" <span class=\"q\">{Plot.Encode(Count)}</span>")
            .AppendHtml("</span>").AppendHtml(Show.Status(Status, Status == Status.Hidden ? "" : "plain")).AppendHtml("</div>");
        return (Status == Status.Hidden
            ? html.AppendHtml($"<div class=\"hid\"><span>{Plot.Encode(UiTexts.GroupHidden)}</span></div>")
            : html.AppendHtml(Picture(scale, say, decimals))).AppendHtml("</li>");
    }

    private IHtmlContent Picture(Scale scale, Func<double, int, string> say, int decimals)
    {
        var last = Points.Count - 1;
        while (last >= 0 && Points[last].Shown is null)
        {
            last--;
        }

        var plot = new Plot(scale, Points.Count, left: 10, right: 96, top: 14, bottom: 82);
        plot.Open(Height, Name(last, say, decimals));
        plot.Stroke("z", 0, plot.Bottom, plot.Right, plot.Bottom);
        plot.TextBeside("ax", 0, 0, plot.Bottom - 4, say(scale.Low, scale.Decimals));
        foreach (var i in Places(last))
        {
            plot.Text("ax", plot.X(i), plot.Bottom + 15, Points[i].Label);
        }

        plot.Line("tg", i => Points[i].Expected);
        plot.Line("a", i => Points[i].Shown);
        plot.Dots("p", i => Points[i].Shown, 2.5);
        if (last >= 0)
        {
            var (x, y, said) = (plot.X(last), plot.Y(Points[last].Shown!.Value), say(Points[last].Shown!.Value, decimals));
            // At the right edge there is no room beside the point.
            plot.TextBeside("b halo", x, x > 65 ? -1 : 8, x > 65 ? Math.Max(y - 8, 12) : y + 4, said);
        }

        return plot.Close();
    }

    /// <summary>The ends, and the latest figure's place where it stands clear of them.</summary>
    private IEnumerable<int> Places(int last) => Points.Count == 0 ? [] : new[] { 0, last, Points.Count - 1 }
        .Where(i => i == 0 || i == Points.Count - 1 || (i > (Points.Count - 1) * 0.3 && i < (Points.Count - 1) * 0.7))
        .Distinct();

    private string Name(int last, Func<double, int, string> say, int decimals) => last < 0
        ? UiTexts.GroupWithout.With(Group)
        : Points[last].Expected is { } expected
            ? UiTexts.GroupOnPath.With(Group, Points[last].Label, say(Points[last].Shown!.Value, decimals), say(expected, decimals))
            : UiTexts.GroupLatest.With(Group, Points[last].Label, say(Points[last].Shown!.Value, decimals));
}
