namespace Throughline.Benchmarks.Language;

/// <summary>What single words of a statement give away: verbs that count presence, words that each reader fills in otherwise.</summary>
internal static class WordingChecks
{
    private const string Weak = "weak_verb";

    public static IEnumerable<Finding> Of(Reading reading)
    {
        var tokens = reading.Slots.Parts.Tokens;
        var isDuty = reading.Type == BenchmarkType.Activity && !reading.OutputNotOutcome;
        foreach (var list in WordLists.Phrases)
        {
            // Taking part is what some activities are; only what should show a change is too little with it.
            if ((list.Code == Weak && isDuty) || !list.CanBegin(tokens))
            {
                continue;
            }

            for (var at = 0; at < tokens.Count; at++)
            {
                if (list.Past(tokens, at) is > 0 and var past && !IsPartOfAName(reading, tokens, at, past))
                {
                    var span = tokens.SpanOf(at, past)!;
                    yield return new Finding(list.Code, Severity.Consider, span.Start, span.End, CriterionOf(list.Code), span.Text);
                    at = past - 1;
                }
            }
        }

        if (reading.Movement == Movement.Decrease)
        {
            foreach (var (words, balance) in WordLists.Harms)
            {
                for (var at = words.CanBegin(tokens) ? 0 : tokens.Count; at < tokens.Count; at++)
                {
                    if (words.Past(tokens, at) is > 0 and var past)
                    {
                        var span = tokens.SpanOf(at, past)!;
                        yield return new Finding(words.Code, Severity.Consider, span.Start, span.End, Element.ResultsFocused, span.Text, balance);
                        break;
                    }
                }
            }
        }
    }

    private static Element CriterionOf(string code) => code switch
    {
        Weak => Element.Action,
        "new_evidence" => Element.Measurable,
        "minutiae" => Element.ResultsFocused,
        _ => Element.Specific,
    };

    /// <summary>"Effective" in a rubric's quoted title is a name: "at least “Effective” in indicator 4".</summary>
    private static bool IsPartOfAName(Reading reading, Tokens tokens, int at, int past)
    {
        var (start, end) = (tokens[at].Start, tokens[past - 1].End);
        return reading.Thresholds.Any(t => t.Start <= start && end <= t.End)
            || (start > 0 && reading.Text[start - 1] is '"' or '“')
            || (past - at == 1 && at > 0 && tokens.StartsUpper(at));
    }
}
