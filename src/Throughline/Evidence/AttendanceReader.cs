using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>
/// Reads whole schools of a year, one after the other, by the shortest way that each database has: SQLite's own cursor, or a
/// binary copy out of PostgreSQL. What a state has is read in a second or less.
/// </summary>
internal sealed class AttendanceReader(Database database, SchoolYear year)
{
    /// <summary>The schools that have attendance in the year, by id.</summary>
    public async Task<List<int>> SchoolsAsync(CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        return await session.RowsAsync(
            "SELECT organization_id FROM school_years WHERE school_year = @year ORDER BY organization_id",
            r => r.GetInt32(0),
            cancel,
            ("year", year.EndYear));
    }

    /// <summary>The schools with ids from first to last, both included, in their order.</summary>
    public async Task ReadAsync(int first, int last, Action<SchoolBytes> school, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        var days = (await session.RowsAsync(
            "SELECT organization_id, days FROM school_years WHERE school_year = @year AND organization_id BETWEEN @first AND @last",
            r => (School: r.GetInt32(0), Days: r.GetFieldValue<byte[]>(1)),
            cancel,
            ("year", year.EndYear),
            ("first", first),
            ("last", last))).ToDictionary(r => r.School, r => r.Days);
        var building = new Building(id => days.TryGetValue(id, out var known) ? SchoolYearDays.Read(known) : SchoolYearDays.None, school);
        if (session.Connection is SqliteConnection sqlite)
        {
            Read(sqlite, first, last, building, cancel);
        }
        else
        {
            await ReadAsync((NpgsqlConnection)session.Connection, first, last, building, cancel);
        }

        building.End();
    }

    private void Read(SqliteConnection connection, int first, int last, Building building, CancellationToken cancel)
    {
        const string Sql = "SELECT organization_id, student_id, days FROM attendance WHERE school_year = ? AND organization_id BETWEEN ? AND ? ORDER BY organization_id, student_id";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, Sql, out var statement), connection.Handle);
        using (statement)
        {
            raw.sqlite3_bind_int(statement, 1, year.EndYear);
            raw.sqlite3_bind_int(statement, 2, first);
            raw.sqlite3_bind_int(statement, 3, last);
            int step;
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                if (building.Add(raw.sqlite3_column_int(statement, 0), raw.sqlite3_column_int(statement, 1), raw.sqlite3_column_blob(statement, 2)))
                {
                    cancel.ThrowIfCancellationRequested();
                }
            }

            SqliteException.ThrowExceptionForRC(step == raw.SQLITE_DONE ? raw.SQLITE_OK : step, connection.Handle);
        }
    }

    private async Task ReadAsync(NpgsqlConnection connection, int first, int last, Building building, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryExportAsync(
            $"""
            COPY (SELECT organization_id, student_id, days FROM attendance
                  WHERE school_year = {AttendanceRows.Ids([year.EndYear])} AND organization_id BETWEEN {AttendanceRows.Ids([first])} AND {AttendanceRows.Ids([last])}
                  ORDER BY organization_id, student_id) TO STDOUT (FORMAT BINARY)
            """,
            cancel);
        while (await copy.StartRowAsync(cancel) >= 0)
        {
            building.Add(copy.Read<int>(), copy.Read<int>(), copy.Read<byte[]>());
        }
    }

    /// <summary>Gathers rows until the next school begins.</summary>
    private sealed class Building(Func<int, SchoolYearDays> days, Action<SchoolBytes> done)
    {
        private readonly List<int> students = [];
        private readonly List<int> ends = [];
        private byte[] bytes = new byte[1 << 16];
        private int length;
        private int school = -1;

        /// <summary>Adds a row.</summary>
        /// <returns>Whether it is the first of a school.</returns>
        public bool Add(int organization, int student, ReadOnlySpan<byte> row)
        {
            var isFirst = organization != school;
            if (isFirst)
            {
                End();
                school = organization;
            }

            if (length + row.Length > bytes.Length)
            {
                Array.Resize(ref bytes, 2 * bytes.Length);
            }

            row.CopyTo(bytes.AsSpan(length));
            length += row.Length;
            students.Add(student);
            ends.Add(length);
            return isFirst;
        }

        public void End()
        {
            if (students.Count > 0)
            {
                done(new SchoolBytes(school, days(school), [.. students], [.. ends], bytes.AsSpan(0, length).ToArray()));
            }

            students.Clear();
            ends.Clear();
            length = 0;
        }
    }
}
