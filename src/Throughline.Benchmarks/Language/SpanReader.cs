namespace Throughline.Benchmarks.Language;

/// <summary>The words for what is measured, for who is counted, and for what would show it.</summary>
internal sealed class SpanReader
{
    private static readonly HashSet<string> Skipped = Words.Set(
        "be able to consistently have regularly effectively of the our a an all each every its their continue");

    private static readonly HashSet<string> Verbs = Words.Set(
        "show shows showing demonstrate use using develop meet meets participate report complete analyze provide provides receive incorporate "
        + "engage have has going go finish write adjust including understand make can will shall should are is were improve improves "
        + "increase decreases decrease see adhere attend consistently act on mark who");

    private static readonly HashSet<string> Instruments = Words.Set(
        "map dibels iready nwea staar mcas panorama ksa star survey surveys assessment assessments exam test tests screener sol rubric "
        + "fastbridge mca isat fast peli diagnostic inventory checklist");

    private static readonly HashSet<string> Connectors = Words.Set("on the in of by from via to through");

    private readonly Slots slots;
    private readonly Tokens tokens;

    public SpanReader(Slots slots)
    {
        this.slots = slots;
        tokens = slots.Parts.Tokens;
        Evidence = Led() ?? Shown() ?? Named();
        var subject = SubjectFirst();
        var modal = ModalAfter(subject);
        (Population, var past) = PopulationFrom(subject, modal);
        Measure = MeasureFrom(subject, modal, past);
        Population ??= PeopleIn(Measure);
    }

    public Span? Measure { get; }

    public Span? Population { get; }

    public Span? Evidence { get; }

    private Span? Led()
    {
        foreach (var lead in slots.Parts.Evidence)
        {
            var first = tokens.SkipAll(lead.Past, Words.Articles);
            var past = first;
            var end = slots.ClauseEnd(first);
            while (past < end && !tokens.Is(past, "(") && !tokens.Is(past, "\u2026") && !slots.Parts.Dates.Any(d => d.First == past && d.Firm)
                && !(tokens.Is(past, ",") && (tokens.IsAny(past + 1, Words.Tails) || tokens.IsAny(past + 2, Words.Tails)))
                && !tokens.Is(past, "showing") && !tokens.Is(past, "collected"))
            {
                past++;
            }

            if (tokens.SpanOf(first, past) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    private Span? Shown()
    {
        var first = SubjectFirst();
        for (var at = first + 1; at < Math.Min(first + 12, slots.HeadPast); at++)
        {
            if (tokens.Word(at) is "show" or "shows" or "reveal" or "reveals" && slots.Head.All(a => a.First > at))
            {
                return tokens.SpanOf(first, at);
            }
        }

        return null;
    }

    private Span? Named()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens.IsAny(at, Instruments) || (!tokens.StartsUpper(at) && tokens.Word(at).Length < 5))
            {
                continue;
            }

            var first = at;
            while (first > 0 && !tokens.IsAny(first - 1, Connectors) && (tokens[first - 1].IsWord || tokens[first - 1].IsNumber || tokens.Is(first - 1, "-"))
                && at - first < 6 && !slots.Parts.Amounts.Any(a => a.Past == first))
            {
                first--;
            }

            var past = at + 1;
            while (tokens.StartsUpper(past) || tokens.IsAny(past, Instruments))
            {
                past++;
            }

            return tokens.SpanOf(first, past);
        }

        return null;
    }

    /// <summary>Past the sign of a list, the date and the frequency that may open the head clause.</summary>
    private int SubjectFirst()
    {
        var at = slots.HeadFirst;
        while (tokens[at] is { Kind: TokenKind.Symbol, Text: "-" or "*" or "\u2022" or [>= '\uD800' and <= '\uDFFF', ..] })
        {
            at++;
        }

        for (var turns = 0; turns < 6; turns++)
        {
            var opening = slots.Parts.Dates.Find(d => d.First == at)?.Past ?? slots.Parts.Frequencies.Find(f => f.First == at)?.Past
                ?? (turns == 0 && tokens.Is(at + 1, ":") ? at + 2 : turns == 0 && tokens.Is(at + 2, ":") ? at + 3 : at);
            opening = tokens.Skip(opening, ",");
            if (opening == at)
            {
                break;
            }

            at = opening;
        }

        return tokens.SkipAll(at, Words.Articles);
    }

    private int? ModalAfter(int first)
    {
        for (var at = first; at < slots.HeadPast; at++)
        {
            if (tokens.Word(at) is "will" or "shall" or "should" or "can")
            {
                return at;
            }
        }

        return null;
    }

    private (Span? Span, int Past) PopulationFrom(int subject, int? modal)
    {
        var share = slots.Head.Count > 0 && slots.Head[0].Role == AmountRole.Level && slots.Head[0].IsPercent && tokens.Is(slots.Head[0].Past, "of");
        var each = slots.Head.Count == 0 || !share ? slots.Universal : null;
        if (share || (each is not null && each.First >= slots.HeadFirst))
        {
            var first = tokens.SkipAll(share ? slots.Head[0].Past : each!.Past, Skipped);
            var past = first + 1;
            while (past < slots.HeadPast && past < first + 16 && !tokens.IsAny(past, Verbs) && !tokens.IsAny(past, Words.Modals)
                && tokens.Word(past) is not ("," or "(") && !Starts(past))
            {
                past++;
            }

            return (tokens.SpanOf(first, Math.Min(past, tokens.Count)), past);
        }

        if (modal is { } will && will > subject && !HasRateNoun(subject, will))
        {
            var amount = slots.Parts.Amounts.Find(a => a.First <= subject && subject < a.Past);
            var nobody = tokens.Word(subject) is "there" or "this" or "it" or "which";
            return (nobody ? null : tokens.SpanOf(tokens.SkipAll(amount?.Past ?? subject, Skipped), will), will);
        }

        return (null, subject);
    }

    private Span? MeasureFrom(int subject, int? modal, int populationPast)
    {
        var change = slots.Head.Count > 0 && slots.Head[0].Role == AmountRole.Change ? slots.Head[0] : null;
        if (change is not null && Words.ChangeNouns.Contains(tokens.Word(change.Past)) && tokens.Word(change.Past + 1) is "in" or "of")
        {
            var first = tokens.SkipAll(change.Past + 2, Words.Articles);
            return tokens.SpanOf(first, Stop(first + 1));
        }

        if (modal is { } will && will > subject && HasRateNoun(subject, will) && Population is null)
        {
            return tokens.SpanOf(subject, Math.Min(will, Stop(subject + 1)));
        }

        var after = tokens.SkipAll((modal is { } m && m >= populationPast ? m + 1 : Population is null ? subject : populationPast), Skipped);
        after = tokens.SkipAll(after, Words.Modals);
        var transitive = Words.Movements.ContainsKey(tokens.Word(after)) && !slots.Parts.Amounts.Any(a => a.First == after + 1);
        var start = transitive ? tokens.SkipAll(after + 1, Words.Articles) : after;
        start = tokens.SkipAll(start, Skipped);
        if (transitive && (tokens.Word(start) is "by" or "from" or "to" || Starts(start)))
        {
            return Population;
        }

        return start < slots.HeadPast ? tokens.SpanOf(start, Stop(start + 1)) : null;
    }

    private int Stop(int at)
    {
        while (at < slots.HeadPast && !Starts(at) && !tokens.IsAny(at, Words.Tails) && !(tokens.Is(at, ",") && tokens.IsAny(at + 1, Words.Tails))
            && !(tokens.Word(at) is "from" or "to" or "by" or "of" && slots.Parts.Amounts.Any(a => a.First == at + 1))
            && !(tokens.Is(at, "to") && tokens.Word(at + 1) is "improve" or "ensure" or "inform" or "identify")
            && !(tokens.Is(at, "so") || tokens.Is(at, "will")) && !(tokens.Is(at, "in") && tokens.Is(at + 1, "order")))
        {
            at++;
        }

        at = tokens.Is(at - 1, ",") ? at - 1 : at;
        return at;
    }

    private bool Starts(int at) => slots.Parts.Evidence.Any(e => e.First == at) || slots.Parts.Dates.Any(d => d.First == at && d.Firm)
        || slots.Parts.Comparisons.Any(c => c.First == at);

    private bool HasRateNoun(int first, int past)
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.IsAny(at, Words.RateNouns) && !slots.Parts.Amounts.Any(a => a.First <= at && at < a.Past))
            {
                return true;
            }
        }

        return slots.Parts.Phrases.Any(p => p.First >= first && p.Past <= past);
    }

    private Span? PeopleIn(Span? measure)
    {
        for (var at = slots.HeadFirst; at < slots.HeadPast; at++)
        {
            var within = measure is null || (tokens[at].Start >= measure.Start && tokens[at].End <= measure.End)
                || tokens.Word(at - 1) is "for" or "of" || tokens.Word(at - 2) is "for";
            if (within && (tokens.IsAny(at, Words.Students) || tokens.IsAny(at, Words.Adults) || tokens.IsAny(at, Words.Families)))
            {
                var first = tokens.StartsUpper(at - 1) && at - 1 > slots.HeadFirst ? at - 1 : at;
                return tokens.SpanOf(first, at + 1);
            }
        }

        return null;
    }
}
