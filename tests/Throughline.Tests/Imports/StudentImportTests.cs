using System.Text;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Evidence.Files;
using Throughline.Imports;
using Throughline.Tests.Evidence;
using Throughline.Tests.Support;

namespace Throughline.Tests.Imports;

public sealed class StudentImportTests
{
    private const string Head = "Student ID,School Code,Grade,Entry Date,Exit Date,Race/Ethnicity,Sex,English Learner,Disability,Low Income\n";
    private const string Two = Head + "100,00010001,3,2025-09-02,,Hispanic,F,Yes,No,1\n200,00010001,K,2025-09-02,2026-01-15,White,M,No,Yes,0\n";

    private static readonly SchoolYear Year = new(2026);

    [Theory, Sqlite, Postgres]
    public async Task A_plain_sheet_brings_students_with_their_school_and_groups(string provider)
    {
        await using var test = await OpenAsync(provider);
        var result = await ImportAsync(test.Database, Two);
        Assert.Equal((2, 2, 0, 0, 0, true), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused, result.Stored));
        Assert.Equal(["100 00010001 2025-09-02.. 3", "200 00010001 2025-09-02..2026-01-15 K"], await EnrolledAsync(test.Database));
        Assert.Equal(
            ["100 english_learner 2025-09-02..", "100 female 2025-09-02..", "100 hispanic 2025-09-02..", "100 low_income 2025-09-02..",
             "200 disability 2025-09-02..2026-01-15", "200 male 2025-09-02..2026-01-15", "200 white 2025-09-02..2026-01-15"],
            await GroupsAsync(test.Database));
        var again = await ImportAsync(test.Database, Two, day: 1);
        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_states_file_is_read_by_its_element_names(string provider)
    {
        await using var test = await OpenAsync(provider);
        var result = await ImportAsync(
            test.Database,
            "DOE001,DOE002,DOE006,DOE009,DOE010,DOE012,DOE015,DOE016,DOE019,DOE025,DOE036\n17,1000000001,01/01/2015,F,33,01,00010001,KF,01,00,500\n18,1000000002,01/01/2012,N,06,20,00010002,07,00,01,08\n",
            year: Year);
        Assert.Equal((2, 2, 0), (result.Read, result.Added, result.Refused));
        Assert.Equal(["1000000001 00010001 2025-07-01..2026-06-30 K"], await EnrolledAsync(test.Database));
        Assert.Equal(
            ["1000000001 female", "1000000001 hispanic", "1000000001 low_income", "1000000002 disability", "1000000002 english_learner", "1000000002 multi_race", "1000000002 nonbinary"],
            (await GroupsAsync(test.Database)).Select(g => g.Split(" 2025")[0]));
        Assert.Contains(result.Notes, n => n.EndsWith("known.", StringComparison.Ordinal) && n.Contains("day on which they did: 1", StringComparison.Ordinal));
        Assert.Contains(result.Notes, n => n.Contains("not used: DOE001, DOE006", StringComparison.Ordinal));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_districts_own_numbers_carry_its_code(string provider)
    {
        await using var test = await OpenAsync(provider);
        await ImportAsync(test.Database, "LASID;school;entry date\n17;00010001;09/02/2025\n");
        Assert.Equal(["00010000/17 00010001 2025-09-02.. "], await EnrolledAsync(test.Database));
        await CalendarImport.RunAsync(test.Database, Importing.Write(test.Database, "calendar.csv", "school,date\n00010001,2025-09-03\n"), Importing.Options(), default);
        var marks = await AttendanceImport.RunAsync(
            test.Database, Importing.Write(test.Database, "days.csv", "LASID,school,date,code\n17,00010001,2025-09-03,P\n"), new AttendanceWay(), Importing.Options(), default);
        Assert.Equal((1, 0), (marks.Added, marks.Refused));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_correction_changes_what_it_says_and_nothing_else(string provider)
    {
        await using var test = await OpenAsync(provider);
        await ImportAsync(test.Database, Two);
        var result = await ImportAsync(test.Database, Head + "100,00010001,4,2025-09-02,2026-02-01,Black,,No,,\n", day: 1);
        Assert.Equal((1, 0, 1, 0), (result.Read, result.Added, result.Changed, result.Unchanged));
        Assert.Equal(["100 00010001 2025-09-02..2026-02-01 4", "200 00010001 2025-09-02..2026-01-15 K"], await EnrolledAsync(test.Database));
        Assert.Equal(["100 black 2025-09-02..2026-02-01", "100 female 2025-09-02..", "100 low_income 2025-09-02.."], (await GroupsAsync(test.Database)).Where(g => g.StartsWith("100", StringComparison.Ordinal)));
        Assert.Equal(["100 00010001 2025-09-02.. 3", "200 00010001 2025-09-02..2026-01-15 K"], await EnrolledAsync(test.Database, Importing.First));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_roll_that_comes_after_attendance_counts_as_if_it_had_come_first(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await SmallDistrict.FillAsync(test.Database);
        Assert.DoesNotContain(",disability,", await SmallDistrict.CellsAsync(test.Database, "attendance_rate"), StringComparison.Ordinal);
        var path = Importing.Write(test.Database, "students.csv", "student,school,entry date,grade,disability\n1,north,2025-09-01,5,yes\n4,north,2025-09-01,5,yes\n");
        var result = await StudentImport.RunAsync(test.Database, path, null, Importing.Options(at: SmallDistrict.Autumn.AddDays(1)), default);
        Assert.Equal((1, 1, true), (result.Added, result.Changed, result.Stored));
        // Ana misses 4 of 20 days of September, Dee none: they are not named in the exceptions.
        Assert.Contains("attendance_rate,north,disability,2025-09-01,2025-09-30,in_period,36,40,90", await SmallDistrict.CellsAsync(test.Database, "attendance_rate"), StringComparison.Ordinal);
        Assert.DoesNotContain(",disability,", await SmallDistrict.CellsAsync(test.Database, "attendance_rate", SmallDistrict.Autumn), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",00010001,3,2025-09-02,,,,,,", "Student ID", "missing")]
    [InlineData("1,0001,3,2025-09-02,,,,,,", "School Code", "No school")]
    [InlineData("1,00010000,3,2025-09-02,,,,,,", "School Code", "No school")]
    [InlineData("1,00010001,13,2025-09-02,,,,,,", "Grade", "PK, K or 1")]
    [InlineData("1,00010001,3,,,,,,,", "Entry Date", "missing")]
    [InlineData("1,00010001,3,02.09.2025,,,,,,", "Entry Date", "not a date")]
    [InlineData("1,00010001,3,2025-09-02,2025-09-01,,,,,", "Exit Date", "before the entry")]
    [InlineData("1,00010001,3,2025-09-02,,Martian,,,,", "Race/Ethnicity", "not known")]
    [InlineData("1,00010001,3,2025-09-02,,,,maybe,,", "English Learner", "not known")]
    [InlineData("1,00010001,3,2025-09-02", "", "4 cells")]
    [InlineData("7,00010001,4,2025-09-02,,,,,,", "", "earlier line")]
    public async Task A_row_at_fault_is_refused_with_line_column_value_and_reason(string row, string column, string reason)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            await using var test = await OpenAsync(provider);
            var csv = Head + "7,00010001,3,2025-09-02,,,,,,\n" + row + "\n8,00010001,3,2025-09-02,,,,,,\n";
            var result = await ImportAsync(test.Database, csv);
            var refusal = Assert.Single(result.FirstRefusals);
            Assert.Equal((3, column), (refusal.Line, refusal.Column));
            Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
            Assert.True(refusal.Value is "" or "(see the file of refused rows)", refusal.Value);
            Assert.Equal((3, 2, 1, false), (result.Read, result.Added, result.Refused, result.Stored));
            Assert.Empty(await EnrolledAsync(test.Database));
            var good = await ImportAsync(test.Database, csv, accept: true);
            Assert.Equal((2, true), (good.Added, good.Stored));
        }
    }

    [Fact]
    public async Task A_sheet_without_days_asks_for_its_school_year()
    {
        await using var test = await OpenAsync(SqliteAttribute.Name);
        var problem = await Assert.ThrowsAsync<Problem>(() => ImportAsync(test.Database, "student,school\n1,00010001\n"));
        Assert.Contains("--school-year", problem.Message, StringComparison.Ordinal);
        var result = await ImportAsync(test.Database, "student,school,school year\n1,00010001,2025-26\n2,00010001,2024-25\n", year: Year);
        Assert.Equal((1, 1, false), (result.Added, result.Refused, result.Stored));
    }

    [Fact]
    public async Task Any_damage_to_a_file_is_refused_or_stored_whole()
    {
        await using var test = await OpenAsync(SqliteAttribute.Name);
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var path = Path.Combine(test.Folder, "damaged.csv");
            await File.WriteAllBytesAsync(path, AttendanceFiles.Damage(random, Encoding.UTF8.GetBytes(Two)));
            var before = await StateAsync(test.Database);
            try
            {
                var result = await StudentImport.RunAsync(test.Database, path, null, Importing.Options(at: Importing.First.AddMinutes(i)), default);
                Assert.Equal(result.Refused == 0, result.Stored);
                Assert.Equal(result.Read, result.Added + result.Changed + result.Unchanged + result.Refused);
                Assert.True(result.Stored || before == await StateAsync(test.Database));
            }
            catch (Problem)
            {
                Assert.Equal(before, await StateAsync(test.Database));
            }
        }
    }

    [Fact]
    public async Task What_is_printed_names_no_student()
    {
        await using var test = await OpenAsync(SqliteAttribute.Name);
        var students = Importing.Write(test.Database, "students.csv", Head + "31415926,00010001,3,2025-09-02,,Martian,,,,\n27182818,00010001\n");
        foreach (var json in (string[][])[[], ["--json"]])
        {
            var run = await ProgramRun.RunAsync(null, ["import", "students", students, "--data", test.Folder, .. json]);
            Assert.Equal(1, run.Exit);
            Assert.DoesNotContain("31415926", run.Output + run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("27182818", run.Output + run.Error, StringComparison.Ordinal);
            Assert.Contains("2", run.Output, StringComparison.Ordinal);
        }

        Assert.Contains("27182818", string.Concat(Directory.GetFiles(Path.Combine(test.Folder, "refused")).Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    private static Task<ImportResult> ImportAsync(Database database, string csv, SchoolYear? year = null, int day = 0, bool accept = false) =>
        StudentImport.RunAsync(database, Importing.Write(database, "students.csv", csv), year, Importing.Options(accept, at: Importing.First.AddDays(day)), default);

    private static async Task<TestDatabase> OpenAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await test.Database.SchoolsAsync();
        return test;
    }

    private static async Task<IReadOnlyList<string>> EnrolledAsync(Database database, DateTimeOffset? knownAt = null) => await RowsAsync(
        database,
        "SELECT s.code || ' ' || o.code, e.first_day, e.last_day, ' ' || COALESCE(e.grade, ''), e.withdrawn FROM enrolments e JOIN students s ON s.id = e.student_id JOIN organizations o ON o.id = e.organization_id",
        knownAt);

    private static async Task<IReadOnlyList<string>> GroupsAsync(Database database) => await RowsAsync(
        database, "SELECT s.code || ' ' || e.\"group\", e.first_day, e.last_day, '', e.withdrawn FROM memberships e JOIN students s ON s.id = e.student_id", null);

    /// <summary>The last that is known of each.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(Database database, string sql, DateTimeOffset? knownAt)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        return [.. (await session.RowsAsync(
            sql + " WHERE e.recorded_at <= @at ORDER BY e.recorded_at",
            r => (
                Key: FormattableString.Invariant($"{r.GetString(0)} {r.GetFieldValue<DateOnly>(1):yyyy-MM-dd}.."),
                Tail: FormattableString.Invariant($"{(r.IsDBNull(2) ? null : r.GetFieldValue<DateOnly>(2)):yyyy-MM-dd}{r.GetString(3)}"),
                IsOut: r.GetBoolean(4)),
            default,
            ("at", (knownAt ?? DateTimeOffset.MaxValue).ToUnixTimeMilliseconds())))
            .GroupBy(r => r.Key).Select(g => g.Last()).Where(r => !r.IsOut).Select(r => r.Key + r.Tail).Order(StringComparer.Ordinal)];
    }

    private static async Task<string> StateAsync(Database database)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        return string.Join(',', (await EnrolledAsync(database)).Concat(await GroupsAsync(database)))
            + await session.NumberAsync("SELECT COUNT(*) FROM students", default) + await session.NumberAsync("SELECT COUNT(*) FROM imports", default);
    }
}
