using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Language;

/// <summary>
/// A statement as it was understood: its parts with their places, what it aims at, what is said of it, and the benchmark
/// it determines where it determines one. The same text and catalog give the same reading.
/// </summary>
public sealed record Reading
{
    /// <summary>How many characters are read; a longer text carries a finding that says so.</summary>
    public const int Limit = 4000;

    internal Reading(string text) => Text = text;

    /// <summary>As typed.</summary>
    public string Text { get; }

    /// <summary>The words for what is counted or must change.</summary>
    public Span? MeasureSpan { get; init; }

    /// <summary>The words for who or what is counted.</summary>
    public Span? Population { get; init; }

    /// <summary>The words for how much, starting values included, in the order of the text.</summary>
    public IReadOnlyList<Span> Amounts =>
        [.. Slots.Quantities.Concat(Slots.Baselines).OrderBy(a => a.First).Select(a => Slots.Parts.Tokens.SpanOf(a.First, a.Past)).OfType<Span>().Distinct()];

    /// <summary>The words for what would show it.</summary>
    public Span? Evidence { get; init; }

    public Focus Focus { get; init; }

    public BenchmarkType Type { get; init; }

    public Movement Movement { get; init; }

    public ReadingForm Form { get; init; }

    public IReadOnlyList<ReadingTarget> Targets { get; init; } = [];

    /// <summary>The starting values; null for a blank left for one.</summary>
    public IReadOnlyList<decimal?> Baseline { get; init; } = [];

    public Deadline? Deadline { get; init; }

    public Frequency? Frequency { get; init; }

    /// <summary>The words for how often it is done, the count before them included: "6 classrooms a week".</summary>
    public Span? FrequencySpan => Slots.OftenSpan;

    public Frequency? MeasuringFrequency { get; init; }

    public IReadOnlyList<Span> Thresholds { get; init; } = [];

    public IReadOnlyList<Span> Placeholders { get; init; } = [];

    /// <summary>One measure has targets for two or more times.</summary>
    public bool MultiTarget { get; init; }

    /// <summary>Something produced or held is only counted.</summary>
    public bool OutputNotOutcome { get; init; }

    public IReadOnlyList<Element> Missing { get; internal set; } = [];

    /// <summary>The measures of the catalog that the statement can mean, best first; more than one: it has to be asked.</summary>
    public IReadOnlyList<MeasureMatch> Measures { get; init; } = [];

    /// <summary>The student groups it names; "all" where it names none.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [StudentGroup.All];

    /// <summary>What "each", "every" or "all" speaks of, where that is a unit judged one by one.</summary>
    public MemberKind? Member { get; init; }

    /// <summary>In the order of the text; those about the whole stand first.</summary>
    public IReadOnlyList<Finding> Findings { get; internal set; } = [];

    /// <summary>The structure for the one measure it can mean; null where it means none or several, or determines nothing.</summary>
    public BenchmarkSpec? Benchmark { get; internal set; }

    /// <summary>What a canonical sentence says outright; null for a sentence in a person's own words.</summary>
    internal BenchmarkSpec? Said { get; init; }

    internal Slots Slots { get; init; } = null!;

    /// <summary>In a language that is not read.</summary>
    internal bool IsForeign { get; init; }

    /// <summary>How often rules looked at a token while it was read.</summary>
    public long Looks => Slots.Parts.Tokens.Looks;

    /// <summary>Reads a statement with the measures that ship with the product. Never throws.</summary>
    public static Reading Of(string text) => StatementReader.Default.Read(text);

    /// <summary>The structure that the statement determines once its measure is confirmed; null where a finding prevents it.</summary>
    public BenchmarkSpec? Determine(Measure measure) => DetermineWithFindings(measure).Benchmark;

    /// <summary>The structure, and the findings that prevent it or say how it was understood.</summary>
    public Determination DetermineWithFindings(Measure measure) => new Determiner(this, measure).Determine();
}

/// <summary>What a statement comes to for one measure.</summary>
/// <param name="Benchmark">Null where one of the findings prevents it.</param>
/// <param name="Findings">What was noticed while determining it.</param>
public sealed record Determination(BenchmarkSpec? Benchmark, IReadOnlyList<Finding> Findings);

/// <summary>A measure of the catalog and the words that name it.</summary>
public sealed record MeasureMatch(Measure Measure, Span Span);

/// <summary>A number that says how much is aimed at.</summary>
/// <param name="Value">As written; null for a blank.</param>
/// <param name="Max">The upper end of a range.</param>
/// <param name="Role">Where to be, or how far to move.</param>
/// <param name="Unit">By the words of the statement.</param>
/// <param name="Group">What it belongs to; null for the head of the statement.</param>
/// <param name="Due">The last day that counts; null where undated.</param>
/// <param name="Per">The period the amount is for: "year".</param>
public sealed record ReadingTarget(
    decimal? Value, decimal? Max, TargetRole Role, TargetUnit Unit, string? Group, DateOnly? Due, string? Per);

/// <summary>By when.</summary>
/// <param name="Date">The last day of what is stated; null where the year is not.</param>
/// <param name="Precision">How exactly it is stated.</param>
/// <param name="Span">The words, preposition included.</param>
public sealed record Deadline(DateOnly? Date, DatePrecision Precision, Span Span);
