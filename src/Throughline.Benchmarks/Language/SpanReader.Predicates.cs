namespace Throughline.Benchmarks.Language;

/// <summary>A subject and what is said of it; an indicator and the people in its name.</summary>
internal sealed partial class SpanReader
{
    private static readonly WordSet Skipped = Words.Set(
        "be able to consistently have has had regularly effectively of the our a an all each every its their continue been being also and or not both openly directly clearly");

    /// <summary>Verbs that say only that something is the case; what follows is the measure.</summary>
    private static readonly WordSet Light = Words.Set(
        "demonstrate show make receive provide get observed seen observe see are is");

    private static readonly WordSet Going = Words.Set("go goes move moves come reach reaches hit get be stay remain climb exceed equal average total hold progress keep");
    private static readonly WordSet Ways = Words.Set("up down from to by above below at better under over at");

    /// <summary>A noun phrase from its first word, and its predicate.</summary>
    private Shape Predicated(int first)
    {
        var found = predicates.Find(first, limit);
        if (!found.Found && With(first, found.First) is > 0 and var with)
        {
            return new Shape((first, with), (with, Stop(with + 1)), with);
        }

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
        for (var at = subject + 1; at < Math.Min(limit - 2, subject + 24); at++)
        {
            if (tokens.Word(at) is "done" or "led" or "held" or "conducted" or "completed" or "given" && tokens.Is(at + 1, "by") && PeopleFrom(at + 2) is > 0 and var past && !predicates.Find(subject, at).Found)
            {
                return new Shape((tokens.SkipAll(at + 2, Skipped), past), (subject, at)); // "drop-ins done by deans"
            }
        }

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
            var isHead = tokens.Can(found.First - 1, WordClass.People) || tokens.Word(found.First - 1) is ")" or "," or "disabilities" or "color" || tokens[found.First - 1].IsNumber;
            if (!isHead || !tokens.Can(movers.Past - 1, WordClass.People | WordClass.Countable))
            {
                return Indicator(subject) with { Verb = found.First }; // "students' letter naming will rise"
            }

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

    /// <summary>Past the people that stand there; 0 where none do.</summary>
    private int PeopleFrom(int at)
    {
        for (var i = at; i < at + 4 && tokens[i].IsWord; i++)
        {
            if (tokens.Can(i, WordClass.People) && !tokens.Can(i + 1, WordClass.People))
            {
                return PastPeople(i + 1, limit);
            }
        }

        return 0;
    }

    /// <summary>The measure of a predicate whose subject is a doer, a person or a thing that is seen.</summary>
    private Shape WithMeasure((int First, int Past) who, int predicate, bool counted = false)
    {
        var at = PastAuxiliaries(predicate);
        if (tokens.Has(at, Words.Movements) && tokens.Can(at, WordClass.AnyVerb) && (HasRateNoun(at + 1, Stop(at + 1)) || tokens.Word(at + 1) is "in" or "on"))
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

    /// <summary>"rooms [with student work posted]": where nothing else is said of them it is what is counted; "students with disabilities" is a group.</summary>
    private int With(int first, int past)
    {
        for (var at = first + 1; at < past && at < first + 5; at++)
        {
            if (tokens.Word(at) is "with" or "w/" && tokens.Can(at - 1, WordClass.People | WordClass.Countable) && tokens.Word(at + 1) is not ("disabilities" or "ieps" or "iep" or "an" or "504" or "color" or "significant"))
            {
                return at;
            }

            if (tokens.Can(at, WordClass.Ing | WordClass.Relative | WordClass.Preposition))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>The predicate says that the subject itself moves or reaches a figure: "will rise to", "will be up", "go from".</summary>
    private bool Moves(int predicate)
    {
        var at = predicates.IsModal(predicate) || (tokens.Word(predicate) is "does" or "do" && tokens.Is(predicate + 1, "not")) ? predicate + 1 : predicate;
        at = tokens.Can(at, WordClass.Adverb) && !AmountAt(at) ? at + 1 : at;
        if (tokens.Is(at, "be") || tokens.Can(at, WordClass.Being))
        {
            at++;
        }

        if (AmountAt(at) || (tokens.Word(at) is "up" or "down" or "better" or "reduced" or "increased" or "higher" or "lower" or "at" && at > predicate))
        {
            return true;
        }

        var next = tokens.Word(at + 1);
        return (tokens.Has(at, Words.Movements) || tokens.IsAny(at, Going))
            && (AmountAt(at + 1) || (Ways.Contains(next) && (next is not ("to" or "from" or "by" or "at") || next is "from" || AmountAt(at + 2) || tokens.Has(at, Words.Movements)))
                || (next is "in" && tokens.Is(at + 2, "number")) || (tokens.Word(at) is "keep" && Words.Movements.Contains(next)) || at + 1 >= limit || parts.DateAt(at + 1) is not null || parts.ComparisonAt(at + 1) is not null || next is "." or ";");
    }

    private bool AmountAt(int at) => parts.AmountAt(at) is { Role: not AmountRole.Threshold } amount && !tokens.Is(amount.Past, "of");

    /// <summary>"electives, where staff will mark ...": the verb of what is done there; null where none follows at once.</summary>
    private int? WhereDone(int at)
    {
        var where = tokens.Skip(at, ",");
        var done = tokens.Is(where, "where") ? predicates.Find(where + 1, Math.Min(limit, where + 10)) : default;
        return done.Found ? done.First : null;
    }

    /// <summary>"in 80% of rooms, teachers keep ...": the share's noun, then a subject of its own.</summary>
    private (int First, int Past)? NewSubject(int first, int predicate)
    {
        for (var at = first + 1; at < predicate; at++)
        {
            if (tokens.Is(at, ",") && tokens.Can(at - 1, WordClass.Countable) && tokens.Can(at + 1, WordClass.People) && at + 2 == predicate)
            {
                return (at + 1, at);
            }
        }

        return null;
    }
}
