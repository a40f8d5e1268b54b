namespace Throughline.Benchmarks.Language;

/// <summary>Comparators in words, and marks with a comparator: "two or more Fs", "within 10 school days", "C or better".</summary>
internal sealed partial class ThresholdFinder
{
    private static readonly WordSet Comparing = Words.Set("more fewer less higher better above longer greater beyond");

    /// <summary>Nouns of which a number in words fixes how much of them is meant; people and events are counted instead.</summary>
    private static readonly WordSet Sized = Words.Set(
        "groups rounds strategies sources examples tasks pieces observations points cycles texts problems sentences paragraphs details scaffolds supports interventions resources ways steps "
        + "questions concepts standards skills books essays drafts");

    private static readonly WordSet Waits = Words.Set("day days hour hours week weeks month months minutes points");

    /// <summary>"two or more Ds or Fs", "fewer than two referrals"; with digits they are amounts.</summary>
    private int OrMore(int at)
    {
        var than = tokens.Word(at) is "fewer" or "more" or "less" && tokens.Is(at + 1, "than") && tokens.Has(at + 2, Words.Numbers) ? at + 3 : 0;
        var past = than > 0 ? than
            : (tokens.Has(at, Words.Numbers) || tokens[at].IsNumber) && tokens.Is(at + 1, "or") && tokens.IsAny(at + 2, Comparing) ? at + 3 : 0;
        return past > 0 && parts.FrequencyAt(past) is null && !IsCounted() ? PastNouns(past) : 0;
    }

    /// <summary>The number is how often the practice is done: "two or more read-alouds per week".</summary>
    private bool IsCounted()
    {
        if (slots.Quantities.Count > 0 || slots.Universal is not null)
        {
            return false;
        }

        foreach (var often in parts.Frequencies)
        {
            if (often.Times is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Up to three words of a noun, and a second noun: "Ds or Fs".</summary>
    private int PastNouns(int at)
    {
        var noun = at;
        while (noun < at + 3 && IsNoun(noun))
        {
            noun++;
        }

        return noun > at && tokens.Word(noun) is "or" && IsNoun(noun + 1) ? noun + 2 : noun;
    }

    /// <summary>"within 10 school days", "within two weeks of training": how soon, where it is neither the deadline nor how often.</summary>
    private int Within(int at)
    {
        if (!tokens.Is(at, "within") || parts.FrequencyAt(at) is not null || InDate(at) || !(tokens[at + 1].IsNumber || tokens.Has(at + 1, Words.Numbers)))
        {
            return 0;
        }

        var unit = tokens.Word(at + 2) is "school" or "calendar" or "business" ? at + 3 : at + 2;
        return tokens.IsAny(unit, Waits) ? tokens.Is(unit + 1, "of") && IsNoun(unit + 2) && tokens.Is(unit, "points") ? unit + 3 : unit + 1 : 0;
    }

    /// <summary>"C or better", "Developing or above", "yellow or better"; "at or above" bounds the target itself.</summary>
    private int Grade(int at) => tokens.Is(at + 1, "or") && tokens.IsAny(at + 2, Comparing) && !tokens.Is(at + 2, "more") && tokens[at].IsWord
        && !tokens.Can(at, WordClass.Preposition | WordClass.Adverb | WordClass.Determiner | WordClass.Being) && tokens.Word(at) is not ("meet" or "meets" or "meeting" or "level" or "points" or "percent" or "days") && parts.AmountOver(at) is null && parts.AmountOver(at - 1) is null
        ? at + 3
        : tokens.Is(at, "met") && tokens.Is(at + 1, "or") && tokens.Is(at + 2, "exceeded") ? at + 3 : 0;

    /// <summary>"2-3 leveled prompts": a range of things beside a share.</summary>
    private int Range(int at)
    {
        if (!tokens[at].IsNumber || !tokens.Is(at + 1, "-") || !tokens[at + 2].IsNumber || (slots.Quantities.Count == 0 && slots.Universal is null))
        {
            return 0;
        }

        var noun = at + 3;
        while (noun < at + 9 && (IsNoun(noun) || (tokens.Word(noun) is "-" or "," && (IsNoun(noun + 1) || tokens.Word(noun + 1) is "open" or "leveled" or "written")) || tokens.Word(noun) is "open" or "leveled" or "written"))
        {
            noun++;
        }

        return noun > at + 3 && !tokens.Can(noun - 1, WordClass.People | WordClass.Countable) && tokens.Word(noun - 1) is [.., 's'] and not ("times" or "graders") && parts.FrequencyAt(at) is null ? noun : 0;
    }

    /// <summary>Past "or more" where it stands.</summary>
    private int PastOr(int past) => tokens.Word(past) is "or" && tokens.IsAny(past + 1, Comparing) ? past + 2
        : tokens.Is(past, "per") && tokens.Is(past + 1, "minute") ? past + 2 : past;

    private bool InDate(int at)
    {
        foreach (var date in parts.Dates)
        {
            if (date.First <= at && at < date.Past)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words hold a target or a baseline.</summary>
    private bool IsTarget(int first, int past)
    {
        foreach (var amount in parts.Amounts)
        {
            if (amount.First < past && first < amount.Past && amount.Role is AmountRole.Level or AmountRole.Change or AmountRole.Baseline)
            {
                return true;
            }
        }

        return false;
    }
}
