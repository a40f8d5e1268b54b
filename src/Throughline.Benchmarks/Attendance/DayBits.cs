using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// A set of days of one school year, by their places in the school's list of days (<see cref="SchoolDays"/>), 0 to 255.
/// </summary>
public readonly partial record struct DayBits
{
    /// <summary>How many days one school year can have: over the 220 of the longest calendars known.</summary>
    public const int Capacity = 256;

    /// <summary>A bit a day, lowest place first: one vector, so that sets are combined in one step.</summary>
    private readonly Vector256<ulong> words;

    private DayBits(Vector256<ulong> words) => this.words = words;

    public static DayBits None => default;

    /// <summary>The set whose four words are given, lowest places first.</summary>
    public static DayBits Of(ReadOnlySpan<ulong> words) => new(Vector256.Create(words));

    /// <summary>Every place from 0 up to one that is not included.</summary>
    /// <param name="past">0 to <see cref="Capacity"/>.</param>
    public static DayBits Before(int past)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(past);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(past, Capacity);
        return new DayBits(Vector256.Create(Low(past), Low(past - 64), Low(past - 128), Low(past - 192)));

        static ulong Low(int count) => count <= 0 ? 0 : count >= 64 ? ulong.MaxValue : (1UL << count) - 1;
    }

    public bool IsEmpty => words == Vector256<ulong>.Zero;

    /// <summary>How many days it holds, 0 to <see cref="Capacity"/>.</summary>
    public int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitOperations.PopCount(words[0]) + BitOperations.PopCount(words[1]) + BitOperations.PopCount(words[2]) + BitOperations.PopCount(words[3]);
    }

    /// <param name="place">0 to 255.</param>
    public bool this[int place]
    {
        get
        {
            Check(place);
            return (words[place >> 6] & (1UL << (place & 63))) != 0;
        }
    }

    /// <summary>The same with one day in it, or out of it.</summary>
    /// <param name="place">0 to 255.</param>
    /// <param name="isIn">Whether the day is to be in.</param>
    public DayBits With(int place, bool isIn)
    {
        Check(place);
        var one = new DayBits(Vector256<ulong>.Zero.WithElement(place >> 6, 1UL << (place & 63)));
        return isIn ? this | one : this & ~one;
    }

    /// <summary>The places that are in, lowest first.</summary>
    public IEnumerable<int> Places()
    {
        foreach (var place in this)
        {
            yield return place;
        }
    }

    /// <summary>Lets a loop walk over the places that are in, lowest first, without allocating.</summary>
    public Enumerator GetEnumerator() => new(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DayBits operator &(DayBits x, DayBits y) => new(x.words & y.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DayBits operator |(DayBits x, DayBits y) => new(x.words | y.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DayBits operator ~(DayBits x) => new(~x.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(DayBits other) => words == other.words;

    public override int GetHashCode() => words.GetHashCode();

    private static void Check(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Capacity);
    }

    /// <summary>Walks over the places.</summary>
    public record struct Enumerator
    {
        private readonly Vector256<ulong> words;
        private ulong left;
        private int start;

        internal Enumerator(DayBits days)
        {
            words = days.words;
            left = words[0];
            start = 0;
            Current = -1;
        }

        public int Current { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            while (left == 0)
            {
                start += 64;
                if (start >= Capacity)
                {
                    return false;
                }

                left = words[start >> 6];
            }

            Current = start + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
