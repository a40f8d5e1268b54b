namespace Throughline.Benchmarks.Language;

/// <summary>The shapes of a head clause that are not a plain subject and predicate.</summary>
internal sealed partial class SpanReader
{
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
            if (!tokens.IsAny(at, Words.ChangeNouns) || predicates.IsModal(at - 1) || tokens.Is(at - 1, "to")
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

    /// <summary>Past "from ... " up to the next "in" or "of": "growth from the fall in X".</summary>
    private int PastFrom(int at)
    {
        for (var i = at + 1; i < Math.Min(limit, at + 6); i++)
        {
            if (tokens.Is(i, "in"))
            {
                return i;
            }
        }

        return at;
    }

    /// <summary>"80% of the teachers ...", "all teams ...", "each school ...".</summary>
    private Shape? Counted(int subject)
    {
        var share = slots.Head.Count > 0 && slots.Head[0] is { Role: AmountRole.Level } level && (level.IsPercent || level.Value is null)
            && ((tokens.Is(level.Past, "of") && !(slots.Baselines.Count > 0 && tokens.Is(level.First - 1, "to"))) || level.IsPart || (tokens.Is(level.Past, "(") && tokens.Is(predicates.PastBracket(level.Past, limit), "of"))) ? level : null;
        var whole = (Mention?)share ?? (slots.Universal is { } u && u.First >= slots.HeadFirst && u.First < limit ? u : null);
        if (whole is not null && whole.First > subject && tokens.Can(whole.First - 1, WordClass.Act) && tokens.Can(whole.First - 1, WordClass.Verb | WordClass.Ing) && !(share is null && DoneBy(subject, whole.First)))
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

        if (share is not null && share.First > subject + 1 && IsTime(share.Past + 1) && predicates.Find(subject, share.First) is { Found: true, First: var does } && does > subject)
        {
            var start = PastAuxiliaries(does); // "Staff stay in the language 90% of class time"
            return new Shape((subject, Trim(subject, does)), start < share.First ? (start, share.First) : null, does);
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

    /// <summary>"the time", "class time", "days": of what a share says how much, not who.</summary>
    private bool IsTime(int at)
    {
        at = tokens.SkipAll(at, Skipped);
        return tokens.Word(at) is "time" or "days" or "minutes" or "occasions" or "opportunities" or "mornings" || (tokens.Word(at + 1) is "time" or "days" or "minutes" && tokens.Word(at) is "class" or "school" or "instructional" or "work" or "block" or "lesson");
    }

    /// <summary>"Coaches will visit each teacher": who does it has been named.</summary>
    private bool DoneBy(int subject, int past) => predicates.Find(subject, past) is { Found: true, First: var verb } && PeopleIn(subject, verb) is not null;

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
            || (tokens.Has(verb, Words.Movements) && tokens.Can(verb, WordClass.Verb));
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
        past = tokens.Is(past, "by") && parts.AmountAt(past + 1) is { } by ? by.Past : parts.AmountAt(past)?.Past ?? past;
        past = parts.DateAt(tokens.SkipAll(past, Skipped))?.Past ?? tokens.SkipAll(past, Skipped);
        if (predicates.Find(past, limit) is { Found: true } inner && PeopleIn(past, inner.First) is { } doers && inner.First == doers.Past)
        {
            return new Shape((tokens.Skip(doers.First, "more"), doers.Past), MeasureFrom(inner.First), inner.First, Order: true); // "Have more students finish Algebra I"
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

        return new Shape(tokens.Word(first - 1) is "hire" or "recruit" || tokens.Word(first - 2) is "hire" or "recruit" ? null : PeopleIn(first, past), (first, past));
    }
}
