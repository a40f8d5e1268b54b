namespace Throughline.Benchmarks.Language;

/// <summary>
/// The words for what is measured, for who is counted, and for what would show it. The head clause has one of a few shapes,
/// tried in this order: a change of something ("a 10% rise in ..."), a share or all of somebody ("80% of teachers ..."), an
/// order ("Reduce ..."), and a subject with its predicate.
/// </summary>
internal sealed partial class SpanReader
{
    private readonly Slots slots;
    private readonly Parts parts;
    private readonly Tokens tokens;
    private readonly PredicateFinder predicates;
    private readonly int limit;

    /// <summary>The preposition of evidence that is named in passing, which ends the measure; -1 where none is.</summary>
    private readonly int passing;

    public SpanReader(Slots slots)
    {
        this.slots = slots;
        parts = slots.Parts;
        tokens = parts.Tokens;
        predicates = new PredicateFinder(parts);
        limit = slots.ListFirst > slots.HeadFirst ? slots.ListFirst : slots.HeadPast;
        var subject = slots.ListFirst > slots.HeadFirst ? tokens.SkipAll(slots.HeadFirst, Words.Articles) : SubjectFirst();
        var evidence = new EvidenceFinder(slots, subject);
        Evidence = evidence.Find();
        passing = evidence.Lead;
        Found = ChangeOf(subject) ?? Counted(subject) ?? Ordered(subject) ?? Said(subject);
        if (Found.Population is null && (Found.Measure is not null || slots.Head.Count > 0))
        {
            var named = Found.Measure is { } m ? PeopleIn(m.First, m.Past) : null;
            Found = Found with { Population = named ?? Surveyed() ?? Grades(slots.HeadFirst, Math.Max(slots.HeadFirst, subject)) };
        }

        if (Found.Population is null && tokens.Is(slots.HeadFirst, "of") && PeopleIn(slots.HeadFirst + 1, subject) is { } of)
        {
            Found = Found with { Population = of }; // "Of our ninth graders, 92% will ..."
        }

        if (Found.Population is { } counted && tokens[counted.First].IsNumber && tokens.Word(counted.First + 1) is "more" or "fewer")
        {
            Found = Found with { Population = (counted.First + 2, counted.Past) };
        }

        if (Found.Population is { } share && tokens[share.First].IsNumber && tokens.Is(share.First + 1, "%") && tokens.Word(share.First + 2) is "more" or "fewer")
        {
            Found = Found with { Population = (share.First + 3, share.Past) }; // "10% fewer students"
        }

        Measure = SpanOf(Found.Measure);
        Population = SpanOf(Found.Population);
    }

    public Span? Measure { get; }

    public Span? Population { get; }

    public Span? Evidence { get; }

    /// <summary>The same by tokens, with the predicate's verb.</summary>
    public Shape Found { get; }

    private Span? SpanOf((int First, int Past)? range)
    {
        if (range is not { } r)
        {
            return null;
        }

        var past = r.Past;
        while (past > r.First && tokens.Word(past - 1) is "," or ";" or "-" or "and" or "&" or "(" or ":")
        {
            past--;
        }

        if (past > r.First + 1 && tokens.Is(past - 1, "."))
        {
            past--;
        }

        return tokens.SpanOf(r.First, past);
    }
}

/// <summary>The parts of the head clause by tokens, each from its first up to one that is not included.</summary>
/// <param name="Population">Who is counted.</param>
/// <param name="Measure">What is counted or must change.</param>
/// <param name="Verb">The verb of the predicate; -1 where there is none.</param>
/// <param name="Order">It is an order: "Develop ...".</param>
internal sealed record Shape((int First, int Past)? Population, (int First, int Past)? Measure, int Verb = -1, bool Order = false);
