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
        return new MeasureCatalog(MeasureReader.ReadCatalog(json.RootElement));
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
}
