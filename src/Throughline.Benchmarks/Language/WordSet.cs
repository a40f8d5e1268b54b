using System.Numerics;

namespace Throughline.Benchmarks.Language;

/// <summary>A closed list of words. Asking whether a token is among them costs one bit, not a look at its letters.</summary>
internal sealed class WordSet
{
    /// <summary>Up to so many words, each is asked for by itself.</summary>
    private const int Few = 12;

    private readonly HashSet<string> words;
    private readonly ulong[] bits;
    private readonly int[] numbers;
    private readonly int newest;

    public WordSet(IEnumerable<string> words)
    {
        this.words = new HashSet<string>(words, StringComparer.Ordinal);
        numbers = [.. this.words.Select(KnownWords.Number)];
        newest = numbers.Max();
        bits = new ulong[(newest / 64) + 1];
        foreach (var number in numbers)
        {
            bits[number / 64] |= 1UL << (number % 64);
        }
    }

    public IEnumerable<string> Words => words;

    public bool Contains(string word) => words.Contains(word);

    /// <param name="token">A token of any statement.</param>
    /// <param name="known">How many words had a number when the statement was split.</param>
    public bool Contains(in Token token, int known)
    {
        // A statement can be split before some list is first touched: its words have no numbers yet, or older ones.
        if (newest > known)
        {
            return words.Contains(token.Text);
        }

        var at = token.Number >> 6;
        return at < bits.Length && (bits[at] & (1UL << token.Number)) != 0;
    }

    /// <summary>Whether any of the words is in a statement, by the bits of all its words; null where its words have no numbers yet.</summary>
    /// <param name="present">A bit for each word of the statement.</param>
    /// <param name="known">How many words had a number when the statement was split.</param>
    public bool? IsIn(ulong[] present, int known)
    {
        if (newest > known)
        {
            return null;
        }

        if (numbers.Length <= Few)
        {
            foreach (var number in numbers)
            {
                if ((present[number >> 6] & (1UL << number)) != 0)
                {
                    return true;
                }
            }

            return false;
        }

        var at = 0;
        for (; at <= bits.Length - Vector<ulong>.Count; at += Vector<ulong>.Count)
        {
            if (Vector.BitwiseAnd(new Vector<ulong>(bits, at), new Vector<ulong>(present, at)) != Vector<ulong>.Zero)
            {
                return true;
            }
        }

        for (; at < bits.Length; at++)
        {
            if ((bits[at] & present[at]) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
