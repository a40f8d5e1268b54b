using System.Diagnostics.CodeAnalysis;

namespace Throughline.Benchmarks.Language;

/// <summary>The tokens of a statement. Looking past either end finds an empty token, so that no rule has to count.</summary>
internal sealed class Tokens
{
    private static readonly Token Nothing = new(TokenKind.Symbol, 0, 0, "", 0, 0, false, false);

    private readonly string text;
    private readonly int known;
    private readonly Token[] items;
    private readonly WordClass[] classes;

    /// <summary>A bit for each number of a known word that stands in the statement.</summary>
    private readonly ulong[] present;

    /// <param name="text">The statement.</param>
    /// <param name="found">Its tokens, in order.</param>
    /// <param name="known">How many words had a number when they were found.</param>
    public Tokens(string text, List<Token> found, int known)
    {
        this.text = text;
        this.known = known;
        Count = found.Count;
        items = new Token[Count + 1];
        found.CopyTo(items);
        // One more at the end, which is found by looking past either end.
        items[Count] = Nothing;
        present = new ulong[(known >> 6) + 1];
        classes = Classify();
    }

    public string Text => text;

    public int Count { get; }

    /// <summary>How often any rule looked at a token: the work of reading, which grows with the text and no faster.</summary>
    public long Looks { get; private set; }

    public ref readonly Token this[int index]
    {
        get
        {
            unchecked
            {
                Looks++;
                return ref items[(uint)index < (uint)Count ? index : Count];
            }
        }
    }

    public string Word(int index) => this[index].Text;

    public bool Is(int index, string word) => this[index].Text == word;

    public bool IsAny(int index, WordSet words) => words.Contains(in this[index], known);

    /// <summary>Whether any of the words stands anywhere in the statement: a loop over its tokens can often be left out.</summary>
    public bool Holds(WordSet words)
    {
        if (words.IsIn(present, known) is { } isIn)
        {
            return isIn;
        }

        for (var i = 0; i < Count; i++)
        {
            if (IsAny(i, words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word stands for something in a map.</summary>
    public bool Has<T>(int index, WordMap<T> map) => map.TryGet(in this[index], known, out _);

    /// <summary>What the word stands for in a map.</summary>
    public bool TryGet<T>(int index, WordMap<T> map, [MaybeNullWhen(false)] out T value) => map.TryGet(in this[index], known, out value);

    /// <summary>What the word stands for in a map; the type's own nothing where it stands for none.</summary>
    public T? Of<T>(int index, WordMap<T> map) => map.TryGet(in this[index], known, out var value) ? value : default;

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
    public int SkipAll(int index, WordSet words)
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
    public Span? SpanOf(int first, int past) => first >= 0 && first < past && past <= Count
        ? Span.Of(text, items[first].Start, items[past - 1].End)
        : null;

    private WordClass[] Classify()
    {
        var classes = new WordClass[Count];
        for (var i = 0; i < classes.Length; i++)
        {
            ref readonly var token = ref items[i];
            // A word that was numbered meanwhile is above all that sets are asked for here.
            if (token.Number <= known)
            {
                present[token.Number >> 6] |= 1UL << token.Number;
            }

            classes[i] = !token.IsWord ? WordClass.None
                : token.Text is [.., '\'', 's'] ? WordClass.Determiner : Lexicon.Of(in token, known);
            if (classes[i] == WordClass.None && token.IsWord && i > 0 && Commanded(classes, i))
            {
                classes[i] = WordClass.Verb; // "will outgrow", "to bolster their": a place where only a verb can stand
            }
        }

        return classes;
    }

    /// <summary>After a modal and its adverbs, or after "to" with a determiner behind, an unknown word in lower case is a verb.</summary>
    private bool Commanded(WordClass[] before, int at)
    {
        var modal = at - 1;
        while (modal > 0 && (before[modal] & WordClass.Adverb) != 0)
        {
            modal--;
        }

        return !char.IsUpper(text[items[at].Start]) && !Lexicon.IsGrammar(items[at].Text)
            && (items[modal].Text is "will" or "should" or "must" or "shall" or "can"
                || (items[modal].Text is "to" && items[at + 1].Text is "the" or "their" or "a" or "an" or "its" or "all" or "each" or "our"));
    }
}
