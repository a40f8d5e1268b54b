namespace Throughline.Benchmarks.Language;

/// <summary>The people within and around a phrase.</summary>
internal sealed partial class SpanReader
{
    /// <summary>What is learnt, not where: "students in math".</summary>
    private static readonly WordSet Subjects = Words.Set("math mathematics ela reading writing science literacy algebra biology english core all both every each which number addition");

    private static readonly WordSet Surveys = Words.Set("survey surveys");

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

            if (!tokens.Can(at, WordClass.People) || (tokens.Can(at + 1, WordClass.People) && at + 1 < past) || IsAttribute(at) || (tokens.Is(at + 1, "-") && tokens[at + 1].Touches && tokens.Can(at + 2, WordClass.Past)))
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
            || ((single || tokens.Word(at) is "staff") && tokens[at + 1].IsWord && !tokens.IsAny(at + 1, Words.RateNouns) && tokens.Word(at + 1) is not ("performance" or "achievement" or "reading" or "growth" or "learning" or "belonging" or "engagement" or "involvement" or "outcomes" or "group" or "groups")
                && !(tokens.Can(at + 1, WordClass.AnyVerb) && !(tokens.Can(at + 1, WordClass.AlsoNoun) && !tokens.Can(at + 2, WordClass.Determiner | WordClass.Preposition))
                    && !(single && tokens.Can(at + 1, WordClass.Verb) && tokens.Can(at + 1, WordClass.AlsoNoun)))
                && !tokens.Can(at + 1, WordClass.Preposition | WordClass.Being | WordClass.Relative | WordClass.Adverb | WordClass.Determiner | WordClass.State)
                && tokens.Word(at + 1) is not ("and" or "or" or "will"));
    }

    /// <summary>"students of color and male students", "students with disabilities", "deans and department heads".</summary>
    private int PastPeople(int at, int past)
    {
        while (at < past)
        {
            if (tokens.Is(at, "with") && tokens.Word(at + 1) is "a" or "an" && tokens.Word(at + 2) is "bip" or "iep" or "504" or "plan")
            {
                at += 3;
                continue;
            }

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

        return tokens.Word(at) is "in" or "receiving" && PlaceOf(at, past) is > 0 and var place ? place : at;
    }

    /// <summary>Where they are, which says which of them: "students [in temporary housing]"; a few plain words up to the end of the phrase.</summary>
    private int PlaceOf(int at, int past)
    {
        var end = at + 1;
        while (end < past && end < at + 5 && tokens[end].IsWord && parts.DateAt(end) is null && parts.EvidenceAt(end) is null && !predicates.IsModal(end)
            && !tokens.Can(end, WordClass.Preposition | WordClass.Determiner | WordClass.Being | WordClass.Relative) && !tokens.IsAny(end, Subjects))
        {
            end++;
        }

        return end > at + 1 && !tokens[end].IsNumber && (end >= past || !tokens[end].IsWord) ? end : 0;
    }

    /// <summary>"5th grade", "High school", "Elementary" stand for their students where nobody else is named.</summary>
    private (int First, int Past)? Grades(int first, int past)
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.Word(at) is "grade" or "grades" && tokens.Word(at - 1) is not ("failing" or "letter" or "passing" or "f" or "d" or "course" or "final" or "report") && parts.AmountOver(at) is null)
            {
                return tokens[at + 1].IsNumber || tokens.Is(at + 1, "k") ? (at, tokens.Is(at + 2, "-") ? at + 4 : at + 2)
                    : tokens.Is(at - 1, "-") && tokens[at - 2].IsWord ? (at - 2, at + 1) : tokens[at - 2].IsNumber ? (at - 2, at + 1) : at > first && !tokens.Can(at - 1, WordClass.Preposition | WordClass.Determiner) ? (at - 1, at + 1) : null;
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

    /// <summary>Who answers a survey, where nobody else is named: "the family survey".</summary>
    private (int First, int Past)? Surveyed()
    {
        for (var at = tokens.Holds(Surveys) ? 0 : tokens.Count; at < tokens.Count; at++)
        {
            if (tokens.Word(at) is "family" or "parent" or "student" or "staff" && (tokens.Word(at + 1) is "survey" or "surveys" || tokens.Word(at + 2) is "survey" or "surveys"))
            {
                return (at, at + 1);
            }
        }

        return null;
    }

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
}
