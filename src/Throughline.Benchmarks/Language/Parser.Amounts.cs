namespace Throughline.Benchmarks.Language;

/// <summary>Numbers and the blanks left for them, with their unit and the side that is meant.</summary>
internal sealed partial class Parser
{
    /// <summary>Words that put a figure where it is to be: two figures after them are a range.</summary>
    private static readonly WordSet RangeLeads = Words.Set("be is are reach reaches hit average averages stay stays remain remains keep maintain have achieve attain least");

    /// <summary>Words before a number that make it a name: "grade 9", "Tier 2", "Look-For 11".</summary>
    private static readonly WordSet Namers = Words.Set(
        "grade grades title type age ages chapter act level levels tier indicator for domain phase step target goal goals year week weeks day algebra dok cycle cohort "
        + "objective standard strategy gr k question # section part room form stage band $ priority and unit units quarter semester trimester module math english diagnostic window round lesson geometry physics quarters");

    private int Amount(int first)
    {
        if (tokens[first].IsWord && !tokens.IsAny(first, AmountStarts))
        {
            return 0;
        }

        var (bound, at) = tokens.Is(first, "between") ? (Bound.None, first + 1) : BoundBefore(first);
        var blank = BlankWidth(at);
        var fraction = Fraction(at) ?? Spelled(at) ?? (first == at ? Counted(at) : null);
        if ((blank == 0 && fraction is null && !IsFigure(at, first)) || (tokens.Is(first, "between") && OtherEnd(first, at, Unit(at + 1).Past, Unit(at + 1).Unit) == 0))
        {
            return 0;
        }

        var number = at;
        decimal? value = blank > 0 ? null : fraction?.Value ?? tokens[at].Value;
        var past = fraction?.Past ?? at + Math.Max(blank, 1);
        var part = (fraction is not null && !tokens.Has(at, Words.Numerals) && !tokens[at].IsNumber) || (fraction is not null && OutOf(at) > 0) || tokens.Is(at + 1, "-") && fraction is { Value: 33.3m or 66.7m or 75m };
        TargetUnit? unit = part ? TargetUnit.Percent : null;
        decimal? max = null;
        var middle = tokens.Is(past, "%") ? past + 1 : past;
        if (tokens.Is(middle, "-") && tokens[middle + 1].IsNumber && Unit(middle + 2).Unit is not null)
        {
            max = tokens[middle + 1].Value;
            past = middle + 2;
        }

        (unit, past) = unit is null ? Unit(past) : (unit, past);
        if (max is null && fraction is null && OtherEnd(first, at, past, unit) is > 0 and var end)
        {
            max = tokens[end].Value;
            (unit, past) = Unit(end + 1);
        }

        if (blank > 0 && unit is null && (!tokens.Is(first, "<") || tokens.Word(first + 1).Length > 2) && !tokens.Is(first - 1, "to") && !tokens.Is(first - 1, "from"))
        {
            return 0; // "the XX team", "XX date"
        }

        if (Denied(first).Bound == Bound.AtLeast)
        {
            parts.Movements.Add(new MovementMention(first, first + 1, Movement.Maintain)); // what may not fall is to be held
        }

        (bound, past) = BoundAfter(bound, past);
        parts.Amounts.Add(new AmountMention(first, past, number, value, max, unit, bound) { IsPart = part, IsCounted = unit is null && first == at && Counted(at) is not null, IsStrict = IsStrict(first), IsKept = first < at && Denied(first).Past > 0 });
        return past;
    }

    /// <summary>The number that ends a range: "between 10% and 12%", "will be 95% to 97%"; a verb of movement before it makes it a way. 0 where none does.</summary>
    private int OtherEnd(int first, int at, int past, TargetUnit? unit)
    {
        var isBetween = tokens.Is(first, "between");
        if (!tokens[at].IsNumber || !tokens.Is(past, isBetween ? "and" : "to") || !tokens[past + 1].IsNumber || Unit(past + 2).Unit is not { } other || (unit is { } own && own != other))
        {
            return 0;
        }

        var leads = isBetween ? tokens.Word(first - 1) is not ("gap" or "difference" or "gaps") : unit is not null && (tokens.IsAny(first - 1, RangeLeads) || OpensShare(first, past + 2));
        return leads ? past + 1 : 0;
    }

    /// <summary>"80% to 85% of teachers".</summary>
    private bool OpensShare(int first, int unit) => (first == 0 || tokens.Is(first - 1, ",")) && tokens.Is(Unit(unit).Past, "of");

    private (TargetUnit? Unit, int Past) Unit(int at)
    {
        var next = tokens.Is(at, "-") ? at + 1 : at;
        if (tokens.Is(at, "%") || tokens.Is(next, "percent"))
        {
            var past = tokens.Is(at, "%") ? at + 1 : next + 1;
            return tokens.Word(past) is "point" or "points" ? (TargetUnit.PercentagePoints, past + 1) : (TargetUnit.Percent, past);
        }

        if (tokens.Word(next) is "percentage" && tokens.Word(next + 1) is "point" or "points")
        {
            return (TargetUnit.PercentagePoints, next + 2);
        }

        if (tokens.Word(next) is "rit" or "scale" or "score" or "index" && tokens.Word(next + 1) is "point" or "points")
        {
            return (TargetUnit.Score, next + 2);
        }

        return tokens.Word(next) switch
        {
            "point" or "points" or "pts" => (TargetUnit.Score, next + 1),
            "days" => (TargetUnit.Days, next),
            ":" when tokens[next].Touches && tokens[next + 1] is { IsNumber: true, Touches: true } => (TargetUnit.Ratio, next + 2),
            _ => (null, at),
        };
    }

    /// <summary>A number that is no name, no ordinal, no year and no part of a range of grades.</summary>
    private bool IsFigure(int at, int first)
    {
        if (first < at && tokens.Has(at, Words.Numbers))
        {
            return false; // "at least one": a threshold, found with the thresholds
        }

        if (!tokens[at].IsNumber)
        {
            return false;
        }

        var touchesWord = tokens[at + 1] is { IsWord: true, Touches: true };
        var hasUnit = Unit(at + 1).Unit is not null;
        var listed = tokens.Word(at - 1) is "," && tokens[at - 2].IsNumber && tokens.IsAny(at - 3, Namers);
        var named = (tokens.IsAny(at - 1, Namers) || listed) && !hasUnit;
        var dashed = tokens.Is(at - 1, "-") && tokens[at].Touches && !tokens.Is(at + 1, "%");
        var year = FourDigits(at) && tokens[at].Value is > 1990 and < 2100 && !hasUnit && (!tokens.Can(at + 1, WordClass.People) || IsTestsYear(at)) && !tokens.Is(at - 1, "to");
        var restated = year || (tokens[at].Value == 504 && tokens.Word(at + 1) is "plan" or "plans" or "students") || tokens.Word(at + 1) is "am" or "pm" || (tokens.Word(at + 1) is "a" or "p" && tokens.Is(at + 2, ".") && tokens.Is(at + 3, "m")) || IsNumbering(at) || IsYearsLong(at) || (tokens.Is(at - 1, "/") && !tokens.Is(at - 2, "w")) || IsRestated(at) || IsYearOfList(at) || tokens.Is(at + 1, "/") || (tokens.Is(at - 1, "(") && tokens.Is(at + 1, ")"));
        var ranged = tokens.Is(at + 1, "-") && tokens[at + 2].IsNumber && Unit(at + 3).Unit is null && !hasUnit;
        return !touchesWord && !named && !dashed && !restated && !ranged;
    }

    /// <summary>"32.2% (86 students)": the same in a count.</summary>
    private bool IsRestated(int at)
    {
        var open = tokens.Is(at - 1, "(") ? at - 1 : tokens.Is(at - 2, "(") ? at - 2 : -1;
        var people = open > 0 && (tokens.Is(open - 1, "%") || parts.DateEnds(open)) && tokens.Can(at + 1, WordClass.People) && tokens.Is(at + 2, ")");
        var ofThem = (tokens.Is(at - 1, "(") && tokens.Word(at + 1) is "of" or "out")
            || (tokens.Is(at - 1, "of") && (tokens.Is(at - 3, "(") || tokens.Is(at - 4, "(")) && tokens[at - 2].IsNumber | tokens.Is(at - 2, "out"));
        return people || ofThem || (tokens.Is(at - 1, "=") && tokens.Is(at - 2, "n"));
    }

    /// <summary>"1." or "2)" at the start of a line.</summary>
    private bool IsNumbering(int at) => (at == 0 || tokens[at].NewLine) && tokens[at + 1] is { Touches: true, Text: "." or ")" };

    /// <summary>"4-year".</summary>
    private bool IsYearsLong(int at) => tokens.Is(at + 1, "-") && tokens[at + 1].Touches && tokens.Word(at + 2) is "year" or "years";

    /// <summary>"(2015 = 45% 2016 = 48%)".</summary>
    private bool IsYearOfList(int at) => FourDigits(at) && tokens.Word(at + 1) is "=" or ":";
}
