using System.Text.Json;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Model;
using Throughline.Tests.Support;
using Membership = Throughline.Model.Membership;
using Record = Throughline.Model.Record;
using Student = Throughline.Model.Student;

namespace Throughline.Tests.Evidence;

/// <summary>
/// A district of two schools worked out by hand. 20 days in September and 20 in October 2025. Ana is at North all the time and
/// misses 4 days of September. Ben misses 2 days of September at North, moves to South on 1 October and misses none there. Cam
/// is at South from 1 October, an English learner from 16 October on, misses 1 day before it and 2 after it, one of them half.
/// </summary>
public sealed class CellsTests
{
    private static readonly SchoolYear Year = new(2026);
    private static readonly DateTimeOffset Autumn = new(2025, 11, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly List<DateOnly> September = Weekdays(9, 1);
    private static readonly List<DateOnly> October = Weekdays(10, 1);

    [Theory, Sqlite, Postgres]
    public async Task Who_moves_counts_once_in_the_district_and_twice_in_the_federal_file(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await FillAsync(test.Database);

        // By the end of October: Ana 4 of 40 days, Ben 2 of 40 in the district. At North Ana 4 of 40 and Ben 2 of 20; at South
        // Ben 0 of 20 and Cam 2.5 of 20, which is more than 2.
        Assert.Equal("north 2/2, south 1/2, d 2/3, state 2/3", await ShareAsync(test.Database, "chronic_absence", "all"));
        Assert.Equal("north 2/2, south 1/2, d 3/4, state 3/4", await ShareAsync(test.Database, "chronic_absence_federal", "all"));
        Assert.Equal("south 1/1, d 1/1, state 1/1", await ShareAsync(test.Database, "chronic_absence_federal", "english_learner"));
    }

    [Theory, Sqlite, Postgres]
    public async Task Rates_add_up_days_and_the_mean_of_rates_students(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await FillAsync(test.Database);

        // Days: 40 + 40 + 20 in the district, 4 + 2 + 2.5 of them absent.
        Assert.Equal("north 54/60, south 37.5/40, d 91.5/100, state 91.5/100", await ShareAsync(test.Database, "attendance_rate", "all"));
        Assert.Equal("north 1.8/2, south 1.875/2, d 2.725/3, state 2.725/3", await ShareAsync(test.Database, "attendance_rate_mean", "all"));
        Assert.Equal("north 60/40, south 40/20, d 3.5/1, state 3.5/1", await ShareAsync(test.Database, "average_daily_membership", "all"));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_measure_of_some_grades_counts_those_grades_alone(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, _, students) = await FillAsync(test.Database);

        // All are in grade 5, which the measure of kindergarten to grade 3 does not count. Then Ana is found to be in grade 3.
        Assert.Equal("", await ShareAsync(test.Database, "chronic_absence_early_grades", "all"));
        await RecordAsync(test.Database, Autumn.AddDays(1), r => r.RollAsync(
            [new Throughline.Model.Enrolment { StudentId = students[0], OrganizationId = north, FirstDay = September[0], Grade = "3", RecordedAt = Autumn.AddDays(1) }],
            [], [Year], default));
        Assert.Equal("north 0/0, d 0/0, state 0/0", await ShareAsync(test.Database, "chronic_absence_early_grades", "all"));
        Assert.Equal("north 36/40, d 36/40, state 36/40", await ShareAsync(test.Database, "attendance_rate", "grade_3"));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_corrected_mark_is_known_from_when_it_was_recorded(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, _, students) = await FillAsync(test.Database);
        await RecordAsync(test.Database, Autumn.AddDays(1), r => r.MarksAsync(
            north, Year, [new DayAttendance(September[0], Full: false, new Dictionary<int, DayMark> { [students[0]] = DayMark.Present })], default));
        Assert.Equal("north 1/2, south 1/2, d 1/3, state 1/3", await ShareAsync(test.Database, "chronic_absence", "all"));
        Assert.Equal("north 2/2, south 1/2, d 2/3, state 2/3", await ShareAsync(test.Database, "chronic_absence", "all", Autumn));
    }

    [Theory, Sqlite, Postgres]
    public async Task Records_said_again_change_nothing_and_what_is_said_later_takes_their_place(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, south, students) = await FillAsync(test.Database);
        var kind = RecordKinds.Default.Find("incident")!;
        Record Incident(int school, int student, string key, string response, DateTimeOffset at, bool withdrawn = false) => new()
        {
            Kind = "incident",
            OrganizationId = school,
            Key = key,
            Day = school == north ? September[3] : October[3],
            About = student,
            Fields = JsonSerializer.Serialize(kind.Fields.Select(f => f.Id == "response" ? response : f.Id == "category" ? "other" : "")),
            Withdrawn = withdrawn,
            RecordedAt = at,
        };

        Assert.Equal((3, 0, 0), await RecordAsync(test.Database,
            Incident(north, students[0], "1", "out_of_school_suspension", Autumn), Incident(north, students[0], "2", "out_of_school_suspension", Autumn),
            Incident(south, students[1], "1", "conference", Autumn)));
        Assert.Equal((0, 1, 1), await RecordAsync(test.Database,
            Incident(north, students[0], "1", "out_of_school_suspension", Autumn.AddDays(1)), Incident(south, students[1], "1", "out_of_school_suspension", Autumn.AddDays(1))));
        await Assert.ThrowsAsync<Problem>(() => RecordAsync(test.Database, Incident(south, students[1], "1", "none", Autumn)));

        // Ana twice at North; Ben at South, who counts once in the district.
        Assert.Equal("north 1/2, south 1/2, d 2/3, state 2/3", await ShareAsync(test.Database, "out_of_school_suspension", "all", cadence: Cadence.Year));
        Assert.Equal("north 1/2, south 0/2, d 1/3, state 1/3", await ShareAsync(test.Database, "out_of_school_suspension", "all", Autumn, Cadence.Year));
        await RecordAsync(test.Database, Incident(south, students[1], "1", "out_of_school_suspension", Autumn.AddDays(2), withdrawn: true));
        Assert.Equal("north 1/2, south 0/2, d 1/3, state 1/3", await ShareAsync(test.Database, "out_of_school_suspension", "all", cadence: Cadence.Year));
    }

    [Fact]
    public async Task The_command_prints_what_the_days_come_to()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        await FillAsync(test.Database);
        var run = await ProgramRun.RunAsync(null, ["cells", "--data", test.Folder, "--measure", "chronic_absence", "--organization", "d", "--group", "all"]);
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            [
                "measure,organization,group,period_start,period_end,reading,numerator,denominator,value",
                "chronic_absence,d,all,2025-09-01,2025-09-30,year_to_date,2,2,100",
                "chronic_absence,d,all,2025-10-01,2025-10-31,year_to_date,2,3,66.666667",
            ],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (var wrong in (string[][])[["--measure", "no_such"], ["--measure", "class_size"], ["--measure", "chronic_absence", "--organization", "x"], ["--measure", "chronic_absence", "--school-year", "25"]])
        {
            var refused = await ProgramRun.RunAsync(null, ["cells", "--data", test.Folder, .. wrong]);
            Assert.Equal((1, ""), (refused.Exit, refused.Output));
            Assert.NotEqual("", refused.Error);
        }
    }

    /// <summary>Numerator and denominator of each organization in the last period that has any.</summary>
    private static async Task<string> ShareAsync(Database database, string measure, string group, DateTimeOffset? knownAt = null, Cadence? cadence = null)
    {
        var places = await Places.LoadAsync(database, default);
        var definition = MeasureCatalog.Default.Find(measure)!;
        var reading = definition.Readings.Contains(PeriodReading.YearToDate) ? PeriodReading.YearToDate : PeriodReading.InPeriod;
        var cells = await Cells.OfAsync(
            database, places, new CellQuestion(definition, Year, Cells.Periods(Year, cadence ?? Cadence.Month), reading, null, [StudentGroup.NumberOf(group)!.Value], knownAt), default);
        var last = cells.Count == 0 ? default : cells.Max(c => c.Period.Start);
        return string.Join(", ", from code in (string[])["north", "south", "d", "state"]
                                 from cell in cells.Where(c => places.CodeOf(c.Organization) == code && c.Period.Start == last)
                                 select FormattableString.Invariant($"{code} {cell.Counts.Numerator.Round(6):0.######}/{cell.Counts.Denominator!.Value.Round(6):0.######}"));
    }

    private static async Task<(int North, int South, int[] Students)> FillAsync(Database database)
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
            await r.MarksAsync(north, Year, [.. September.Concat(October).Select((day, i) => Exceptions(day, i < 4 ? (ana, DayMark.Unexcused) : default, i is 5 or 6 ? (ben, DayMark.Excused) : default))], default);
            await r.MarksAsync(south, Year, [.. October.Select((day, i) => Exceptions(day, i == 2 ? (cam, DayMark.Unexcused) : i == 12 ? (cam, DayMark.HalfExcused) : i == 13 ? (cam, DayMark.Unexcused) : default))], default);
        });
        return (north, south, students);
    }

    private static Throughline.Model.Enrolment Enrolled(int student, int school, DateOnly first, DateOnly? last) =>
        new() { StudentId = student, OrganizationId = school, FirstDay = first, LastDay = last, Grade = "5", RecordedAt = Autumn };

    private static DayAttendance Exceptions(DateOnly day, params (int Student, DayMark Mark)[] marks) =>
        new(day, Full: false, marks.Where(m => m.Student > 0).ToDictionary(m => m.Student, m => m.Mark));

    private static async Task RecordAsync(Database database, DateTimeOffset at, Func<AttendanceRecorder, Task> record)
    {
        await using var session = await Session.BeginAsync(database, default);
        await record(new AttendanceRecorder(session, at));
        await session.CommitAsync(default);
    }

    private static async Task<(int Added, int Changed, int Unchanged)> RecordAsync(Database database, params Record[] records)
    {
        await using var session = await Session.BeginAsync(database, default);
        var counts = await new RecordRows(session).RecordAsync(records, default);
        await session.CommitAsync(default);
        return counts;
    }

    private static List<DateOnly> Weekdays(int month, int first) =>
        [.. Enumerable.Range(first, 28).Select(d => new DateOnly(2025, month, d)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
}
