using System.Runtime.InteropServices;

namespace Throughline.Benchmarks.Language;

/// <summary>
/// Every word that some list of the grammar holds, with a number from 1. A word of a statement is looked up here once, when
/// the statement is split; after that rules compare numbers. A word that no list holds is 0.
/// </summary>
internal static class KnownWords
{
    private const int AtFirst = 1 << 14;

    private static readonly Lock Adding = new();

    /// <summary>A word stands at its place or at the next free one. Never more than half full; its length is a power of two.</summary>
    private static Known?[] table = new Known?[AtFirst];

    private static int count;

    /// <summary>How many words have a number: the highest of them.</summary>
    public static int Count => Volatile.Read(ref count);

    /// <summary>The number of a word, which it is given if it has none.</summary>
    public static int Number(string word)
    {
        if (Find(word) is { } there)
        {
            return there.Number;
        }

        lock (Adding)
        {
            if (Find(word) is { } known)
            {
                return known.Number;
            }

            known = new Known(word, count + 1);
            Add(known);
            Volatile.Write(ref count, known.Number);
            return known.Number;
        }
    }

    /// <summary>The word with its number, without a new string where it is known; the number is 0 where it is not.</summary>
    public static (string Text, int Number) Of(ReadOnlySpan<char> word) => Find(word) is { } known ? (known.Text, known.Number) : (word.ToString(), 0);

    private static Known? Find(ReadOnlySpan<char> word)
    {
        var rows = Volatile.Read(ref table);
        for (var at = Place(word, rows.Length); ; at = (at + 1) & (rows.Length - 1))
        {
            if (rows[at] is not { } known)
            {
                return null;
            }

            if (word.SequenceEqual(known.Text))
            {
                return known;
            }
        }
    }

    private static void Add(Known known)
    {
        if (known.Number * 2 > table.Length)
        {
            var larger = new Known?[table.Length * 2];
            foreach (var row in table)
            {
                if (row is not null)
                {
                    Put(larger, row);
                }
            }

            Volatile.Write(ref table, larger);
        }

        Put(table, known);
    }

    private static void Put(Known?[] rows, Known known)
    {
        var at = Place(known.Text, rows.Length);
        while (rows[at] is not null)
        {
            at = (at + 1) & (rows.Length - 1);
        }

        Volatile.Write(ref rows[at], known);
    }

    /// <summary>Where a word of this length and these first and last letters belongs: four letters are one number to multiply.</summary>
    private static int Place(ReadOnlySpan<char> word, int rows)
    {
        const int Letters = 4;
        ulong first = 0, last = 0;
        if (word.Length >= Letters)
        {
            var bytes = MemoryMarshal.AsBytes(word);
            first = MemoryMarshal.Read<ulong>(bytes);
            last = MemoryMarshal.Read<ulong>(bytes[^(Letters * sizeof(char))..]);
        }
        else
        {
            foreach (var letter in word)
            {
                first = (first << 16) | letter;
            }
        }

        unchecked
        {
            var mixed = ((first + (ulong)word.Length) * 0x9E3779B97F4A7C15) ^ (last * 0xC2B2AE3D27D4EB4F);
            return (int)((mixed ^ (mixed >> 29)) >> 20) & (rows - 1);
        }
    }

    private sealed record Known(string Text, int Number);
}
