namespace Throughline.Benchmarks.Language;

/// <summary>Amounts in words: parts ("one-third", "8 out of 10", "doubles"), percents, and counts of what is held or made.</summary>
internal sealed partial class Parser
{
    private static readonly WordSet Making = Words.Set(
        "hold host hosts offer offers provide provides hire add adds run open create build give make complete conduct conducts recruit launch purchase buy establish form schedule organize plan publish deliver "
        + "co-host co-hosts train place install host");

    /// <summary>"Hold four family nights", "will hire two aides": what is made is counted; "one" is not.</summary>
    private (decimal Value, int Past)? Counted(int at)
    {
        var value = tokens[at].IsNumber ? tokens[at].Value : tokens.Of(at, Words.Numbers);
        var began = at - 1 == 0 || Announced(at - 2) || tokens.Word(at - 2) is "," or ":" or "." || tokens[at - 1].NewLine || (tokens.Can(at - 1, WordClass.Third) && tokens[at - 2].IsWord);
        return value > 1 && decimal.IsInteger(value) && tokens.IsAny(at - 1, Making) && began && tokens[at + 1].IsWord && !IsTimed(at + 1) && parts.Universals.Count == 0
            && Unit(at + 1).Unit is null ? (value, at + 1) : null;

        bool Announced(int modal) => tokens.Word(modal) is "will" or "shall" or "should" or "must" or "to";
    }

    /// <summary>A size or a time: "30 minutes of", "two times".</summary>
    private bool IsTimed(int at) => tokens.Word(at) is "minutes" or "minute" or "hours" or "hour" or "times" or "x" or "days" or "weeks" or "months" or "years" or "of" or "or" or "to" or "and";

    /// <summary>"ninety-five percent", "three points": words only where a unit follows.</summary>
    private (decimal Value, int Past)? Spelled(int at)
    {
        if (!tokens.TryGet(at, Words.Numerals, out var value))
        {
            return null;
        }

        var ones = value >= 20 && tokens.Is(at + 1, "-") ? tokens.Of(at + 2, Words.Numbers) : 0;
        var past = ones is > 0 and < 10 ? at + 3 : at + 1;
        return tokens.Is(at - 1, "the") ? null : tokens.Word(past) is "percent" or "percentage" or "point" or "points" ? (value + (past > at + 1 ? ones : 0), past) : null;
    }

    private int OutOf(int at) => tokens.Past(at + 1, "out", "of") is > 0 and var of ? of + 1 : tokens.Past(at + 1, "in", "every") is > 0 and var every ? every + 1
        : tokens.Word(at + 1) is "of" or "in" && tokens[at + 2].IsNumber && tokens[at + 2].Value is 3 or 4 or 5 or 10 or 100 ? at + 3 : 0;

    private bool CountsPeople(int at)
    {
        for (var i = at; i < at + 4 && tokens[i].IsWord; i++)
        {
            if (tokens.Can(i, WordClass.People | WordClass.Countable))
            {
                return true;
            }
        }

        return false;
    }

    private (decimal Value, int Past)? Fraction(int at)
    {
        if (tokens.Word(at) is "double" or "doubles" or "doubled" && tokens.Word(at + 1) is "the" or "our" or "." or "by" or "" or "in" or "from")
        {
            return (100m, at + 1);
        }

        if (tokens.Word(at) is "a" or "one" or "two" && tokens.Word(at + 1) is "third" or "thirds" or "quarter" && tokens.Word(at - 1) is "by" or "at" or "than" or "least" or "to")
        {
            return (tokens.Is(at, "two") ? 66.7m : tokens.Is(at + 1, "quarter") ? 25m : 33.3m, at + 2);
        }

        if (tokens.Word(at) is "half" or "halve" or "halves" or "halved")
        {
            return tokens.Is(at + 1, "a") || tokens.Is(at - 1, "and") || tokens.Is(at + 1, "day") || tokens.Is(at + 1, "-") || tokens.Is(at + 1, "(") ? null : (50m, at + 1);
        }

        if (tokens[at].IsNumber && OutOf(at) is > 0 and var past && CountsPeople(past) && tokens[past - 1].IsNumber && tokens[past - 1].Value > tokens[at].Value)
        {
            return (decimal.Round(tokens[at].Value / tokens[past - 1].Value * 100, 1) / 1.0000000000000000000000000000m, past); // "8 out of 10 students"
        }

        return tokens.Past(at, "one", "-", "third") is > 0 and var third ? (33.3m, third)
            : tokens.Past(at, "two", "-", "thirds") is > 0 and var thirds ? (66.7m, thirds)
            : tokens.Past(at, "three", "-", "quarters") is > 0 and var quarters ? (75m, quarters)
            : null;
    }
}
