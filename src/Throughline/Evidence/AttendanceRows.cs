using System.Data.Common;
using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>Reads and writes the rows of attendance within a transaction.</summary>
internal sealed class AttendanceRows(Session session)
{
    public async Task<SchoolAttendance> SchoolAsync(int school, SchoolYear year, CancellationToken cancel)
    {
        var days = await DaysAsync(school, year, cancel);
        var students = new Dictionary<int, StudentYear>();
        await using var select = session.Command(
            "SELECT student_id, days FROM attendance WHERE school_year = @year AND organization_id = @school", ("year", year.EndYear), ("school", school));
        await using var rows = await select.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            students.Add(rows.GetInt32(0), StudentYear.Read(rows.GetFieldValue<byte[]>(1)));
        }

        return new SchoolAttendance(school, year, days, students);
    }

    public async Task<SchoolYearDays> DaysAsync(int school, SchoolYear year, CancellationToken cancel) => new(await session.RowsAsync(
        "SELECT place, day, arrived_at, \"full\", cancelled_at FROM school_days WHERE school_year = @year AND organization_id = @school ORDER BY place",
        r => Day(r, school, year),
        cancel,
        ("year", year.EndYear),
        ("school", school)));

    /// <summary>The rows of students at other schools in the same year.</summary>
    public async Task<List<(int Student, int School, StudentYear Year)>> ElsewhereAsync(
        IReadOnlyCollection<int> students, int school, SchoolYear year, CancellationToken cancel) => students.Count == 0 ? [] : await session.RowsAsync(
            $"""
            SELECT student_id, organization_id, days FROM attendance
            WHERE student_id IN ({Ids(students)}) AND school_year = @year AND organization_id <> @school
            """,
            r => (r.GetInt32(0), r.GetInt32(1), StudentYear.Read(r.GetFieldValue<byte[]>(2))),
            cancel,
            ("year", year.EndYear),
            ("school", school));

    /// <summary>Writes rows, each in the place of the one before.</summary>
    public async Task WriteAsync(SchoolYear year, IEnumerable<(int Student, int School, StudentYear Year)> rows, CancellationToken cancel)
    {
        await using var write = session.Command(
            """
            INSERT INTO attendance (school_year, organization_id, student_id, days) VALUES (@year, @school, @student, @days)
            ON CONFLICT (school_year, organization_id, student_id) DO UPDATE SET days = excluded.days
            """,
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

    public async Task WriteAsync(IEnumerable<SchoolDay> days, CancellationToken cancel)
    {
        await using var write = session.Command(
            """
            INSERT INTO school_days (school_year, organization_id, place, day, arrived_at, "full", cancelled_at)
            VALUES (@year, @school, @place, @day, @arrived, @full, @cancelled)
            ON CONFLICT (school_year, organization_id, place)
            DO UPDATE SET arrived_at = excluded.arrived_at, "full" = excluded."full", cancelled_at = excluded.cancelled_at
            """,
            ("year", 0), ("school", 0), ("place", 0), ("day", default(DateOnly)), ("arrived", 0L), ("full", false), ("cancelled", 0L));
        foreach (var day in days)
        {
            object?[] values = [day.SchoolYear, day.OrganizationId, day.Place, day.Day, day.ArrivedAt?.ToUnixTimeMilliseconds(), day.Full, day.CancelledAt?.ToUnixTimeMilliseconds()];
            for (var i = 0; i < values.Length; i++)
            {
                write.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            await write.ExecuteNonQueryAsync(cancel);
        }
    }

    internal static string Ids(IEnumerable<int> ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    internal static DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static SchoolDay Day(DbDataReader row, int school, SchoolYear year) => new()
    {
        SchoolYear = year.EndYear,
        OrganizationId = school,
        Place = row.GetInt32(0),
        Day = row.GetFieldValue<DateOnly>(1),
        ArrivedAt = Instant(row, 2),
        Full = row.GetBoolean(3),
        CancelledAt = Instant(row, 4),
    };
}
