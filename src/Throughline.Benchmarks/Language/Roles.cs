namespace Throughline.Benchmarks.Language;

/// <summary>What each amount does in its sentence, from the words around it.</summary>
internal static class Roles
{
    private static readonly WordSet Now = Words.Set("currently today now was were baseline from");

    private static readonly WordSet Doses = Words.Set("absent missing miss missed failing scoring scored earning level levels");

    /// <summary>Before a second percentage of a share they make it what each of them must reach: "80% will score 70%".</summary>
    private static readonly WordSet Scoring = Words.Set("score scores scoring scored earn earns earning achieve achieving average averaging receive receiving get with");

    /// <summary>Words of movement that stand before a level, not before an amount: "exceed 90%", "hold 90%".</summary>
    private static readonly WordSet LevelVerbs = Words.Set(
        "exceed above higher greater less lower than hold holds remain remains stay stays maintain maintains sustain");

    public static void Assign(Parts parts)
    {
        var share = false;
        for (var i = 0; i < parts.Amounts.Count; i++)
        {
            var amount = parts.Amounts[i];
            amount.Role = RoleOf(parts, i, share);
            share |= amount is { Role: AmountRole.Level, IsPercent: true };
        }
    }

    private static AmountRole RoleOf(Parts parts, int index, bool share)
    {
        var tokens = parts.Tokens;
        var amount = parts.Amounts[index];
        var before = Before(tokens, amount.First - 1);
        if (parts.PhraseOver(amount.At) is not null || Doses.Contains(before)
            || (amount.Unit is null && before is "with" or "having") || before is "bottom" or "lowest" or "top" or "highest" or "upper"
            || (share && amount.IsPercent && Scoring.Contains(before))
            || (share && tokens.Is(amount.Past, "out") && tokens.Is(amount.Past + 1, "of"))
            || before is "within" || (share && before is "for") || (share && amount.Unit == TargetUnit.Ratio)
            || (amount.IsPercent && tokens.Is(amount.Past, "for") && index + 1 < parts.Amounts.Count && parts.Amounts[index + 1].First == amount.Past + 1)
            || (amount.Unit is null && tokens.Word(amount.Past) is "minutes" or "minute" or "hours" or "credits" && parts.Amounts.Count > 1)
            || (amount.Unit is null && tokens.Word(amount.Past) is "minutes" or "minute" && tokens.Is(amount.First - 1, "to"))
            || (tokens.Is(amount.Past + 1, "than") && tokens.Has(amount.Past, Words.Movements)))
        {
            return AmountRole.Threshold;
        }

        if (IsSaidOfBefore(parts, index, before) || IsGap(tokens, amount) || IsAside(tokens, amount) || Now.Contains(before) || (before is "of" or "at" && tokens.IsAny(amount.First - 2, Now)) || LeadsTo(parts, index))
        {
            return AmountRole.Baseline;
        }

        if (IsChange(tokens, amount, before))
        {
            return AmountRole.Change;
        }

        if (amount.Unit == TargetUnit.PercentagePoints && before is not ("to" or "at" or "than" or "below" or "<"))
        {
            return AmountRole.Change;
        }

        if (amount.IsPercent || amount.Unit == TargetUnit.Ratio || before is "to" or "<" or "=")
        {
            return AmountRole.Level;
        }

        if (amount.Unit is TargetUnit.Score or TargetUnit.PercentagePoints)
        {
            return AmountRole.Change;
        }

        return share || amount.Unit == TargetUnit.Days ? AmountRole.Threshold
            : amount.Bound != Bound.None || amount.First == 0 || (index == 0 && tokens.IsAny(amount.Past, Words.Students)) ? AmountRole.Level
            : AmountRole.Unused;
    }

    /// <summary>The word before an amount, past "about" and "an average of".</summary>
    private static string Before(Tokens tokens, int at)
    {
        at = tokens.Word(at) is "about" or "approximately" or "roughly" ? at - 1 : at;
        at = tokens.Is(at, "of") && tokens.Is(at - 1, "average") && tokens.Is(at - 2, "an") ? at - 3 : at;
        return tokens.Word(at);
    }

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
        tokens.Word(amount.First - 1) is ":" or "of" && tokens.Word(amount.First - 2) is "target" or "goal";

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

    private static bool IsChange(Tokens tokens, AmountMention amount, string before)
    {
        if (before is "by" && !tokens.Is(amount.First - 2, "followed"))
        {
            return true;
        }

        var after = amount.Past;
        if (tokens.IsAny(after, Words.ChangeNouns) || tokens.Word(after) is "fewer" or "more"
            || (tokens[after].IsWord && tokens.IsAny(after + 1, Words.ChangeNouns) && tokens.Word(after) is not ("will" or "of" or "to" or "by" or "in" or "this" or "between" or "each" or "every" or "last" or "next") && !(tokens.Is(after + 1, "fall") && tokens.Can(after, WordClass.Preposition | WordClass.Determiner))))
        {
            return !(tokens.Word(after) is "growth" or "gain" && before is "least");
        }

        if (before is "of" && (tokens.IsAny(amount.First - 2, Words.ChangeNouns) || tokens.IsAny(amount.First - 3, Words.ChangeNouns)))
        {
            return true;
        }

        return Words.Movements.TryGet(before, out var way) && way is Movement.Increase or Movement.Decrease
            && !LevelVerbs.Contains(before)
            || (amount.IsPart && (tokens.Word(amount.At) is "halve" || before is "in")) || tokens.Is(amount.First - 2, "halve");
    }
}
