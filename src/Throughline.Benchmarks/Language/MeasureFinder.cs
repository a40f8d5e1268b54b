using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Language;

/// <summary>
/// Where the phrases of a catalog occur. Hyphens, kinds of quote, number of spaces and plurals make no difference. The
/// longest phrase wins, so a phrase inside a longer one does not count; two measures may share a phrase.
/// </summary>
internal sealed class MeasureFinder
{
    private const int LongestStem = 64;
    private const int MostNumbers = 1 << 13;

    private static readonly List<(string[] Words, Measure Measure)> None = [];

    private readonly Dictionary<string, List<(string[] Words, Measure Measure)>> byFirstWord = new(StringComparer.Ordinal);

    /// <summary>The same by the number of a known word, as they are first asked for; a word that begins no phrase has an empty list.</summary>
    private readonly List<(string[] Words, Measure Measure)>?[] byNumber = new List<(string[], Measure)>?[MostNumbers];

    public MeasureFinder(MeasureCatalog catalog)
    {
        foreach (var measure in catalog.Measures)
        {
            foreach (var phrase in measure.Phrases)
            {
                var tokens = Lexer.Read(phrase, phrase.Length);
                string[] words = [.. Enumerable.Range(0, tokens.Count).Select(tokens.Word).Where(w => w != "-").Select(w => Stem(w, new char[LongestStem]).ToString())];
                if (words.Length > 0)
                {
                    (byFirstWord.TryGetValue(words[0], out var list) ? list : byFirstWord[words[0]] = []).Add((words, measure));
                }
            }
        }
    }

    public List<PhraseMention> Find(Tokens tokens)
    {
        var found = new List<PhraseMention>();
        var byFirst = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> room = stackalloc char[LongestStem];
        var at = 0;
        while (at < tokens.Count)
        {
            var number = tokens[at].Number;
            var phrases = number is > 0 and < MostNumbers ? byNumber[number] : null;
            if (phrases is null)
            {
                phrases = byFirst.TryGetValue(Stem(tokens.Word(at), room), out var begun) ? begun : None;
                if (number is > 0 and < MostNumbers)
                {
                    byNumber[number] = phrases;
                }
            }

            if (phrases.Count == 0)
            {
                at++;
                continue;
            }

            var longest = at;
            var here = found.Count;
            foreach (var (words, measure) in phrases)
            {
                var past = Match(tokens, at, words, room);
                if (past > longest)
                {
                    found.RemoveRange(here, found.Count - here);
                    longest = past;
                }

                if (past == longest && past > at && !HasFrom(found, here, measure))
                {
                    found.Add(new PhraseMention(at, past, measure));
                }
            }

            at = Math.Max(longest, at + 1);
        }

        return found;
    }

    private static bool HasFrom(List<PhraseMention> found, int first, Measure measure)
    {
        for (var i = first; i < found.Count; i++)
        {
            if (found[i].Measure.Id == measure.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static int Match(Tokens tokens, int at, string[] words, Span<char> room)
    {
        for (var i = 0; i < words.Length; i++)
        {
            at = i == 0 ? at : tokens.Skip(at, "-");
            // Stems are cut at their end, so most words differ before one is made.
            var word = tokens.Word(at);
            if (word.Length == 0 || word[0] != words[i][0] || !Stem(word, room).SequenceEqual(words[i]))
            {
                return 0;
            }

            at++;
        }

        return at;
    }

    /// <summary>A word without the ending of its plural. Both sides are cut alike, so that a crude cut does no harm.</summary>
    /// <param name="word">A word in lower case.</param>
    /// <param name="room">Where a stem is put together that is no part of the word; a longer one stays as it is.</param>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> room)
    {
        switch (word)
        {
            case [.., 'i', 'e', 's'] when word.Length > 4 && word.Length <= room.Length:
                word[..^2].CopyTo(room);
                room[word.Length - 3] = 'y';
                return room[..(word.Length - 2)];
            case [.., not 's', 's'] when word.Length > 3:
                return word[..^1];
            default:
                return word;
        }
    }
}
