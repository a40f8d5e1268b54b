using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Evidence.Files;
using Throughline.Imports;
using Throughline.Tests.Evidence;
using Throughline.Tests.Support;

namespace Throughline.Tests.Imports;

public sealed class CalendarImportTests
{
    private static readonly SchoolYear Year = new(2026);

    [Theory, Sqlite, Postgres]
    public async Task Days_of_a_school_are_kept_and_the_same_file_twice_changes_nothing(string provider)
    {
        await using var test = await OpenAsync(provider);
        const string Csv = "school_code,date\n00010001,2025-09-02\n00010001,2025-09-03\n00010002,2026-07-01\n";
        var result = await ImportAsync(test.Database, Csv);
        Assert.Equal((3, 3, 0, 0, 0, true), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused, result.Stored));
        Assert.Equal("2025-09-02 2025-09-03", await DaysAsync(test.Database, "00010001", Year));
        Assert.Equal("2026-07-01", await DaysAsync(test.Database, "00010002", Year.Next));
        var again = await ImportAsync(test.Database, Csv, day: 1);
        Assert.Equal((0, 0, 3, true), (again.Added, again.Changed, again.Unchanged, again.Stored));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_list_takes_back_days_that_it_does_not_name_and_says_so(string provider)
    {
        await using var test = await OpenAsync(provider);
        await ImportAsync(test.Database, "school;day\n00010001;09/02/2025\n00010001;09/03/2025\n");
        var result = await ImportAsync(test.Database, "school;day\n00010001;09/03/2025\n00010001;09/04/2025\n", day: 1);
        Assert.Equal((1, 0, 1), (result.Added, result.Changed, result.Unchanged));
        Assert.Contains(result.Notes, n => n.EndsWith("taken back: 1.", StringComparison.Ordinal));
        Assert.Equal("2025-09-03 2025-09-04", await DaysAsync(test.Database, "00010001", Year));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_file_with_kinds_changes_the_days_it_names_alone(string provider)
    {
        await using var test = await OpenAsync(provider);
        await ImportAsync(test.Database, "school,date\n00010001,2025-09-02\n00010001,2025-09-03\n");
        var result = await ImportAsync(test.Database, "school,date,day type\n00010001,2025-09-03,Snow Day\n00010001,2025-09-04,Early Release\n00010001,2025-09-06,weekend\n", day: 1);
        Assert.Equal((1, 1, 1), (result.Added, result.Changed, result.Unchanged));
        Assert.Equal("2025-09-02 2025-09-04", await DaysAsync(test.Database, "00010001", Year));
        var back = await ImportAsync(test.Database, "school,date,day type\n00010001,2025-09-03,yes\n", day: 2);
        Assert.Equal((0, 1), (back.Added, back.Changed));
        Assert.Equal("2025-09-02 2025-09-03 2025-09-04", await DaysAsync(test.Database, "00010001", Year));
    }

    [Theory, Sqlite, Postgres]
    public async Task The_code_of_a_district_stands_for_its_schools_and_a_schools_own_row_counts_first(string provider)
    {
        await using var test = await OpenAsync(provider);
        var result = await ImportAsync(test.Database, "school,date,kind\n00010001,2025-09-02,no school\n00010000,2025-09-02,school\n00010000,2025-09-03,school\n");
        Assert.Equal((3, 2, 1), (result.Read, result.Added, result.Unchanged));
        Assert.Equal("2025-09-03", await DaysAsync(test.Database, "00010001", Year));
        Assert.Equal("2025-09-02 2025-09-03", await DaysAsync(test.Database, "00010002", Year));
    }

    [Theory, Sqlite, Postgres]
    public async Task Who_was_never_away_counts_although_the_roll_came_before_the_days(string provider)
    {
        await using var test = await OpenAsync(provider);
        await StudentImport.RunAsync(test.Database, Importing.Write(test.Database, "students.csv", "student,school\n1,00010001\n2,00010001\n"), Year, Importing.Options(), default);
        await ImportAsync(test.Database, "school,date\n00010001,2025-09-02\n00010001,2025-09-03\n");
        await AttendanceImport.RunAsync(
            test.Database, Importing.Write(test.Database, "days.csv", "student,school,date,code\n1,00010001,2025-09-02,A\n"), new AttendanceWay(true), Importing.Options(), default);
        Assert.Contains("attendance_rate,00010001,all,2025-09-01,2025-09-30,in_period,1,2,50", await SmallDistrict.CellsAsync(test.Database, "attendance_rate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_whose_attendance_has_come_is_not_taken_back()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        await SmallDistrict.FillAsync(test.Database);
        var result = await CalendarImport.RunAsync(
            test.Database, Importing.Write(test.Database, "calendar.csv", "school,date,kind\nnorth,2025-09-01,holiday\n"), Importing.Options(at: SmallDistrict.Autumn.AddDays(1)), default);
        Assert.Equal((1, 1, false), (result.Read, result.Refused, result.Stored));
        Assert.Contains("has come", Assert.Single(result.FirstRefusals).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99,2025-09-02,yes", "school", "No school or district")]
    [InlineData("00010001,2025-9-2x,yes", "date", "not a date")]
    [InlineData("00010001,2025-09-02,perhaps", "kind", "whether school is kept")]
    [InlineData("00010001,2025-09-01,no", "kind", "Line 2")]
    [InlineData("00010001,2025-09-02", "", "2 cells")]
    public async Task A_row_at_fault_is_refused_with_line_column_value_and_reason(string row, string column, string reason)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            await using var test = await OpenAsync(provider);
            var result = await ImportAsync(test.Database, $"school,date,kind\n00010001,2025-09-01,yes\n{row}\n00010002,2025-09-01,yes\n");
            var refusal = Assert.Single(result.FirstRefusals);
            Assert.Equal((3, column), (refusal.Line, refusal.Column));
            Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
            Assert.Equal((3, 2, 1, false), (result.Read, result.Added, result.Refused, result.Stored));
            Assert.Equal("", await DaysAsync(test.Database, "00010001", Year));
        }
    }

    [Fact]
    public async Task Any_damage_to_a_file_is_refused_or_stored_whole()
    {
        await using var test = await OpenAsync(SqliteAttribute.Name);
        var random = new Random(7);
        var good = System.Text.Encoding.UTF8.GetBytes("school,date,kind\n" + string.Concat(SmallDistrict.September.Select(d => FormattableString.Invariant($"00010001,{d:yyyy-MM-dd},yes\n"))));
        for (var i = 0; i < 300; i++)
        {
            var path = Path.Combine(test.Folder, "damaged.csv");
            await File.WriteAllBytesAsync(path, AttendanceFiles.Damage(random, good));
            var before = await DaysAsync(test.Database, "00010001", Year);
            try
            {
                var result = await CalendarImport.RunAsync(test.Database, path, Importing.Options(at: Importing.First.AddMinutes(i)), default);
                Assert.Equal(result.Refused == 0, result.Stored);
                Assert.Equal(result.Read, result.Added + result.Changed + result.Unchanged + result.Refused);
                Assert.True(result.Stored || before == await DaysAsync(test.Database, "00010001", Year));
            }
            catch (Problem)
            {
                Assert.Equal(before, await DaysAsync(test.Database, "00010001", Year));
            }
        }
    }

    private static Task<ImportResult> ImportAsync(Database database, string csv, int day = 0) =>
        CalendarImport.RunAsync(database, Importing.Write(database, "calendar.csv", csv), Importing.Options(at: Importing.First.AddDays(day)), default);

    private static async Task<TestDatabase> OpenAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await test.Database.SchoolsAsync();
        return test;
    }

    private static async Task<string> DaysAsync(Database database, string school, SchoolYear year)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        var id = (int)await session.NumberAsync("SELECT id FROM organizations WHERE code = @code", default, ("code", school));
        return string.Join(' ', (await new AttendanceRows(session).DaysAsync(id, year, default)).All
            .Where(d => d.CancelledAt is null).Select(d => FormattableString.Invariant($"{d.Day:yyyy-MM-dd}")).Order(StringComparer.Ordinal));
    }
}
