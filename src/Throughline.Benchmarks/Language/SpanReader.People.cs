namespace Throughline.Benchmarks.Language;

/// <summary>Where noun phrases end, and the people within and around them.</summary>
internal sealed partial class SpanReader
{
    /// <summary>Past the last word of a measure: a deadline, evidence, a comparison, a purpose or the figures end it.</summary>
    private int Stop(int at)
    {
        var first = at - 1;
        for (; at < limit; at++)
        {
            if (tokens.Is(at, "("))
            {
                var past = predicates.PastBracket(at, limit);
                if (past > at + 5)
                {
                    return at;
                }

                at = past - 1;
                continue;
            }

            if (Starts(at) || tokens.Word(at) is "so" or "will" or "because" or "whereby"
                || (tokens.IsAny(at, Words.Tails) && (tokens.Is(at - 1, ",") || (tokens.Word(at) is "using" && at >= first + 3) || (tokens.Is(at, "through") && !tokens[at + 1].IsNumber) || tokens.Word(at) is not ("through" or "using" or "making" or "when" or "given" or "following" or "while")))
                || (tokens.Is(at, ",") && EndsAtComma(at))
                || (tokens.Word(at) is "from" or "to" or "by" or "of" && (parts.AmountAt(at + 1) is { Role: not AmountRole.Threshold } || tokens.Is(at + 1, "an") || (tokens.Is(at, "from") && BaselineWithin(at))))
                || (tokens.Is(at, "to") && tokens.Can(tokens.Can(at + 1, WordClass.Adverb) ? at + 2 : at + 1, WordClass.Verb) && tokens.Word(at - 1) is not ("able" or "begin" or "continue" or "how" or "need" or "activity" or "activities" or "opportunities" or "ability" or "time" or "steps"))
                || (tokens.Is(at, "that") && at >= first + 4 && !tokens.Can(at - 1, WordClass.AnyVerb & ~WordClass.Past) && !tokens.Is(at - 1, "evidence"))
                || tokens.Is(at, "regarding") || (tokens.Is(at, "they") && at >= first + 3 && !tokens.Can(at - 1, WordClass.AnyVerb))
                || (parts.AmountAt(at) is { Role: AmountRole.Level, IsPercent: true } figure && !tokens.Is(figure.Past, "of"))
                || (tokens.Word(at) is "in" or "for" or "with" or "across" && parts.AmountAt(at + 1) is { Role: AmountRole.Level, IsPercent: true })
                || (tokens.Is(at, "by") && at >= first + 3 && tokens[at + 1].IsWord && !tokens.Can(at + 1, WordClass.Ing))
                || (tokens.Is(at, ":") && parts.AmountAt(at + 1) is not null)
                || (tokens.Is(at, "on") && tokens.Is(at + 1, "a") && parts.FrequencyAt(at + 2) is not null)
                || (parts.FrequencyAt(at - 1) is null && at > first + 3 && EndsFrequency(at))
                || (tokens.Can(at, WordClass.Preposition) && tokens.Is(at + 1, "each") && tokens.Is(at + 2, "grade"))
                || (tokens.Word(at) is "and" or "&" or "," && IsNewChange(at + 1))
                || (tokens.Is(at, "on") && IsSurvey(at + 1) && at > first + 1)
                || (tokens.Is(at, "in") && tokens.Is(at + 1, "order")))
            {
                break;
            }
        }

        return tokens.Is(at - 1, ",") ? at - 1 : at;
    }

    /// <summary>A period with its preposition has just been said: "per month", "each week".</summary>
    private bool EndsFrequency(int at)
    {
        foreach (var often in parts.Frequencies)
        {
            if (often.Past == at && often is { Adjective: false, Per: not null })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Commas of the same list before this one.</summary>
    private int CommasBefore(int at)
    {
        var count = 0;
        for (var i = at - 1; i > at - 12 && i > 0; i--)
        {
            count += tokens.Is(i, ",") ? 1 : 0;
        }

        return count;
    }

    /// <summary>"and a 12% cut in ..." begins another measure.</summary>
    private bool IsNewChange(int at) => parts.AmountAt(tokens.SkipAll(at, Words.Articles)) is { Role: AmountRole.Change };

    /// <summary>"from the current rate of 48%".</summary>
    private bool BaselineWithin(int at)
    {
        foreach (var start in slots.Baselines)
        {
            if (start.First > at && start.First < at + 7)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"on the family survey" says where it was asked.</summary>
    private bool IsSurvey(int at)
    {
        for (var i = at; i < at + 7 && tokens[i].IsWord; i++)
        {
            if (tokens.Word(i) is "survey" or "surveys")
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsAtComma(int at) => tokens.IsAny(at + 1, Words.Tails) || tokens.Word(at + 1) is "as" or "now" or "currently" or "measured" or "which" or "with" or "up" or "down" or "plus" or "including" or "counting" or "where"
        || (tokens.Can(at + 1, WordClass.Ing) && !tokens.Can(at - 1, WordClass.Ing)) || (tokens.Word(at + 1) is "and" or "or" && tokens.Can(at + 2, WordClass.Verb) && !tokens.Can(at + 2, WordClass.AlsoNoun) && CommasBefore(at) == 0)
        || parts.AmountAt(at + 1) is { Role: not AmountRole.Threshold } || parts.DateAt(at + 1) is not null;

    private bool Starts(int at) => parts.EvidenceAt(at) is not null || parts.ComparisonAt(at) is not null || tokens.Is(at, ";")
        || (parts.DateAt(at) is { Firm: true } date && !(date.Precision == DatePrecision.CalendarYear && tokens.StartsUpper(date.Past)));

    /// <summary>A noun phrase without a predicate ends at a preposition other than "of", "in", "for" and "with".</summary>
    private int EndOfNoun(int first, int past)
    {
        for (var at = first + 1; at < past; at++)
        {
            if (Starts(at) || tokens.Word(at) is "," or "(" or "on" or "at" or "by" or "from" or "to" or "into")
            {
                return at;
            }
        }

        return past;
    }

    /// <summary>The comma that ends a population: "of students, up from 36%, will"; not one inside a list of groups.</summary>
    private int? CommaAfterPeople(int first, int past)
    {
        for (var at = first + 1; at < past; at++)
        {
            if ((tokens.Is(at, ",") && tokens.Can(at - 1, WordClass.People | WordClass.Countable) && tokens.Word(at + 1) is "up" or "down" or "as" or "including" or "who" or "which")
                || (tokens.Is(at, "(") && (parts.AmountAt(at + 1) is not null || predicates.PastBracket(at, past) > at + 5)))
            {
                return at;
            }
        }

        return null;
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
            if (phrase.First >= first && phrase.Past <= past)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first people of a stretch with the words before them that say which.</summary>
    private (int First, int Past)? PeopleIn(int first, int past)
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.Can(at, WordClass.Relative))
            {
                return null;
            }

            if (tokens.Is(at, "("))
            {
                at = predicates.PastBracket(at, past) - 1;
                continue;
            }

            if (!tokens.Can(at, WordClass.People) || (tokens.Can(at + 1, WordClass.People) && at + 1 < past) || IsAttribute(at))
            {
                continue;
            }

            var from = at;
            while (from > first && !tokens.Can(from - 1, WordClass.Preposition | WordClass.Determiner | WordClass.Ing | WordClass.Being)
                && !tokens.IsAny(from - 1, Words.RateNouns) && tokens.Word(from - 1) is not ("number" or "chronically") && parts.AmountOver(from - 1) is null)
            {
                from--;
            }

            if (tokens.Is(from - 1, "by"))
            {
                continue;
            }

            return (from, PastPeople(at + 1, past));
        }

        return Grades(first, past);
    }

    /// <summary>"family nights", "Student Growth Percentile": people that only describe another noun; "student attendance" does name them.</summary>
    private bool IsAttribute(int at)
    {
        var single = !tokens.Word(at).EndsWith('s') && tokens.Word(at) is not ("staff" or "children" or "faculty" or "youth" or "swd" or "el" or "frp" or "freshmen");
        return (single && tokens.StartsUpper(at) && tokens.StartsUpper(at + 1))
            || ((single || tokens.Word(at) is "staff") && tokens[at + 1].IsWord && !tokens.IsAny(at + 1, Words.RateNouns) && tokens.Word(at + 1) is not ("performance" or "achievement" or "reading" or "growth" or "learning" or "belonging" or "engagement" or "outcomes")
                && !tokens.Can(at + 1, WordClass.Preposition | WordClass.AnyVerb | WordClass.Being | WordClass.Relative | WordClass.Adverb | WordClass.Determiner | WordClass.State)
                && tokens.Word(at + 1) is not ("and" or "or" or "will"));
    }

    /// <summary>"students of color and male students", "students with disabilities", "deans and department heads".</summary>
    private int PastPeople(int at, int past)
    {
        while (at < past)
        {
            if (tokens.Word(at) is "of" or "with" && tokens.Word(at + 1) is "color" or "disabilities" or "ieps" or "iep")
            {
                at += 2;
                continue;
            }

            var next = at;
            while (next < past && next < at + 6 && tokens.Word(next) is "and" or "or" or "," or "/" or "&")
            {
                next++;
            }

            var people = next;
            while (people < past && people < next + 4 && next > at && tokens[people].IsWord && !tokens.Can(people, WordClass.People)
                && !tokens.Can(people, WordClass.Preposition | WordClass.Being | WordClass.Relative | WordClass.Third) && !predicates.IsModal(people))
            {
                people++;
            }

            if (next == at || people >= past || !tokens.Can(people, WordClass.People))
            {
                break;
            }

            at = people + 1;
        }

        return at;
    }

    /// <summary>"5th grade", "High school", "Elementary" stand for their students where nobody else is named.</summary>
    private (int First, int Past)? Grades(int first, int past)
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.Word(at) is "grade" or "grades" && parts.AmountOver(at) is null)
            {
                return tokens[at + 1].IsNumber || tokens.Is(at + 1, "k") ? (at, tokens.Is(at + 2, "-") ? at + 4 : at + 2)
                    : tokens[at - 2].IsNumber ? (at - 2, at + 1) : at > first && !tokens.Can(at - 1, WordClass.Preposition | WordClass.Determiner) ? (at - 1, at + 1) : null;
            }

            if (tokens.Word(at) is "high" or "middle" or "elementary")
            {
                return (at, tokens.Is(at + 1, "school") ? at + 2 : at + 1);
            }
        }

        return null;
    }

    /// <summary>People named after the figures: "by 4 points for SWD students", "16% of students".</summary>
    private (int First, int Past)? PeopleAfter(int past)
    {
        for (var at = past; at < limit; at++)
        {
            if (parts.EvidenceAt(at) is not null)
            {
                return null;
            }

            if (tokens.Is(at, "("))
            {
                at = predicates.PastBracket(at, limit) - 1;
                continue;
            }

            if (tokens.Word(at) is "for" or "of" or "among" && parts.AmountAt(at) is null && PeopleIn(at + 1, Math.Min(limit, at + 10)) is { } people)
            {
                return (tokens.SkipAll(people.First, Skipped), people.Past);
            }
        }

        return null;
    }

    /// <summary>The people of a subject; the place where no people are named.</summary>
    private (int First, int Past)? PeopleBefore(int first, int past)
    {
        if (PeopleIn(first, past) is { } people)
        {
            return people;
        }

        for (var at = first; at < past; at++)
        {
            if (tokens.Word(at) is "district" or "school" or "building" && (tokens.Word(at + 1) is "will" or "shall" or "should"))
            {
                return (at, at + 1);
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

    /// <summary>Who answers a survey, where nobody else is named: "the family survey".</summary>
    private (int First, int Past)? Surveyed()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.Word(at) is "family" or "parent" or "student" or "staff" && (tokens.Word(at + 1) is "survey" or "surveys" || tokens.Word(at + 2) is "survey" or "surveys"))
            {
                return (at, at + 1);
            }
        }

        return null;
    }

    private int Trim(int first, int past)
    {
        while (past > first + 1 && (tokens.Word(past - 1) is "," or "-" or "and" || tokens.Can(past - 1, WordClass.Adverb)))
        {
            past--;
        }

        return past;
    }
}
