using System.Text.Json;

namespace Throughline.Benchmarks.Measures;

/// <summary>
/// The measures that Throughline knows, from the data file beside this one. A measure is found by its own name or by
/// what a source calls it; a sentence is matched by the words people use.
/// </summary>
public sealed class MeasureCatalog
{
    private static readonly Lazy<MeasureCatalog> BuiltIn = new(() =>
    {
        using var json = Resource.Json("Measures.measures.json");
        return Read(json.RootElement);
    });

    private readonly Dictionary<string, Measure> byName;

    public MeasureCatalog(IEnumerable<Measure> measures)
    {
        Measures = [.. measures];
        byName = Measures
            .SelectMany(m => m.SourceNames.Prepend(m.Id).Select(name => (name, m)))
            .ToDictionary(x => x.name, x => x.m, StringComparer.Ordinal);
    }

    /// <summary>The catalog that ships with the product.</summary>
    public static MeasureCatalog Default => BuiltIn.Value;

    /// <summary>In the order of the data file, which is the order people are shown.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>The measure of that id or source name, exactly as written; null when there is none.</summary>
    public Measure? Find(string name) => byName.GetValueOrDefault(name);

    private static MeasureCatalog Read(JsonElement root) => new(root.GetProperty("measures").EnumerateArray().Select(ReadMeasure));

    private static Measure ReadMeasure(JsonElement m) =>
        new(
            m.GetProperty("id").GetString()!,
            m.GetProperty("version").GetInt32(),
            UnitNames.TryParse(m.GetProperty("unit").GetString(), out Unit unit) ? unit : throw Wrong(m, "unit"),
            m.GetProperty("direction").GetString() is { } text
                ? UnitNames.TryParse(text, out Direction direction) ? direction : throw Wrong(m, "direction")
                : null)
        {
            Name = m.GetProperty("name").GetString()!,
            Definition = m.GetProperty("definition").GetString()!,
            Phrases = Strings(m, "phrases"),
            SourceNames = Strings(m, "sourceNames"),
            FullCount = m.GetProperty("fullCount").GetBoolean(),
            Cadence = Calendar.Cadence.TryParse(m.GetProperty("cadence").GetString(), out var cadence) ? cadence : null,
            Decimals = m.GetProperty("decimals").GetInt32(),
        };

    private static string[] Strings(JsonElement m, string name) =>
        [.. m.GetProperty(name).EnumerateArray().Select(s => s.GetString()!)];

    private static InvalidOperationException Wrong(JsonElement m, string field) =>
        new($"measures.json: {m.GetProperty("id").GetString()} has an unknown {field}.");
}
