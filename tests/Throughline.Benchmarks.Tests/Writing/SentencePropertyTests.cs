using System.Globalization;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Benchmarks.Writing;
using Xunit;

namespace Throughline.Benchmarks.Tests.Writing;

/// <summary>Every form, a thousand benchmarks of each, seventeen thousand in all; the seed is the form's place in the contract.</summary>
public sealed class SentencePropertyTests
{
    private const int Many = 1_000;

    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    public static TheoryData<string> Forms => [.. AnyBenchmark.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Reading_the_English_sentence_gives_the_same_benchmark_back(string form)
    {
        var writer = new SentenceWriter(CultureInfo.GetCultureInfo("en-US"));
        foreach (var benchmark in Drawn(form))
        {
            var sentence = writer.Write(benchmark);
            var reading = Reading.Of(sentence);
            Assert.True(reading.Benchmark is not null, $"{sentence}\n{BenchmarkJson.ToText(benchmark)}");
            Assert.Equal(BenchmarkJson.ToText(benchmark), BenchmarkJson.ToText(reading.Benchmark!));
            Assert.Equal(sentence, writer.Write(reading.Benchmark!));
            Assert.DoesNotContain(reading.Findings, f => f.Severity == Severity.Fix);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_Spanish_sentence_says_the_same_benchmark(string form)
    {
        var writer = new SentenceWriter(Spanish);
        var reader = new SentenceReader(MeasureCatalog.Default.Measures, Spanish);
        foreach (var benchmark in Drawn(form))
        {
            var sentence = writer.Write(benchmark);
            var read = reader.Read(sentence);
            Assert.True(read is not null, $"{sentence}\n{BenchmarkJson.ToText(benchmark)}");
            Assert.Equal(BenchmarkJson.ToText(benchmark), BenchmarkJson.ToText(read!));
        }
    }

    private static IEnumerable<BenchmarkSpec> Drawn(string form)
    {
        var any = new AnyBenchmark(Array.IndexOf(AnyBenchmark.Forms, form));
        return Enumerable.Range(0, Many).Select(_ => any.Of(form));
    }
}
