using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Evidence;

/// <summary>
/// The questions whose answers are kept for each school, district and the state: each month of a school year, by itself and
/// with all before it, for every shared student group. What is asked beside them is counted anew from the days.
/// </summary>
public static class Standing
{
    /// <summary>Raised when the questions change; totals of another shape are made anew.</summary>
    public const int Shape = 1;

    public const int Months = 12;

    /// <summary>Absent 10% and 20% of 20 days or more, 10 days or more, more than nine without an excuse, and 10% of 10 days or more.</summary>
    public static IReadOnlyList<AbsenceTest> Tests { get; } =
        [new(20, 10), new(20, 20), new(1, null, 10), new(1, null, 9.5m, UnexcusedOnly: true), new(10, 10)];

    public static int Groups => StudentGroup.Names.Count;

    /// <summary>July to June, each by itself, then each with all months of the school year before it.</summary>
    public static IReadOnlyList<Period> Periods(SchoolYear year)
    {
        var months = Enumerable.Range(0, Months).Select(m => year.Start.AddMonths(m)).Select(d => Period.Month(d.Year, d.Month)).ToList();
        return [.. months, .. months.Select(m => new Period(year.Start, m.End))];
    }

    public static AttendanceTable Table() => new(2 * Months, Tests, Groups);

    public static AttendanceTotals Nothing() => new(2 * Months, Tests.Count, Groups);

    public static AttendanceTotals Read(ReadOnlySpan<byte> bytes) => AttendanceTotals.Read(bytes, 2 * Months, Tests.Count, Groups);
}
