namespace Throughline.Benchmarks.Language;

/// <summary>
/// The words that decide who or what counts, and are no target: a number with its comparator ("10 or more days"), the size or
/// dose of a practice ("at least two", "20-minute"), and levels with a comparator or in a list ("proficient or above").
/// </summary>
internal sealed partial class ThresholdFinder(Slots slots)
{
    private static readonly WordSet Levels = Words.Set(
        "proficient proficiency advanced distinguished accomplished exemplary basic mastery mastering developing mostly fully pass effective favorable");

    private static readonly WordSet Above = Words.Set("above higher better more beyond advanced distinguished exemplary exceeds fully pass mostly");

    private static readonly WordSet Rated = Words.Set("providing favorable favorably strong strongest proficient effective accomplished exemplary performing emerging entering developing sustaining leading");

    private static readonly WordSet Doses = Words.Set("minute minutes hour hours hrs hr mins min credits sessions second seconds");

    private static readonly WordSet Sizes = Words.Set("minute week hour day page month sentence paragraph step question item word mile session");

    /// <summary>Words that a threshold can begin with by themselves, or before the word after them.</summary>
    private static readonly WordSet Starts = new(["at", "no", "minimum", "within", "fewer", "more", "less", "top", "level", "levels", "dok", "tier", "band", "bands", .. Levels.Words, .. Words.Numbers.Words]);

    private static readonly WordSet Seconds = Words.Set("or and evident");

    private readonly Parts parts = slots.Parts;
    private readonly Tokens tokens = slots.Parts.Tokens;

    public IReadOnlyList<Span> Find()
    {
        var found = new List<Span>();
        for (var at = 0; at < tokens.Count;)
        {
            var (first, past) = At(at);
            if (past > at && !IsTarget(at, past) && tokens.SpanOf(first, past) is { } span)
            {
                found.Add(span);
                at = past;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private (int First, int Past) At(int at)
    {
        if (at != slots.HeadFirst && !tokens.IsAny(at, Starts) && !tokens.IsAny(at + 1, Seconds) && !tokens[at + 1].IsNumber && Parser.BeginsNothing(tokens, at))
        {
            return (at, 0);
        }

        if (parts.AmountAt(at) is { Role: AmountRole.Threshold } amount && !(amount is { Unit: null, Bound: Bound.None } && parts.PhraseOver(at) is not null))
        {
            return (tokens.Is(at, "a") ? at + 1 : at, PastNoun(amount));
        }

        if (at == slots.HeadFirst && slots.RatingOpens)
        {
            return (at, at + 1);
        }

        if (AtLeast(at) is > 0 and var least)
        {
            return (at, least);
        }

        if (Within(at) is > 0 and var within)
        {
            return (at, within);
        }

        if (OrMore(at) is > 0 and var more)
        {
            return (at, more);
        }

        if (Level(at) is > 0 and var level)
        {
            return (at, level);
        }

        if (Grade(at) is > 0 and var grade)
        {
            return (at, grade);
        }

        if (Quoted(at) is > 0 and var quoted)
        {
            return (at, quoted);
        }

        return (at, Size(at));
    }

    /// <summary>"10 or more days", "18 days or more", "5.5 credits", "10% or more of school days".</summary>
    private int PastNoun(AmountMention amount)
    {
        var past = amount.Past;
        if (tokens.Is(past, "-") && tokens.IsAny(past + 1, Sizes))
        {
            return past + 2;
        }

        if (tokens.Past(past, "out", "of") is > 0 and var of && tokens[of].IsNumber)
        {
            return PastNouns(of + 1);
        }

        if (amount.Unit == TargetUnit.Ratio)
        {
            return past;
        }

        if (tokens.Is(past, "of") && tokens[past + 1].IsWord && !tokens.Can(past + 1, WordClass.Determiner))
        {
            past++;
        }
        else if (amount.IsPercent && tokens.Is(past, "of") && tokens.Can(past + 1, WordClass.Determiner))
        {
            past += 2;
        }

        var noun = past;
        while (noun < past + 3 && (IsNoun(noun) || (noun == past && tokens.Can(noun, WordClass.Past) && tokens.Can(noun + 1, WordClass.Countable))))
        {
            noun++;
        }

        past = amount.IsPercent && past == amount.Past && !tokens.Is(noun - 1, "days") ? past : noun;
        return PastOr(past);
    }

    private bool IsNoun(int at) => tokens[at].IsWord && !tokens.Can(at, WordClass.Preposition | WordClass.Determiner | WordClass.Being | WordClass.Relative | WordClass.Adverb | WordClass.Ing | WordClass.Past)
        && tokens.Word(at) is not ("and" or "or" or "to" or "will" or "per" or "biweekly" or "weekly" or "monthly" or "so" or "who" or "while" or "they" or "we" or "it" or "when");

    /// <summary>"at least two teachers", "at least one of the strategies", "minimum of 5 minutes"; a longer noun phrase is left out.</summary>
    private int AtLeast(int at)
    {
        if (tokens.Word(at) is not ("at" or "no" or "minimum"))
        {
            return 0;
        }

        var number = tokens.Past(at, "at", "least");
        number = number > 0 ? number : tokens.Past(at, "no", "fewer", "than");
        number = number > 0 ? number : tokens.Past(at, "minimum", "of");
        if (number == 0)
        {
            return 0;
        }

        if (tokens.Is(number, "\"") && tokens.IsAny(number + 1, Rated) && tokens.Is(number + 2, "\""))
        {
            return number + 3;
        }

        if (tokens.Word(number) is [>= 'a' and <= 'z', ..] and var rating && Rated.Contains(rating))
        {
            return number + 1;
        }

        if (!tokens.Has(number, Words.Numbers) && !tokens[number].IsNumber)
        {
            return 0;
        }

        if (parts.FrequencyAt(number) is not null && tokens.Word(number + 1) is "day" or "days")
        {
            return 0; // "at least three days a week"
        }

        var noun = number + 1;
        if (tokens.Is(noun, "of") && tokens.Is(noun + 1, "the"))
        {
            return noun + 3;
        }

        while ((IsNoun(noun) && !tokens.Is(noun + 1, "-")) || (noun > number + 1 && tokens.Word(noun) is "or" && IsNoun(noun + 1)))
        {
            noun++;
        }

        var people = tokens.Can(noun - 1, WordClass.People) || tokens.Is(noun - 1, "member");
        if (tokens.Is(number + 1, "-") || tokens.Is(number + 1, "times"))
        {
            return 0;
        }

        if (noun > number + 1 && IsNoun(noun) && tokens.Is(noun + 1, "-"))
        {
            return number + 1; // "at least one student check-in"
        }

        return noun - number - 1 == 1 || people ? noun : number + 1;
    }

    /// <summary>"15-minute", "12 minutes", "four sessions", "top 5", "3 trimester rounds", "three watch groups".</summary>
    private int Size(int at)
    {
        if (tokens.Is(at, "top") && tokens[at + 1].IsNumber)
        {
            return at + 2;
        }

        var figure = tokens[at].IsNumber && parts.DateAt(at) is null;
        var number = figure || tokens.Has(at, Words.Numbers);
        if (!number || tokens.Word(at) is "one" || tokens.Is(at - 1, "-") || tokens.Is(at - 1, "/") || tokens.Is(at - 1, "within") || tokens.Is(at - 1, "every") || InDate(at))
        {
            return 0;
        }

        if (tokens.Is(at + 1, "-") && tokens.IsAny(at + 2, Sizes))
        {
            return tokens.Word(at + 2) is "day" ? 0 : at + 3;
        }

        if (tokens.IsAny(at + 1, Doses))
        {
            return PastOr(at + 2);
        }

        if (Range(at) is > 0 and var range)
        {
            return range;
        }

        var spelled = !figure && tokens.Word(at - 1) is not ("and" or "or") && parts.FrequencyAt(at) is null;
        var noun = at + 1;
        while (noun < at + 4 && IsNoun(noun))
        {
            noun++;
        }

        var sized = tokens.IsAny(noun - 1, Sized) || (tokens.Word(noun - 1) is [.., not 's', 's'] && !tokens.Can(noun - 1, WordClass.People) && !tokens.IsAny(noun - 1, Waits) && tokens.Can(at - 1, WordClass.AnyVerb | WordClass.Preposition));
        return spelled && noun > at + 1 && sized ? tokens.Is(noun - 1, "pieces") && tokens.Is(noun, "of") && IsNoun(noun + 1) ? noun + 2 : noun : 0;
    }
}
