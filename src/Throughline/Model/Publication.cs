using System.Text;
using System.Text.Json;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Model;

/// <summary>A wording put in force: from then on the benchmark is judged by it, until the next one.</summary>
public sealed class Publication : IStamped
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    public int BenchmarkId { get; set; }

    public required string Statement { get; set; }

    /// <summary>What it was read as, in the form of docs/contracts.md.</summary>
    public required string Structure { get; set; }

    public int? MeasureVersionId { get; set; }

    /// <summary>Why findings that say Fix were kept; null where there were none.</summary>
    public string? Kept { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Who { get; set; }

    public string Stamp => Plan.StampOf(PlanId);

    /// <summary>The structure, read back.</summary>
    public BenchmarkSpec Spec() => Read(Structure);

    internal static BenchmarkSpec Read(string structure) => BenchmarkJson.Read(structure, MeasureCatalog.Default).Benchmark
        ?? throw new InvalidOperationException("The structure of a benchmark cannot be read.");

    /// <summary>A measure as it stands in a structure.</summary>
    internal static string ToText(Measure measure)
    {
        using var document = JsonDocument.Parse(BenchmarkJson.ToText(new BenchmarkSpec(measure, ["all"], new Milestone(DateOnly.MaxValue))));
        return document.RootElement.GetProperty("measure").GetRawText();
    }

    /// <summary>The measure that <see cref="ToText(Measure)"/> wrote.</summary>
    internal static Measure ReadMeasure(string text) => Read(new StringBuilder("{\"measure\":").Append(text)
        .Append(",\"groups\":[\"all\"],\"target\":{\"form\":\"milestone\",\"by\":\"2000-01-01\"}}").ToString()).Measure;
}
