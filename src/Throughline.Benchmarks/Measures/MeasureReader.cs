using System.Globalization;
using System.Text.Json;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Measures;

/// <summary>
/// Reads a measure that a district defines itself, from its JSON (docs/measures.md): whatever the text, the outcome is a
/// measure or problems that say where and what. The catalog that ships is read by the same rules.
/// </summary>
/// <param name="catalog">The measures there are already: names that are taken, and what can be compared.</param>
/// <param name="kinds">The kinds of record a formula can speak of.</param>
/// <param name="language">Of what is said about problems.</param>
public sealed class MeasureReader(MeasureCatalog catalog, RecordKinds kinds, CultureInfo language)
{
    public MeasureReading Read(string json)
    {
        var problems = new ProblemList();
        using var document = JsonText.Parse(json, problems);
        var measure = document is null ? null
            : new MeasureFields(new JsonObjectReader(document.RootElement, "", problems), new FormulaTexts(language)).Read(kinds, catalog);
        return new MeasureReading(problems.Count == 0 ? measure : null, problems.Listed, problems.Count);
    }

    /// <summary>The catalog's own data file: each problem in it is a mistake of ours.</summary>
    /// <exception cref="InvalidOperationException">A measure cannot be read.</exception>
    internal static IEnumerable<Measure> ReadCatalog(JsonElement root)
    {
        var problems = new ProblemList();
        var texts = new FormulaTexts(CultureInfo.InvariantCulture);
        List<Measure?> measures = [.. new JsonObjectReader(root, "", problems).Objects("measures").Select(m => new MeasureFields(m, texts).Read(RecordKinds.Default, null))];
        return problems.Count == 0
            ? measures.OfType<Measure>()
            : throw new InvalidOperationException("measures.json: " + string.Join("; ", problems.Listed));
    }
}

/// <summary>What the text of a measure comes to: the measure, or what keeps it from being one. Never both, never neither.</summary>
/// <param name="Measure">Null where there are problems.</param>
/// <param name="Problems">The first twenty, in the order they were met.</param>
/// <param name="ProblemCount">How many there are in all.</param>
public sealed record MeasureReading(Measure? Measure, IReadOnlyList<Problem> Problems, int ProblemCount);
