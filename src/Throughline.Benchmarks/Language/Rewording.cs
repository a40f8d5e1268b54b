namespace Throughline.Benchmarks.Language;

/// <summary>A statement in other words, and the codes of what that added.</summary>
internal sealed record Reworded(string Statement, IReadOnlyList<string> Adds);

/// <summary>Changes a statement without inventing anything: what nobody wrote becomes a blank.</summary>
internal static class Rewording
{
    private static readonly WordSet Everyone = Words.Set("all every each");

    /// <summary>Verbs of being taught, with what follows them, and the verb of using what was taught.</summary>
    private static readonly (string[] Taught, string Used)[] Uses =
    [
        (["be", "trained", "in"], "use"), (["be", "trained", "on"], "use"), (["be", "trained", "to"], ""), (["be", "introduced", "to"], "use"),
        (["participate", "in"], "use what they learned in"), (["take", "part", "in"], "use what they learned in"),
        (["attend"], "use what they learned in"), (["receive", "training", "in"], "use"), (["receive", "training", "on"], "use"),
        (["receive", "professional", "development", "in"], "use"), (["receive", "professional", "development", "on"], "use"),
    ];

    /// <summary>The second pass: a change instead of presence, a quantity, what shows it. Null where nothing is missing.</summary>
    public static Reworded? Measurable(Reading reading)
    {
        if (!IsUnderstood(reading))
        {
            return null;
        }

        var (text, adds) = (reading.Text.Trim(), new List<string>());
        if (Practised(Reading.Of(text)) is { } practised)
        {
            text = practised;
            adds.Add("practice");
        }

        if (Counted(Reading.Of(text)) is { } counted)
        {
            text = counted;
            adds.Add("quantity");
        }

        if (Reading.Of(text).Evidence is null)
        {
            text = Append(text, $", as shown by {Revision.Blank}");
            adds.Add("evidence");
        }

        return adds.Count > 0 ? new Reworded(text, adds) : null;
    }

    /// <summary>The third pass: by when. Null where a date, a cadence or a blank for one stands already.</summary>
    public static Reworded? Dated(Reading reading) => IsUnderstood(reading) && reading is { Deadline: null, Frequency: null, MeasuringFrequency: null }
        && !reading.Text.TrimStart().StartsWith($"By {Revision.Blank}", StringComparison.OrdinalIgnoreCase)
        ? new Reworded($"By {Revision.Blank}, {Lowered(reading.Text)}", ["date"])
        : null;

    /// <summary>"All teachers will be trained in SMART goals" becomes "All teachers will use SMART goals"; null for other sentences.</summary>
    public static string? Practised(Reading reading)
    {
        var tokens = reading.Slots.Parts.Tokens;
        // Students who attend are there to learn; it is adults who were taught something to use.
        for (var at = 0; at < tokens.Count && reading.Focus == Focus.Adult; at++)
        {
            foreach (var (taught, used) in Uses)
            {
                if (tokens.Past(at, taught) is > 0 and var past && past < tokens.Count)
                {
                    var (start, end) = (tokens[at].Start, tokens[past].Start);
                    return reading.Text[..start] + (used.Length > 0 ? used + " " : "") + reading.Text[end..];
                }
            }
        }

        return null;
    }

    /// <summary>"All teachers will use …" becomes "____% of teachers will use …": how many is for the writers to say.</summary>
    public static string? Counted(Reading reading)
    {
        var tokens = reading.Slots.Parts.Tokens;
        if (reading.Targets.Any(t => t.Value is not null) || reading.Population is not { } who || reading.Placeholders.Count > 0)
        {
            return null;
        }

        var first = 0;
        while (first < tokens.Count && tokens[first].Start < who.Start)
        {
            first++;
        }

        var from = first > 0 && tokens.IsAny(first - 1, Everyone) ? tokens[first - 1].Start : who.Start;
        var isRate = first > 1 && tokens.Is(first - 1, "of");
        // "The attendance team" is one.
        var isOne = first > 0 && tokens.IsAny(first - 1, Words.Articles);
        // "Each team": of one, no share; "Not a single student" and "teachers' use" count something else.
        var last = Last(tokens, who.End);
        var isEach = first > 0 && tokens.Word(first - 1) is "each" or "every" && !tokens.Word(last).EndsWith('s');
        var isOther = tokens.Word(0) is "not" or "no" || tokens.Word(last) is [.., '\'', 's'] || tokens.Is(last + 1, "'") || tokens.Is(first - 1, "for");
        if (isRate || isOne || isEach || isOther || (tokens.IsAny(first, Everyone) && first + 1 >= tokens.Count))
        {
            return null;
        }

        var noun = tokens.IsAny(first, Everyone) ? tokens[first + 1].Start : who.Start;
        from = tokens.IsAny(first, Everyone) ? who.Start : from;
        var rest = reading.Text[noun..];
        return reading.Text[..from] + $"{Revision.Blank}% of " + (noun == 0 ? Lowered(rest) : rest);
    }

    /// <summary>Something is named that is done or counted; of other text no wording can be proposed.</summary>
    private static bool IsUnderstood(Reading reading) => !reading.IsForeign && reading.MeasureSpan is not null
        && !(reading.Missing.Contains(Element.Specific) && reading.Missing.Contains(Element.Action));

    /// <summary>The last token that ends by a place of the text.</summary>
    private static int Last(Tokens tokens, int end)
    {
        var at = 0;
        while (at + 1 < tokens.Count && tokens[at + 1].End <= end)
        {
            at++;
        }

        return at;
    }

    /// <summary>Before the full stop, where there is one.</summary>
    private static string Append(string statement, string words)
    {
        var text = statement.TrimEnd();
        var plain = text.TrimEnd('.', '!', ';', ',');
        return plain + words + (text.EndsWith('.') || text.EndsWith('!') ? "." : "");
    }

    /// <summary>The sentence as it stands after an opening of its own: its first letter small, unless the word is a name.</summary>
    private static string Lowered(string statement)
    {
        var text = statement.TrimStart();
        return text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
