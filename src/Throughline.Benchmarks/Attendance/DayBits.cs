using System.Numerics;
using System.Runtime.CompilerServices;

namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// A set of days of one school year, by their places in the school's list of days (<see cref="SchoolDays"/>), 0 to 255.
/// </summary>
public readonly partial record struct DayBits
{
    /// <summary>How many days one school year can have: over the 220 of the longest calendars known.</summary>
    public const int Capacity = 256;

    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;

    private DayBits(ulong a, ulong b, ulong c, ulong d) => (this.a, this.b, this.c, this.d) = (a, b, c, d);

    public static DayBits None => default;

    /// <summary>Every place from 0 up to one that is not included.</summary>
    /// <param name="past">0 to <see cref="Capacity"/>.</param>
    public static DayBits Before(int past)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(past);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(past, Capacity);
        return new DayBits(Low(past), Low(past - 64), Low(past - 128), Low(past - 192));

        static ulong Low(int count) => count <= 0 ? 0 : count >= 64 ? ulong.MaxValue : (1UL << count) - 1;
    }

    public bool IsEmpty => (a | b | c | d) == 0;

    /// <summary>How many days it holds, 0 to <see cref="Capacity"/>.</summary>
    public int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitOperations.PopCount(a) + BitOperations.PopCount(b) + BitOperations.PopCount(c) + BitOperations.PopCount(d);
    }

    /// <param name="place">0 to 255.</param>
    public bool this[int place] => (Word(place) & (1UL << (place & 63))) != 0;

    /// <summary>The same with one day in it, or out of it.</summary>
    /// <param name="place">0 to 255.</param>
    /// <param name="isIn">Whether the day is to be in.</param>
    public DayBits With(int place, bool isIn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Capacity);
        var bit = 1UL << (place & 63);
        var one = (place >> 6) switch
        {
            0 => new DayBits(bit, 0, 0, 0),
            1 => new DayBits(0, bit, 0, 0),
            2 => new DayBits(0, 0, bit, 0),
            _ => new DayBits(0, 0, 0, bit),
        };
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
    public static DayBits operator &(DayBits x, DayBits y) => new(x.a & y.a, x.b & y.b, x.c & y.c, x.d & y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DayBits operator |(DayBits x, DayBits y) => new(x.a | y.a, x.b | y.b, x.c | y.c, x.d | y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DayBits operator ~(DayBits x) => new(~x.a, ~x.b, ~x.c, ~x.d);

    private ulong Word(int place) => (place >> 6) switch
    {
        0 => a,
        1 => b,
        2 => c,
        3 => d,
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "A school year has at most 256 days."),
    };

    /// <summary>Walks over the places.</summary>
    public record struct Enumerator
    {
        private readonly DayBits days;
        private ulong left;
        private int start;

        internal Enumerator(DayBits days)
        {
            this.days = days;
            left = days.a;
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

                left = start == 64 ? days.b : start == 128 ? days.c : days.d;
            }

            Current = start + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
