namespace Throughline.Benchmarks.Language;

/// <summary>Levels of one measure step by step: "40% in November 2026, 60% in January 2027".</summary>
internal sealed partial class Slots
{
    private static readonly WordSet Between = Words.Set("and then to at by in of , ; ( ) : reaching rising finally least will be");

    /// <summary>Where a list of dates with their figures begins, "attendance: [Nov: 40%, ...": past what is measured; 0 where there is none.</summary>
    public int ListFirst => !isListed || Labelled(Quantities[0]) is not { } first ? 0 : tokens.Word(first.First - 1) is ":" or "," or "-" ? first.First - 1 : first.First;

    /// <summary>"Nov: [40%]": the date before the colon before a figure.</summary>
    private DateMention? Labelled(AmountMention amount)
    {
        foreach (var date in Parts.Dates)
        {
            if (date.Past == amount.First - 1 && tokens.Is(date.Past, ":"))
            {
                return date;
            }
        }

        return null;
    }

    private List<(AmountMention Amount, DateMention Due)> StepsOfLadder()
    {
        var steps = new List<(AmountMention Amount, DateMention Due)>(Quantities.Count);
        foreach (var amount in Quantities)
        {
            if (amount is not { Role: AmountRole.Level, Value: not null, Max: null, IsStrict: false } || amount.Unit != Quantities[0].Unit || !Head.Contains(amount)
                || DueOf(amount) is not { } due || (steps.Count > 0 && (due.First == steps[^1].Due.First || due.Date <= steps[^1].Due.Date || !Follows(steps[^1], (amount, due)))))
            {
                return [];
            }

            steps.Add((amount, due));
        }

        return steps.Count > 1 ? steps : [];
    }

    /// <summary>Nothing else is said between two steps: no second subject, no other measure.</summary>
    private bool Follows((AmountMention Amount, DateMention Due) before, (AmountMention Amount, DateMention Due) next)
    {
        for (var at = Math.Max(before.Amount.Past, before.Due.Past); at < Math.Min(next.Amount.First, next.Due.First); at++)
        {
            if (!tokens.IsAny(at, Between))
            {
                return false;
            }
        }

        return true;
    }
}
