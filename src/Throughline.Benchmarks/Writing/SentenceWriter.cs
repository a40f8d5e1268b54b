using System.Globalization;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>
/// The one sentence that says a benchmark, in the language of the culture: "The attendance rate for all students will be
/// at least 95% by June 30, 2026." Reading the English one gives the same benchmark back.
/// </summary>
public sealed class SentenceWriter(CultureInfo language)
{
    private readonly Grammar grammar = Grammar.Of(language);

    /// <summary>Writes any form, targets within targets included.</summary>
    public string Write(BenchmarkSpec benchmark)
    {
        var way = benchmark.Measure.Direction ?? Measures.Direction.Increase;
        var sentence = grammar.Write("Sentence", new Subject(benchmark.Measure, way), new()
        {
            { "measure", grammar.NameOf(benchmark.Measure) }, { "groups", benchmark.Groups }, { "target", benchmark.Target },
        });
        return string.Concat(char.ToUpper(sentence[0], CultureInfo.InvariantCulture).ToString(), sentence.AsSpan(1));
    }
}
