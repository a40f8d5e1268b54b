using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// Cases to JSON, in the form of docs/contracts.md: what <see cref="CaseReader"/> reads back, and what comes to the same
/// answers wherever it is judged.
/// </summary>
public static class CaseJson
{
    /// <summary>The case as indented text, so that a person can read it too.</summary>
    public static string ToText(Case subject)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            Write(writer, subject);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, Case subject)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("benchmark");
        BenchmarkJson.Write(writer, subject.Benchmark);
        Write(writer, subject.Calendar);
        writer.WriteNumber("minimumN", subject.MinimumN);
        if (subject.Members is { } members)
        {
            writer.WriteStartArray("members");
            foreach (var member in members)
            {
                writer.WriteStringValue(member);
            }

            writer.WriteEndArray();
        }

        writer.WriteStartArray("observations");
        foreach (var observation in subject.Observations)
        {
            Write(writer, observation);
        }

        writer.WriteEndArray();
        Day(writer, "asOf", subject.AsOf);
        Instant(writer, "knownAt", subject.KnownAt);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SchoolCalendar calendar)
    {
        writer.WriteStartObject("calendar");
        Day(writer, "firstDay", calendar.FirstDay);
        Day(writer, "lastDay", calendar.LastDay);
        Terms(writer, "terms", calendar.Terms);
        Terms(writer, "testingWindows", calendar.TestingWindows);
        writer.WriteStartArray("breaks");
        foreach (var pause in calendar.Breaks)
        {
            writer.WriteStartObject();
            Days(writer, pause);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Terms(Utf8JsonWriter writer, string name, IReadOnlyList<Term> terms)
    {
        writer.WriteStartArray(name);
        foreach (var term in terms)
        {
            writer.WriteStartObject();
            if (term.Name.Length > 0)
            {
                writer.WriteString("name", term.Name);
            }

            writer.WriteString("unit", Words.Of(term.Unit));
            Days(writer, term.Period);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A figure that was not published is written as the null it is: leaving it out would say that it never came.</summary>
    private static void Write(Utf8JsonWriter writer, Observation o)
    {
        writer.WriteStartObject();
        writer.WriteString("group", o.Group);
        Text(writer, "member", o.Member);
        Days(writer, o.Period);
        if (o is { Value: null, Numerator: null, Denominator: null, Done: null, DoneDate: null, Event: null, Share: null, ShareOfAll: null })
        {
            writer.WriteNull("value");
        }

        Number(writer, "value", o.Value);
        Count(writer, "numerator", o.Numerator);
        Count(writer, "denominator", o.Denominator);
        Count(writer, "n", o.Count);
        if (o.Done is { } done)
        {
            writer.WriteBoolean("done", done);
        }

        Day(writer, "doneDate", o.DoneDate);
        Text(writer, "event", o.Event);
        Day(writer, "eventDate", o.EventDate);
        Number(writer, "share", o.Share);
        Number(writer, "shareOfAll", o.ShareOfAll);
        if (o.RecordedAt is { } recorded)
        {
            Instant(writer, "recordedAt", recorded);
        }

        writer.WriteEndObject();
    }

    private static void Days(Utf8JsonWriter writer, Period period)
    {
        Day(writer, "start", period.Start);
        Day(writer, "end", period.End);
    }

    private static void Day(Utf8JsonWriter writer, string name, DateOnly? day) =>
        Text(writer, name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static void Instant(Utf8JsonWriter writer, string name, DateTimeOffset instant) => writer.WriteString(
        name, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Count(Utf8JsonWriter writer, string name, long? count)
    {
        if (count is { } n)
        {
            writer.WriteNumber(name, n);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, Exact? number)
    {
        if (number is { } n)
        {
            writer.WriteNumber(name, n.Round(Exact.MostDecimals));
        }
    }
}
