namespace Throughline.Benchmarks.Language;

/// <summary>Which side of a number is meant, from the words before and after it.</summary>
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
        (Bound.AtLeast, ["exceed"]), (Bound.AtLeast, ["at", "or", "above"]), (Bound.AtMost, ["at", "or", "below"]), (Bound.AtMost, ["at", "or", "under"]),
    ];

    private static readonly string[][] StrictWords =
    [
        ["less", "than"], ["fewer", "than"], ["lower", "than"], ["more", "than"], ["greater", "than"], ["higher", "than"],
        ["below"], ["under"], ["above"], ["exceed"],
    ];

    private static readonly WordSet Denials = Words.Set("not never doesn't don't won't cannot can't shouldn't");

    private static readonly WordSet Falling = Words.Set("fall falls drop drops dip dips go goes sink sinks slip slips decline declines decrease decreases be get");

    private static readonly WordSet Rising = Words.Set("rise rises climb climbs increase increases go goes grow grows be get");

    private static readonly WordSet BoundStarts = new([.. BoundsBefore.Select(b => b.Words[0]), .. Denials.Words]);

    /// <summary>Words that an amount can begin with; all else that it begins with is a number or a sign.</summary>
    private static readonly WordSet AmountStarts = new([.. BoundStarts.Words, .. Words.Blanks.Words, .. Words.Numerals.Words, "between", "x", "a", "double", "doubles", "doubled", "half", "halve", "halves", "halved"]);

    private static readonly WordSet MoreWords = Words.Set("more higher greater above better beyond");

    private static readonly WordSet LessWords = Words.Set("less lower fewer below");

    private static readonly WordSet Approximately = Words.Set("about approximately roughly around an a average of least");

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

        if (Denied(at) is { Past: > 0 } kept)
        {
            return Bounds(kept.Bound, kept.Past);
        }

        foreach (var (bound, words) in BoundsBefore)
        {
            if (tokens.Past(at, words) is > 0 and var past)
            {
                return Bounds(bound, past);
            }
        }

        return (Bound.None, at);

        (Bound Bound, int Past) Bounds(Bound bound, int past)
        {
            past = tokens.SkipAll(past, Approximately);
            return tokens[past].IsNumber || tokens.Is(past, "half") || BlankWidth(past) > 0 || tokens.Has(past, Words.Numbers)
                ? (bound, past) : (Bound.None, at);
        }
    }

    /// <summary>A way that is not to be gone: "not fall below" is a floor, "never rise above" and "not exceed" a ceiling; past 0 where none stands there.</summary>
    private (Bound Bound, int Past) Denied(int at)
    {
        if (!tokens.IsAny(at, Denials))
        {
            return default;
        }

        if (tokens.Word(at + 1) is "exceed" or "exceeds" or "surpass" or "top")
        {
            return (Bound.AtMost, at + 2);
        }

        var side = tokens.IsAny(at + 1, Falling) || tokens.IsAny(at + 1, Rising) ? at + 2 : at + 1;
        return tokens.Word(side) is "below" or "under" && (side == at + 1 || tokens.IsAny(at + 1, Falling)) ? (Bound.AtLeast, side + 1)
            : tokens.Word(side) is "above" or "over" or "past" && (side == at + 1 || tokens.IsAny(at + 1, Rising)) ? (Bound.AtMost, side + 1)
            : default;
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
}
