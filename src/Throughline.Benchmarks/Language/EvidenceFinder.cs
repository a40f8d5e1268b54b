namespace Throughline.Benchmarks.Language;

/// <summary>The words for what would show it: led in ("as measured by ..."), shown by ("observations show ..."), or a named instrument.</summary>
internal sealed partial class EvidenceFinder(Slots slots, int subject)
{
    private static readonly WordSet Shows = Words.Set("visits visit observations walkthroughs notebooks walks");

    /// <summary>Verbs of showing that people do as well, so that a record must be what does it.</summary>
    private static readonly WordSet ShowsThat = Words.Set("suggest suggests demonstrate demonstrates document documents verify verifies establish establishes capture captures prove proves report reports evidence evidences register registers");

    private static readonly WordSet Labels = Words.Set("evidence data measure tool instrument");

    private static readonly WordSet Checking = Words.Set("see verify check");

    private readonly Tokens tokens = slots.Parts.Tokens;
    private readonly PredicateFinder predicates = new(slots.Parts);

    public Span? Find() => Led() ?? Labelled() ?? Bracketed() ?? Dashed() ?? Shown() ?? ShownLater() ?? During() ?? SeenTo() ?? Passing() ?? Named() ?? Proper();

    private Span? Led()
    {
        foreach (var lead in slots.Parts.Evidence)
        {
            var first = PastChange(tokens.SkipAll(lead.Past, Words.Articles));
            if (tokens.SpanOf(first, End(first)) is { } span && !IsOnlyPeople(first))
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>"checked weekly by the PLC": who looks is no evidence.</summary>
    private bool IsOnlyPeople(int first)
    {
        var past = End(first);
        past = tokens.Is(past - 1, ".") ? past - 1 : past;
        return past - first <= 3 && tokens.Word(first - 1) is "by" or "the" && tokens.Can(past - 1, WordClass.People);
    }

    /// <summary>"Evidence: exit tickets", "Data source: iReady".</summary>
    private Span? Labelled()
    {
        for (var at = tokens.Holds(Labels) ? 0 : tokens.Count; at < tokens.Count; at++)
        {
            var past = tokens.Is(at, "evidence") || (tokens.Is(at, "data") && tokens.Word(at + 1) is "source" or "sources") || (tokens.Word(at) is "measure" or "tool" or "instrument" && at > 3)
                ? tokens.Is(at, "data") ? at + 2 : tokens.Past(at + 1, "of", "success") is > 0 and var success ? success : at + 1 : 0;
            if (past > 0 && tokens.Is(past, ":") && tokens.SpanOf(past + 1, End(past + 1)) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>Capitals that name a test: an acronym, or two capitalised words in a row.</summary>
    private bool IsName(int at) => tokens[at].IsWord && tokens.StartsUpper(at) && !tokens.IsAny(at, Subjects) && !tokens.Has(at, Words.Months)
        && ((tokens[at].End - tokens[at].Start >= 3 && tokens.Text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start) is var word && word[1..].ContainsAnyInRange('A', 'Z'))
            || tokens.StartsUpper(at + 1));

    /// <summary>"as evidenced by a 10% rise in [MAP Growth]": what rises is what shows it.</summary>
    private int PastChange(int first)
    {
        if (slots.Parts.AmountAt(first) is not { Role: AmountRole.Change } change)
        {
            return first;
        }

        for (var at = change.Past; at < change.Past + 4; at++)
        {
            if (tokens.Word(at) is "in" or "on")
            {
                return tokens.SkipAll(at + 1, Words.Articles);
            }
        }

        return first;
    }

    /// <summary>Past the last word of the evidence: a consequence, a date or what it shows ends it.</summary>
    private int End(int first)
    {
        var end = slots.ClauseEnd(first);
        var rises = first > 0 && slots.Parts.Amounts.Exists(a => a.Role == AmountRole.Change && a.First < first && a.First > first - 8);
        for (var past = first; past < end; past++)
        {
            var dated = slots.Parts.DateAt(past) is { Firm: true } date && past > first && !IsName(date);
            var consequence = tokens.Is(past, ",") && (tokens.IsAny(past + 1, Words.Tails) || tokens.IsAny(past + 2, Words.Tails) || IsNewClause(past + 1, end) || (tokens.Word(past + 1) is "up" or "down" && tokens.Is(past + 2, "from")));
            var purpose = (tokens.Is(past, "to") && tokens.Can(past + 1, WordClass.Verb) && !tokens.Is(past + 1, "end")) || (tokens.Is(past, "looking") && tokens.Is(past + 1, "at"))
                || (tokens.Is(past, "on") && tokens.Is(past + 1, "top"));
            var another = rises && past > first && (tokens.Is(past, "and") || (tokens.Is(past, "\"") && past > first));
            if (dated || consequence || purpose || another || tokens.Word(past) is "\u2026" or "showing" or "collected" or "where" || (tokens.Is(past, "(") && !IsAcronym(past))
                || (tokens.Is(past, "that") && tokens.Word(past + 1) is "show" or "shows"))
            {
                return past;
            }
        }

        return end;
    }

    private bool IsAcronym(int at) => tokens[at + 1].IsWord && tokens.Is(at + 2, ")") && tokens.StartsUpper(at + 1);

    /// <summary>"in the 2021 NYC Survey": a year inside a name is no deadline.</summary>
    private bool IsName(DateMention date) => date.Precision == DatePrecision.CalendarYear && tokens.StartsUpper(date.Past);

    private bool IsNewClause(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 12); i++)
        {
            if (tokens.Word(i) is "will" or "should")
            {
                return true;
            }

            if (tokens.Is(i, ","))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Classroom observations show ...", "85% of notebooks will show ...".</summary>
    private Span? Shown()
    {
        for (var at = subject + 1; at < Math.Min(subject + 14, slots.HeadPast); at++)
        {
            if (tokens.Word(at) is not ("show" or "shows" or "reveal" or "reveals" or "indicate" or "indicates" or "confirm" or "confirms" or "reflect" or "reflects" or "find" or "finds")
                && !(tokens.IsAny(at, ShowsThat) && tokens.IsAny(predicates.IsModal(at - 1) ? at - 2 : at - 1, Parser.Records)))
            {
                continue;
            }

            var share = slots.Head.Count > 0 && slots.Head[0].First < at && tokens.Is(slots.Head[0].Past, "of") ? tokens.SkipAll(slots.Head[0].Past + 1, Words.Articles) : -1;
            if (share < 0)
            {
                return slots.Head.All(a => a.First > at) && (!predicates.IsModal(at - 1) || tokens.IsAny(at - 2, Parser.Records)) && !NamesPeople(subject, at) ? tokens.SpanOf(Analysing(at) ?? subject, predicates.IsModal(at - 1) ? at - 1 : at) : null;
            }

            var noun = predicates.Find(share, at) is { Restriction: > 0 and var narrowed } ? narrowed - 1 : predicates.IsModal(at - 1) ? at - 2 : at - 1;
            return tokens.IsAny(noun, Shows) ? tokens.SpanOf(share, predicates.IsModal(at - 1) ? at - 1 : at) : null;
        }

        return null;
    }

    /// <summary>", and 85% of [notebooks pulled from focus groups] will show ...": work that a later clause looks at.</summary>
    private Span? ShownLater()
    {
        for (var i = 1; i < slots.Quantities.Count; i++)
        {
            var share = slots.Quantities[i];
            if (!share.IsPercent || !tokens.Is(share.Past, "of"))
            {
                continue;
            }

            for (var at = share.Past + 2; at < share.Past + 10; at++)
            {
                if (tokens.Is(at, "will") && tokens.Is(at + 1, "show") && predicates.Find(share.Past + 1, at) is var found)
                {
                    var noun = found.Restriction > 0 ? found.Restriction - 1 : at - 1;
                    return tokens.Word(noun) is "notebooks" or "slips" or "tickets" or "samples" or "journals" or "portfolios" ? tokens.SpanOf(tokens.SkipAll(share.Past + 1, Words.Articles), at) : null;
                }
            }
        }

        return null;
    }

    /// <summary>People who show something are no evidence; surveys of them are.</summary>
    private bool NamesPeople(int first, int past)
    {
        for (var at = first; at < past && !tokens.Can(at, WordClass.Preposition) && !tokens.Is(at, "analysing") && !tokens.Is(at, "analyzing"); at++)
        {
            if (tokens.Can(at, WordClass.People) && (at + 1 == past || tokens.Can(at + 1, WordClass.Preposition)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Progress reports analysing [walkthrough data] by principals show".</summary>
    private int? Analysing(int past)
    {
        for (var at = subject; at < past; at++)
        {
            if (tokens.Word(at) is "analysing" or "analyzing")
            {
                return at + 1;
            }
        }

        return null;
    }

    /// <summary>"During monthly visits and climate checks, ...".</summary>
    private Span? During()
    {
        if (!tokens.Is(slots.HeadFirst, "during"))
        {
            return null;
        }

        for (var at = slots.HeadFirst + 1; at < slots.HeadFirst + 10; at++)
        {
            if (tokens.Is(at, ","))
            {
                return tokens.Word(at - 1) is "visits" or "checks" or "observations" or "walks" or "walkthroughs" or "rounds" or "tours" or "sweeps" or "interviews" or "drop-ins" or "ins" ? tokens.SpanOf(slots.HeadFirst + 1, at) : null;
            }
        }

        return null;
    }

    /// <summary>"do weekly learning walks to see that ...".</summary>
    private Span? SeenTo()
    {
        for (var at = tokens.Holds(Checking) ? slots.HeadFirst : slots.HeadPast - 2; at < slots.HeadPast - 2; at++)
        {
            if (tokens.Is(at, "to") && tokens.Word(at + 1) is "see" or "verify" or "check" && tokens.Word(at + 2) is "that" or "if" or "whether")
            {
                var often = slots.Parts.Frequencies.FindLast(f => f.First < at && f.First > at - 8);
                return often is null ? null : tokens.SpanOf(often.First, at);
            }
        }

        return null;
    }
}
