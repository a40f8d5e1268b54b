namespace Throughline.Benchmarks.Language;

/// <summary>Which date is the deadline, and which belongs to a figure.</summary>
internal sealed partial class Slots
{
    /// <summary>The date of a starting value: "from 16% of students in 2012-13".</summary>
    private bool IsBaselines(DateMention date)
    {
        foreach (var start in Baselines)
        {
            var next = QuantityFrom(start.Past)?.First ?? 0;
            if ((date.First >= start.Past && date.First <= start.Past + 1) || (date.Past <= start.First && date.Past >= start.First - 1 && tokens.Is(date.First - 1, "(")) || (date.First >= start.Past && date.Past < next && tokens.Word(date.First) is "in" or "during"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"starting in January", "between spring 2024 and ...", "the 2015-16 State Percentage", a season or term in brackets.</summary>
    private bool IsAside(DateMention date)
    {
        if ((tokens.Is(date.First - 1, "from") || tokens.Is(date.First, "from")) && tokens.Is(date.Past, "to") && Parts.DateAt(date.Past) is not null | Parts.DateAt(date.Past + 1) is not null)
        {
            return true; // "from SY26 to SY27"
        }

        if (tokens.Word(date.First - 1) is "starting" or "beginning" or "between" || (date.Date is not null && (tokens.Is(date.First, "over") || tokens.Is(date.First - 1, "than"))) || (tokens.Is(date.First, "the") && !date.Firm && date.Precision == DatePrecision.SchoolYear && tokens[date.Past].IsWord))
        {
            return true;
        }

        for (var at = date.First - 1; date.Date is null && at > date.First - 12 && at >= 0; at--)
        {
            if (tokens.Word(at) is "(" or ")")
            {
                return tokens.Is(at, "(");
            }
        }

        return false;
    }

    private DateMention? DateAfter(AmountMention amount)
    {
        var next = QuantityFrom(amount.Past)?.First ?? tokens.Count;
        foreach (var date in Dates)
        {
            if (date.First >= amount.Past && date.First < next)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>"by May 2027, [90%]": the date right before a figure; one before a comma only where every figure has its date in front.</summary>
    private DateMention? DateBefore(AmountMention amount)
    {
        foreach (var date in Dates)
        {
            if (date.Past == amount.First || (date.Past == amount.First - 1 && tokens.Is(date.Past, ",") && Dates[0].First < Quantities[0].First))
            {
                return date;
            }
        }

        return null;
    }

    private AmountMention? QuantityFrom(int at)
    {
        foreach (var amount in Quantities)
        {
            if (amount.First >= at)
            {
                return amount;
            }
        }

        return null;
    }

    /// <summary>The dates by which something is aimed at.</summary>
    private List<DateMention> DatesOfTargets()
    {
        var dates = new List<DateMention>(Parts.Dates.Count);
        foreach (var date in Parts.Dates)
        {
            if (tokens.Is(date.First, "by") || (!IsBaselines(date) && !IsAside(date)))
            {
                dates.Add(date);
            }
        }

        return dates;
    }

    private bool HasLevelsOfTwoDates()
    {
        DateMention? first = null;
        foreach (var amount in Quantities)
        {
            if (amount.Role == AmountRole.Level && DateAfter(amount) is { } date)
            {
                if (first is not null && date != first)
                {
                    return true;
                }

                first = date;
            }
        }

        return false;
    }

    /// <summary>A date before the first figure, and a later figure with a later date at once after it.</summary>
    private DateMention? StepsOn()
    {
        if (Evolves || Dates.Count < 2 || Quantities.Count < 2 || Dates[0].Date is not { } step || Dates[0].First > Quantities[0].First || Quantities[0].Role != AmountRole.Level)
        {
            return null;
        }

        foreach (var amount in Quantities)
        {
            if (amount != Quantities[0] && amount.Role == AmountRole.Level && amount.IsPercent == Quantities[0].IsPercent
                && (Parts.DateAt(amount.Past)?.Date > step || DateBefore(amount)?.Date > step))
            {
                return Dates[0];
            }
        }

        return null;
    }

    private DateMention? ChooseDeadline()
    {
        if (Evolves && Dates.Where(d => d.Date is not null).MaxBy(d => d.Date) is { } last)
        {
            return last;
        }

        if (isListed)
        {
            return Labelled(Quantities[^1]);
        }

        var figure = Quantities.Count > 0 ? Quantities[0].First : 0;

        // The best kind of date first; of one kind, the first in the text.
        var (best, deadline) = (0, (DateMention?)null);
        foreach (var date in Dates)
        {
            var isBy = tokens.Is(date.First, "by");
            var kind = date switch
            {
                { Firm: true, Date: not null } => isBy ? 6 : date.First >= figure ? 5 : 4,
                { Date: not null } => 3,
                _ => isBy ? 2 : 1,
            };
            if (kind > best)
            {
                (best, deadline) = (kind, date);
            }
        }

        return deadline;
    }
}
