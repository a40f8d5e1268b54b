namespace Throughline.Benchmarks.Language;

/// <summary>What the parts of a statement say together: an output taken for a change, a cadence without an end, everyone without proof.</summary>
public static class SenseChecks
{
    /// <summary>The month after which a figure of the school year is too late to act on in that year.</summary>
    private const int LastMonthToAct = 4;

    internal static IEnumerable<Finding> Of(Reading reading)
    {
        var whole = reading.Text.Length;
        if (reading.OutputNotOutcome)
        {
            yield return At("counts_activity", reading.MeasureSpan, Element.ResultsFocused);
        }

        if (TwoMeasures(reading) is { } second)
        {
            yield return At("two_measures", second, Element.Specific, second.Text);
        }

        if (reading.Form == ReadingForm.PerPeriodIncrement && reading.Deadline is null && !reading.Targets.Any(t => t.Role == TargetRole.Level))
        {
            yield return new Finding("no_end", Severity.Consider, 0, whole, Element.Timed);
        }

        if (IsEveryone(reading) && reading.Member is null && reading.Evidence is null && reading.Type != BenchmarkType.Activity)
        {
            yield return new Finding("everyone_unproved", Severity.Consider, 0, whole, Element.Measurable);
        }

        if (reading.Type == BenchmarkType.EarlyEvidence && reading is { Frequency: null, MeasuringFrequency: null, Deadline: { Date: { } due } deadline }
            && due.Month is > LastMonthToAct and < 9)
        {
            yield return At("too_late", deadline.Span, Element.Timed, deadline.Span.Text);
        }

        if (ComparedWithNothing(reading) is { } word)
        {
            yield return At("compared_with_nothing", word, Element.Measurable, word.Text);
        }

        static Finding At(string code, Span? span, Element criterion, params string[] about) =>
            new(code, Severity.Consider, span?.Start ?? 0, span?.End ?? 0, criterion, about.Length > 0 ? about : [span?.Text ?? ""]);
    }

    /// <summary>The kind of benchmark that a statement is against the place it stands in, where the two do not fit.</summary>
    /// <param name="reading">The statement.</param>
    /// <param name="place">The stage of the chain that it was written for.</param>
    public static Finding? Against(Reading reading, BenchmarkType place) => (reading.Type, place) switch
    {
        (BenchmarkType.Activity, not BenchmarkType.Activity) => new Finding("activity_in_place", Severity.Consider, 0, reading.Text.Length, Element.ResultsFocused),
        (BenchmarkType.ShortTermOutcome or BenchmarkType.FinalOutcome, BenchmarkType.Activity) =>
            new Finding("outcome_in_place", Severity.Consider, 0, reading.Text.Length, Element.ResultsFocused),
        _ => null,
    };

    private static bool IsEveryone(Reading reading) => reading.Form == ReadingForm.All || reading.Targets is [{ Value: 100, Unit: TargetUnit.Percent }];

    /// <summary>"Attendance and behavior": the catalog's measure of each of two names, both asked to move.</summary>
    private static Span? TwoMeasures(Reading reading)
    {
        var tokens = reading.Slots.Parts.Tokens;
        if (reading.MeasureSpan is not { } span || reading.Targets.Count != 1)
        {
            return null;
        }

        for (var at = 1; at < tokens.Count - 1; at++)
        {
            if (tokens.Is(at, "and") && tokens[at].Start > span.Start && tokens[at].End < span.End
                && tokens.IsAny(at - 1, Words.RateNouns) && Enumerable.Range(at + 1, 3).Any(i => tokens[i].End <= span.End && tokens.IsAny(i, Words.RateNouns)))
            {
                return tokens.SpanOf(at + 1, LastWithin(tokens, at + 1, span.End));
            }
        }

        return null;
    }

    private static int LastWithin(Tokens tokens, int at, int end)
    {
        while (at < tokens.Count && tokens[at].End <= end)
        {
            at++;
        }

        return at;
    }

    /// <summary>"Higher", "more" or "fewer" where nothing says than what, and no figure says how much.</summary>
    private static Span? ComparedWithNothing(Reading reading)
    {
        var tokens = reading.Slots.Parts.Tokens;
        if (reading.Form != ReadingForm.None || reading.Targets.Count > 0 || reading.Baseline.Count > 0)
        {
            return null;
        }

        var isCompared = false;
        var first = -1;
        for (var at = 0; at < tokens.Count; at++)
        {
            isCompared |= tokens.Is(at, "than") || tokens.Is(at, "compared");
            if (first < 0 && tokens.Word(at) is "more" or "fewer" or "higher" or "lower" or "less" or "greater")
            {
                first = at;
            }
        }

        return isCompared || first < 0 ? null : tokens.SpanOf(first, first + 1);
    }
}
