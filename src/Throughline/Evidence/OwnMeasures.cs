using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>The measures that districts define themselves, beside those of the catalog.</summary>
internal static class OwnMeasures
{
    private const string List = "measures";

    /// <summary>The catalog with the latest version of each measure that was defined here.</summary>
    public static async Task<MeasureCatalog> CatalogAsync(ThroughlineDb db, CancellationToken cancel)
    {
        var own = await db.OwnMeasures.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancel);
        return new MeasureCatalog([
            .. MeasureCatalog.Default.Measures,
            .. own.GroupBy(m => m.Measure, StringComparer.Ordinal).Select(g => Known(g.MaxBy(m => m.Version)!))]);
    }

    public static async Task<MeasureCatalog> CatalogAsync(Database database, CancellationToken cancel)
    {
        await using var db = database.Context();
        return await CatalogAsync(db, cancel);
    }

    /// <summary>The measure of that name, of the catalog or defined here; null where there is none.</summary>
    public static async Task<Measure?> FindAsync(ThroughlineDb db, string measure, CancellationToken cancel) => MeasureCatalog.Default.Find(measure)
        ?? (await db.OwnMeasures.AsNoTracking().Where(m => m.Measure == measure).OrderByDescending(m => m.Version).FirstOrDefaultAsync(cancel) is { } own ? Known(own) : null);

    /// <summary>Keeps definitions: one of a text, or the list "measures" of it. The same again changes nothing.</summary>
    /// <param name="db">Where they are kept; the caller saves.</param>
    /// <param name="json">In the form of docs/measures.md.</param>
    /// <param name="who">For the history.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The measures, each with whether it is new. One that cannot be read, or says something else under a version that is known, throws a <see cref="Problem"/>.</returns>
    public static async Task<IReadOnlyList<(Measure Measure, bool IsNew)>> AddAsync(ThroughlineDb db, string json, string who, DateTimeOffset at, CancellationToken cancel)
    {
        var added = new List<(Measure, bool)>();
        foreach (var text in Definitions(json))
        {
            var reading = Reader(CultureInfo.CurrentUICulture).Read(text);
            if (reading.Measure is not { } measure)
            {
                throw new Problem(EvidenceTexts.OwnMeasureUnread.With(string.Join(Environment.NewLine, reading.Problems.Select(p => $"  {p}"))));
            }

            var known = await db.OwnMeasures.FirstOrDefaultAsync(m => m.Measure == measure.Id && m.Version == measure.Version, cancel);
            if (known is not null && known.Definition != text)
            {
                throw new Problem(EvidenceTexts.OwnMeasureChanged.With(measure.Id, measure.Version, measure.Version + 1));
            }

            if (known is null)
            {
                db.OwnMeasures.Add(new OwnMeasure { Measure = measure.Id, Version = measure.Version, Definition = text, RecordedAt = at, Who = who });
            }

            added.Add((measure, known is null));
        }

        return added;
    }

    private static Measure Known(OwnMeasure own) => Reader(CultureInfo.InvariantCulture).Read(own.Definition).Measure
        ?? throw new InvalidDataException($"The definition of {own.Measure} that is kept cannot be read.");

    private static MeasureReader Reader(CultureInfo language) => new(MeasureCatalog.Default, RecordKinds.Default, language);

    /// <summary>The definitions of a text, each without spaces that mean nothing. A text that is no JSON comes back as it is, for the reader to say so.</summary>
    private static IEnumerable<string> Definitions(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var all = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(List, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [root];
            return [.. all.Select(d => JsonSerializer.Serialize(d))];
        }
        catch (JsonException)
        {
            return [json];
        }
    }
}
