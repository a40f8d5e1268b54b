namespace Throughline.Benchmarks.Language;

/// <summary>The targets and the thresholds, from the amounts and what they do.</summary>
internal static class TargetReader
{
    private static readonly WordSet People = new([.. Words.Students.Words, .. Words.Adults.Words, .. Words.Families.Words]);

    private static readonly WordSet Quotes = Words.Set("\"");

    private static readonly WordSet Counting = Words.Set("number count");

    private static readonly WordSet CountNouns = Words.Set("number count students incidents referrals nights");

    public static IReadOnlyList<ReadingTarget> Targets(Slots slots)
    {
        var targets = new List<ReadingTarget>(slots.Quantities.Count);
        foreach (var amount in slots.Quantities)
        {
            var other = slots.Head.Contains(amount) ? null : OwnerOf(slots, amount);
            var role = amount.Role == AmountRole.Level ? TargetRole.Level : TargetRole.Change;
            targets.Add(new ReadingTarget(
                amount.Value, amount.Max, role, UnitOf(slots, amount), other, slots.DueOf(amount)?.Date, PerOf(slots, amount)));
        }

        var share = slots.Quantities.Exists(static a => a.Role == AmountRole.Level) || slots.Universal is not null;
        if (!share && slots.Parts.Frequencies.Find(static f => f.Times is > 0) is { } times)
        {
            targets.Insert(0, new ReadingTarget(
                times.Times, null, TargetRole.Level, TargetUnit.Count, null, slots.Deadline?.Date, times.Per));
        }

        if (RatingAimedAt(slots))
        {
            targets.Add(new ReadingTarget(null, null, TargetRole.Level, TargetUnit.Rating, null, slots.Deadline?.Date, null));
        }

        return targets;
    }

    /// <summary>A rating in quotation marks that an indicator has to have: a "Strong" rating, "Favorable" Panorama ratings.</summary>
    private static bool RatingAimedAt(Slots slots)
    {
        var tokens = slots.Parts.Tokens;
        if (slots.RatingOpens)
        {
            return true; // "Favorable Teacher Support on the survey"
        }

        for (var at = tokens.Holds(Quotes) ? 1 : tokens.Count - 2; at < tokens.Count - 2; at++)
        {
            if (!tokens.Is(at, "\"") || !tokens.StartsUpper(at - 1))
            {
                continue;
            }

            for (var i = at + 1; i < at + 5 && (tokens[i].IsWord || tokens.Is(i, "/")); i++)
            {
                if (tokens.Word(i) is "rating" or "ratings" && tokens.Word(at - 1) is "strong" or "favorable" or "effective" or "proficient" or "exemplary" or "highly" or "positive" or "green" or "evident")
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static TargetUnit UnitOf(Slots slots, AmountMention amount)
    {
        var tokens = slots.Parts.Tokens;
        if (amount.Unit is TargetUnit.Score && amount.Role == AmountRole.Change)
        {
            return slots.Parts.Amounts.Exists(static a => a.IsPercent && a.Role is AmountRole.Level or AmountRole.Baseline) || SaysPercent(slots) ? TargetUnit.PercentagePoints : TargetUnit.Score;
        }

        if (amount.Unit is { } unit)
        {
            return unit;
        }

        if (amount.Role == AmountRole.Level && slots.Baselines.Count == 0 && SaysScore(slots, amount) && !tokens.IsAny(amount.Past, People))
        {
            return TargetUnit.Score;
        }

        return tokens.IsAny(amount.Past, People) || (amount.First == 0 && amount.Unit is null && tokens[amount.Past].IsWord) ? TargetUnit.Count
            : SaysDays(slots) ? TargetUnit.Days
            : IsToCount(slots, amount) ? TargetUnit.Count
            : HasPercentBeside(slots, amount) ? TargetUnit.Percent
            : !SaysPercent(slots) && SaysPlural(slots) ? TargetUnit.Count
            : tokens.IsAny(amount.Past, CountNouns) || amount.First < amount.At || SaysCount(tokens, amount.First) || slots.Baselines.Count == 0
                ? TargetUnit.Count
            : TargetUnit.Score;
    }

    private static bool HasPercentBeside(Slots slots, AmountMention amount)
    {
        foreach (var other in slots.Parts.Amounts)
        {
            if (other.IsPercent && Math.Abs(other.At - amount.At) < 12 && other != amount)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of the statement make its figure a percent.</summary>
    public static bool SaysPercent(Slots slots)
    {
        var tokens = slots.Parts.Tokens;
        for (var at = slots.HeadFirst; at < slots.HeadPast; at++)
        {
            if (tokens.Word(at) is "percent" or "percentage" or "rate" or "rates" or "proficiency" or "share" or "%" or "proficient"
                && slots.Parts.AmountOver(at) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The figure is a place on a scale: "percentile", "index", "average score".</summary>
    private static bool SaysScore(Slots slots, AmountMention amount)
    {
        var tokens = slots.Parts.Tokens;
        for (var at = slots.HeadFirst; at < amount.First; at++)
        {
            if (tokens.Word(at) is "percentile" or "index" or "score" or "scores" or "lexile" && !SaysCount(tokens, amount.First))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"by 25%, from 80 to 60": the starting value beside it has no percent either.</summary>
    private static bool IsToCount(Slots slots, AmountMention amount)
    {
        foreach (var start in slots.Baselines)
        {
            if (start.Unit is null && start.Past == amount.First - 1 && slots.Parts.Tokens.Is(amount.First - 1, "to"))
            {
                return !SaysPercent(slots) && SaysPlural(slots);
            }
        }

        return false;
    }

    /// <summary>"the average number of days missed".</summary>
    private static bool SaysDays(Slots slots)
    {
        var tokens = slots.Parts.Tokens;
        for (var at = tokens.Holds(Counting) ? slots.HeadFirst : slots.HeadPast; at < slots.HeadPast; at++)
        {
            if (tokens.Is(at, "number") && tokens.Is(at + 1, "of") && (tokens.Is(at + 2, "days") || tokens.Is(at + 3, "days")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is counted stands in the plural without a rate: "suspensions from 64 to 40".</summary>
    private static bool SaysPlural(Slots slots)
    {
        var tokens = slots.Parts.Tokens;
        for (var at = slots.HeadFirst; at < slots.HeadPast; at++)
        {
            if (tokens.Word(at) is "suspensions" or "referrals" or "incidents" or "absences" or "tardies" or "expulsions" or "detentions" or "dropouts" or "fights" or "write-ups" or "enrollment" or "visits" or "seats")
            {
                return true;
            }

            if (tokens.Word(at) is "score" or "scores" or "index" or "scale" or "average" or "mean" or "percentile")
            {
                return false;
            }
        }

        return false;
    }

    private static bool SaysCount(Tokens tokens, int past)
    {
        for (var at = tokens.Holds(Counting) ? Math.Max(0, past - 40) : past; at < past; at++)
        {
            if (tokens.Word(at) is "number" or "count" && !(tokens.Is(at, "count") && tokens.Can(at + 1, WordClass.Determiner)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A short name of what another target belongs to: the first words after it.</summary>
    private static string? OwnerOf(Slots slots, AmountMention amount)
    {
        var tokens = slots.Parts.Tokens;
        var first = tokens.Skip(amount.Past, "of");
        return tokens.SpanOf(first, Math.Min(first + 3, tokens.Count))?.Text ?? "other";
    }

    private static string? PerOf(Slots slots, AmountMention amount)
    {
        if (amount.Role == AmountRole.Level && amount.IsPercent)
        {
            return null;
        }

        return PerAfter(slots, amount) ?? PerBefore(slots, amount) ?? (amount.Role == AmountRole.Change && slots.Often is { Adjective: false, First: 0 } often && slots.Comparison is not { Same: true }
            ? often.How.Cadence?.ToString() : null);
    }

    private static string? PerAfter(Slots slots, AmountMention amount)
    {
        foreach (var often in slots.Parts.Frequencies)
        {
            if (often.First >= amount.Past && often.First <= amount.Past + 2 && often.Per is { } per)
            {
                return per;
            }
        }

        return null;
    }

    private static string? PerBefore(Slots slots, AmountMention amount)
    {
        foreach (var often in slots.Parts.Frequencies)
        {
            if (often.Past == amount.First && often.Per is { } per)
            {
                return per;
            }
        }

        return null;
    }
}
