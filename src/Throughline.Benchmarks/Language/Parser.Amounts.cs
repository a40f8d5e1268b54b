namespace Throughline.Benchmarks.Language;

/// <summary>Numbers and the blanks left for them, with their unit and the side that is meant.</summary>
internal sealed partial class Parser
{
    private static readonly (Bound Bound, string[] Words)[] BoundsBefore =
    [
        (Bound.AtLeast, ["at", "least"]), (Bound.AtMost, ["at", "most"]),
        (Bound.AtMost, ["no", "more", "than"]), (Bound.AtMost, ["not", "more", "than"]), (Bound.AtMost, ["no", "higher", "than"]), (Bound.AtMost, ["no", "worse", "than"]),
        (Bound.AtLeast, ["no", "less", "than"]), (Bound.AtLeast, ["no", "fewer", "than"]), (Bound.AtLeast, ["no", "lower", "than"]),
        (Bound.AtLeast, ["not", "less", "than"]), (Bound.AtMost, ["not", "exceed"]), (Bound.AtMost, ["less", "than"]),
        (Bound.AtMost, ["fewer", "than"]), (Bound.AtMost, ["lower", "than"]), (Bound.AtLeast, ["more", "than"]),
        (Bound.AtLeast, ["greater", "than"]), (Bound.AtLeast, ["higher", "than"]), (Bound.AtLeast, ["a", "minimum", "of"]),
        (Bound.AtMost, ["a", "maximum", "of"]), (Bound.AtMost, ["below"]), (Bound.AtMost, ["under"]), (Bound.AtLeast, ["above"]),
        (Bound.AtLeast, ["exceed"]),
    ];

    private static readonly string[][] StrictWords =
    [
        ["less", "than"], ["fewer", "than"], ["lower", "than"], ["more", "than"], ["greater", "than"], ["higher", "than"],
        ["below"], ["under"], ["above"], ["exceed"],
    ];

    private static readonly WordSet BoundStarts = new(BoundsBefore.Select(b => b.Words[0]));

    /// <summary>Words that an amount can begin with; all else that it begins with is a number or a sign.</summary>
    private static readonly WordSet AmountStarts = new([.. BoundStarts.Words, .. Words.Blanks.Words, .. Words.Numerals.Words, "x", "a", "double", "doubles", "doubled", "half", "halve", "halves", "halved"]);

    private static readonly WordSet MoreWords = Words.Set("more higher greater above better beyond");

    private static readonly WordSet LessWords = Words.Set("less lower fewer below");

    /// <summary>Words before a number that make it a name: "grade 9", "Tier 2", "Look-For 11".</summary>
    private static readonly WordSet Namers = Words.Set(
        "grade grades title type age ages chapter act level levels tier indicator for domain phase step target goal goals year week weeks day algebra dok cycle cohort "
        + "objective standard strategy gr k question # section part room form stage band $ priority and unit units quarter semester trimester module math english diagnostic window round lesson geometry physics quarters");

    private static readonly WordSet Approximately = Words.Set("about approximately roughly around an a average of least");

    private int Amount(int first)
    {
        if (tokens[first].IsWord && !tokens.IsAny(first, AmountStarts))
        {
            return 0;
        }

        var (bound, at) = BoundBefore(first);
        var blank = BlankWidth(at);
        var fraction = Fraction(at) ?? Spelled(at) ?? (first == at ? Counted(at) : null);
        if (blank == 0 && fraction is null && !IsFigure(at, first))
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
        if (blank > 0 && unit is null && (!tokens.Is(first, "<") || tokens.Word(first + 1).Length > 2) && !tokens.Is(first - 1, "to") && !tokens.Is(first - 1, "from"))
        {
            return 0; // "the XX team", "XX date"
        }

        (bound, past) = BoundAfter(bound, past);
        parts.Amounts.Add(new AmountMention(first, past, number, value, max, unit, bound) { IsPart = part, IsCounted = unit is null && first == at && Counted(at) is not null, IsStrict = IsStrict(first) });
        return past;
    }

    /// <summary>"Below 15%" leaves 15% out; "no more than 15%" and "15% or less" do not.</summary>
    private bool IsStrict(int at)
    {
        foreach (var words in StrictWords)
        {
            if (tokens.Past(at, words) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private (Bound Bound, int Past) BoundBefore(int at)
    {
        if (!tokens.IsAny(at, BoundStarts))
        {
            return (Bound.None, at);
        }

        foreach (var (bound, words) in BoundsBefore)
        {
            if (tokens.Past(at, words) is > 0 and var past)
            {
                past = tokens.SkipAll(past, Approximately);
                return tokens[past].IsNumber || tokens.Is(past, "half") || BlankWidth(past) > 0 || tokens.Has(past, Words.Numbers)
                    ? (bound, past) : (Bound.None, at);
            }
        }

        return (Bound.None, at);
    }

    private (Bound Bound, int Past) BoundAfter(Bound bound, int past)
    {
        if (tokens.Is(past, "+"))
        {
            return (Bound.AtLeast, past + 1);
        }

        var or = tokens.Is(past, "(") ? past + 1 : past;
        if (tokens.Word(or) is not ("or" or "and") || !(tokens.IsAny(or + 1, MoreWords) || tokens.IsAny(or + 1, LessWords)))
        {
            return (bound, past);
        }

        return (tokens.IsAny(or + 1, MoreWords) ? Bound.AtLeast : Bound.AtMost, or > past ? tokens.Skip(or + 2, ")") : or + 2);
    }

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
