using System.Text.RegularExpressions;

namespace Throughline.MarkUp;

/// <summary>A stretch of a paragraph's text; the end is excluded.</summary>
internal readonly record struct Stretch(int Start, int End);

/// <summary>A paragraph's sentences, without bullets, numbers and labels before them ("Goal 1:").</summary>
internal static partial class SentenceSplitter
{
    // How far is looked back at a full stop: the work grows with the text and no faster.
    private const int LongestAbbreviation = 6;
    private const int WidestIndent = 40;
    private const int LongestVerb = 12;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "etc", "vs", "dr", "mr", "mrs", "ms", "st", "no", "gr", "approx", "incl", "dept", "u.s", "a.m", "p.m",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "cf", "pct", "avg", "min", "max",
    };

    public static IEnumerable<Stretch> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEnd(text, i, out var past))
            {
                if (Trimmed(text, start, past) is { } sentence)
                {
                    yield return sentence;
                }

                start = past;
                i = past - 1;
            }
        }

        if (Trimmed(text, start, text.Length) is { } rest)
        {
            yield return rest;
        }
    }

    private static bool IsEnd(string text, int at, out int past)
    {
        past = at + 1;
        if (text[at] == '\n')
        {
            return !GoesOn(text, at);
        }

        if (text[at] is not ('.' or '!' or '?'))
        {
            return false;
        }

        while (past < text.Length && text[past] is '.' or '!' or '?' or '"' or '”' or '’' or ')' or ']')
        {
            past++;
        }

        // The next sentence begins with a space and no small letter.
        var next = past;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == text.Length)
        {
            return true;
        }

        return next > past && !char.IsLower(text[next]) && !(text[at] == '.' && IsAbbreviated(text, at));
    }

    /// <summary>A line break inside of a sentence: a small letter follows that is no item's sign, or the words before it cannot end one.</summary>
    private static bool GoesOn(string text, int at)
    {
        var next = at;
        while (next < text.Length && next - at < WidestIndent && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == text.Length || char.IsWhiteSpace(text[next]) || PlanWords.Item().IsMatch(text, next))
        {
            return false;
        }

        var before = text[Math.Max(0, at - WidestIndent)..at].TrimEnd();
        return before.Length > 0 && (PlanWords.GoesOn().IsMatch(before) || (char.IsLower(text[next]) && before[^1] is not ('.' or '!' or '?' or ':' or ';') && !PlanWords.Begins().IsMatch(text[next..Math.Min(text.Length, next + LongestVerb)])));
    }

    private static bool IsAbbreviated(string text, int at)
    {
        var from = at;
        while (from > 0 && at - from <= LongestAbbreviation && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '“'))
        {
            from--;
        }

        if (at - from > LongestAbbreviation)
        {
            return false;
        }

        // Nothing but a number before the point: "1." begins an item, "70%." ends a sentence.
        var word = text[from..at];
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsLetter(word[0]))
            || (word.Length is 1 or 2 && word.All(char.IsAsciiDigit) && from <= WidestIndent && string.IsNullOrWhiteSpace(text[..from]));
    }

    private static Stretch? Trimmed(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ';'))
        {
            end--;
        }

        for (var length = -1; length != 0 && start < end;)
        {
            length = Lead().Match(text, start, end - start).Length;
            start += length;
        }

        return start < end ? new Stretch(start, end) : null;
    }

    /// <summary>Spaces, a bullet or a number; or a label such as "Goal 1:", "A1-E1.".</summary>
    [GeneratedRegex(@"\G(?:\s+|[-–—•·▪●○◦*□☐➢✓]+\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|[A-Z]\d?(?:[-.][A-Z]?\d{1,2})*[.:)]\s+|(?:[\p{L}]+[\s-]){0,3}(?:goal|benchmark|target|outcome|objective|evidence|milestone|priority)s?\s*[#\dA-Z.-]{0,5}\s*[:–—]\s*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();
}
