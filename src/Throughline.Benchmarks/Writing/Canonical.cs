using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>Where a canonical sentence meets the reading of natural ones: what it says outright needs no guess.</summary>
internal static class Canonical
{
    public static Reading Of(Reading reading, BenchmarkSpec said) => reading with
    {
        Said = said,
        Form = FormLabels.Of(said.Target),
        Groups = said.Groups,
        Member = (said.Target as EveryMember)?.Member,
        Measures = [new MeasureMatch(said.Measure, reading.Measures.FirstOrDefault(m => m.Measure.Id == said.Measure.Id)?.Span ?? SpanOf(reading))],
    };

    /// <summary>What the sentence says of one measure, which may be one that the catalog does not have.</summary>
    public static BenchmarkSpec? For(Reading reading, Measure measure) => reading.Said is { } said
        ? said.Measure.Id == measure.Id ? said with { Measure = measure with { Direction = measure.Direction ?? said.Measure.Direction } } : null
        : reading.Measures.Count == 0 ? new SentenceReader([measure]).Read(reading.Text) : null;

    private static Span SpanOf(Reading reading) => reading.MeasureSpan ?? Span.Of(reading.Text, 0, reading.Text.Length)!;
}
