using System.Text.Json;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>Benchmarks as they are stored and exchanged: the "benchmark" of docs/contracts.md.</summary>
public static class BenchmarkJson
{
    private const string AGroup = "a student group, as low_income, or a district's own with its prefix, as north:band";

    /// <summary>Writes one object: measure, groups, target.</summary>
    public static void Write(Utf8JsonWriter writer, BenchmarkSpec benchmark)
    {
        writer.WriteStartObject();
        MeasureJson.Write(writer, benchmark.Measure);
        writer.WriteStartArray("groups");
        foreach (var group in benchmark.Groups)
        {
            writer.WriteStringValue(group);
        }

        writer.WriteEndArray();
        TargetWriter.Write(writer, "target", benchmark.Target);
        writer.WriteEndObject();
    }

    /// <summary>The same as text, on one line.</summary>
    public static string ToText(BenchmarkSpec benchmark)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, benchmark);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads what <see cref="Write"/> wrote, or what a person did; a benchmark or the problems, never an exception.</summary>
    public static StatementOutcome Read(string json, MeasureCatalog catalog)
    {
        var problems = new ProblemList();
        using var document = JsonText.Parse(json, problems);
        var benchmark = document is null
            ? null
            : Read(new JsonObjectReader(document.RootElement, "", problems), catalog);
        return new StatementOutcome(problems.Count == 0 ? benchmark : null, problems.Listed);
    }

    internal static BenchmarkSpec? Read(JsonObjectReader json, MeasureCatalog catalog)
    {
        var measure = MeasureJson.Read(json, catalog);
        var groups = Groups(json);
        var target = new TargetReader(measure?.Unit ?? Unit.Score).Read(json, "target");
        return measure is not null && target is not null ? new BenchmarkSpec(measure, groups, target) : null;
    }

    private static List<string> Groups(JsonObjectReader json)
    {
        if (json.Texts("groups") is not { } groups)
        {
            return [StudentGroup.All];
        }

        foreach (var group in groups.Where(g => !StudentGroup.IsKnown(g)))
        {
            json.Problems.Add(json.PathOf("groups"), group, AGroup, Nearest.To(group, StudentGroup.Names));
        }

        if (groups.Count == 0 && json.IsList("groups"))
        {
            json.Refuse("groups", "at least one group; \"all\" for everyone");
        }

        return [.. groups.Distinct(StringComparer.Ordinal)];
    }
}
