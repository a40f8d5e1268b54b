using System.Numerics;

namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// Adds up the students' own attendance rates by group and period, beside an <see cref="AttendanceTable"/>: for the mean of
/// rates, which weighs each student alike. A rate is a whole number of millionths, halves up, so that the order of students
/// makes no difference; the mean is off by half a millionth at most.
/// </summary>
/// <remarks>Takes the same as the table, and is a pass of its own: a division for each student and period is what the table is quick without.</remarks>
public sealed class StudentRates
{
    /// <summary>How many parts a rate of 1 has.</summary>
    public const int Whole = 1_000_000;

    private readonly DayBits[] periods;
    private readonly long[] sums;

    /// <param name="periods">The school days of each period; periods may overlap.</param>
    /// <param name="groups">How many groups there are, 1 to 64; the first is everyone.</param>
    public StudentRates(IEnumerable<DayBits> periods, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, 64);
        this.periods = [.. periods];
        sums = new long[this.periods.Length * groups];
    }

    /// <summary>The rates of a group's students with a day on the roll in the period, added up, in millionths.</summary>
    public long this[int group, int period] => sums[(group * periods.Length) + period];

    /// <summary>Days attended over days on the roll, in millionths; 0 for a student without a day on the roll.</summary>
    public static int Of(DayCount count) =>
        count.Member == 0 ? 0 : (int)(((2L * Whole * (count.Member - count.Absent)) + count.Member) / (2L * count.Member));

    /// <summary>Adds a student's days at one school, as <see cref="AttendanceTable.Add"/> does.</summary>
    public void Add(in StudentDays days, ulong groups, ReadOnlySpan<(int Group, DayBits Days)> partly)
    {
        for (var period = 0; period < periods.Length; period++)
        {
            var rate = Of(days.On(periods[period]));
            for (var left = groups | 1; left != 0; left &= left - 1)
            {
                sums[(BitOperations.TrailingZeroCount(left) * periods.Length) + period] += rate;
            }

            foreach (var (group, member) in partly)
            {
                sums[(group * periods.Length) + period] += Of(days.On(periods[period] & member));
            }
        }
    }
}
