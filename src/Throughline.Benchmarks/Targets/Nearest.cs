namespace Throughline.Benchmarks.Targets;

/// <summary>The known word that a mistyped one was probably meant to be.</summary>
internal static class Nearest
{
    private const int LongestWord = 64;

    /// <summary>The nearest of the words, at most a third of its letters away; null where none is.</summary>
    public static string? To(string? typed, IEnumerable<string> words)
    {
        if (typed is null || typed.Length > LongestWord)
        {
            return null;
        }

        var plain = Plain(typed);
        return words
            .Select(word => (word, distance: Distance(plain, Plain(word))))
            .Where(x => x.distance <= Math.Max(1, x.word.Length / 3) && x.distance < x.word.Length)
            .OrderBy(x => x.distance).ThenBy(x => x.word, StringComparer.Ordinal)
            .Select(x => x.word)
            .FirstOrDefault();
    }

    private static string Plain(string text) => text.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    /// <summary>Letters put in, left out or replaced (Levenshtein 1966).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 0; j < b.Length; j++)
            {
                var above = row[j + 1];
                row[j + 1] = Math.Min(Math.Min(above, row[j]) + 1, corner + (a[i] == b[j] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
