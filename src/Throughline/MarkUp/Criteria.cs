using Throughline.Benchmarks.Language;

namespace Throughline.MarkUp;

internal enum Answer
{
    Yes,
    NotYet,

    /// <summary>Only people who know the school can say.</summary>
    ForPeople,
}

/// <summary>
/// The six criteria of an effective benchmark, as far as a program can know them. It says "not yet" where the words
/// show it, "yes" where the words are all there is to it, and leaves the rest to people.
/// </summary>
internal static class Criteria
{
    public const int Count = 6;

    /// <summary>Findings that make a target or its evidence say nothing that can be right.</summary>
    private static readonly HashSet<string> NotMeaningful =
        ["arithmetic", "direction_conflict", "unit_conflict", "over_hundred", "placeholder_left", "could_harm", "compared_with_nothing", "counts_activity", "weak_verb", "small_group", "example_unchanged"];

    /// <summary>Findings of more than one thing in a statement, or of things beside the point.</summary>
    private static readonly HashSet<string> NotFocused =
        ["several_targets", "two_measures", "which_measure", "minutiae", "same_in_chain"];

    private static readonly HashSet<string> NotReasonable = ["no_evidence", "new_evidence"];

    /// <summary>The answers in the order of the criteria.</summary>
    public static Answer[] Of(Reading reading, IReadOnlyList<Finding> findings, bool isRepeated)
    {
        var isTimed = reading.Deadline is not null || reading.Frequency is not null;
        var isPlain = reading.Form != ReadingForm.None && isTimed && reading.Evidence is not null && !findings.Any(f => f.Severity == Severity.Fix);
        return
        [
            YesIf(!reading.OutputNotOutcome && !reading.Missing.Contains(Element.ResultsFocused) && !reading.Missing.Contains(Element.Action)),
            YesIf(isPlain),
            UnlessAny(NotMeaningful),
            UnlessAny(NotReasonable),
            isRepeated ? Answer.NotYet : UnlessAny(NotFocused),
            YesIf(reading.Missing.Count == 0),
        ];

        Answer UnlessAny(HashSet<string> codes) => findings.Any(f => codes.Contains(f.Code)) ? Answer.NotYet : Answer.ForPeople;
    }

    private static Answer YesIf(bool holds) => holds ? Answer.Yes : Answer.NotYet;
}
