namespace Throughline.Benchmarks.Language;

/// <summary>The measure: what a predicate says, or a named indicator.</summary>
internal sealed partial class SpanReader
{
    private (int First, int Past)? MeasureFrom(int predicate)
    {
        var at = Meant(PastAuxiliaries(predicate));
        if (slots.Quantities.Count == 0 && tokens.Word(at) is "attend" or "participate" && SecondPart(at) is { } higher)
        {
            at = higher; // of two parts the higher one is meant
        }

        var start = tokens.IsAny(at, Light) && at + 1 < limit ? tokens.SkipAll(at + 1, Skipped) : at;
        start = tokens.Is(start, "report") && tokens.Word(start + 1) is "being" or "that" ? tokens.SkipAll(start + 1, Skipped) : start;
        if (tokens.Is(start - 1, "evidence") || tokens.Is(start, "evidence"))
        {
            var of = tokens.Skip(start, "evidence");
            start = tokens.Is(of, "that") ? of + 1 : tokens.Is(of, "of") && predicates.Find(of + 1, limit) is { Restriction: > 0 and var seen } && seen < of + 14 ? seen : start;
        }

        start = tokens.Word(start) is "use" or "used" && tokens.Is(start, "used") ? start + 1 : start;
        return start < limit && Stop(start + 1) is var past && past > start ? (start, past) : null;
    }

    /// <summary>"attend training and [use the moves]".</summary>
    private int? SecondPart(int at)
    {
        for (var i = at + 1; i < limit; i++)
        {
            if (tokens.Is(i, "and") && tokens.Word(i + 1) is "use" or "implement" or "apply" or "teach")
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>"use the data to plan", "meet to analyze": what is done is said after the "to".</summary>
    private int Meant(int at)
    {
        var means = tokens.Word(at) is "meet" or "meets" or "work" || tokens.Past(at, "look", "at") > 0;
        var uses = tokens.Word(at) is "use" or "using" or "uses";
        for (var i = at + 1; (means || uses) && i < Math.Min(limit, at + 20) && !Starts(i) && tokens.Word(i) is not ","; i++)
        {
            means |= tokens.Word(i) is "data" or "protocol" or "grades" or "lists" or "dashboard" or "trends" or "tickets" or "results" or "notes";
            if (means && tokens.Is(i, "to") && tokens.Can(tokens.Can(i + 1, WordClass.Adverb) ? i + 2 : i + 1, WordClass.Verb))
            {
                return tokens.Can(i + 1, WordClass.Adverb) ? i + 2 : i + 1;
            }
        }

        return at;
    }

    private int PastAuxiliaries(int predicate)
    {
        var at = predicates.IsModal(predicate) ? predicate + 1 : predicate;
        while (at < limit && (tokens.IsAny(at, Skipped) || (tokens.Is(at + 1, "to") && tokens.Word(at) is "aim" or "seek" or "strive" or "begin")
            || (tokens.Is(at, "to") && tokens.Word(at - 1) is "aim" or "seek" or "strive" or "begin") || tokens.Can(at, WordClass.Being)
            || (tokens.Can(at, WordClass.Adverb) && tokens.Can(at + 1, WordClass.AnyVerb)) || (tokens.Is(at, "observed") && tokens.Can(at + 1, WordClass.Ing))))
        {
            at++;
        }

        return at;
    }

    /// <summary>"will improve by 10% on [the reading inventory]".</summary>
    private (int First, int Past)? ObjectAfter(int predicate)
    {
        for (var at = predicate + 1; at < limit; at++)
        {
            if (tokens.Word(at) is "on" or "in" && parts.DateAt(at) is null && parts.ComparisonAt(at) is null && parts.AmountOver(at) is null && !tokens.Is(at + 1, "number"))
            {
                var first = tokens.SkipAll(at + 1, Words.Articles);
                return (first, Stop(first + 1));
            }
        }

        return null;
    }

    /// <summary>An indicator named by a noun phrase; people who are its first noun and are narrowed are the population of what narrows them.</summary>
    private Shape Indicator(int first, bool whole = false)
    {
        first = parts.AmountAt(first) is { Role: not AmountRole.Threshold } amount ? tokens.SkipAll(amount.Past, Skipped) : first;
        var past = Stop(first + 1);
        var found = predicates.Find(first, past);
        past = found.Found && !whole ? found.First : past;
        past = PerPeriod(first, past, whole);
        var restriction = found.Restriction >= 0 && found.Restriction < past ? found.Restriction : -1;
        if (restriction > first && tokens.Can(restriction - 1, WordClass.People) && !HasRateNoun(first, restriction))
        {
            return new Shape((first, Trim(first, restriction)), (PastWho(restriction), Trim(restriction, past)));
        }

        past = CutForPeople(first, past, out var people);
        return new Shape(people ?? PeopleIn(first, past) ?? PeopleAfter(past), past > first ? (first, Trim(first, past)) : null);
    }

    /// <summary>"chronic absenteeism [for Hispanic students]": the people are no part of the measure's name.</summary>
    private int CutForPeople(int first, int past, out (int First, int Past)? people)
    {
        people = null;
        for (var at = first + 1; at < past - 1; at++)
        {
            if (tokens.Word(at) is "for" or "among" or "from" && PeopleIn(first, at) is null && PeopleIn(at + 1, past) is { } found
                && found.First <= tokens.SkipAll(at + 1, Skipped))
            {
                people = found;
                return at;
            }
        }

        return past;
    }

    /// <summary>"forums [per year]": the period is no part of what is counted.</summary>
    private int PerPeriod(int first, int past, bool whole)
    {
        for (var at = first + 1; at < past; at++)
        {
            if (parts.FrequencyAt(at) is { Adjective: false } || (whole && tokens.Is(at, "and") && tokens.Word(at + 1) is "a" or "an"))
            {
                return at;
            }
        }

        return past;
    }

    /// <summary>"who are [chronically absent]".</summary>
    private int PastWho(int at) => tokens.Can(at, WordClass.Relative) ? tokens.Can(at + 1, WordClass.Being) || tokens.Word(at + 1) is "have" or "has" ? at + 2 : at + 1 : at;

    private bool HasRateNoun(int first, int past)
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.Is(at, "("))
            {
                at = predicates.PastBracket(at, past) - 1;
                continue;
            }

            if (tokens.IsAny(at, Words.RateNouns) && parts.AmountOver(at) is null && !(tokens.Can(at + 1, WordClass.People) && at + 1 < past && !tokens.IsAny(at + 1, Words.Students)))
            {
                return true;
            }
        }

        foreach (var phrase in parts.Phrases)
        {
            if (phrase.First >= first && phrase.Past <= past && !(phrase.Past < past && tokens.Can(phrase.Past, WordClass.People) && !tokens.IsAny(phrase.Past, Words.Students)))
            {
                return true;
            }
        }

        return false;
    }
}
