using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Language;

/// <summary>
/// Where the phrases of a catalog occur. Hyphens, kinds of quote, number of spaces and plurals make no difference. The
/// longest phrase wins, so a phrase inside a longer one does not count; two measures may share a phrase.
/// </summary>
internal sealed class MeasureFinder
{
    private readonly Dictionary<string, List<(string[] Words, Measure Measure)>> byFirstWord = new(StringComparer.Ordinal);

    public MeasureFinder(MeasureCatalog catalog)
    {
        foreach (var measure in catalog.Measures)
        {
            foreach (var phrase in measure.Phrases)
            {
                var tokens = Lexer.Read(phrase, phrase.Length);
                string[] words = [.. Enumerable.Range(0, tokens.Count).Select(tokens.Word).Where(w => w != "-").Select(Stem)];
                if (words.Length > 0)
                {
                    (byFirstWord.TryGetValue(words[0], out var list) ? list : byFirstWord[words[0]] = []).Add((words, measure));
                }
            }
        }
    }

    public IReadOnlyList<PhraseMention> Find(Tokens tokens)
    {
        var found = new List<PhraseMention>();
        var at = 0;
        while (at < tokens.Count)
        {
            if (!byFirstWord.TryGetValue(Stem(tokens.Word(at)), out var phrases))
            {
                at++;
                continue;
            }

            var longest = at;
            var here = new List<PhraseMention>();
            foreach (var (words, measure) in phrases)
            {
                var past = Match(tokens, at, words);
                if (past > longest)
                {
                    here.Clear();
                    longest = past;
                }

                if (past == longest && past > at && here.TrueForAll(m => m.Measure.Id != measure.Id))
                {
                    here.Add(new PhraseMention(at, past, measure));
                }
            }

            found.AddRange(here);
            at = Math.Max(longest, at + 1);
        }

        return found;
    }

    private static int Match(Tokens tokens, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            at = i == 0 ? at : tokens.Skip(at, "-");
            if (Stem(tokens.Word(at)) != words[i])
            {
                return 0;
            }

            at++;
        }

        return at;
    }

    /// <summary>A word without the ending of its plural. Both sides are cut alike, so that a crude cut does no harm.</summary>
    private static string Stem(string word) => word switch
    {
        [.., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [.., 's', 's'] => word,
        [.., 's'] when word.Length > 3 => word[..^1],
        _ => word,
    };
}
