namespace Throughline.Benchmarks.Language;

/// <summary>Where a measure and a population end.</summary>
internal sealed partial class SpanReader
{
    /// <summary>"results by subgroup": how something is cut up, not who does it.</summary>
    private static readonly WordSet Breakdowns = Words.Set("subgroup subgroups group groups grade standard standards student school level race teacher skill domain need type period tier name gender program class unit");

    /// <summary>Words that can end a measure, beside prepositions and what begins a date, an amount or the like.</summary>
    private static readonly WordSet Stopping = new([.. Words.Tails.Words, "so", "will", "because", "whereby", "that", "regarding", "they", "and"]);

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

            if (parts.Frequencies.Count == 0 && at != passing && !tokens.IsAny(at, Stopping) && !tokens.Can(at, WordClass.Preposition) && Parser.BeginsNothing(tokens, at))
            {
                continue;
            }

            if (Starts(at) || at == passing || tokens.Word(at) is "so" or "will" or "because" or "whereby"
                || (tokens.IsAny(at, Words.Tails) && (tokens.Is(at - 1, ",") || (tokens.Word(at) is "using" && at >= first + 3 && !tokens.Is(at - 1, "and")) || (tokens.Is(at, "through") && !tokens[at + 1].IsNumber) || tokens.Word(at) is not ("through" or "using" or "making" or "when" or "given" or "following" or "while")))
                || (tokens.Is(at, ",") && EndsAtComma(at))
                || (tokens.Word(at) is "from" or "to" or "by" or "of" && (parts.AmountAt(at + 1) is { Role: not AmountRole.Threshold } || tokens.Is(at + 1, "an") || (tokens.Is(at, "from") && BaselineWithin(at))))
                || (tokens.Is(at, "to") && tokens.Can(tokens.Can(at + 1, WordClass.Adverb) ? at + 2 : at + 1, WordClass.Verb) && tokens.Word(at - 1) is not ("able" or "begin" or "continue" or "how" or "need" or "activity" or "activities" or "opportunities" or "ability" or "time" or "steps"))
                || (tokens.Is(at, "that") && at >= first + 4 && !tokens.Can(at - 1, WordClass.AnyVerb & ~WordClass.Past) && !tokens.Is(at - 1, "evidence"))
                || (tokens.Word(at) is "to" or "for" && at > first + 1 && slots.Universal is { } all && all.First == at + 1 && tokens.IsAny(at + 2, Words.Students))
                || tokens.Is(at, "regarding") || (tokens.Is(at, "they") && at >= first + 3 && !tokens.Can(at - 1, WordClass.AnyVerb))
                || (parts.AmountAt(at) is { Role: AmountRole.Level, IsPercent: true } figure && !tokens.Is(figure.Past, "of"))
                || (tokens.Word(at) is "in" or "for" or "with" or "across" && parts.AmountAt(at + 1) is { Role: AmountRole.Level, IsPercent: true })
                || (tokens.Is(at, "by") && at >= first + 3 && tokens[at + 1].IsWord && !tokens.Can(at + 1, WordClass.Ing) && !tokens.IsAny(at + 1, Breakdowns))
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

    private bool EndsAtComma(int at) => tokens.IsAny(at + 1, Words.Tails) || tokens.Word(at + 1) is "as" or "now" or "currently" or "measured" or "which" or "with" or "up" or "down" or "plus" or "including" or "counting" or "where" or "reviewed" or "checked" or "tracked" or "noted" or "logged" or "pulled" or "monitored" or "counted" or "shown" or "seen"
        || (tokens.Can(at + 1, WordClass.Ing) && !tokens.Can(at - 1, WordClass.Ing)) || (tokens.Word(at + 1) is "and" or "or" && tokens.Can(at + 2, WordClass.Verb) && !tokens.Can(at + 2, WordClass.AlsoNoun) && CommasBefore(at) == 0)
        || parts.AmountAt(at + 1) is { Role: not AmountRole.Threshold } || parts.DateAt(at + 1) is not null;

    private bool Starts(int at) => parts.EvidenceAt(at) is not null || parts.ComparisonAt(at) is not null || tokens.Is(at, ";")
        || (parts.DateAt(at) is { Firm: true } date && !(date.Precision == DatePrecision.CalendarYear && tokens.StartsUpper(date.Past)));

    /// <summary>A noun phrase without a predicate ends at a preposition other than "of", "in", "for" and "with".</summary>
    private int EndOfNoun(int first, int past)
    {
        for (var at = first + 1; at < past; at++)
        {
            if (Starts(at) || at == passing || tokens.Word(at) is "," or "(" or "on" or "at" or "by" or "from" or "to" or "into")
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

    private int Trim(int first, int past)
    {
        while (past > first + 1 && (tokens.Word(past - 1) is "," or "-" or "and" || tokens.Can(past - 1, WordClass.Adverb)
            || (tokens.Word(past - 1) is "down" or "up" && tokens.Word(past) is "to" or "by" or "from" && !tokens.Is(past - 2, "-"))))
        {
            past--;
        }

        return past;
    }
}
