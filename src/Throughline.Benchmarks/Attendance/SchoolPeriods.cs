using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Throughline.Benchmarks.Attendance;

/// <summary>A school's days as a table asks for them: what is known of them, and in which periods each of them is.</summary>
public sealed class SchoolPeriods
{
    private const int Together = 3;

    private readonly int width;
    private readonly DayBits[] periods;

    /// <summary>For each place a row of the periods, side by side: 1 in those that the day is in.</summary>
    private readonly int[] rows;

    /// <summary>Half-days in each period of a student who is counted on every day that counts.</summary>
    private readonly int[] whole;

    /// <param name="kept">What is known of the days.</param>
    /// <param name="periods">The places of each period's days; periods may overlap, as year-to-date ones do.</param>
    public SchoolPeriods(DaysKept kept, IEnumerable<DayBits> periods)
    {
        Kept = kept;
        this.periods = [.. periods];
        width = WidthOf(this.periods.Length);
        rows = new int[DayBits.Capacity * width];
        whole = new int[width];
        for (var period = 0; period < this.periods.Length; period++)
        {
            whole[period] = 2 * (this.periods[period] & kept.Arrived).Count;
            foreach (var place in this.periods[period])
            {
                rows[(place * width) + period] = 1;
            }
        }
    }

    public DaysKept Kept { get; }

    /// <summary>The places of each period's days.</summary>
    public IReadOnlyList<DayBits> Periods => periods;

    /// <summary>How many numbers a row of periods takes: whole vectors, three at a time, so that no loop has a rest.</summary>
    internal static int WidthOf(int periods) => (periods + (Together * Vector<int>.Count) - 1) / (Together * Vector<int>.Count) * Together * Vector<int>.Count;

    /// <summary>Adds the half-days of a set of days that may be most of the year.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void CountAll(DayBits days, Span<int> to)
    {
        if (days == Kept.Arrived)
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] += whole[i];
            }
        }
        else
        {
            for (var period = 0; period < periods.Length; period++)
            {
                to[period] += 2 * (days & periods[period]).Count;
            }
        }
    }

    /// <summary>Adds a number for each day of a set of few days.</summary>
    /// <param name="days">The days.</param>
    /// <param name="doubled">Two for each day, in half-days; else one.</param>
    /// <param name="to">The row of periods that is added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Count(DayBits days, bool doubled, Span<int> to)
    {
        if (days.IsEmpty)
        {
            return;
        }

        ref var first = ref MemoryMarshal.GetArrayDataReference(rows);
        for (var at = 0; at < width; at += Together * Vector<int>.Count)
        {
            // Three sums side by side stay in registers while the days pass by.
            Vector<int> a = Vector<int>.Zero, b = Vector<int>.Zero, c = Vector<int>.Zero;
            foreach (var place in days)
            {
                var row = (nuint)((place * width) + at);
                a += Vector.LoadUnsafe(ref first, row);
                b += Vector.LoadUnsafe(ref first, row + (nuint)Vector<int>.Count);
                c += Vector.LoadUnsafe(ref first, row + (nuint)(2 * Vector<int>.Count));
            }

            var sums = MemoryMarshal.Cast<int, Vector<int>>(to.Slice(at, Together * Vector<int>.Count));
            (sums[0], sums[1], sums[2]) = doubled ? (sums[0] + a + a, sums[1] + b + b, sums[2] + c + c) : (sums[0] + a, sums[1] + b, sums[2] + c);
        }
    }
}
