namespace Throughline.SampleDistrict;

/// <summary>Numbers that look thrown and are always the same for a seed, on every machine and version.</summary>
internal sealed class Dice(uint seed)
{
    private uint state = unchecked((seed * 2_654_435_761) + 12_345);

    /// <summary>From low to high, both included.</summary>
    public int Between(int low, int high)
    {
        state = unchecked((state * 1_664_525) + 1_013_904_223);
        return low + (int)((state >> 8) % (uint)(high - low + 1));
    }

    public int Between(int[] ends) => Between(ends[0], ends[^1]);

    public T One<T>(IReadOnlyList<T> of) => of[Between(0, of.Count - 1)];
}
