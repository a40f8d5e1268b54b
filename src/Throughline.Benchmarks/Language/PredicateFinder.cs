namespace Throughline.Benchmarks.Language;

/// <summary>Where a noun phrase ends and what is said of it begins.</summary>
/// <param name="First">The modal or verb that begins the predicate; past the clause where there is none.</param>
/// <param name="Restriction">Where words that narrow the noun begin ("students [scoring ...]"); -1 where none do.</param>
/// <param name="Found">False where the clause has no finite verb.</param>
internal readonly record struct Predicate(int First, int Restriction, bool Found);

/// <summary>
/// Finds the verb of a noun phrase without a tagger: a modal, a form of "be", or a verb after a noun that it can agree with.
/// A verb after "who" or "that" belongs to the noun, and so does an "-ing" when a finite verb still follows.
/// </summary>
internal sealed class PredicateFinder(Parts parts)
{
    /// <summary>"-ing" words that are nouns of the field.</summary>
    private static readonly WordSet Gerunds = Words.Set(
        "reading writing learning training coaching planning building counseling teaching engineering screening belonging understanding reasoning "
        + "thinking solving pacing modeling decoding rating setting wellbeing timing grading tutoring mentoring");

    private static readonly WordSet Modals = Words.Set("will shall should can must could would");

    private readonly Tokens tokens = parts.Tokens;

    public Predicate Find(int first, int limit)
    {
        var (restriction, relative, verbOfRelative) = (-1, false, false);
        var guess = -1;
        for (var at = first; at < limit; at++)
        {
            if (tokens.Is(at, "("))
            {
                at = PastBracket(at, limit) - 1;
                continue;
            }

            if (at > first && PastAside(at, limit) is > 0 and var aside)
            {
                at = aside - 1;
                continue;
            }

            if (at > first && IsBoundary(at))
            {
                return restriction < 0 && guess > 0 ? new Predicate(guess, -1, true) : new Predicate(at, restriction, false);
            }

            if (parts.DateAt(at) is { Firm: true } date && at > first && !tokens.Is(at, "on"))
            {
                at = date.Past - 1;
                continue;
            }

            if (IsModal(at))
            {
                if (!relative || verbOfRelative)
                {
                    return new Predicate(at, restriction, true);
                }

                verbOfRelative = true;
            }
            else if (IsRelative(at, first))
            {
                restriction = restriction < 0 ? at : restriction;
                (relative, verbOfRelative) = (true, false);
            }
            else if (relative && !verbOfRelative && tokens.Can(at, WordClass.AnyVerb | WordClass.Being))
            {
                verbOfRelative = true;
            }
            else if (at > first && IsFinite(at, first))
            {
                if (relative && (!verbOfRelative || tokens.Word(at - 1) is "and" or "or"))
                {
                    verbOfRelative = true;
                }
                else
                {
                    return new Predicate(at, restriction, true);
                }
            }
            else if (restriction < 0 && at > first && Narrows(at))
            {
                restriction = at;
            }
            else if (guess < 0 && restriction < 0 && at > first && Looks(at, limit))
            {
                guess = at;
            }
        }

        return restriction < 0 && guess > 0 ? new Predicate(guess, -1, true) : new Predicate(limit, restriction, false);
    }

    /// <summary>
    /// An unknown word that has the place and the shape of a verb, where the clause has no known one: "teachers fade prompts",
    /// "each teacher operationalizes the plan"; a noun can stand there as well, so something it acts on must follow.
    /// </summary>
    private bool Looks(int at, int limit)
    {
        if (!tokens.Can(at - 1, WordClass.People))
        {
            return false;
        }

        var word = tokens.Word(at);
        if (!tokens[at].IsWord || tokens.StartsUpper(at) || tokens.Is(at + 1, "-") || tokens.Is(at + 1, "of") || IsModal(at + 1) || (tokens.IsAny(at + 1, Words.RateNouns) && IsPlural(at - 1)) || at + 1 >= limit
            || Lexicon.IsGrammar(word) || (!tokens[at + 1].IsWord && !tokens[at + 1].IsNumber))
        {
            return false;
        }

        var unknown = !tokens.Can(at, ~WordClass.None);
        var either = tokens.Can(at, WordClass.Verb) && tokens.Can(at, WordClass.AlsoNoun);
        return IsPlural(at - 1)
            ? (unknown || either) && word is not [.., 's'] && !tokens.Can(at + 1, WordClass.Being | WordClass.Third | WordClass.Relative) && !Lexicon.IsGrammar(tokens.Word(at + 1))
            : (tokens.Can(at, WordClass.Third) && tokens.Can(at, WordClass.AlsoNoun) && tokens[at + 1].IsWord && !tokens.Can(at + 1, WordClass.Preposition | WordClass.Being | WordClass.AnyVerb) && !Lexicon.IsGrammar(tokens.Word(at + 1)))
                || (unknown && word.EndsWith("izes", StringComparison.Ordinal)) || (unknown && word.EndsWith("ates", StringComparison.Ordinal)) || (unknown && word.EndsWith("ifies", StringComparison.Ordinal));
    }

    /// <summary>Past ", as measured by the test," where the verb follows at once; 0 where it does not.</summary>
    private int PastAside(int at, int limit)
    {
        var lead = tokens.Is(at, ",") ? at + 1 : 0;
        if (lead == 0 || parts.EvidenceAt(lead) is null)
        {
            return 0;
        }

        for (var i = lead + 2; i < Math.Min(limit, lead + 14); i++)
        {
            if (tokens.Is(i, ","))
            {
                return IsModal(i + 1) ? i + 1 : 0;
            }
        }

        return 0;
    }

    public bool IsModal(int at) => tokens.IsAny(at, Modals)
        || (tokens.Is(at, "may") && tokens.Can(at + 1, WordClass.Verb) && !tokens.StartsUpper(at));

    /// <summary>A verb that can be the verb of a sentence here.</summary>
    public bool IsFinite(int at, int first)
    {
        var before = at - 1;
        while (before > first && tokens.Can(before, WordClass.Adverb))
        {
            before--;
        }

        if (before < first || tokens.Can(before, WordClass.Determiner) || (tokens.Can(before, WordClass.Preposition) && !tokens.Can(before, WordClass.People))
            || tokens.Word(before) is "to" or "-" or "/" or "\"" or "&")
        {
            return false;
        }

        if (tokens.Word(at) is "is" or "are" or "was" or "were" or "has" or "have")
        {
            return true;
        }

        if (tokens.Word(before) is "and" or "or" or "," || tokens.Is(at + 1, "-"))
        {
            return false;
        }

        if (tokens.Can(at, WordClass.Third))
        {
            return !tokens.Can(at, WordClass.AlsoNoun | WordClass.Countable | WordClass.People) || (tokens.Can(at + 1, WordClass.Determiner) && parts.DateAt(at + 1) is null) || tokens.Is(at + 1, "that")
                || (tokens.Has(at, Words.Movements) && parts.AmountAt(tokens.Word(at + 1) is "by" or "to" or "from" ? at + 2 : at + 1) is not null); // "the rate falls below 3%"
        }

        if (tokens.Can(at, WordClass.Verb) && AfterTail(first, before) && (!tokens.Can(at, WordClass.AlsoNoun) || tokens.Can(at + 1, WordClass.Determiner)))
        {
            return true; // "students on the watch list attend"
        }

        return tokens.Can(at, WordClass.Verb) && IsPlural(before) && !tokens.Is(at + 1, "of")
            && !(tokens.Can(at, WordClass.AlsoNoun) && (IsModal(at + 1) || tokens.Can(at + 1, WordClass.Being) || IsNameOf(at) || !tokens[at + 1].IsWord && !tokens[at + 1].IsNumber && !tokens.Is(at + 1, "\"") && !(tokens.Is(at + 1, ",") && tokens.Can(at + 2, WordClass.Verb))));
    }

    /// <summary>A plural head, a preposition and a determiner with its noun, right before the verb.</summary>
    private bool AfterTail(int first, int noun)
    {
        if (!tokens[noun].IsWord || tokens.Can(noun, WordClass.AnyVerb & ~WordClass.Verb) || tokens.Can(noun, WordClass.Preposition | WordClass.Determiner | WordClass.Adverb | WordClass.Relative | WordClass.Being))
        {
            return false;
        }

        for (var at = noun - 1; at > first && at > noun - 4; at--)
        {
            if (tokens.Can(at, WordClass.Determiner))
            {
                return tokens.Can(at - 1, WordClass.Preposition) && tokens.Can(at - 2, WordClass.People) && IsPlural(at - 2);
            }
        }

        return false;
    }

    /// <summary>"the Safe Rooms list": the noun that ends a name in capitals.</summary>
    private bool IsNameOf(int at) => tokens.StartsUpper(at - 1) && tokens.StartsUpper(at - 2) && tokens.Can(at - 3, WordClass.Determiner);

    public int PastBracket(int at, int limit)
    {
        var end = Math.Min(limit, at + 40);
        for (var past = at + 1; past < end; past++)
        {
            if (tokens.Is(past, ")"))
            {
                return past + 1;
            }
        }

        return at + 1;
    }

    /// <summary>A noun that a plain verb agrees with: "teachers", "staff", "each of 9-12", a closing bracket.</summary>
    private bool IsPlural(int at) => tokens.Word(at) is ")" or "staff" or "children" or "faculty" or "youth" or "people" or "admin" or "freshmen" or "swd" or "personnel"
        || (tokens[at].IsWord && tokens.Word(at) is [.., 's'] and not [.., 's', 's'] && tokens.Word(at).Length > 2
            && !(tokens.Can(at, WordClass.Third) && !tokens.Can(at, WordClass.Countable | WordClass.People)));

    private bool IsRelative(int at, int first) => at > first && (tokens.Word(at) is "who" or "which" or "whose" || (tokens.Is(at, "that") && tokens[at - 1].IsWord));

    /// <summary>"students scoring", "students enrolled", "students proficient", "students at".</summary>
    private bool Narrows(int at) =>
        (tokens.Can(at, WordClass.Ing) || (tokens.Can(at, WordClass.Past) && !tokens.Can(at, WordClass.Verb)) || tokens.Can(at, WordClass.State))
        && (tokens.Can(at - 1, WordClass.People | WordClass.Countable) || (tokens.Can(at, WordClass.Ing) && !tokens.IsAny(at, Gerunds) && IsNoun(at - 1)) || (tokens.Can(at - 1, WordClass.Adverb) && tokens.Can(at - 2, WordClass.People)) || tokens.Is(at - 1, ")"))
        && !tokens.Can(at + 1, WordClass.People) && !tokens.Is(at - 1, "-") && !(tokens.Word(at - 1) is "team" or "department" or "faculty" or "staff" or "plc" or "studio" && (tokens.IsAny(at, Gerunds) || tokens.Is(at, "meeting")));

    private bool IsNoun(int at) => tokens[at].IsNumber || (tokens[at].IsWord && !tokens.Can(at, WordClass.AnyVerb | WordClass.Preposition | WordClass.Determiner | WordClass.Adverb
        | WordClass.Being | WordClass.Relative) && tokens.Word(at) is [.., 's'] or "color");

    private bool IsBoundary(int at) => parts.EvidenceAt(at) is not null || tokens.Is(at, ";")
        || (tokens.Is(at, ",") && (tokens.IsAny(at + 1, Words.Tails) || tokens.Word(at + 1) is "so" or "as"))
        || tokens.Word(at) is "so" or "because" or "whereby" or "where";
}
