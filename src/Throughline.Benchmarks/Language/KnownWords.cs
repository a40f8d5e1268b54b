using System.Collections.Concurrent;

namespace Throughline.Benchmarks.Language;

/// <summary>
/// Every word that some list of the grammar holds, with a number from 1. A word of a statement is looked up here once, when
/// the statement is split; after that rules compare numbers. A word that no list holds is 0.
/// </summary>
internal static class KnownWords
{
    private static readonly ConcurrentDictionary<string, Known> Words = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Lock Adding = new();
    private static int count;

    /// <summary>How many words have a number: the highest of them.</summary>
    public static int Count => Volatile.Read(ref count);

    /// <summary>The number of a word, which it is given if it has none.</summary>
    public static int Number(string word)
    {
        if (Words.TryGetValue(word, out var known))
        {
            return known.Number;
        }

        lock (Adding)
        {
            if (!Words.TryGetValue(word, out known))
            {
                known = new Known(word, count + 1);
                Words[word] = known;
                Volatile.Write(ref count, known.Number);
            }

            return known.Number;
        }
    }

    /// <summary>The word with its number, without a new string where it is known; the number is 0 where it is not.</summary>
    public static (string Text, int Number) Of(ReadOnlySpan<char> word) =>
        Lookup.TryGetValue(word, out var known) ? (known.Text, known.Number) : (word.ToString(), 0);

    private sealed record Known(string Text, int Number);
}
