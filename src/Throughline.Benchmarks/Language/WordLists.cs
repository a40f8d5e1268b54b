using System.Text.Json;

namespace Throughline.Benchmarks.Language;

/// <summary>The words that findings look for, from WordLists.json, where each list says where it comes from.</summary>
internal static class WordLists
{
    private static readonly Lazy<ListFile> File = new(Load);

    /// <summary>Phrases by the code of the finding they cause.</summary>
    public static IReadOnlyList<PhraseList> Phrases => File.Value.Phrases;

    /// <summary>What can be made smaller on paper while things get worse, with what to watch beside it.</summary>
    public static IReadOnlyList<(PhraseList Words, string Balance)> Harms => File.Value.Harms;

    private static ListFile Load()
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream("Throughline.Benchmarks.Language.WordLists.json")!;
        using var json = JsonDocument.Parse(stream);
        return new ListFile(
            [.. json.RootElement.GetProperty("lists").EnumerateArray().Select(l => new PhraseList(l.GetProperty("code").GetString()!, Words(l)))],
            [.. json.RootElement.GetProperty("harms").EnumerateArray().Select(h => (new PhraseList("could_harm", Words(h)), h.GetProperty("balance").GetString()!))]);

        static IEnumerable<string> Words(JsonElement list) => list.GetProperty("words").EnumerateArray().Select(w => w.GetString()!);
    }

    private sealed record ListFile(IReadOnlyList<PhraseList> Phrases, IReadOnlyList<(PhraseList, string)> Harms);
}

/// <summary>Phrases of one to some words, found by their first word: a look at a token costs one look-up.</summary>
internal sealed class PhraseList
{
    private readonly WordMap<string[][]> byFirst;

    /// <summary>The longest word of each phrase, which is seldom one of those that every sentence has.</summary>
    private readonly WordSet keys;

    public PhraseList(string code, IEnumerable<string> phrases)
    {
        Code = code;
        byFirst = new(phrases.Select(p => Lexer.Read(p, p.Length)).Select(t => Enumerable.Range(0, t.Count).Select(t.Word).ToArray())
            .GroupBy(words => words[0], StringComparer.Ordinal)
            // The longest first: "be trained in" before "be trained".
            .ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray(), StringComparer.Ordinal));
        keys = new(byFirst.Words.SelectMany(word => byFirst[word]).Select(words => words.MaxBy(w => w.Length)!));
    }

    /// <summary>Whether a phrase can stand anywhere in the statement.</summary>
    public bool CanBegin(Tokens tokens) => tokens.Holds(keys);

    /// <summary>The code of the finding that they cause.</summary>
    public string Code { get; }

    /// <summary>The token past a phrase that begins at one; 0 where none does.</summary>
    public int Past(Tokens tokens, int at)
    {
        if (!tokens.TryGet(at, byFirst, out var phrases))
        {
            return 0;
        }

        foreach (var words in phrases)
        {
            if (tokens.Past(at, words) is > 0 and var past)
            {
                return past;
            }
        }

        return 0;
    }
}
