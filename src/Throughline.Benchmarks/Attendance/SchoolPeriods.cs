using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Throughline.Benchmarks.Attendance;

/// <summary>A school's days as a table asks for them: what is known of them, and in which periods each of them is.</summary>
public sealed class SchoolPeriods
{
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
            foreach (var place in this.periods[period].Places())
            {
                rows[(place * width) + period] = 1;
            }
        }
    }

    public DaysKept Kept { get; }

    /// <summary>The places of each period's days.</summary>
    public IReadOnlyList<DayBits> Periods => periods;

    /// <summary>How many numbers a row of periods takes: whole vectors, so that no loop has a rest.</summary>
    internal static int WidthOf(int periods) => (periods + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;

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

    /// <summary>Adds one for each day of a set of few days.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Count(DayBits days, Span<int> to)
    {
        var sums = MemoryMarshal.Cast<int, Vector<int>>(to);
        var of = MemoryMarshal.Cast<int, Vector<int>>(rows);
        foreach (var place in days)
        {
            var row = of.Slice(place * sums.Length, sums.Length);
            for (var i = 0; i < row.Length; i++)
            {
                sums[i] += row[i];
            }
        }
    }
}
