using System.Globalization;
using System.Text.Json;

namespace Throughline.Bench;

/// <summary>Figures of several runs: one row a figure, with its median and spread.</summary>
/// <param name="Title">What was measured, on what.</param>
/// <param name="Rows">In the order they are shown; the first is the one the JSON line is about.</param>
internal sealed record Measurement(string Title, IReadOnlyList<MeasurementRow> Rows)
{
    public void Print(TextWriter output)
    {
        output.WriteLine(Title);
        output.WriteLine($"{"",-38}{"median",12}{"min",12}{"max",12}");
        foreach (var row in Rows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{row.Name + ", " + row.Unit,-38}{row.Median,12:N2}{row.Values.Min(),12:N2}{row.Values.Max(),12:N2}"));
        }
    }

    /// <summary>One line of docs/contracts.md: what is ours, what is the peer's, and the ratio of the first figures of both.</summary>
    public string ToJson(string name, string scale) => JsonSerializer.Serialize(new
    {
        name,
        scale,
        ours = Of(Side.Ours),
        peer = Of(Side.Peer) is { Count: > 0 } peer ? peer : null,
        ratio = Rows.FirstOrDefault(r => r.Side == Side.Ratio)?.Median,
        unit = Rows[0].Unit,
    });

    private Dictionary<string, object> Of(Side side) => Rows.Where(r => r.Side == side)
        .ToDictionary(r => r.Name, object (r) => new { median = r.Median, min = r.Values.Min(), max = r.Values.Max(), unit = r.Unit });
}

/// <summary>Whose a figure is.</summary>
internal enum Side
{
    Ours,
    Peer,
    Ratio,
}

/// <param name="Name">What the figure is.</param>
/// <param name="Unit">In what.</param>
/// <param name="Values">One a run.</param>
internal sealed record MeasurementRow(string Name, string Unit, IReadOnlyList<double> Values)
{
    public Side Side { get; init; }

    public double Median
    {
        get
        {
            var sorted = Values.Order().ToList();
            return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
        }
    }
}
