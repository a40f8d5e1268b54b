using System.Text.Json;
using Throughline.Benchmarks.Targets;

namespace Throughline.Judging;

/// <summary>Stored benchmarks with their verdicts: one object each, its answers in the form of docs/contracts.md.</summary>
internal static class JudgedJson
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<JudgedBenchmark> judged, Wording words)
    {
        writer.WriteStartArray();
        foreach (var one in judged)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", one.Benchmark.Id);
            writer.WriteString("code", one.Benchmark.Code);
            writer.WriteNumber("plan", one.Benchmark.PlanId);
            writer.WriteString("statement", one.Wording.Statement);
            writer.WriteString("measure", one.Measure.Id);
            writer.WriteBoolean("measureConfirmed", one.Benchmark.MeasureConfirmed);
            writer.WriteStartObject("counts");
            foreach (var (status, count) in one.Counts())
            {
                writer.WriteNumber(Words.Of(status), count);
            }

            writer.WriteEndObject();
            writer.WritePropertyName("answers");
            if (one.Answers is { } answers)
            {
                AnswerJson.Write(writer, answers, one.Case, words);
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
