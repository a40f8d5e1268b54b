using System.Diagnostics.CodeAnalysis;

namespace Throughline.Benchmarks.Language;

/// <summary>Words and what each stands for, found by a token's number as in <see cref="WordSet"/>.</summary>
internal sealed class WordMap<T>
{
    private readonly Dictionary<string, T> words;
    private readonly (bool IsThere, T Value)[] values;
    private readonly int newest;

    public WordMap(Dictionary<string, T> words)
    {
        this.words = words;
        var numbers = words.Keys.ToDictionary(w => w, KnownWords.Number, StringComparer.Ordinal);
        newest = numbers.Values.Max();
        values = new (bool, T)[newest + 1];
        foreach (var (word, number) in numbers)
        {
            values[number] = (true, words[word]);
        }
    }

    public IEnumerable<string> Words => words.Keys;

    public T this[string word] => words[word];

    public bool Contains(string word) => words.ContainsKey(word);

    public bool TryGet(string word, [MaybeNullWhen(false)] out T value) => words.TryGetValue(word, out value);

    /// <inheritdoc cref="WordSet.Contains(in Token, int)"/>
    public bool TryGet(in Token token, int known, [MaybeNullWhen(false)] out T value)
    {
        if (newest > known)
        {
            return words.TryGetValue(token.Text, out value);
        }

        var (isThere, found) = token.Number < values.Length ? values[token.Number] : values[0];
        value = found;
        return isThere;
    }
}
