using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Model;

namespace Throughline.Bench.State;

/// <summary>Writes the invented state into a database of the product, in the order in which its rows lie.</summary>
internal static class StateStore
{
    private static readonly DateTimeOffset At = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    public static async Task MakeAsync(Database database, int schools)
    {
        var state = new InventedState(schools);
        await DatabaseCheck.PrepareAsync(database, create: true, default);
        await using (var db = database.Context())
        {
            var top = new Organization { Code = Organization.StateCode, Kind = OrganizationKind.State, Name = "Invented state", RecordedAt = At };
            db.Add(top);
            await db.SaveChangesAsync();
            List<Organization> districts = [.. Enumerable.Range(0, InventedState.DistrictOf(schools - 1) + 1)
                .Select(d => Place("d", d, OrganizationKind.District, top.Id))];
            db.AddRange(districts);
            await db.SaveChangesAsync();
            db.AddRange(Enumerable.Range(0, schools).Select(s => Place("s", s, OrganizationKind.School, districts[InventedState.DistrictOf(s)].Id)));
            await db.SaveChangesAsync();
        }

        await using var session = await Session.BeginAsync(database, default);
        var ids = await session.RowsAsync("SELECT id FROM organizations WHERE kind = 'School' ORDER BY code", r => r.GetInt32(0), default);
        await WriteStudentsAsync(session, state, ids);
        await WriteAttendanceAsync(session, state, ids);
        await session.CommitAsync(default);
        await new AttendanceTabulation(database, InventedState.Year).KeepAsync(default);
    }

    private static Organization Place(string prefix, int number, OrganizationKind kind, int parent) => new()
    {
        Code = prefix + number.ToString("00000", CultureInfo.InvariantCulture),
        Kind = kind,
        Name = string.Create(CultureInfo.InvariantCulture, $"{kind} {number + 1}"),
        ParentId = parent,
        RecordedAt = At,
    };

    private static async Task WriteStudentsAsync(Session session, InventedState state, List<int> ids)
    {
        var at = At.ToUnixTimeMilliseconds();
        await using (var rows = session.Rows("students", "id", "code", "recorded_at"))
        {
            for (var student = 0; student < state.Students; student++)
            {
                rows.Write(student + 1, (1_000_000_000L + student).ToString(CultureInfo.InvariantCulture), at);
            }

            await rows.CompleteAsync(default);
        }

        await using (var rows = session.Rows("enrolments", "student_id", "organization_id", "first_day", "recorded_at", "grade", "last_day", "withdrawn"))
        {
            for (var student = 0; student < state.Students; student++)
            {
                var home = state.SchoolOf(student);
                var days = InventedState.DaysOf(InventedState.DistrictOf(home)).Days;
                var grade = StudentGroup.Names[InventedState.GroupsOf(student).ElementAt(2).Group]["grade_".Length..];
                var move = state.MoveOf(student);
                rows.Write(student + 1, ids[home], days[0], at, grade, move is { } left ? days[left.Place - 1] : null, false);
                if (move is { } to)
                {
                    rows.Write(student + 1, ids[to.School], InventedState.DaysOf(InventedState.DistrictOf(to.School)).Days[to.Place], at, grade, null, false);
                }
            }

            await rows.CompleteAsync(default);
        }

        await using (var rows = session.Rows("memberships", "student_id", "group", "first_day", "recorded_at", "last_day", "withdrawn"))
        {
            for (var student = 0; student < state.Students; student++)
            {
                var days = InventedState.DaysOf(InventedState.DistrictOf(state.SchoolOf(student))).Days;
                foreach (var (group, first, last) in InventedState.GroupsOf(student).Where(g => !StudentGroup.Names[g.Group].StartsWith("grade_", StringComparison.Ordinal)))
                {
                    rows.Write(student + 1, StudentGroup.Names[group], days[first], at, last == InventedState.Days - 1 ? null : days[last], false);
                }
            }

            await rows.CompleteAsync(default);
        }
    }

    private static async Task WriteAttendanceAsync(Session session, InventedState state, List<int> ids)
    {
        await using (var rows = session.Rows("school_years", "school_year", "organization_id", "days"))
        {
            for (var school = 0; school < state.Schools; school++)
            {
                var days = InventedState.DaysOf(InventedState.DistrictOf(school)).Days;
                rows.Write(InventedState.Year.EndYear, ids[school], new SchoolYearDays(days.Select(d => new SchoolDay(d, At, false, null))).ToBytes());
            }

            await rows.CompleteAsync(default);
        }

        await using (var rows = session.Rows("attendance", "school_year", "organization_id", "student_id", "days"))
        {
            var room = new byte[StudentYear.MostBytes];
            foreach (var (school, student, year) in Years(state))
            {
                rows.Write(InventedState.Year.EndYear, ids[school], student + 1, room.AsSpan(0, year.Write(room)).ToArray());
            }

            await rows.CompleteAsync(default);
        }
    }

    /// <summary>Every row of attendance, by school, then student.</summary>
    public static IEnumerable<(int School, int Student, StudentYear Year)> Years(InventedState state)
    {
        var coming = Enumerable.Range(0, state.Students).Where(s => state.MoveOf(s) is not null).ToLookup(s => state.MoveOf(s)!.Value.School);
        var first = 0;
        for (var school = 0; school < state.Schools; school++)
        {
            var past = first;
            while (past < state.Students && state.SchoolOf(past) == school)
            {
                past++;
            }

            foreach (var student in Enumerable.Range(first, past - first).Concat(coming[school]).Order())
            {
                if (state.YearOf(student, school) is { } year)
                {
                    yield return (school, student, year);
                }
            }

            first = past;
        }
    }
}
