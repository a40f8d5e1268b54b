using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Model;
using Membership = Throughline.Model.Membership;
using Record = Throughline.Model.Record;
using Student = Throughline.Model.Student;

namespace Throughline.Tests.Evidence;

/// <summary>
/// A district of two schools worked out by hand. 20 days in September and 20 in October 2025. Ana is at North all the time and
/// misses 4 days of September. Ben misses 2 days of September at North, moves to South on 1 October and misses none there. Cam
/// is at South from 1 October, an English learner from 16 October on, misses 1 day before it and 2 after it, one of them half.
/// </summary>
internal static class SmallDistrict
{
    public static readonly SchoolYear Year = new(2026);
    public static readonly DateTimeOffset Autumn = new(2025, 11, 3, 12, 0, 0, TimeSpan.Zero);
    public static readonly List<DateOnly> September = Weekdays(9, 1);
    public static readonly List<DateOnly> October = Weekdays(10, 1);

    public static async Task<(int North, int South, int[] Students)> FillAsync(Database database)
    {
        var (north, south, students) = await RollAsync(database);
        var (ana, ben, cam) = (students[0], students[1], students[2]);
        await RecordAsync(database, Autumn, async r =>
        {
            await r.MarksAsync(north, Year, [.. September.Concat(October).Select((day, i) => Exceptions(day, i < 4 ? (ana, DayMark.Unexcused) : default, i is 5 or 6 ? (ben, DayMark.Excused) : default))], default);
            await r.MarksAsync(south, Year, [.. October.Select((day, i) => Exceptions(day, i == 2 ? (cam, DayMark.Unexcused) : i == 12 ? (cam, DayMark.HalfExcused) : i == 13 ? (cam, DayMark.Unexcused) : default))], default);
        });
        return (north, south, students);
    }

    /// <summary>The schools with their days and rolls, before any attendance came.</summary>
    public static async Task<(int North, int South, int[] Students)> RollAsync(Database database)
    {
        int north, south;
        int[] students;
        await using (var db = database.Context())
        {
            var state = new Organization { Code = "state", Kind = OrganizationKind.State, Name = "State", RecordedAt = Autumn };
            db.Add(state);
            await db.SaveChangesAsync();
            var district = new Organization { Code = "d", Kind = OrganizationKind.District, Name = "District", ParentId = state.Id, RecordedAt = Autumn };
            db.Add(district);
            await db.SaveChangesAsync();
            List<Organization> schools = [.. ((string[])["north", "south"]).Select(c => new Organization { Code = c, Kind = OrganizationKind.School, Name = c, ParentId = district.Id, RecordedAt = Autumn })];
            List<Student> all = [.. ((string[])["1", "2", "3"]).Select(c => new Student { Code = c, RecordedAt = Autumn })];
            db.AddRange(schools);
            db.AddRange(all);
            await db.SaveChangesAsync();
            (north, south, students) = (schools[0].Id, schools[1].Id, [.. all.Select(s => s.Id)]);
        }

        var (ana, ben, cam) = (students[0], students[1], students[2]);
        await RecordAsync(database, Autumn, async r =>
        {
            await r.DaysAsync(north, Year, [.. September, .. October], default);
            await r.DaysAsync(south, Year, October, default);
            await r.RollAsync(
                [Enrolled(ana, north, September[0], null), Enrolled(ben, north, September[0], September[^1]), Enrolled(ben, south, October[0], null), Enrolled(cam, south, October[0], null)],
                [new Membership { StudentId = cam, Group = "english_learner", FirstDay = October[10], RecordedAt = Autumn }],
                [Year],
                default);
        });
        return (north, south, students);
    }

    /// <summary>The cells of a measure by month, as the command prints them.</summary>
    public static async Task<string> CellsAsync(Database database, string measure, DateTimeOffset? knownAt = null)
    {
        var places = await Places.LoadAsync(database, default);
        var question = new CellQuestion(MeasureCatalog.Default.Find(measure)!, Year, Cells.Periods(Year, Cadence.Month), PeriodReading.InPeriod, null, [.. Enumerable.Range(0, StudentGroup.Names.Count)], knownAt);
        return string.Join('\n', (await Cells.OfAsync(database, places, question, default)).Select(c => string.Create(
            CultureInfo.InvariantCulture,
            $"{measure},{places.CodeOf(c.Organization)},{c.Group},{c.Period.Start:yyyy-MM-dd},{c.Period.End:yyyy-MM-dd},in_period,{Text(c.Counts.Numerator)},{Text(c.Counts.Denominator)},{Text(c.Value)}")));

        static string Text(Throughline.Benchmarks.Exact? figure) => figure?.Round(6).ToString("0.######", CultureInfo.InvariantCulture) ?? "";
    }

    private static Throughline.Model.Enrolment Enrolled(int student, int school, DateOnly first, DateOnly? last) =>
        new() { StudentId = student, OrganizationId = school, FirstDay = first, LastDay = last, Grade = "5", RecordedAt = Autumn };

    private static DayAttendance Exceptions(DateOnly day, params (int Student, DayMark Mark)[] marks) =>
        new(day, Full: false, marks.Where(m => m.Student > 0).ToDictionary(m => m.Student, m => m.Mark));

    public static async Task RecordAsync(Database database, DateTimeOffset at, Func<AttendanceRecorder, Task> record)
    {
        await using var session = await Session.BeginAsync(database, default);
        await record(new AttendanceRecorder(session, at));
        await session.CommitAsync(default);
    }

    public static async Task<(int Added, int Changed, int Unchanged)> RecordAsync(Database database, params Record[] records)
    {
        await using var session = await Session.BeginAsync(database, default);
        var counts = await new RecordRows(session).RecordAsync(records, default);
        await session.CommitAsync(default);
        return counts;
    }

    private static List<DateOnly> Weekdays(int month, int first) =>
        [.. Enumerable.Range(first, 28).Select(d => new DateOnly(2025, month, d)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
}
