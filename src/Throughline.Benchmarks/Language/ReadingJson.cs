using System.Globalization;
using System.Text.Json;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Language;

/// <summary>Writes a reading as `check` prints it: the labels, the structure, the findings. Offsets count code points.</summary>
public static class ReadingJson
{
    /// <param name="writer">Takes one object.</param>
    /// <param name="id">The name of the statement in its file.</param>
    /// <param name="reading">What is written.</param>
    /// <param name="language">The language of the findings' sentences.</param>
    /// <param name="benchmark">Writes the structure.</param>
    public static void Write(
        Utf8JsonWriter writer, string id, Reading reading, CultureInfo language, Action<Utf8JsonWriter, BenchmarkSpec> benchmark)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteStartObject("labels");
        WriteLabels(writer, reading);
        writer.WriteEndObject();
        writer.WritePropertyName("benchmark");
        if (reading.Benchmark is { } spec)
        {
            benchmark(writer, spec);
        }
        else
        {
            writer.WriteNullValue();
        }

        WriteQuality(writer, Quality.Of(reading));
        WriteFindings(writer, reading, language);
        writer.WriteEndObject();
    }

    private static void WriteQuality(Utf8JsonWriter writer, Quality quality)
    {
        writer.WriteNumber("quality", quality.Points);
        writer.WriteStartObject("qualityPoints");
        foreach (var (element, points) in quality.ByElement)
        {
            writer.WriteNumber(element.Name(), points);
        }

        writer.WriteNumber("findings", quality.Taken);
        writer.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter writer, Reading reading)
    {
        WriteSpan(writer, "measure", reading.Text, reading.MeasureSpan);
        WriteSpan(writer, "population", reading.Text, reading.Population);
        WriteSpan(writer, "evidence", reading.Text, reading.Evidence);
        writer.WriteString("focus", reading.Focus.Name());
        writer.WriteString("benchmark_type", reading.Type.Name());
        writer.WriteString("direction", reading.Movement.Name());
        writer.WriteString("form", reading.Form.Name());
        WriteTargets(writer, reading);
        writer.WriteStartArray("baseline");
        foreach (var value in reading.Baseline)
        {
            writer.WriteStartObject();
            WriteNumber(writer, "value", value);
            writer.WriteNull("group");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteDeadline(writer, reading);
        writer.WriteString("frequency", reading.Frequency?.Name);
        writer.WriteString("measuring_frequency", reading.MeasuringFrequency?.Name);
        WriteList(writer, "thresholds", reading.Thresholds.Select(s => s.Text));
        WriteList(writer, "placeholders", reading.Placeholders.Select(s => s.Text));
        writer.WriteBoolean("multi_target", reading.MultiTarget);
        writer.WriteBoolean("output_not_outcome", reading.OutputNotOutcome);
        WriteList(writer, "missing", reading.Missing.Select(e => e.Name()));
    }

    private static void WriteTargets(Utf8JsonWriter writer, Reading reading)
    {
        writer.WriteStartArray("targets");
        foreach (var target in reading.Targets)
        {
            writer.WriteStartObject();
            WriteNumber(writer, "value", target.Value);
            WriteNumber(writer, "max", target.Max);
            writer.WriteString("role", target.Role.Name());
            writer.WriteString("unit", target.Unit.Name());
            writer.WriteString("group", target.Group);
            writer.WriteString("due", Iso(target.Due));
            writer.WriteString("per", target.Per);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDeadline(Utf8JsonWriter writer, Reading reading)
    {
        if (reading.Deadline is not { } deadline)
        {
            writer.WriteNull("deadline");
            return;
        }

        writer.WriteStartObject("deadline");
        writer.WriteString("date", Iso(deadline.Date));
        writer.WriteString("precision", deadline.Precision.Name());
        writer.WriteString("text", deadline.Span.Text);
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, Reading reading, CultureInfo language)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in reading.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("severity", finding.Severity.Name());
            writer.WriteNumber("start", CodePoints(reading.Text, finding.Start));
            writer.WriteNumber("end", CodePoints(reading.Text, finding.End));
            writer.WriteString("reason", finding.Reason(language));
            writer.WriteString("criterion", finding.Criterion.Name());
            writer.WriteString("suggestion", finding.Suggestion(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter writer, string name, string text, Span? span)
    {
        if (span is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("text", span.Text);
        writer.WriteNumber("start", CodePoints(text, span.Start));
        writer.WriteNumber("end", CodePoints(text, span.End));
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int CodePoints(string text, int offset)
    {
        var count = 0;
        for (var i = 0; i < offset; i++)
        {
            count += char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]) ? 0 : 1;
        }

        return count;
    }
}
