using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Language;

/// <summary>
/// Which of the catalog's phrases name the measure of the statement. A phrase that only describes something else
/// ("attendance data"), stands in the evidence, or belongs to another clause does not.
/// </summary>
internal static class Candidates
{
    private static readonly WordSet Things = Words.Set(
        "data dashboard team teams plan plans support supports issue issues notes letter letters meeting meetings incentive incentives "
        + "policy policies form forms intervention interventions report reports dropout log logs");

    private static readonly WordSet Causes = Words.Set("through using because due via regarding about");

    private static readonly WordSet Links = Words.Set(
        "will be are is was were who that have been has remain stay become not of the our a an in overall in average number rate percentage "
        + "percent total its their students student be for");

    public static List<PhraseMention> Of(Slots slots)
    {
        var named = new List<PhraseMention>(slots.Parts.Phrases.Count);
        foreach (var phrase in slots.Parts.Phrases)
        {
            if (!Describes(slots, phrase) && !InEvidence(slots, phrase) && IsSpokenOf(slots, phrase) && !Names(named, phrase.Measure))
            {
                named.Add(phrase);
            }
        }

        // The longest first; phrases stand in the order of the text.
        named.Sort(static (a, b) => (b.Past - b.First, a.First).CompareTo((a.Past - a.First, b.First)));
        return named;
    }

    private static bool Names(List<PhraseMention> named, Measure measure)
    {
        foreach (var phrase in named)
        {
            if (phrase.Measure.Id == measure.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Describes(Slots slots, PhraseMention phrase)
    {
        var tokens = slots.Parts.Tokens;
        return tokens.IsAny(phrase.Past, Things) || tokens.IsAny(phrase.First - 1, Causes)
            || (tokens.Is(phrase.First - 1, "improved") && tokens.Word(phrase.First - 2) is "of" or "with");
    }

    private static bool InEvidence(Slots slots, PhraseMention phrase) =>
        slots.Parts.Evidence.Count > 0 && phrase.First >= slots.Parts.Evidence[0].Past && phrase.First < slots.EvidencePast;

    private static bool IsSpokenOf(Slots slots, PhraseMention phrase)
    {
        if (slots.Head.Count == 0)
        {
            return true;
        }

        if (phrase.First < slots.HeadFirst || phrase.First >= slots.HeadPast)
        {
            return false;
        }

        var amount = slots.Head[0];
        var tokens = slots.Parts.Tokens;
        if (SharePeople(tokens, amount) is { } people)
        {
            var ofStudents = tokens.IsAny(people, Words.Students);
            return (ofStudents || phrase.First <= people) && phrase.Measure.Unit == Unit.Percent && Linked(tokens, people, phrase.First);
        }

        return phrase.First < amount.First || Linked(tokens, amount.Past, phrase.First)
            || (amount.Role == AmountRole.Change && Linked(tokens, amount.Past + 1, phrase.First));
    }

    /// <summary>Of "80% of our grade 9 students", the token of the people counted; null where the amount is no share.</summary>
    public static int? SharePeople(Tokens tokens, AmountMention amount)
    {
        if (amount.Role != AmountRole.Level || !amount.IsPercent || !tokens.Is(amount.Past, "of"))
        {
            return null;
        }

        var last = amount.Past + 1;
        for (var at = last; at < last + 8 && !tokens.IsAny(at, Words.Modals); at++)
        {
            if (tokens.IsAny(at, Words.Students) || tokens.IsAny(at, Words.Adults) || tokens.IsAny(at, Words.Families))
            {
                return at;
            }
        }

        return last;
    }

    private static bool Linked(Tokens tokens, int first, int past)
    {
        for (var at = first + 1; at < past; at++)
        {
            if (!tokens.IsAny(at, Links) && !tokens.Is(at, "-"))
            {
                return false;
            }
        }

        return tokens.IsAny(first, Links) || tokens.IsAny(first, Words.Students) || first >= past || tokens.IsAny(first, Words.ChangeNouns);
    }
}
