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

    public SpanReader(Slots slots)
    {
        this.slots = slots;
        parts = slots.Parts;
        tokens = parts.Tokens;
        predicates = new PredicateFinder(parts);
        limit = slots.HeadPast;
        var subject = SubjectFirst();
        Evidence = new EvidenceFinder(slots, subject).Find();
        Found = ChangeOf(subject) ?? Counted(subject) ?? Ordered(subject) ?? Said(subject);
        if (Found.Population is null && (Found.Measure is not null || slots.Head.Count > 0))
        {
            var named = Found.Measure is { } m ? PeopleIn(m.First, m.Past) : null;
            Found = Found with { Population = named ?? Surveyed() ?? Grades(slots.HeadFirst, Math.Max(slots.HeadFirst, subject)) };
        }

        Measure = SpanOf(Found.Measure);
        Population = SpanOf(Found.Population);
    }

    public Span? Measure { get; }

    public Span? Population { get; }

    public Span? Evidence { get; }

    /// <summary>The same by tokens, with the predicate's verb.</summary>
    public Shape Found { get; }

    /// <summary>Past the sign of a list, a label, a date, a frequency and an opening phrase with its comma.</summary>
    private int SubjectFirst()
    {
        var at = slots.HeadFirst;
        while (tokens[at] is { Kind: TokenKind.Symbol, Text: "-" or "*" or "\u2022" or "\u00B7" or "\u25CF" or "\u25AA" or [>= '\uD800' and <= '\uDFFF', ..] })
        {
            at++;
        }

        at = AfterEvidence(Label(at));
        for (var turns = 0; turns < 8; turns++)
        {
            var opening = parts.DateAt(at)?.Past ?? (parts.FrequencyAt(at) is { How.Name: "each_event" } event1 ? PastEvent(event1.Past) : parts.FrequencyAt(at)?.Past) ?? Opening(at);
            opening = tokens.Word(opening) is "," or "-" or ":" ? opening + 1 : opening;
            if (opening == at)
            {
                break;
            }

            at = opening;
        }

        return tokens.SkipAll(at, Words.Articles);
    }

    /// <summary>"... as evidenced by the survey, [the on-time rate will be 91%]": the figure has a subject of its own.</summary>
    private int AfterEvidence(int at)
    {
        var figure = slots.Head.Count > 0 ? slots.Head[0].First : at;
        var lead = parts.Evidence.Find(e => e.First > at && e.First < figure);
        var modal = figure;
        while (lead is not null && modal > lead.Past && !predicates.IsModal(modal))
        {
            modal--;
        }

        for (var i = modal; lead is not null && modal > lead.Past && i > lead.Past; i--)
        {
            if (tokens.Is(i, ","))
            {
                return i + 1;
            }
        }

        return at;
    }

    /// <summary>"Target 4.2:", "Staff Goal:", "For assessments that ...:"; a heading that a figure follows is the measure itself.</summary>
    private int Label(int at)
    {
        var end = Math.Min(limit, at + (tokens.Is(at, "for") ? 24 : 7));
        for (var i = at + 1; i < end; i++)
        {
            if (tokens.Is(i, "-") && !tokens[i].Touches && !tokens[i + 1].Touches && tokens.Word(i - 1) is "goal" or "target" or "benchmark")
            {
                return i + 1;
            }

            if (tokens.Is(i, ":") && !(tokens[i].Touches && tokens[i + 1] is { Touches: true, IsNumber: true }))
            {
                return parts.AmountAt(i + 1) is null || tokens.Word(i - 1) is "goal" or "target" or "benchmark" or "smart" || tokens[i - 1].IsNumber ? i + 1 : at;
            }

            if (parts.AmountAt(i) is not null && !tokens.Is(i + 1, ":"))
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>"after the enrollment of any new student (...), [supports will be assigned]".</summary>
    private int PastEvent(int at)
    {
        for (var i = at; i < Math.Min(limit, at + 30); i++)
        {
            i = tokens.Is(i, "(") ? predicates.PastBracket(i, limit) : i;
            if (tokens.Is(i, ","))
            {
                return i + 1;
            }

            if (predicates.IsModal(i))
            {
                break;
            }
        }

        return at;
    }

    /// <summary>"At our school,", "On the math diagnostic,", "As measured by KSA,", "During monthly visits,".</summary>
    private int Opening(int at)
    {
        if (tokens.Word(at) is "from" or "in" && Words.Months.ContainsKey(tokens.Word(at + 1)))
        {
            return Words.Months.ContainsKey(tokens.Word(at + 3)) ? at + 4 : at + 2; // "from Dec-April"
        }

        if (LeadsTo(at) is > 0 and var led)
        {
            return led;
        }

        if (!tokens.Can(at, WordClass.Preposition) && tokens.Word(at) is not ("as" or "starting" or "after" or "before" or "given" or "and" or "which" or "this"))
        {
            return at;
        }

        for (var i = at + 1; i < Math.Min(limit, at + 16); i++)
        {
            if (tokens.Is(i, ",") && !(parts.AmountOver(i) is not null))
            {
                return i + 1;
            }

            if (predicates.IsModal(i) || parts.AmountAt(i) is { Role: AmountRole.Level or AmountRole.Change })
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>"leading to", "which leads to", "this will lead to".</summary>
    private int LeadsTo(int at)
    {
        var end = Math.Min(limit, at + 6);
        for (var i = at; i < end; i++)
        {
            if (tokens.Word(i) is "leading" or "leads" or "lead" or "led" or "resulting" or "results")
            {
                return tokens.Word(i + 1) is "to" or "too" or "in" ? i + 2 : 0;
            }

            if (tokens.Word(i) is not ("all" or "of" or "which" or "this" or "will" or "that" or "and" or "these"))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>"a 10% rise in X", "an increase of 5 points in X", "a 2.5 point improvement on X", "growth in X".</summary>
    private Shape? ChangeOf(int subject)
    {
        var change = slots.Head.Count > 0 && slots.Head[0].Role == AmountRole.Change ? slots.Head[0] : null;
        if (change is null && (slots.Head.Count > 0 || slots.Universal is not null) && slots.Baselines.Count == 0)
        {
            return null;
        }

        var first = change is null ? subject : Math.Max(subject, change.First - 3);
        var end = Math.Min(limit, change is null ? subject + 5 : change.Past + 6);
        for (var at = first; at < end; at++)
        {
            if (!Words.ChangeNouns.Contains(tokens.Word(at)) || predicates.IsModal(at - 1) || tokens.Is(at - 1, "to")
                || (change is null && (tokens.Can(at - 1, WordClass.People) || (at > subject && slots.Baselines.Count > 0 && !(tokens.Word(at - 1) is "a" or "an" || tokens.Word(at - 2) is "a" or "an")))))
            {
                continue;
            }

            var past = at + 1;
            past = change is not null && change.First > at && change.First <= at + 2 ? change.Past : past;
            past = parts.FrequencyAt(past)?.Past ?? past;
            past = parts.ComparisonAt(past)?.Past ?? (tokens.Is(past, "from") ? PastFrom(past) : past);
            if (tokens.Word(past) is "in" or "of" or "on" && parts.DateAt(past) is null && past > at)
            {
                var shape = Indicator(tokens.SkipAll(past + 1, Words.Articles), whole: true);
                return shape with { Population = shape.Population ?? PeopleBefore(subject, at) };
            }
        }

        return null;
    }

    /// <summary>"80% of the teachers ...", "all teams ...", "each school ...".</summary>
    private Shape? Counted(int subject)
    {
        var share = slots.Head.Count > 0 && slots.Head[0] is { Role: AmountRole.Level } level && (level.IsPercent || level.Value is null)
            && (tokens.Is(level.Past, "of") || level.IsPart || (tokens.Is(level.Past, "(") && tokens.Is(predicates.PastBracket(level.Past, limit), "of"))) ? level : null;
        var whole = (Mention?)share ?? (slots.Universal is { } u && u.First >= slots.HeadFirst && u.First < limit ? u : null);
        if (whole is not null && whole.First > subject && tokens.Can(whole.First - 1, WordClass.Act) && tokens.Can(whole.First - 1, WordClass.Verb | WordClass.Ing))
        {
            var people = tokens.SkipAll(whole.Past, Skipped); // "train all aides on ...", "coaching 100% of staff on ..."
            return new Shape((people, EndOfNoun(people, limit)), (whole.First - 1, Stop(people + 1)), whole.First - 1);
        }

        var each = share is null && slots.Universal is { } universal && universal.First >= slots.HeadFirst && universal.First < limit ? universal : null;
        if (share is null && (each is null || (slots.Head.Count > 0 && slots.Head[0].First < each.First) || !IsSubject(subject, each.First)))
        {
            return null;
        }

        if (share is not null && slots.Universal is { } every && every.First < share.First && every.First <= subject + 1 && InTail(subject, share.First))
        {
            return Predicated(tokens.SkipAll(every.Past, Skipped));
        }

        if (share is not null && share.First > subject && (tokens.Can(share.First - 1, WordClass.Ing) && tokens.Can(share.First - 2, WordClass.People)))
        {
            return null;
        }

        if (share is not null && share.First > subject && predicates.Find(subject, share.First) is { Found: true, First: var verb }
            && tokens.SkipAll(share.Past, Skipped) is var thing && EndOfNoun(thing, limit) is var thingPast && PeopleIn(thing, thingPast) is null
            && !Last(thing, thingPast) && PeopleIn(subject, verb) is { } doer && verb + 3 > share.First)
        {
            return new Shape(doer, (thing, Math.Min(thingPast, Stop(thing + 1))), verb); // "Staff will give 100% of the time ..."
        }

        if (share is not null && tokens.Is(share.First - 1, "for") && HasRateNoun(subject, share.First))
        {
            return Indicator(subject) with { Population = Predicated(tokens.SkipAll(share.Past, Skipped)).Population }; // "attendance of 95% for 80% of students"
        }

        if (share is not null && tokens.Word(share.First - 1) is "in" or "for" or "with" or "across" && tokens[share.First - 2].IsWord && tokens.Word(share.First - 2) is not ("that" or "see" or "where")
            && predicates.Find(subject, share.First - 1).Found && !predicates.Find(tokens.SkipAll(share.Past, Skipped), limit).Found)
        {
            return null; // "Coaches model lessons for 100% of new teachers": the coaches do it
        }

        var first = tokens.SkipAll(share is null ? each!.Past : tokens.Is(share.Past, "of") || share.IsPart ? share.Past : predicates.PastBracket(share.Past, limit), Skipped);
        return Predicated(first);
    }

    /// <summary>Nothing is said before it: neither a verb nor a preposition that makes it an object.</summary>
    private bool IsSubject(int subject, int at) =>
        at <= subject + 1 || (!predicates.Find(subject, at).Found && !(tokens.Can(at - 1, WordClass.Preposition) && at - 1 > subject));

    /// <summary>The noun is a unit that is counted.</summary>
    private bool Last(int first, int past)
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.Can(at, WordClass.Countable))
            {
                return true;
            }
        }

        return false;
    }

    private bool InTail(int first, int at)
    {
        for (var i = first; i < at; i++)
        {
            if (tokens.Is(i, ",") && tokens.IsAny(i + 1, Words.Tails))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Reduce X from 31% to 22%", "Develop a plan".</summary>
    private Shape? Ordered(int subject)
    {
        var verb = tokens.Can(subject, WordClass.Adverb) ? subject + 1 : subject;
        var opened = tokens.Is(verb - 1, ",") && tokens.Can(verb, WordClass.Act) && !predicates.Find(verb + 1, limit).Found;
        var order = tokens.Can(verb, WordClass.Verb) && (opened || !(tokens.Can(verb, WordClass.AlsoNoun) && !tokens.Can(verb + 1, WordClass.Determiner)))
            || (Words.Movements.ContainsKey(tokens.Word(verb)) && tokens.Can(verb, WordClass.Verb));
        if (!order || tokens.Can(verb, WordClass.People))
        {
            return null;
        }

        if (predicates.Find(subject + 1, limit) is { Found: true } later && predicates.IsModal(later.First))
        {
            return null; // "agree or strongly agree answers will be up"
        }

        var past = verb + 1;
        while (tokens.Word(past) is "or" or "and" or "in" or "up" or "out" or "," && tokens.Can(past + 1, WordClass.Verb | WordClass.Determiner))
        {
            past += 2;
        }

        past = past > verb + 1 && tokens.Can(past - 1, WordClass.Determiner) ? past : past;
        past = parts.AmountAt(past)?.Past ?? past;
        past = parts.DateAt(tokens.SkipAll(past, Skipped))?.Past ?? tokens.SkipAll(past, Skipped);
        if (predicates.Find(past, limit) is { Found: true } inner && PeopleIn(past, inner.First) is { } doers && inner.First == doers.Past)
        {
            return new Shape(doers, MeasureFrom(inner.First), inner.First, Order: true); // "Have more students finish Algebra I"
        }

        var shape = tokens.Can(verb, WordClass.Act) && !HasRateNoun(past, limit) ? Made(past) : Indicator(past);
        return shape with { Verb = verb, Order = true, Population = tokens.Can(verb, WordClass.Act) && !HasRateNoun(verb, limit) && shape.Measure is { } object1 && shape.Population is { } people && people.First >= object1.Past ? null : shape.Population };
    }

    /// <summary>What is to be made or done, up to words that describe it.</summary>
    private Shape Made(int first)
    {
        var past = Stop(first + 1);
        for (var at = first + 2; at < past; at++)
        {
            if (tokens.Can(at, WordClass.Ing) && tokens.Word(at - 1) is [.., 's'] && !tokens.Can(at, WordClass.People))
            {
                past = at;
            }
        }

        return new Shape(PeopleIn(first, past), (first, past));
    }

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

        if (past > r.First + 1 && tokens.Is(past - 1, ".") )
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
