using Throughline.Benchmarks;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Plans;

/// <summary>What breaks in a chain, in a title and a sentence: what holds, what does not, in figures that this audience may see.</summary>
internal static class BreakWords
{
    public static string Title(ChainBreak found) => found.Rule switch
    {
        BreakRule.DoneWithoutEvidence => PlanTexts.BreakEvidence,
        BreakRule.EvidenceWithoutOutcome => PlanTexts.BreakOutcome,
        _ => PlanTexts.BreakFinal,
    };

    public static string Sentence(ChainBreak found, GroupPicture? shown, DateOnly today) => found.Rule switch
    {
        BreakRule.DoneWithoutEvidence => PlanTexts.DoneYet.With(shown?.Status == Status.NoData ? NoData(shown, today) : Off(shown, PlanTexts.EvidenceOff)),
        BreakRule.EvidenceWithoutOutcome => PlanTexts.ChangingYet.With(shown?.Status == Status.OffTrack && !IsStill(shown) ? Off(shown, PlanTexts.ResultsOff) : Still(shown)),
        _ => PlanTexts.ShortTermYet.With(Off(shown, PlanTexts.FinalOff)),
    };

    /// <summary>"nothing has come in for 89 days".</summary>
    private static string NoData(GroupPicture shown, DateOnly today) => shown.Latest is { } latest
        ? PlanTexts.NothingFor.With(Say.Days(today.DayNumber - latest.Period.End.DayNumber))
        : PlanTexts.NothingYet;

    /// <summary>"results are off track: 35% in Feb, path 43%".</summary>
    private static string Off(GroupPicture? shown, string words) =>
        shown?.Latest is { Actual: not null } ? PlanTexts.WithFigure.With(words, Say.Line(shown)) : words;

    private static bool IsStill(GroupPicture shown) => shown.Measure.Direction is { } direction && Run(shown, direction).Count > 2;

    /// <summary>"results have stayed at 34–35% since Oct".</summary>
    private static string Still(GroupPicture? shown)
    {
        if (shown?.Measure.Direction is not { } direction || Run(shown, direction) is not { Count: > 2 } run)
        {
            return PlanTexts.ResultsStill;
        }

        var (low, high) = (run.Min(c => c.Actual!.Value), run.Max(c => c.Actual!.Value));
        var since = Say.Period(run[0].Period);
        var (first, last) = (Say.Value(run[0].Actual!.Value, shown.Measure), Say.Value(run[^1].Actual!.Value, shown.Measure));
        return Say.Value(low, shown.Measure) == Say.Value(high, shown.Measure)
            ? PlanTexts.StayedAt.With(last, since)
            : IsClose(low, high, shown.Measure) ? PlanTexts.StayedBetween.With(Number(low, shown.Measure), Say.Value(high, shown.Measure), since)
            : PlanTexts.WentFrom.With(first, last, since);
    }

    /// <summary>The last figures of which none is better than the one before it.</summary>
    private static List<CheckPicture> Run(GroupPicture shown, Direction direction)
    {
        var checks = shown.Checks.Where(c => c.Actual is not null).ToList();
        var from = checks.Count - 1;
        while (from > 0 && !IsBetter(checks[from].Actual!.Value, checks[from - 1].Actual!.Value))
        {
            from--;
        }

        return checks.Count == 0 ? checks : checks[from..];

        bool IsBetter(Exact figure, Exact before) => direction == Direction.Increase ? figure > before : figure < before;
    }

    /// <summary>Two percents that round to no more than two apart; other units are told from first to last.</summary>
    private static bool IsClose(Exact low, Exact high, Measure measure) =>
        measure.Unit == Unit.Percent && high.Round(0) - low.Round(0) <= 2;

    /// <summary>"34", where "%" follows with the other end.</summary>
    private static string Number(Exact value, Measure measure) => Say.Value(value, measure).TrimEnd('%');
}
