using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Evidence.Files;
using Throughline.Imports;
using Throughline.Tests.Evidence;
using Throughline.Tests.Support;
using static Throughline.Tests.Imports.AttendanceFiles;

namespace Throughline.Tests.Imports;

/// <summary>Attendance files that are good.</summary>
public sealed class AttendanceImportTests
{
    [Theory, Sqlite, Postgres]
    public async Task A_row_a_day_is_kept_and_the_same_file_twice_changes_nothing(string provider)
    {
        await using var test = await OpenAsync(provider);
        var csv = Head + string.Concat(SmallDistrict.September.SelectMany(d => (string[])[Row("1", "north", d, d.Day == 8 ? "A" : "P"), Row("2", "north", d, d.Day == 9 ? "Late" : "Present")]));
        var result = await ImportAsync(test.Database, csv);
        Assert.Equal((40, 40, 0, 0, 0, true), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused, result.Stored));
        Assert.Equal(DayMark.Unexcused, await MarkAsync(test.Database, "1", "north", 5));
        Assert.Equal(DayMark.Tardy, await MarkAsync(test.Database, "2", "north", 6));
        var again = await ImportAsync(test.Database, csv, at: Later.AddDays(1));
        Assert.Equal((0, 0, 40, true), (again.Added, again.Changed, again.Unchanged, again.Stored));
        await using var session = await Session.BeginReadAsync(test.Database, default);
        Assert.Equal(0, await session.NumberAsync("SELECT COUNT(*) FROM attendance_corrections", default));
        Assert.Equal(2, await session.NumberAsync("SELECT COUNT(*) FROM imports WHERE kind = 'attendance'", default));
    }

    [Theory, Sqlite, Postgres]
    public async Task Three_shapes_of_one_month_come_to_the_same_cells(string provider)
    {
        var days = SmallDistrict.September;
        string Mark(string student, DateOnly day) => (student, day.Day) switch { ("1", 3) => "A", ("1", 8) => "E", ("2", 9) => "T", ("2", 10) => "H", ("2", 11) => "HE", _ => "P" };
        string[] students = ["1", "2"];
        var full = Head + string.Concat(days.SelectMany(d => students.Select(s => Row(s, "north", d, Mark(s, d)))));
        var exceptions = "Student ID;School;Attendance Date;Code\r\n" + string.Concat(
            days.SelectMany(d => students.Where(s => Mark(s, d) != "P").Select(s => string.Create(CultureInfo.InvariantCulture, $"{s};north;{d:MM/dd/yyyy};{Mark(s, d)}\r\n"))));
        var wide = "DBN\tname\tState Student ID" + string.Concat(days.Select(d => "\t" + d.ToString("yyyyMMdd", CultureInfo.InvariantCulture))) + "\n"
            + string.Concat(students.Select(s => $"north\tx\t{s}" + string.Concat(days.Select(d => "\t" + Mark(s, d))) + "\n"));
        var cells = new List<string>();
        foreach (var (csv, way) in ((string, AttendanceWay)[])[(full, new()), (exceptions, new(true, days[0], days[^1])), (wide, new())])
        {
            await using var test = await OpenAsync(provider);
            var result = await ImportAsync(test.Database, csv, way);
            Assert.True(result.Stored);
            cells.Add(await CellsAsync(test));
        }

        Assert.Contains("attendance_rate,north,all,2025-09-01,2025-09-30,in_period,37,40,92.5", cells[0], StringComparison.Ordinal);
        Assert.All(cells, c => Assert.Equal(cells[0], c));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_correction_changes_what_it_says_and_nothing_else(string provider)
    {
        await using var test = await OpenAsync(provider);
        await ImportAsync(test.Database, Head + string.Concat(SmallDistrict.September.Select(d => Row("1", "north", d, d.Day < 10 ? "A" : "P"))));
        var result = await ImportAsync(test.Database, Head + Row("1", "north", SmallDistrict.September[2], "P") + Row("1", "north", SmallDistrict.September[3], "E") + Row("1", "north", SmallDistrict.September[4], "A"), at: Later.AddDays(1));
        Assert.Equal((0, 2, 1), (result.Added, result.Changed, result.Unchanged));
        DayMark[] expected = [DayMark.Unexcused, DayMark.Unexcused, DayMark.Present, DayMark.Excused, DayMark.Unexcused];
        for (var place = 0; place < expected.Length; place++)
        {
            Assert.Equal(expected[place], await MarkAsync(test.Database, "1", "north", place));
        }

        Assert.Contains("attendance_rate,north,all,2025-09-01,2025-09-30,in_period,13,20,65", await CellsAsync(test, Later), StringComparison.Ordinal);
        Assert.Contains("attendance_rate,north,all,2025-09-01,2025-09-30,in_period,14,20,70", await CellsAsync(test), StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task Days_of_a_range_count_although_nobody_was_away_and_no_others(string provider)
    {
        await using var test = await OpenAsync(provider);
        await ImportAsync(test.Database, Head + Row("1", "north", SmallDistrict.September[3], "A"), new AttendanceWay(true, SmallDistrict.September[0], SmallDistrict.September[9]));
        Assert.Contains("attendance_rate,north,all,2025-09-01,2025-09-30,in_period,19,20,95", await CellsAsync(test), StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task Totals_of_a_file_of_many_schools_are_those_of_its_rows(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var schools = Enumerable.Range(1, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i:00}")).ToList();
        string Write(string name, string head, Func<string, string> rows) => Importing.Write(test.Database, name, head + string.Concat(schools.Select(rows)));
        await OrganizationImport.RunAsync(test.Database, [Write("schools.csv", "school_code,school,district_code,district\n", s => $"{s},School {s},d{s[0]},District\n")], "State", Importing.Options(), default);
        await StudentImport.RunAsync(test.Database, Write("students.csv", "student,school,sex\n", s => $"{s}a,{s},F\n{s}b,{s},M\nmoves,{s},F\n"), SmallDistrict.Year, Importing.Options(), default);
        await CalendarImport.RunAsync(test.Database, Write("days.csv", "school,date\n", s => $"{s},2025-09-02\n{s},2025-09-03\n"), Importing.Options(), default);
        var result = await AttendanceImport.RunAsync(
            test.Database, Write("marks.csv", "student,school,date,mark\n", s => $"{s}a,{s},2025-09-02,P\n{s}b,{s},2025-09-02,A\nmoves,{s},2025-09-03,H\n"), new AttendanceWay(), Importing.Options(at: Later), default);
        Assert.Equal((90, true), (result.Added, result.Stored));
        var standing = await CellsAsync(test);
        Assert.Equal(await CellsAsync(test, Later.AddYears(1)), standing);
        Assert.Contains("attendance_rate,state,all,2025-09-01,2025-09-30,in_period,45,90,50", standing, StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_check_stores_nothing_and_says_what_would_be_stored(string provider)
    {
        await using var test = await OpenAsync(provider);
        var result = await ImportAsync(test.Database, Head + Row("1", "north", SmallDistrict.September[0], "P"), dryRun: true);
        Assert.Equal((1, false), (result.Added, result.Stored));
        Assert.Null(await MarkAsync(test.Database, "1", "north", 0, arrived: true));
    }

    [Theory, Sqlite, Postgres]
    public async Task An_import_that_is_stopped_while_it_writes_leaves_nothing(string provider)
    {
        await using var test = await OpenAsync(provider);
        var before = await CellsAsync(test);
        await using (var session = await Session.BeginAsync(test.Database, default))
        {
            // What a kill leaves: the work done, and nobody there to commit it.
            var recorder = new AttendanceRecorder(session, Later);
            var north = (int)await session.NumberAsync("SELECT id FROM organizations WHERE code = 'north'", default);
            var one = (int)await session.NumberAsync("SELECT id FROM students WHERE code = '1'", default);
            var said = new StudentMarks();
            Assert.True(said.TryPut(0, DayMark.Unexcused));
            await recorder.FoldAsync(north, SmallDistrict.Year, new SchoolMarks(DayBits.Before(1), true, new Dictionary<int, StudentDays> { [one] = said.ToDays() }), true, default);
        }

        Assert.Equal(before, await CellsAsync(test));
        using var between = new CancellationTokenSource();
        var two = Importing.Write(test.Database, "two.csv", Head + Row("1", "north", SmallDistrict.September[0], "P") + Row("3", "south", SmallDistrict.October[0], "P"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AttendanceImport.RunAsync(
            test.Database, two, new AttendanceWay(), Importing.Options(at: Later) with { Progress = _ => between.Cancel() }, between.Token));
        Assert.Equal(before, await CellsAsync(test));
        using var stop = new CancellationTokenSource();
        var path = Importing.Write(test.Database, "long.csv", Head + string.Concat(Enumerable.Repeat(Row("1", "north", SmallDistrict.September[0], "P"), 150_000)));
        var options = Importing.Options(at: Later) with { Progress = _ => stop.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AttendanceImport.RunAsync(test.Database, path, new AttendanceWay(), options, stop.Token));
        Assert.Equal(before, await CellsAsync(test));
    }
}
