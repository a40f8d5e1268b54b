using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>Reads and writes the rows of attendance within a transaction.</summary>
internal sealed class AttendanceRows(Session session)
{
    public async Task<SchoolAttendance> SchoolAsync(int school, SchoolYear year, CancellationToken cancel)
    {
        var days = await DaysAsync(school, year, cancel);
        var students = await session.RowsAsync(
            "SELECT student_id, days FROM attendance WHERE school_year = @year AND organization_id = @school",
            r => (Student: r.GetInt32(0), Year: StudentYear.Read(r.GetFieldValue<byte[]>(1))),
            cancel,
            ("year", year.EndYear),
            ("school", school));
        return new SchoolAttendance(school, year, days, students.ToDictionary(s => s.Student, s => s.Year));
    }

    public async Task<SchoolYearDays> DaysAsync(int school, SchoolYear year, CancellationToken cancel) =>
        (await DaysAsync([school], year, cancel)).GetValueOrDefault(school) ?? SchoolYearDays.None;

    /// <summary>The school years of which a school's days are known.</summary>
    public Task<List<SchoolYear>> YearsAsync(int school, CancellationToken cancel) => session.RowsAsync(
        "SELECT school_year FROM school_years WHERE organization_id = @school ORDER BY school_year", r => new SchoolYear(r.GetInt32(0)), cancel, ("school", school));

    /// <summary>The days of some schools, by the school's id; schools without any are not among them.</summary>
    public async Task<Dictionary<int, SchoolYearDays>> DaysAsync(IReadOnlyCollection<int> schools, SchoolYear year, CancellationToken cancel) =>
        schools.Count == 0 ? [] : (await session.RowsAsync(
            $"SELECT organization_id, days FROM school_years WHERE school_year = @year AND organization_id IN ({Ids(schools)})",
            r => (School: r.GetInt32(0), Days: SchoolYearDays.Read(r.GetFieldValue<byte[]>(1))),
            cancel,
            ("year", year.EndYear))).ToDictionary(r => r.School, r => r.Days);

    /// <summary>
    /// The rows of students at other schools in the same year. They are looked for by the student: the plus keeps SQLite from
    /// reading the whole year instead.
    /// </summary>
    public async Task<List<(int Student, int School, StudentYear Year)>> ElsewhereAsync(
        IReadOnlyCollection<int> students, int school, SchoolYear year, CancellationToken cancel) => students.Count == 0 ? [] : await session.RowsAsync(
            $"""
            SELECT student_id, organization_id, days FROM attendance
            WHERE student_id IN ({Ids(students)}) AND +school_year = @year AND organization_id <> @school
            """,
            r => (r.GetInt32(0), r.GetInt32(1), StudentYear.Read(r.GetFieldValue<byte[]>(2))),
            cancel,
            ("year", year.EndYear),
            ("school", school));

    /// <summary>Writes rows that are new, or in the place of the ones before.</summary>
    public async Task WriteAsync(
        SchoolYear year, bool areNew, IEnumerable<(int Student, int School, StudentYear Year)> rows, CancellationToken cancel)
    {
        await using var write = session.Command(
            areNew
                ? "INSERT INTO attendance (school_year, organization_id, student_id, days) VALUES (@year, @school, @student, @days)"
                : "UPDATE attendance SET days = @days WHERE school_year = @year AND organization_id = @school AND student_id = @student",
            ("year", year.EndYear),
            ("school", 0),
            ("student", 0),
            ("days", Array.Empty<byte>()));
        var room = new byte[StudentYear.MostBytes];
        foreach (var (student, school, one) in rows)
        {
            write.Parameters[1].Value = school;
            write.Parameters[2].Value = student;
            write.Parameters[3].Value = room.AsSpan(0, one.Write(room)).ToArray();
            await write.ExecuteNonQueryAsync(cancel);
        }
    }

    public Task WriteAsync(int school, SchoolYear year, SchoolYearDays days, CancellationToken cancel) => session.RunAsync(
        """
        INSERT INTO school_years (school_year, organization_id, days) VALUES (@year, @school, @days)
        ON CONFLICT (school_year, organization_id) DO UPDATE SET days = excluded.days
        """,
        cancel,
        ("year", year.EndYear),
        ("school", school),
        ("days", days.ToBytes()));

    internal static string Ids(IEnumerable<int> ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
