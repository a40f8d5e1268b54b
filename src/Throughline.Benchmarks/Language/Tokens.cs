namespace Throughline.Benchmarks.Language;

/// <summary>The tokens of a statement. Looking past either end finds an empty token, so that no rule has to count.</summary>
internal sealed class Tokens(string text, IReadOnlyList<Token> items)
{
    private static readonly Token Nothing = new(TokenKind.Symbol, 0, 0, "", 0, false, false);

    private readonly WordClass[] classes = Classify(items);

    public string Text => text;

    public int Count => items.Count;

    public Token this[int index] => index >= 0 && index < items.Count ? items[index] : Nothing;

    public string Word(int index) => this[index].Text;

    public bool Is(int index, string word) => this[index].Text == word;

    public bool IsAny(int index, HashSet<string> words) => words.Contains(this[index].Text);

    /// <summary>Whether the words stand there one after the other; the result is the index past them, or 0.</summary>
    public int Past(int index, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Is(index, word))
            {
                return 0;
            }

            index++;
        }

        return index;
    }

    /// <summary>The index after a word if it stands there, else the index itself.</summary>
    public int Skip(int index, string word) => Is(index, word) ? index + 1 : index;

    /// <summary>The index after every word of a set that stands there in a row.</summary>
    public int SkipAll(int index, HashSet<string> words)
    {
        while (IsAny(index, words))
        {
            index++;
        }

        return index;
    }

    /// <summary>Whether the word can be one of the classes.</summary>
    public bool Can(int index, WordClass kind) => index >= 0 && index < classes.Length && (classes[index] & kind) != 0;

    public bool StartsUpper(int index) => this[index] is { IsWord: true } token && char.IsUpper(text[token.Start]);

    /// <summary>The text from one token up to another, which is not included; null where there is none.</summary>
    public Span? SpanOf(int first, int past) => first >= 0 && first < past && past <= items.Count
        ? Span.Of(text, items[first].Start, items[past - 1].End)
        : null;

    private static WordClass[] Classify(IReadOnlyList<Token> items)
    {
        var classes = new WordClass[items.Count];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = !items[i].IsWord ? WordClass.None
                : items[i].Text.EndsWith("'s", StringComparison.Ordinal) ? WordClass.Determiner : Lexicon.Of(items[i].Text);
        }

        return classes;
    }
}
