using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Benchmarks.Writing;

namespace Throughline.Benchmarks.Language;

/// <summary>Text to tokens to parts to a reading, with the measures of one catalog. Safe to share between threads.</summary>
public sealed class StatementReader(MeasureCatalog catalog)
{
    private static readonly Lazy<StatementReader> BuiltIn = new(() => new StatementReader(MeasureCatalog.Default));

    private readonly MeasureFinder finder = new(catalog);
    private readonly SentenceReader sentences = new(catalog.Measures);

    /// <summary>With the catalog that ships with the product.</summary>
    public static StatementReader Default => BuiltIn.Value;

    /// <summary>Reads at most <see cref="Reading.Limit"/> characters. Never throws, whatever the text.</summary>
    public Reading Read(string text)
    {
        var tokens = Lexer.Read(text, Reading.Limit);
        var parts = Parser.Read(tokens, finder.Find(tokens));
        var slots = new Slots(parts);
        var spans = new SpanReader(slots);
        var movement = FormReader.MovementOf(slots);
        var form = FormReader.FormOf(slots, spans.Measure, movement);
        var kinds = new Classifier(slots, spans, movement);
        var reading = new Reading(text)
        {
            MeasureSpan = spans.Measure,
            Population = spans.Population,
            Evidence = spans.Evidence,
            Focus = kinds.Focus,
            Type = kinds.Type,
            Movement = movement,
            Form = form,
            Targets = TargetReader.Targets(slots),
            Baseline = [.. slots.Baselines.Select(b => b.Value)],
            Deadline = DeadlineOf(slots),
            Frequency = slots.Often?.How,
            MeasuringFrequency = slots.Measuring?.How,
            Thresholds = new ThresholdFinder(slots).Find(),
            Placeholders = [.. parts.Placeholders.Select(p => tokens.SpanOf(p.First, p.Past)!)],
            MultiTarget = slots.Evolves,
            OutputNotOutcome = kinds.OutputNotOutcome,
            Measures = [.. Candidates.Of(slots).Select(p => new MeasureMatch(p.Measure, tokens.SpanOf(p.First, p.Past)!))],
            Groups = slots.Groups.Names,
            Member = MemberOf(slots),
            Slots = slots,
            IsForeign = Foreign.Is(tokens),
        };
        reading.Missing = kinds.Missing(reading);
        return WithFindings(sentences.Read(text) is { } benchmark ? Canonical.Of(reading, benchmark) with { IsForeign = false } : reading);
    }

    private static Reading WithFindings(Reading reading)
    {
        var single = reading.Measures.Count == 1 ? reading.Measures[0].Measure : null;
        var determined = new Determiner(reading, single).Determine();
        reading.Benchmark = single is null ? null : determined.Benchmark;
        reading.Findings = reading.IsForeign ? determined.Findings : [.. StatementChecks.Of(reading), .. determined.Findings, .. SenseChecks.Of(reading), .. WordingChecks.Of(reading)];
        return reading;
    }

    private static Deadline? DeadlineOf(Slots slots) =>
        slots.Deadline is { } date && slots.Parts.Tokens.SpanOf(date.First, date.Past) is { } span
            ? new Deadline(date.Date, date.Precision, span)
            : null;

    /// <summary>The unit that "each", "every" or "all" stands before, with no more than two words between.</summary>
    private static MemberKind? MemberOf(Slots slots)
    {
        var tokens = slots.Parts.Tokens;
        if (slots.Universal is not { } universal)
        {
            return null;
        }

        var noun = tokens.SkipAll(tokens.Skip(universal.Past, "of"), Words.Articles);
        for (var at = noun; at < noun + 3; at++)
        {
            if (tokens.Is(universal.First, "all") && tokens.IsAny(at, Words.Students))
            {
                return null;
            }

            switch (tokens.Word(at))
            {
                case "school" or "schools" or "school's" when !tokens.Is(at + 1, "'") && !(tokens.IsAny(at + 1, Words.Adults) || tokens.IsAny(at + 1, Words.Students)):
                    return MemberKind.School;
                case "group" or "groups" or "subgroup" or "subgroups":
                    return MemberKind.Group;
                case "classroom" or "classrooms":
                    return MemberKind.Classroom;
                case "grade" or "grades" when !tokens[at + 1].IsNumber && !tokens.Is(at + 1, "level"):
                    return MemberKind.Grade;
                case "student" or "teacher" or "principal":
                    return MemberKind.Person;
            }
        }

        return null;
    }
}
