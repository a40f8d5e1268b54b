using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>The days of a school's year with what is known of each.</summary>
public sealed class SchoolYearDays
{
    private readonly List<SchoolDay> rows;

    /// <param name="rows">In the order of their places, from 0 without a gap.</param>
    public SchoolYearDays(IEnumerable<SchoolDay> rows)
    {
        this.rows = [.. rows];
        Days = new SchoolDays(this.rows.Select(r => r.Day));
    }

    public IReadOnlyList<SchoolDay> Rows => rows;

    public SchoolDays Days { get; }

    /// <summary>What was known of the days at an instant, included.</summary>
    public DaysKept KeptAt(DateTimeOffset at)
    {
        var (arrived, full) = (DayBits.None, DayBits.None);
        foreach (var row in rows.Where(r => r.ArrivedAt <= at && !(r.CancelledAt <= at)))
        {
            arrived = arrived.With(row.Place, true);
            full = full.With(row.Place, row.Full);
        }

        return new DaysKept(arrived, full);
    }

    /// <summary>The days as a table asks for them.</summary>
    public SchoolPeriods In(IEnumerable<Period> periods, DateTimeOffset at) => new(KeptAt(at), [.. periods.Select(Days.In)]);
}

/// <summary>A school's students and days of one school year.</summary>
/// <param name="School">The school's id.</param>
/// <param name="Year">The school year.</param>
/// <param name="Days">Its days.</param>
/// <param name="Students">By the student's id.</param>
public sealed record SchoolAttendance(int School, SchoolYear Year, SchoolYearDays Days, IReadOnlyDictionary<int, StudentYear> Students)
{
    public StudentYear Of(int student) => Students.TryGetValue(student, out var year) ? year : new StudentYear(default, 0, [], false);
}
