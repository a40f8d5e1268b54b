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

    private readonly int periods;
    private readonly int groups;
    private readonly long[] sums;

    /// <param name="periods">How many periods there are.</param>
    /// <param name="groups">How many groups there are, 1 to 32; the first is everyone.</param>
    public StudentRates(int periods, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, 32);
        (this.periods, this.groups) = (periods, groups);
        sums = new long[periods * groups];
    }

    /// <summary>The rates of a group's students with a day that counts in the period, added up, in millionths; other places throw.</summary>
    public long this[int group, int period]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unchecked((uint)group), (uint)groups, nameof(group));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unchecked((uint)period), (uint)periods, nameof(period));
            return sums[(group * periods) + period];
        }
    }

    /// <summary>Days attended over days on the roll, in millionths; 0 for a student without a day on the roll.</summary>
    public static int Of(DayCount count) =>
        count.Member == 0 ? 0 : (int)(((2L * Whole * (count.Member - count.Absent)) + count.Member) / (2L * count.Member));

    /// <summary>Adds a student's year at one school. One who has days at two is given to <see cref="AddOnce"/>, or counts twice.</summary>
    public void Add(in StudentYear student, SchoolPeriods school)
    {
        var every = uint.MaxValue >> (32 - groups);
        var counting = school.Kept.Counting(student.Days);
        for (var period = 0; period < periods; period++)
        {
            var days = counting & school[period];
            var rate = Of(student.Days.On(days));
            for (var left = (student.Groups | 1) & every; left != 0; left &= left - 1)
            {
                sums[(BitOperations.TrailingZeroCount(left) * periods) + period] += rate;
            }

            foreach (var (group, member) in student.Partly)
            {
                if (group > 0 && group < groups)
                {
                    sums[(group * periods) + period] += Of(student.Days.On(days & member));
                }
            }
        }
    }

    /// <summary>Adds one student's years at several schools, as one rate over the days of all of them.</summary>
    public void AddOnce(ReadOnlySpan<(StudentYear Year, SchoolPeriods School)> years)
    {
        for (var group = 0; group < groups; group++)
        {
            for (var period = 0; period < periods; period++)
            {
                var (member, absent) = (0, 0);
                foreach (var (year, school) in years)
                {
                    var count = year.Days.On(school[period] & school.Kept.Counting(year.Days) & DaysIn(year, group));
                    member += count.Member;
                    absent += count.Absent;
                }

                sums[(group * periods) + period] += Of(new DayCount(member, absent, 0, 0));
            }
        }
    }

    private static DayBits DaysIn(in StudentYear year, int group)
    {
        if (((year.Groups | 1) & (1u << group)) != 0)
        {
            return year.Days.Enrolled;
        }

        foreach (var (one, days) in year.Partly)
        {
            if (one == group)
            {
                return days;
            }
        }

        return DayBits.None;
    }
}
