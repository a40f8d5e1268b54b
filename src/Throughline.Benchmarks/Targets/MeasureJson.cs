using System.Text.Json;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// Measures in files. A measure of the catalog is written by its id and version, with its unit and direction for
/// whoever reads without a catalog; what differs from the catalog is written beside them. Phrases and definitions stay
/// in the catalog.
/// </summary>
internal static class MeasureJson
{
    private const string AMeasure = "a measure: its name in the catalog, or an object with id, unit and direction";
    private const int MostVersions = 1_000_000;
    private const int MostPeople = 1_000_000_000;

    private static readonly Dictionary<string, Unit> Units = Enum.GetValues<Unit>().ToDictionary(u => u.Name());
    private static readonly Dictionary<string, Direction> Directions = Enum.GetValues<Direction>().ToDictionary(d => d.Name());

    public static void Write(Utf8JsonWriter writer, Measure measure)
    {
        var known = MeasureCatalog.Default.Find(measure.Id) ?? new Measure(measure.Id, measure.Version, measure.Unit, null);
        writer.WriteStartObject("measure");
        writer.WriteString("id", measure.Id);
        writer.WriteNumber("version", measure.Version);
        writer.WriteString("unit", measure.Unit.Name());
        writer.WriteString("direction", measure.Direction?.Name());
        if (measure.Name != known.Name)
        {
            writer.WriteString("name", measure.Name);
        }

        if (measure.FullCount != known.FullCount)
        {
            writer.WriteBoolean("fullCount", measure.FullCount);
        }

        if (measure.Cadence != known.Cadence)
        {
            writer.WriteString("cadence", measure.Cadence?.ToString());
        }

        if (measure.Decimals != known.Decimals)
        {
            writer.WriteNumber("decimals", measure.Decimals);
        }

        if (measure.Margin is { } margin)
        {
            writer.WriteNumber("margin", margin.Round(Exact.MostDecimals));
        }

        if (measure.SteadySize != known.SteadySize)
        {
            writer.WriteNumber("steadySize", measure.SteadySize);
        }

        writer.WriteEndObject();
    }

    /// <summary>The measure that the field "measure" of a benchmark names or describes; null with its problems noted.</summary>
    public static Measure? Read(JsonObjectReader benchmark, MeasureCatalog catalog)
    {
        if (benchmark.IsText("measure"))
        {
            return benchmark.Text("measure") is { } name ? Named(benchmark, "measure", name, catalog) : null;
        }

        if (benchmark.Object("measure", AMeasure) is not { } json || json.Text("id", "the measure's name") is not { } id)
        {
            return null;
        }

        var known = catalog.Find(id);
        var unit = json.OneOf("unit", Units, isRequired: known is null);
        if (known is null && !json.Mentions("direction"))
        {
            json.Miss("direction", "increase or decrease, whichever is better (null where neither is)");
        }

        var direction = json.OneOf("direction", Directions);
        var version = json.Whole("version", 1, MostVersions);
        if ((unit ?? known?.Unit) is not { } counted)
        {
            return null;
        }

        var measure = known ?? new Measure(id, 1, counted, direction);
        return Filled(json, measure with
        {
            Version = version ?? measure.Version,
            Unit = counted,
            Direction = json.Mentions("direction") ? direction : measure.Direction,
        });
    }

    private static Measure Filled(JsonObjectReader json, Measure measure) => measure with
    {
        Name = json.Text("name") ?? measure.Name,
        FullCount = json.Flag("fullCount") ?? measure.FullCount,
        Cadence = json.Mentions("cadence") ? CadenceOf(json, "cadence") : measure.Cadence,
        Decimals = json.Whole("decimals", 0, Exact.MostDecimals) ?? measure.Decimals,
        Margin = json.Mentions("margin") ? MarginOf(json) : measure.Margin,
        SteadySize = json.Whole("steadySize", 0, MostPeople) ?? measure.SteadySize,
    };

    /// <summary>How often; null where nothing stands or, with the problem noted, where no cadence does.</summary>
    public static Cadence? CadenceOf(JsonObjectReader json, string name, string? required = null)
    {
        if (json.Text(name, required) is not { } text)
        {
            return null;
        }

        if (Cadence.TryParse(text, out var cadence))
        {
            return cadence;
        }

        string[] words = ["day", "week", "two_weeks", "month", "quarter", "semester", "year", "administration", "event"];
        json.Refuse(name, "one of " + string.Join(", ", words) + ", or as 6_weeks", Nearest.To(text, words));
        return null;
    }

    private static Exact? MarginOf(JsonObjectReader json)
    {
        var margin = json.Number("margin");
        if (margin is { Sign: < 0 })
        {
            json.Refuse("margin", "a number, 0 or more");
        }

        return margin;
    }

    private static Measure? Named(JsonObjectReader json, string field, string name, MeasureCatalog catalog)
    {
        var measure = catalog.Find(name);
        if (measure is null)
        {
            json.Refuse(
                field, "a measure of the catalog, or an object with id, unit and direction",
                Nearest.To(name, catalog.Measures.SelectMany(m => m.SourceNames.Prepend(m.Id))));
        }

        return measure;
    }
}
