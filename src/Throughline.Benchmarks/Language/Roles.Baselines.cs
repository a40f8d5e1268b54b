namespace Throughline.Benchmarks.Language;

/// <summary>Amounts that say where it stands now, and those that are the aim beside them.</summary>
internal static partial class Roles
{
    /// <summary>"Baseline: 45%", "compared to 45% in 2023", "(28% in 2023) will fall to", "45% were proficient; by 2025".</summary>
    private static bool IsSaidOfBefore(Parts parts, int index, string before)
    {
        var (tokens, amount) = (parts.Tokens, parts.Amounts[index]);
        var first = amount.First;
        if (before == ":" && (tokens.IsAny(first - 2, Now) || tokens.Word(first - 2) is "current" or "start" or "starting"))
        {
            return true;
        }

        if (parts.Amounts.Count > 1 && ((before == "at" && tokens.Word(first - 2) is "stands" or "sits" or "stood" or "sat")
            || (tokens.Word(amount.Past) is "last" or "previous" or "prior" && tokens.Word(amount.Past + 1) is "year" or "spring" or "fall")
            || (before is "is" or "are" && (tokens.Word(first - 2) is "which" or "currently" || tokens.Word(first - 3) is "current" || tokens.Word(first - 4) is "current"))
            || SaysFrom(parts, first)))
        {
            return true;
        }

        if (index > 0 && (before is "versus" or "vs" || (before is "to" or "with" && tokens.Is(first - 2, "compared"))))
        {
            return true;
        }

        if ((index > 0 || parts.Amounts.Count > 1) && IsBracketed(parts, amount))
        {
            return true;
        }

        if (tokens.Is(amount.Past, "baseline") || (parts.Amounts.Count > 1 && (tokens.Word(amount.Past) is "now" or "today" or "currently" || IsOfThen(tokens, first) || IsEarlier(parts, index))))
        {
            return true;
        }

        var aims = index + 1 < parts.Amounts.Count && parts.Amounts[index + 1] is var next && (tokens.Is(next.First - 1, "to") || next.Bound != Bound.None);
        if (before == "(" && aims && amount.IsPercent && tokens.Is(amount.Past, "in"))
        {
            return true;
        }

        for (var at = amount.Past; index + 1 < parts.Amounts.Count && tokens.Is(amount.Past, "of") && at < amount.Past + 7; at++)
        {
            if (tokens.Is(at, "will"))
            {
                break;
            }

            if (tokens.Word(at) is "were" or "was" || (tokens.Can(at, WordClass.Past) && !tokens.Can(at, WordClass.Verb | WordClass.AlsoNoun) && IsPlanned(tokens, at, parts.Amounts[index + 1])))
            {
                return true;
            }
        }

        return index + 1 < parts.Amounts.Count && IsGoal(tokens, parts.Amounts[index + 1]) && !IsGoal(tokens, amount) && amount.IsPercent && index == 0 && !IsPlanned(tokens, amount.Past - 8, amount);
    }

    /// <summary>"the 2024 level of 65%", "fall: 65%; spring: 80%".</summary>
    private static bool IsOfThen(Tokens tokens, int first)
    {
        if (tokens.Is(first - 1, ":") && tokens.Is(first - 2, "fall"))
        {
            for (var at = first; at < first + 8; at++)
            {
                if (tokens.Word(at) is "spring" or "winter" && tokens.Is(at + 1, ":"))
                {
                    return true;
                }
            }
        }

        return tokens.Is(first - 1, "of") && tokens.Word(first - 2) is "level" or "rate" or "average" or "figure" or "mark" && tokens[first - 3] is { IsNumber: true, Text.Length: 4 };
    }

    /// <summary>"80% by 2026; 65% in 2024": said after the aim, with a date before it.</summary>
    private static bool IsEarlier(Parts parts, int index)
    {
        var amount = parts.Amounts[index];
        if (index == 0 || parts.Amounts[index - 1] is not { Role: AmountRole.Level } aim || parts.DateAt(amount.Past) is not { Date: { } then } date || !parts.Tokens.Is(date.First, "in")
            || parts.Tokens.Word(amount.First - 1) is not (";" or "." or "," or "("))
        {
            return false;
        }

        return parts.DateAt(aim.Past) is { Date: { } due } && then < due;
    }

    /// <summary>"35% (28% in June 2025)", "(fall 2025: 52%)": alone with a date in brackets after the aim.</summary>
    private static bool IsBracketed(Parts parts, AmountMention amount)
    {
        var tokens = parts.Tokens;
        var open = amount.First - 1;
        while (open > amount.First - 8 && tokens.Word(open) is not ("(" or ")" or "," or ";"))
        {
            open--;
        }

        var dated = tokens.Is(open, "(") && ((parts.DateAt(amount.Past) is { } after && tokens.Is(after.Past, ")"))
            || (amount.First > open + 1 && (parts.DateEnds(amount.First) || parts.DateEnds(amount.First - 1))));
        return dated && tokens.Word(open + 1) is not ("to" or "by" or "target" or "goal" or "reaching" or "aim");
    }

    /// <summary>"from the 2014 level of 45%", "from last year's 45%": "from" stands a few words before.</summary>
    private static bool SaysFrom(Parts parts, int first)
    {
        var tokens = parts.Tokens;
        var named = tokens.Word(first - 1) is "of" or "at" || tokens.Word(first - 1) is [.., '\'', 's'];
        for (var at = first - 2; named && at > first - 8 && at >= 0; at--)
        {
            if (tokens.Is(at, "from"))
            {
                return true;
            }

            if (tokens.Word(at) is "to" or "by" or "," or "." or "will" || parts.AmountOver(at) is not null)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"38% met the standard. Next year 45% [will] meet it".</summary>
    private static bool IsPlanned(Tokens tokens, int at, AmountMention next)
    {
        for (var i = at; i < next.Past + 8; i++)
        {
            if (tokens.Is(i, "will"))
            {
                return i > next.First;
            }
        }

        return false;
    }

    /// <summary>"target: 50%", "goal of 50%".</summary>
    private static bool IsGoal(Tokens tokens, AmountMention amount) =>
        (tokens.Word(amount.First - 1) is ":" or "of" or "is" && tokens.Word(amount.First - 2) is "target" or "goal" or "aim") || (tokens.Word(amount.First - 1) is "want" or "for" && tokens.Word(amount.First - 2) is "we" or "aim" or "aiming");

    /// <summary>"the 23-point gap": where it stands now.</summary>
    private static bool IsGap(Tokens tokens, AmountMention amount) => amount.Unit is TargetUnit.Score or TargetUnit.PercentagePoints
        && (tokens.Is(amount.Past, "gap") || tokens.Is(amount.Past + 1, "gap") || tokens.Is(amount.Past + 2, "gap")) && tokens.Word(amount.First - 1) is "the" or "a" or "our" or "current";

    /// <summary>"the gap, 30.1% on 2014 scores, will be cut to": a figure between commas before the verb.</summary>
    private static bool IsAside(Tokens tokens, AmountMention amount)
    {
        for (var at = amount.Past; tokens.Is(amount.First - 1, ",") && at < amount.Past + 6; at++)
        {
            if (tokens.Is(at, ","))
            {
                return tokens.Word(at + 1) is "will" or "should" or "shall";
            }
        }

        return false;
    }

    /// <summary>"51% in 2023 to 48%": an amount from which the next one is reached.</summary>
    private static bool LeadsTo(Parts parts, int index)
    {
        var (tokens, amount) = (parts.Tokens, parts.Amounts[index]);
        if (index + 1 >= parts.Amounts.Count || amount.Unit is TargetUnit.Score or TargetUnit.PercentagePoints
            || tokens.Word(amount.First - 1) is "by" || tokens.Has(amount.First - 1, Words.Movements))
        {
            return false;
        }

        var next = parts.Amounts[index + 1];
        var date = parts.DateAt(amount.Past) ?? parts.DateAt(amount.Past + 1);
        var past = date?.Past ?? amount.Past;
        past = tokens.Is(past, "(") && tokens.Is(past + 2, ")") ? past + 3 : past;
        var stepped = date is not null && tokens.Is(date.First, "in") && tokens.Is(past, ",") && next.First == past + 1 && index + 2 == parts.Amounts.Count
            && parts.DateAt(next.Past) is { } stated && tokens.Is(stated.First, "in") && index > 0 && parts.Amounts[index - 1].Role == AmountRole.Change;
        var arrow = tokens.Is(next.First - 1, "\u2192") || (tokens.Is(next.First - 1, ">") && tokens.Is(next.First - 2, "-"));
        return stepped || (arrow && next.First - 2 <= past) || (tokens.Is(next.First - 1, "to") && next.First - 1 - past <= 1);
    }
}
