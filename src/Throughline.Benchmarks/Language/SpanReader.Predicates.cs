namespace Throughline.Benchmarks.Language;

/// <summary>A subject and what is said of it; an indicator and the people in its name.</summary>
internal sealed partial class SpanReader
{
    private static readonly HashSet<string> Skipped = Words.Set(
        "be able to consistently have has had regularly effectively of the our a an all each every its their continue been being also and or not both openly directly clearly");

    /// <summary>Verbs that say only that something is the case; what follows is the measure.</summary>
    private static readonly HashSet<string> Light = Words.Set(
        "demonstrate show make receive provide post get observed seen observe see are is");

    private static readonly HashSet<string> Going = Words.Set("go goes move moves come reach reaches hit get be stay remain climb exceed equal average total hold progress keep");

    private static readonly HashSet<string> Ways = Words.Set("up down from to by above below at better under over at");

    /// <summary>A noun phrase from its first word, and its predicate.</summary>
    private Shape Predicated(int first)
    {
        var found = predicates.Find(first, limit);
        var comma = CommaAfterPeople(first, found.First);
        var end = Trim(first, found.Found ? found.First : found.Restriction >= 0 ? found.Restriction : EndOfNoun(first, found.First));
        if (!found.Found && found.Restriction < 0 && found.First < limit && tokens.Word(found.First) is "where" or "," && WhereDone(found.First) is { } done)
        {
            return new Shape((first, Trim(first, found.First)), MeasureFrom(done), done);
        }

        if (!found.Found && found.Restriction < 0 && end < limit && tokens.Word(end) is "into" && end > first)
        {
            return new Shape((first, end), (tokens.SkipAll(end + 1, Words.Articles), Stop(end + 2)), end);
        }

        if (found.Found)
        {
            end = comma ?? end;
            if (comma is null && tokens.Is(found.First - 1, ",") is false && NewSubject(first, found.First) is { } subject)
            {
                return new Shape((first, subject.Past), MeasureFrom(found.First), found.First);
            }

            if (Moves(found.First) && HasRateNoun(first, found.First))
            {
                var indicator = Indicator(first);
                return indicator with { Verb = found.First };
            }

            if (Moves(found.First) && found.Restriction >= 0)
            {
                return new Shape((first, Trim(first, found.Restriction)), (PastWho(found.Restriction), Trim(found.Restriction, found.First)), found.First);
            }

            return WithMeasure((first, end), found.First, counted: true);
        }

        if (comma is { } pause)
        {
            return new Shape((first, pause), null);
        }

        if (!found.Found && found.Restriction < 0 && end < limit && tokens.Word(end) is "on" or "at" && end > first)
        {
            return new Shape((first, end), (end, Stop(end + 1)), end);
        }

        if (HasRateNoun(first, found.Restriction >= 0 ? found.Restriction : end))
        {
            return Indicator(first); // "60% of talk share kept up across sessions"
        }

        return found.Restriction >= 0
            ? new Shape((first, Trim(first, found.Restriction)), (tokens.SkipAll(found.Restriction, Skipped), Stop(found.Restriction + 1)), found.Restriction)
            : new Shape(end > first ? (first, end) : null, null);
    }

    /// <summary>A subject that is neither a share nor a universal.</summary>
    private Shape Said(int subject)
    {
        var found = predicates.Find(subject, limit);
        if (tokens.Word(subject) is "there" or "this" or "it" or "which" or "we" && found.Found)
        {
            var ours = WithMeasure((subject, subject), found.First);
            return ours.Population is { } p && p.First == p.Past ? ours with { Population = null } : ours;
        }

        if (!found.Found)
        {
            if (found.Restriction >= 0 && !HasRateNoun(subject, found.Restriction))
            {
                return new Shape((subject, Trim(subject, found.Restriction)), (found.Restriction, Stop(found.Restriction + 1)), found.Restriction);
            }

            return Indicator(subject);
        }

        var restricted = found.Restriction >= 0 ? found.Restriction : found.First;
        if (HasRateNoun(subject, restricted) || (HasRateNoun(subject, found.First) && !tokens.Can(restricted - 1, WordClass.People)))
        {
            return Indicator(subject) with { Verb = found.First };
        }

        if (Moves(found.First) && found.Restriction < 0 && PeopleIn(subject, found.First) is { } movers)
        {
            if (movers.First > subject + 1 && tokens.Can(tokens.Can(movers.First - 1, WordClass.Determiner) ? movers.First - 2 : movers.First - 1, WordClass.Preposition))
            {
                return Indicator(subject) with { Verb = found.First }; // "literacy for all students will be better"
            }

            return new Shape((subject, Trim(subject, found.First)), ObjectAfter(found.First), found.First);
        }

        if (Moves(found.First))
        {
            return found.Restriction >= 0
                ? new Shape((subject, Trim(subject, found.Restriction)), (PastWho(found.Restriction), Trim(found.Restriction, found.First)), found.First)
                : Indicator(subject) with { Verb = found.First };
        }

        var said = WithMeasure((subject, CommaAfterPeople(subject, found.First) ?? Trim(subject, found.First)), found.First);
        var thing = said.Population == (subject, CommaAfterPeople(subject, found.First) ?? Trim(subject, found.First)) && !Somebody(subject, found.First);
        return thing ? said with { Population = null, Measure = tokens.Can(found.First + 1, WordClass.Being) ? (subject, Trim(subject, found.First)) : said.Measure } : said;
    }

    /// <summary>The subject names people, a unit or a place, not only a thing.</summary>
    private bool Somebody(int first, int past)
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.Can(at, WordClass.People | WordClass.Countable) || tokens.Word(at) is "district" or "schools" or "senate" or "council" or "committee" or "office" or "pto")
            {
                return true;
            }
        }

        return false;
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

    /// <summary>The measure of a predicate whose subject is a doer, a person or a thing that is seen.</summary>
    private Shape WithMeasure((int First, int Past) who, int predicate, bool counted = false)
    {
        var at = PastAuxiliaries(predicate);
        if (Words.Movements.ContainsKey(tokens.Word(at)) && tokens.Can(at, WordClass.AnyVerb) && (HasRateNoun(at + 1, Stop(at + 1)) || tokens.Word(at + 1) is "in" or "on"))
        {
            var of = tokens.Word(at + 1) is "in" or "on" ? at + 2 : at + 1;
            of = tokens.Is(of, ",") && parts.DateAt(of + 1) is { } aside ? tokens.Skip(aside.Past, ",") : of; // "halve, by 2030, the ..."
            var indicator = Indicator(tokens.SkipAll(of, Skipped));
            var doer = !counted && !StudentsIn(who) && indicator.Population is { } people && (StudentsIn(people) || !tokens.Can(who.Past - 1, WordClass.People));
            return indicator with { Population = doer ? indicator.Population ?? who : who, Verb = predicate };
        }

        if (tokens.Word(at) is "show" or "shows" or "see" or "reveal" or "reveals" && predicates.Find(at + 1, limit) is { Found: false, Restriction: > 0 and var seen }
            && seen < at + 12)
        {
            return new Shape(tokens.Word(at) is "see" || !counted ? (tokens.SkipAll(at + 1, Skipped), seen) : who, (seen, Stop(seen + 1)), seen);
        }

        return new Shape(who, MeasureFrom(predicate), predicate);
    }

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
            means |= tokens.Word(i) is "data" or "protocol";
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

    /// <summary>The predicate says that the subject itself moves or reaches a figure: "will rise to", "will be up", "go from".</summary>
    private bool Moves(int predicate)
    {
        var at = predicates.IsModal(predicate) ? predicate + 1 : predicate;
        at = tokens.Can(at, WordClass.Adverb) ? at + 1 : at;
        if (tokens.Is(at, "be") || tokens.Can(at, WordClass.Being))
        {
            at++;
        }

        if (AmountAt(at) || (tokens.Word(at) is "up" or "down" or "better" or "reduced" or "increased" or "higher" or "lower" or "at" && at > predicate))
        {
            return true;
        }

        var next = tokens.Word(at + 1);
        return (Words.Movements.ContainsKey(tokens.Word(at)) || tokens.IsAny(at, Going))
            && (AmountAt(at + 1) || (Ways.Contains(next) && (next is not ("to" or "from" or "by" or "at") || AmountAt(at + 2) || Words.Movements.ContainsKey(tokens.Word(at))))
                || (next is "in" && tokens.Is(at + 2, "number")) || (tokens.Word(at) is "keep" && Words.Movements.ContainsKey(next)) || at + 1 >= limit || parts.DateAt(at + 1) is not null || parts.ComparisonAt(at + 1) is not null || next is "." or ";");
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

    private bool StudentsIn((int First, int Past) range)
    {
        for (var at = range.First; at < range.Past; at++)
        {
            if (tokens.IsAny(at, Words.Students))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"electives, where staff will mark ...": the verb of what is done there; null where none follows at once.</summary>
    private int? WhereDone(int at)
    {
        var where = tokens.Skip(at, ",");
        var done = tokens.Is(where, "where") ? predicates.Find(where + 1, Math.Min(limit, where + 10)) : default;
        return done.Found ? done.First : null;
    }

    private bool AmountAt(int at) => parts.AmountAt(at) is { Role: not AmountRole.Threshold } amount && !tokens.Is(amount.Past, "of");

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
}
