namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// Adds up the students' own attendance rates by group and period, beside an <see cref="AttendanceTable"/>: for the mean of
/// rates, which weighs each student alike. A rate is a whole number of millionths, halves up, so that the order of students
/// makes no difference; the mean is off by half a millionth at most.
/// </summary>
/// <remarks>A pass of its own: a division for each student and period is what the table is quick without.</remarks>
/// <param name="periods">How many periods there are.</param>
/// <param name="groups">How many groups, 1 to 32; the first is everyone.</param>
public sealed class StudentRates(int periods, int groups)
{
    /// <summary>How many parts a rate of 1 has.</summary>
    public const int Whole = 1_000_000;

    private readonly long[] sums = new long[periods * groups];

    /// <summary>The rates of a group's students with a day on the roll in the period, added up, in millionths.</summary>
    public long this[int group, int period] => sums[(group * periods) + period];

    /// <summary>Days attended over days on the roll, in millionths; 0 for a student without a day on the roll.</summary>
    public static int Of(DayCount count) =>
        count.Member == 0 ? 0 : (int)(((2L * Whole * (count.Member - count.Absent)) + count.Member) / (2L * count.Member));

    /// <summary>Adds a student's years, at one school or several: one rate for all of the days.</summary>
    public void Add(params ReadOnlySpan<(StudentYear Year, SchoolPeriods School)> years)
    {
        for (var period = 0; period < periods; period++)
        {
            var everyone = RateOf(years, 0, period);
            for (var group = 0; group < groups; group++)
            {
                sums[(group * periods) + period] += IsAlways(years, group) ? everyone : RateOf(years, group, period);
            }
        }
    }

    private static int RateOf(ReadOnlySpan<(StudentYear Year, SchoolPeriods School)> years, int group, int period)
    {
        var all = default(DayCount);
        foreach (var (year, school) in years)
        {
            if (year.DaysIn(group) is { IsEmpty: false } days)
            {
                all += year.Days.On(school.Kept.Counting(year.Days) & days & school.Periods[period]);
            }
        }

        return Of(all);
    }

    /// <summary>Whether the student was in a group on all days enrolled, so that its rate is everyone's.</summary>
    private static bool IsAlways(ReadOnlySpan<(StudentYear Year, SchoolPeriods School)> years, int group)
    {
        foreach (var (year, _) in years)
        {
            if (group > 0 && (year.Groups & (1u << group)) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
