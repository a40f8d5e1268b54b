namespace Throughline.Benchmarks.Language;

/// <summary>What each amount does in its sentence, from the words around it.</summary>
internal static partial class Roles
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
            || (share && amount.IsPercent && Scoring.Contains(before) && !tokens.Is(amount.First - 2, "compared"))
            || (share && IsShareOfDoing(tokens, amount, before))
            || (index > 0 && before is "in" or "during" && IsWhere(tokens, amount, parts.Amounts[index - 1]))
            || (amount.IsPercent && before is "with" && tokens.Can(amount.First - 2, WordClass.People))
            || (share && tokens.Is(amount.Past, "out") && tokens.Is(amount.Past + 1, "of"))
            || before is "within" or "gpa" || (share && before is "for")
            || (share && amount.Unit == TargetUnit.Days) || (amount.IsPercent && amount.Bound != Bound.None && parts.Amounts.Count > 1 && (tokens.Is(amount.Past, "days") || tokens.Past(amount.Past, "of", "days") > 0 || tokens.Past(amount.Past, "of", "school", "days") > 0)) || (amount.IsPercent && amount.Bound != Bound.None && IsOfEach(tokens, amount, before, share)) || (share && amount.Unit == TargetUnit.Ratio)
            || (amount.IsPercent && tokens.Is(amount.Past, "for") && index + 1 < parts.Amounts.Count && parts.Amounts[index + 1].First == amount.Past + 1)
            || (amount.Unit is null && ((tokens.Word(amount.Past) is "minutes" or "minute" or "hours" && (amount.Bound == Bound.None || parts.Amounts.Count > 1 || parts.Universals.Count > 0)) || (tokens.Is(amount.Past, "credits") && parts.Amounts.Count > 1)))
            || (amount.Unit is null && tokens.Word(amount.Past) is "minutes" or "minute" && tokens.Is(amount.First - 1, "to"))
            || (tokens.Is(amount.Past + 1, "than") && tokens.Has(amount.Past, Words.Movements)))
        {
            return AmountRole.Threshold;
        }

        if (index > 0 && parts.Amounts[index - 1] is { Role: AmountRole.Baseline, Unit: null } && amount.Unit is null && parts.DateAt(amount.Past) is not null && tokens.Is(amount.First - 1, ","))
        {
            return AmountRole.Level; // "73.5 in 2022, 79.5 in 2025"
        }

        if (IsSaidOfBefore(parts, index, before) || IsGap(tokens, amount) || IsAside(tokens, amount) || Now.Contains(before) || (before is "of" or "at" && (tokens.IsAny(amount.First - 2, Now) || (before is "at" && tokens.Is(amount.First - 2, "starting")))) || LeadsTo(parts, index))
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

        if (amount.IsPercent || amount.Unit == TargetUnit.Ratio || before is "to" or "<" or "=" || (amount.Unit is null && before is "reach" or "reaches" or "hit" or "hits" or "equal" or "total"))
        {
            return AmountRole.Level;
        }

        if (amount.Unit is TargetUnit.Score or TargetUnit.PercentagePoints)
        {
            return AmountRole.Change;
        }

        return share || amount.Unit == TargetUnit.Days ? AmountRole.Threshold
            : amount.IsCounted || amount.Bound != Bound.None || amount.First == 0 || (index == 0 && tokens.IsAny(amount.Past, Words.Students)) ? AmountRole.Level
            : AmountRole.Unused;
    }

    /// <summary>Beside a share of people: "90% accuracy", "95% of the time", "4 out of 5 items", "5 or more points" is what each of them reaches.</summary>
    private static bool IsShareOfDoing(Tokens tokens, AmountMention amount, string before)
    {
        if (before is "show" && tokens.Word(amount.Past) is "accuracy" or "mastery")
        {
            return true;
        }

        if (before is "and" or "," or ";" or "." or ":" or "across" or "to" or "&" or "showing" or "show")
        {
            return false;
        }

        if (!amount.IsPercent)
        {
            return amount.Bound != Bound.None && !IsOtherClause(tokens, amount.First);
        }

        if (amount.IsPart && tokens[amount.At].IsNumber)
        {
            return true;
        }

        if (tokens.Word(amount.Past) is "accuracy" or "mastery" or "correct" or "attendance" || (before == "of" && tokens.Word(amount.First - 2) is "score" or "grade" or "average"))
        {
            return true;
        }

        for (var at = amount.Past + 1; tokens.Is(amount.Past, "of") && at < amount.Past + 5; at++)
        {
            if (tokens.Word(at) is "time" or "days" or "sessions" or "assignments" or "items" or "questions" or "period" or "minutes" or "opportunities" or "trials" or "steps")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"80% of teachers use it [in 90% of lessons]": how often each of them does, beside a share of people in the same clause.</summary>
    private static bool IsWhere(Tokens tokens, AmountMention amount, AmountMention share)
    {
        if (!amount.IsPercent || !tokens.Is(amount.Past, "of") || share.Role != AmountRole.Level || Candidates.SharePeople(tokens, share) is not { } people || !tokens.Can(people, WordClass.People))
        {
            return false;
        }

        for (var at = people; at < amount.First; at++)
        {
            if (tokens.Word(at) is ";" or "." or "that" || (tokens.Is(at, "and") && tokens.Word(at + 1) is "in" or "that"))
            {
                return false;
            }
        }

        for (var at = amount.Past + 1; at < amount.Past + 5 && tokens[at].IsWord; at++)
        {
            if (tokens.Can(at, WordClass.Countable))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"... This will increase at least 5 points": a sentence of its own.</summary>
    private static bool IsOtherClause(Tokens tokens, int past)
    {
        for (var at = past - 1; at > past - 10 && at >= 0; at--)
        {
            if (tokens.Word(at) is "." or ";" or "this" or "it" or "which" or "leading" or "resulting")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What each of them has to reach: "students with 95% or better", "attend 80% or more of their sessions".</summary>
    private static bool IsOfEach(Tokens tokens, AmountMention amount, string before, bool share) =>
        before is "with" or "having" or "missing" or "absent"
        || (share && tokens.Is(amount.Past, "of") && before is not ("and" or "," or ";" or "to" or "by" or "." or ":" or "show" or "shows" or "showing" or "that" or "where" or "see" or "in" or "plus" or "with"));

    /// <summary>The word before an amount, past "about" and "an average of".</summary>
    private static string Before(Tokens tokens, int at)
    {
        at = tokens.Word(at) is "about" or "approximately" or "roughly" ? at - 1 : at;
        at = tokens.Is(at, "of") && tokens.Is(at - 1, "average") && tokens.Is(at - 2, "an") ? at - 3 : at;
        return tokens.Word(at);
    }

    private static bool IsChange(Tokens tokens, AmountMention amount, string before)
    {
        if (tokens.Word(amount.First) is "below" or "under" or "above" && amount.First < amount.At)
        {
            return false; // "falls below 3%": a level
        }

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
            || (amount.IsPart && (tokens.Word(amount.At) is "halve" or "halves" or "halved" or "double" or "doubles" or "doubled" || (before is "in" && !tokens[amount.At].IsNumber))) || tokens.Is(amount.First - 2, "halve");
    }
}
