using Throughline.Benchmarks;
using Throughline.Benchmarks.Measures;
using Throughline.Model;

namespace Throughline.Imports;

/// <summary>The measures that figures can be published of, by their ids and by their names in files, with the number of their version.</summary>
internal sealed class KnownMeasures
{
    private readonly Dictionary<string, (Measure Measure, int Id)> byName = new(StringComparer.Ordinal);

    public KnownMeasures(List<MeasureVersion> versions)
    {
        foreach (var m in MeasureCatalog.Default.Measures)
        {
            var id = versions.Find(v => v.Measure == m.Id && v.Version == m.Version)!.Id;
            foreach (var name in m.SourceNames.Prepend(m.Id))
            {
                byName[name] = (m, id);
            }
        }
    }

    public bool TryFind(string name, out (Measure Measure, int Id) found) => byName.TryGetValue(name, out found);

    /// <summary>Why a number cannot be a figure of a measure; null where it can.</summary>
    public static string? Fault(Measure measure, decimal value) =>
        !Exact.TryRead(value, out _) ? ImportTexts.ValueTooLong.With(Exact.MostDecimals)
        : !measure.Unit.Allows(value) ? ImportTexts.ValueOutsideUnit.With(UnitWords.Range(measure.Unit))
        : null;
}
