using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Evidence;

namespace Throughline.Bench.State;

/// <summary>
/// The question of the measurement: chronic absence, the attendance rate and days absent for each school, 14 groups and ten
/// months, each by itself and with the year before it. And one number a figure over all answers, in which each cell weighs
/// differently, so that two programs that agree on it agree on the cells.
/// </summary>
internal static class StateAnswer
{
    public const int Groups = 14;

    public static readonly AbsenceTest Chronic = new(20, 10);

    public static readonly IReadOnlyList<Period> Months = [.. Enumerable.Range(8, 10)
        .Select(m => m < 12 ? new DateOnly(2025, m + 1, 1) : new DateOnly(2026, m - 11, 1))
        .Select(d => Period.Month(d.Year, d.Month))];

    public static AttendanceQuestion Question { get; } = new(
        [.. Months.Select((m, i) => i == 0 ? new Period(InventedState.Year.Start, m.End) : m), .. Months.Select(m => new Period(InventedState.Year.Start, m.End))],
        [Chronic],
        Groups,
        Details: false,
        DateTimeOffset.MaxValue);

    public static string Sum(IEnumerable<(int Number, AttendanceTotals Totals)> schools)
    {
        Int128 students = 0, member = 0, absent = 0, asked = 0, holds = 0;
        foreach (var (number, totals) in schools)
        {
            for (var group = 0; group < Groups; group++)
            {
                for (var period = 0; period < Question.Periods.Count; period++)
                {
                    Int128 weight = (number % 97 + 1) * (group + 1) * (period + 1);
                    var (sums, test) = (totals[group, period], totals[group, period, 0]);
                    students += weight * sums.Students;
                    member += weight * sums.Member;
                    absent += weight * sums.Absent;
                    asked += weight * test.Concerns;
                    holds += weight * test.Holds;
                }
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{students},{member},{absent},{asked},{holds}");
    }
}
