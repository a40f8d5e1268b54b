namespace Throughline.Benchmarks.Language;

/// <summary>Which way, and in what form: the first that fits, in the order of the labelling guide.</summary>
internal static class FormReader
{
    private static readonly WordSet Gaps = Words.Set("gap gaps disparity disparities");

    private static readonly WordSet LevelNouns = Words.Set("more less fewer higher greater close up down gains growth improvement");

    public static Movement MovementOf(Slots slots)
    {
        var tokens = slots.Parts.Tokens;
        if (slots.Head.Find(static a => a.Role == AmountRole.Level) is { Value: { } to } level
            && StartOf(slots) is { Value: { } from } && from != to)
        {
            return to > from ? Movement.Increase : Movement.Decrease;
        }

        if (tokens.Is(slots.HeadFirst, "fewer") && slots.Head.Count == 0)
        {
            return Movement.Decrease;
        }

        var quantity = slots.Head.Count > 0 ? slots.Head[0] : null;
        var comparative = slots.Comparison is not null;
        foreach (var move in slots.Parts.Movements)
        {
            if (move.First < slots.HeadFirst || move.First >= slots.HeadPast)
            {
                continue;
            }

            var purpose = tokens.Is(move.First - 1, "to") || InTail(tokens, slots.HeadFirst, move.First);
            var noun = tokens.IsAny(move.First, LevelNouns) && !comparative && !IsAmountOf(quantity, move)
                && !(tokens.Is(move.First, "close") && move.First == slots.HeadFirst && tokens.Can(move.First + 1, WordClass.Determiner)) && tokens.Word(move.First - 1) is not ("be" or "go" or "move" or "bring" or "is");
            var growth = tokens.Word(move.First) is "improvement" or "gain" && tokens.Word(move.First - 1) is "demonstrate" or "show" or "make";
            var evidence = slots.Parts.Evidence.Count > 0 && move.First > slots.Parts.Evidence[0].First
                && (quantity is null || quantity.First < slots.Parts.Evidence[0].First);
            var step = quantity is { Role: AmountRole.Level } && move.First >= quantity.Past && tokens.Can(move.First, WordClass.Ing);
            if (!step && !noun && !growth && !evidence && (!purpose || quantity is { Role: AmountRole.Change }))
            {
                return move.Way;
            }
        }

        if (quantity is null && tokens.Is(slots.HeadFirst, "growth") && tokens.Is(slots.HeadFirst + 1, "in"))
        {
            return Movement.Increase;
        }

        return quantity switch
        {
            { Role: AmountRole.Change } => Movement.Increase,
            { Role: AmountRole.Level, Bound: Bound.AtMost } => Movement.Decrease,
            _ => Movement.Attain,
        };
    }

    /// <summary>The starting value of the head clause, or just after it.</summary>
    private static AmountMention? StartOf(Slots slots)
    {
        foreach (var start in slots.Baselines)
        {
            if (start.First >= slots.HeadFirst && start.First < slots.HeadPast + 8)
            {
                return start;
            }
        }

        return null;
    }

    public static ReadingForm FormOf(Slots slots, Span? measure, Movement movement)
    {
        var tokens = slots.Parts.Tokens;
        var level = slots.Head.Find(static a => a.Role == AmountRole.Level);
        var change = slots.Head.Find(static a => a.Role == AmountRole.Change);
        var gap = SaysGap(slots, measure);
        if (level is not null && !gap && movement != Movement.Maintain && (slots.Baselines.Count > 0 || (change is not null && level.First > change.First
            && (tokens.Is(level.First - 1, "to") || tokens.Is(level.First - 2, "to") || Aims(tokens, change.Past, level.First)))))
        {
            return ReadingForm.FromTo;
        }

        if (gap)
        {
            return ReadingForm.GapReduction;
        }

        if (slots.Comparison is { Period: not "year over year" } comparison)
        {
            var within = slots.Often is { How.Name: "monthly" or "quarterly" or "weekly" or "semester" };
            return comparison.Same || (comparison.Period == "year" && within)
                ? ReadingForm.YearOverYearSamePeriod : ReadingForm.RelativeToPriorPeriod;
        }

        var moves = movement is Movement.Increase or Movement.Decrease;
        var recurring = slots.Often is { Adjective: false } || slots.Comparison is not null || slots.Often?.Per is not null;
        if (recurring && moves && (change is not null || (level is null && slots.Often is { First: 0 })) && !(change is null && slots.Quantities.Count > 0))
        {
            return ReadingForm.PerPeriodIncrement;
        }

        if (change is null && level is null && slots.Universal is null && IsOverOther(slots))
        {
            return ReadingForm.GapReduction;
        }

        if (recurring && moves && slots.Quantities.Count == 0 && slots.Universal is null && slots.Often is { Adjective: false, How.Name: not "each_event" } && slots.Parts.Movements[0].Way == movement)
        {
            return ReadingForm.PerPeriodIncrement; // "improves each quarter"
        }

        return change is not null && level is null ? ReadingForm.ChangeFromBaseline
            : level is { Value: 100, Bound: not Bound.AtMost } ? ReadingForm.All
            : level is not null ? ReadingForm.AbsoluteLevel
            : slots.RatingOpens ? ReadingForm.AbsoluteLevel
            : slots.Universal is not null ? ReadingForm.All
            : slots.Parts.Frequencies.Exists(static f => f.Times is not null) ? ReadingForm.AbsoluteLevel
            : ReadingForm.None;
    }

    /// <summary>"will match the district average": the figure of another group or of the state is the aim.</summary>
    private static bool IsOverOther(Slots slots)
    {
        var tokens = slots.Parts.Tokens;
        for (var at = slots.HeadFirst; at < slots.HeadPast - 2; at++)
        {
            if (tokens.Word(at) is "match" or "matches" or "exceed" or "exceeds" or "meet" or "beat" or "surpass" or "equal" or "outperform" or "above" or "than")
            {
                var next = tokens.SkipAll(at + 1, Words.Articles);
                if (tokens.Word(next) is "state" or "state's" or "district" or "district's" or "statewide" or "county" or "national" && (IsFigure(next + 1) || IsFigure(next + 2)))
                {
                    return true;
                }
            }
        }

        return false;

        bool IsFigure(int at) => tokens.Word(at) is "average" or "averages" or "rate" or "percentage" or "mean" or "median";
    }

    private static bool Aims(Tokens tokens, int first, int past)
    {
        var at = first;
        while (at < past && !tokens.Is(at, "aiming"))
        {
            at++;
        }

        return at < past;
    }

    private static bool SaysGap(Slots slots, Span? measure)
    {
        var tokens = slots.Parts.Tokens;
        var quantity = slots.Head.Count > 0 ? slots.Head[0].First : slots.HeadPast;
        for (var at = tokens.Holds(Gaps) ? slots.HeadFirst : slots.HeadPast; at < slots.HeadPast; at++)
        {
            var measured = measure is not null && tokens[at].Start >= measure.Start && tokens[at].End <= measure.End;
            if (tokens.IsAny(at, Gaps) && (measured || at < quantity) && !tokens.Is(at - 1, "skill"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAmountOf(AmountMention? amount, MovementMention move) =>
        amount is not null && (amount.Past == move.First || amount.Past + 1 == move.First || amount.First == move.Past);

    private static bool InTail(Tokens tokens, int first, int at)
    {
        for (var i = Math.Max(first, at - 16); i < at; i++)
        {
            if (tokens.IsAny(i, Words.Tails) || tokens.Is(i, "that"))
            {
                return true;
            }
        }

        return false;
    }
}
