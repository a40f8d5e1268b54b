namespace Throughline.Benchmarks.Examples;

/// <summary>
/// The words of an example, to tell whether somebody's sentence still is that example. Figures and dates fill a blank and
/// change nothing; a word of one's own, in a blank or anywhere else, makes the sentence one's own.
/// </summary>
internal sealed class ExampleWords
{
    /// <summary>So few words in common say nothing.</summary>
    private const int Fewest = 6;

    /// <summary>A blank takes so many words at most: "the end of the 2026 school year".</summary>
    private const int LongestFill = 7;

    private const string Blank = "";

    private static readonly HashSet<string> Fills =
    [
        "xx", "yy", "zz", "tbd", "date", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "fall", "winter", "spring", "summer", "sy", "eoy", "the", "end", "of", "school", "year", "one", "two", "three",
        "four", "five", "six", "seven", "eight", "nine", "ten",
    ];

    /// <summary>The whole, and the sentence without what would show it.</summary>
    private readonly string[][] versions;

    public ExampleWords(string text, string lead, string evidence) => versions =
        [.. new[] { text, text.Replace(lead + evidence, "", StringComparison.Ordinal) }.Distinct().Select(Of).Where(v => v.Count(w => w.Length > 0) >= Fewest)];

    /// <summary>Whether the sentence says nothing but this.</summary>
    public bool Are(IReadOnlyList<string> words) => Array.Exists(versions, v => Fits(v, 0, words, 0));

    /// <summary>The words of a text, small, with an empty one for each blank in braces.</summary>
    public static string[] Of(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '{')
            {
                at = text.IndexOf('}', at);
                words.Add(Blank);
                continue;
            }

            var first = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > first)
            {
                words.Add(text[first..at].ToLowerInvariant());
                at--;
            }
        }

        return [.. words];
    }

    private static bool Fits(string[] pattern, int from, IReadOnlyList<string> words, int at)
    {
        for (; from < pattern.Length; from++, at++)
        {
            if (pattern[from].Length == 0)
            {
                for (var taken = 0; taken <= LongestFill; taken++)
                {
                    if (Fits(pattern, from + 1, words, at + taken))
                    {
                        return true;
                    }

                    if (at + taken >= words.Count || !IsFill(words[at + taken]))
                    {
                        return false;
                    }
                }

                return false;
            }

            if (at >= words.Count || words[at] != pattern[from])
            {
                return false;
            }
        }

        return at == words.Count;
    }

    private static bool IsFill(string word) => char.IsDigit(word[0]) || Fills.Contains(word);
}
