namespace Throughline.Benchmarks.Language;

/// <summary>A closed list of words. Asking whether a token is among them costs one bit, not a look at its letters.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> words;
    private readonly ulong[] bits;
    private readonly int newest;

    public WordSet(IEnumerable<string> words)
    {
        this.words = new HashSet<string>(words, StringComparer.Ordinal);
        var numbers = this.words.Select(KnownWords.Number).ToList();
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
}
