using System.Globalization;
using System.Text;
using Throughline.Benchmarks.Attendance;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Evidence.Files;
using Throughline.Imports;
using Throughline.Tests.Evidence;
using Throughline.Tests.Support;

namespace Throughline.Tests.Imports;

/// <summary>Attendance files on the two schools of <see cref="SmallDistrict"/>, whose calendars and rolls are there already.</summary>
public sealed class AttendanceImportTests
{
    private const string Head = "student_id,school_code,date,status\n";

    private static readonly DateTimeOffset Later = SmallDistrict.Autumn.AddDays(1);

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

    [Theory]
    [InlineData("9,north,2025-09-03,P", "student_id", "No student")]
    [InlineData(",north,2025-09-03,P", "student_id", "missing")]
    [InlineData("1,nowhere,2025-09-03,P", "school_code", "No school")]
    [InlineData("1,d,2025-09-03,P", "school_code", "No school")]
    [InlineData("1,north,09/03/2025,P", "date", "not a date")]
    [InlineData("1,north,,P", "date", "not a date")]
    [InlineData("1,north,2025-09-06,P", "date", "keeps no school")]
    [InlineData("1,south,2025-09-03,P", "date", "keeps no school")]
    [InlineData("1,north,1999-09-03,P", "date", "keeps no school")]
    [InlineData("1,north,2025-09-03,Q", "status", "not known")]
    [InlineData("1,north,2025-09-03,", "status", "missing")]
    [InlineData("1,north,2025-09-03", "", "3 cells")]
    [InlineData("1,north,2025-09-03,P,", "", "5 cells")]
    [InlineData("1,north,2025-09-03,P\"", "", "quotation")]
    public async Task A_row_at_fault_is_refused_with_its_place_and_keeps_the_file_out(string row, string column, string reason)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            await using var test = await OpenAsync(provider);
            var csv = Head + Row("1", "north", SmallDistrict.September[0], "P") + row + "\n" + Row("2", "north", SmallDistrict.September[0], "P");
            var result = await ImportAsync(test.Database, csv);
            var refusal = Assert.Single(result.FirstRefusals);
            Assert.Equal((3, column), (refusal.Line, refusal.Column));
            Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
            Assert.True(refusal.Value is "" or "(see the file of refused rows)", refusal.Value);
            Assert.Equal((3, 2, 1, false), (result.Read, result.Added, result.Refused, result.Stored));
            var listed = await File.ReadAllLinesAsync(result.RefusedFile!);
            Assert.StartsWith("3," + column, listed[1], StringComparison.Ordinal);
            Assert.Null(await MarkAsync(test.Database, "1", "north", 0, arrived: true));
            var good = await ImportAsync(test.Database, csv, accept: true);
            Assert.Equal((2, 1, true), (good.Added, good.Refused, good.Stored));
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Two_marks_for_one_day_are_both_refused_and_the_same_mark_twice_is_not(string provider)
    {
        await using var test = await OpenAsync(provider);
        var (a, b) = (SmallDistrict.September[0], SmallDistrict.September[1]);
        var result = await ImportAsync(
            test.Database, Head + Row("1", "north", a, "P") + Row("1", "north", b, "A") + Row("1", "north", a, "A") + Row("1", "north", b, "A") + Row("9", "north", b, "A"), accept: true);
        Assert.Equal([2L, 4, 6], result.FirstRefusals.Select(r => r.Line));
        Assert.Equal((5, 1, 0, 1, 3), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused));
        Assert.Null(await MarkAsync(test.Database, "1", "north", 0, arrived: true));
        Assert.Equal(DayMark.Unexcused, await MarkAsync(test.Database, "1", "north", 1));
        Assert.Equal(4, (await File.ReadAllLinesAsync(result.RefusedFile!)).Length);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_row_of_many_days_with_one_at_fault_is_refused_whole(string provider)
    {
        await using var test = await OpenAsync(provider);
        const string Csv = "student,school,homeroom,2025-09-01,2025-09-02,2025-09-03,2025-09-06\n1,north,h,P,Z,P,\n2,north,h,P,NS,,\n1,north,h,P,,,P\n";
        var result = await ImportAsync(test.Database, Csv, accept: true);
        Assert.Equal([(2L, "2025-09-02"), (4L, "2025-09-06")], result.FirstRefusals.Select(r => (r.Line, r.Column)));
        Assert.Equal((3, 1, 0, 0, 2), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused));
        Assert.Contains(result.Notes, n => n.Contains("4 days", StringComparison.Ordinal));
        Assert.Contains(result.Notes, n => n.Contains("homeroom", StringComparison.Ordinal));
        Assert.Equal(DayMark.Unknown, await MarkAsync(test.Database, "1", "north", 0));
        Assert.Null(await MarkAsync(test.Database, "2", "north", 1, arrived: true));
        var cleared = await ImportAsync(test.Database, "student,school,2025-09-01,2025-09-02\n1,north,P,A\n1,north,,P\n2,north,P,P\n", accept: true);
        Assert.Equal((3, 1, 2), (cleared.Read, cleared.Added, cleared.Refused));
        Assert.Equal(DayMark.Unknown, await MarkAsync(test.Database, "1", "north", 0));
    }

    [Theory]
    [InlineData(Head + "1,north,2025-09-03,A\n", "--exceptions")]
    [InlineData(Head, "nothing below")]
    [InlineData("student_id,school_code,status\n1,north,P\n", "no column date")]
    [InlineData("student_id,date,status\n1,2025-09-03,P\n", "no column school code")]
    [InlineData("student_id,school_code,date\n1,north,2025-09-03\n", "no column attendance code")]
    [InlineData("student_id,school_code,2025-09-03,20250904\n1,north,P,P\n", null)]
    [InlineData("student_id,student id,school,date,status\n1,1,north,2025-09-03,P\n", "more than once")]
    [InlineData("student_id,school,2025-09-03,2025-09-03\n1,north,P,P\n", "more than once")]
    public async Task A_file_at_fault_is_refused_whole(string csv, string? words)
    {
        await using var test = await OpenAsync(SqliteAttribute.Name);
        if (words is null)
        {
            // A heading that writes its date in another way is no day, and it is said.
            Assert.Contains((await ImportAsync(test.Database, csv)).Notes, n => n.Contains("20250904", StringComparison.Ordinal));
            return;
        }

        Assert.Contains(words, (await Assert.ThrowsAsync<Problem>(() => ImportAsync(test.Database, csv))).Message, StringComparison.Ordinal);
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
            await recorder.FoldAsync(north, SmallDistrict.Year, new SchoolMarks(DayBits.Before(1), true, new Dictionary<int, StudentDays> { [one] = said.ToDays() }), default);
        }

        Assert.Equal(before, await CellsAsync(test));
        using var stop = new CancellationTokenSource();
        var path = Importing.Write(test.Database, "long.csv", Head + string.Concat(Enumerable.Repeat(Row("1", "north", SmallDistrict.September[0], "P"), 150_000)));
        var options = Importing.Options(at: Later) with { Progress = _ => stop.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AttendanceImport.RunAsync(test.Database, path, new AttendanceWay(), options, stop.Token));
        Assert.Equal(before, await CellsAsync(test));
    }

    [Fact]
    public async Task Any_damage_to_a_file_is_refused_or_stored_whole()
    {
        await using var test = await OpenAsync(SqliteAttribute.Name);
        var random = new Random(20251103);
        var good = Head + string.Concat(SmallDistrict.September.Take(6).SelectMany(d => (string[])[Row("1", "north", d, "P"), Row("2", "north", d, "A")]));
        var wide = "student,school,2025-09-01,2025-09-02,2025-09-03\n1,north,P,A,P\n2,north,T,H,NS\n";
        for (var i = 0; i < 300; i++)
        {
            var bytes = Damage(random, Encoding.UTF8.GetBytes(i % 3 == 2 ? wide : good));
            var path = Path.Combine(test.Folder, "damaged.csv");
            await File.WriteAllBytesAsync(path, bytes);
            var before = await StateAsync(test.Database);
            try
            {
                var result = await AttendanceImport.RunAsync(test.Database, path, new AttendanceWay(i % 2 == 0), Importing.Options(at: Later.AddMinutes(i)), default);
                Assert.Equal(result.Refused == 0, result.Stored);
                Assert.Equal(result.Read, result.Added + result.Changed + result.Unchanged + result.Refused);
                Assert.True(result is { Added: >= 0, Changed: >= 0, Unchanged: >= 0 });
                if (!result.Stored)
                {
                    Assert.Equal(before, await StateAsync(test.Database));
                }
            }
            catch (Problem)
            {
                Assert.Equal(before, await StateAsync(test.Database));
            }
        }
    }

    /// <summary>A byte or some changed, lost, doubled, or the end cut off.</summary>
    internal static byte[] Damage(Random random, byte[] bytes)
    {
        var all = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(all.Count);
            switch (random.Next(6))
            {
                case 0:
                    all[at] = (byte)random.Next(256);
                    break;
                case 1:
                    all.RemoveAt(at);
                    break;
                case 2:
                    all.InsertRange(at, all.Skip(random.Next(all.Count)).Take(random.Next(30)).ToList());
                    break;
                case 3:
                    all.RemoveRange(at, Math.Min(random.Next(40), all.Count - at));
                    break;
                case 4:
                    all.Insert(at, "\",;\t|\r\n\0"u8[random.Next(8)]);
                    break;
                default:
                    all.RemoveRange(at, all.Count - at);
                    break;
            }

            if (all.Count == 0)
            {
                break;
            }
        }

        return [.. all];
    }

    internal static string Row(string student, string school, DateOnly day, string mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{student},{school},{day:yyyy-MM-dd},{mark}\n");

    /// <summary>The two schools with their calendars and rolls, and no attendance.</summary>
    private static async Task<TestDatabase> OpenAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await SmallDistrict.RollAsync(test.Database);
        return test;
    }

    private static Task<ImportResult> ImportAsync(Database database, string csv, AttendanceWay? way = null, bool accept = false, bool dryRun = false, DateTimeOffset? at = null) =>
        AttendanceImport.RunAsync(database, Importing.Write(database, "days.csv", csv), way ?? new AttendanceWay(), Importing.Options(accept, dryRun, at ?? Later), default);

    /// <summary>What is recorded; null where nothing came for the day, if that is asked.</summary>
    private static async Task<DayMark?> MarkAsync(Database database, string student, string school, int place, bool arrived = false)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        var id = (int)await session.NumberAsync("SELECT id FROM organizations WHERE code = @code", default, ("code", school));
        var its = await new AttendanceRows(session).SchoolAsync(id, SmallDistrict.Year, default);
        var who = (int)await session.NumberAsync("SELECT id FROM students WHERE code = @code", default, ("code", student));
        return arrived && its.Days.All[place].ArrivedAt is null ? null : its.Of(who).Days.Mark(place, its.Days.All[place].Full);
    }

    private static async Task<string> StateAsync(Database database)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        var rows = await session.RowsAsync("SELECT days FROM attendance UNION ALL SELECT days FROM school_years UNION ALL SELECT marks FROM attendance_corrections", r => Convert.ToHexString(r.GetFieldValue<byte[]>(0)), default);
        return string.Join(' ', rows.Order(StringComparer.Ordinal)) + await session.NumberAsync("SELECT COUNT(*) FROM imports", default);
    }

    private static async Task<string> CellsAsync(TestDatabase test, DateTimeOffset? knownAt = null) => await SmallDistrict.CellsAsync(test.Database, "attendance_rate", knownAt);
}
