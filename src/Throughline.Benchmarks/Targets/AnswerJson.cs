using System.Globalization;
using System.Text.Json;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>Answers in the shape of docs/contracts.md. Figures are rounded here, for display, and nowhere before.</summary>
public static class AnswerJson
{
    private const int RatioDecimals = 2;

    /// <summary>A list of the answers of one case, its rules and explanations in the words given.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<Answer> answers, Case subject, Wording words)
    {
        writer.WriteStartArray();
        foreach (var answer in answers)
        {
            Write(writer, answer, subject, words);
        }

        writer.WriteEndArray();
    }

    /// <summary>One answer of a case.</summary>
    public static void Write(Utf8JsonWriter writer, Answer answer, Case subject, Wording words)
    {
        var measure = subject.Benchmark.Measure;
        writer.WriteStartObject();
        writer.WriteString("group", answer.Group);
        writer.WriteString("member", answer.Member);
        writer.WriteString("verdict", Words.Of(answer.Verdict));
        writer.WriteString("status", Words.Of(answer.Status));
        writer.WritePropertyName("pace");
        if (answer.Pace is { } pace)
        {
            writer.WriteStartObject();
            Number(writer, "expected", pace.Expected, measure.Decimals);
            Number(writer, "ratio", pace.Ratio, RatioDecimals);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteNull("signal");
        writer.WriteNull("outlook");
        Periods(writer, answer.Periods, measure);
        Proof(writer, answer, subject, words);
        writer.WriteEndObject();
    }

    private static void Periods(Utf8JsonWriter writer, IReadOnlyList<PeriodResult> periods, Measure measure)
    {
        writer.WriteStartArray("periods");
        foreach (var result in periods)
        {
            writer.WriteStartObject();
            writer.WriteString("start", Words.Of(result.Period.Start));
            writer.WriteString("end", Words.Of(result.Period.End));
            Number(writer, "actual", result.Actual, measure.Decimals);
            Number(writer, "expected", result.Expected, measure.Decimals);
            if (result.Holds is { } holds)
            {
                writer.WriteBoolean("holds", holds);
            }
            else
            {
                writer.WriteNull("holds");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Proof(Utf8JsonWriter writer, Answer answer, Case subject, Wording words)
    {
        var proof = answer.Proof;
        writer.WriteStartObject("proof");
        writer.WriteString("rule", words.Rule(subject.Benchmark with { Target = proof.Target }));
        writer.WriteNumber("measureVersion", subject.Benchmark.Measure.Version);
        writer.WriteStartArray("observations");
        foreach (var index in proof.Observations)
        {
            writer.WriteNumberValue(index);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("excluded");
        foreach (var exclusion in proof.Excluded)
        {
            writer.WriteStartObject();
            writer.WriteNumber("observation", exclusion.Observation);
            writer.WriteString("reason", Words.Of(exclusion.Reason));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("asOf", Words.Of(subject.AsOf));
        writer.WriteString(
            "knownAt", subject.KnownAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("explanation", words.Explanation(answer, subject));
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, Exact? number, int decimals)
    {
        if (number is { } n)
        {
            writer.WriteNumber(name, n.Round(decimals));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
