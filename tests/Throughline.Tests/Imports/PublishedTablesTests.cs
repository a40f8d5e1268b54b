using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Imports;
using Throughline.Imports.Published;
using Throughline.Tests.Support;

namespace Throughline.Tests.Imports;

/// <summary>The tables of states, a city and the federal government, as they were published.</summary>
[Collection(MassachusettsGroup.Name)]
public sealed class PublishedTablesTests(Massachusetts state)
{
    [SharedTheory]
    [InlineData("2C_1_attendance.csv", 29_330, 6)]
    [InlineData("2A_1_students_suspended.csv", 16_542, 5)]
    [InlineData("4B_2_four_year_grad.csv", 3_530, 3)]
    public async Task The_raw_tables_of_Massachusetts_say_what_the_states_series_says(string table, int rows, int figures)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            var result = await DryRunAsync(provider, table);
            Assert.Equal((rows * figures, 0, 0, 0), (result.Read, result.Added, result.Changed, result.Refused));
        }
    }

    [SharedTheory]
    [InlineData("3B_1_enrollments_by_grade.csv", 18_344, 15)]
    [InlineData("3B_1_enrollments_by_race.csv", 18_345, 10)]
    public async Task The_counts_of_one_day_are_measures_of_their_own(string table, int rows, int figures)
    {
        var result = await DryRunAsync(SqliteAttribute.Name, table);
        Assert.Equal((rows * figures, rows * figures, 0), (result.Read, result.Added, result.Refused));
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task Connecticut_is_stored_by_group_and_its_marks_are_no_numbers(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await DirectoryAsync(
            test.Database, "Connecticut", "district_code,district", Rows("raw_2019-20_race_ethnicity.csv", 3, "District Code", "District").Where(d => d[0].Length == 10).Select(d => $"{d[0][2..^1]},\"{d[1]}\""));

        var report = await ImportAsync(test.Database, "raw_2019-20_race_ethnicity.csv");
        Assert.Equal((0, true), (report.Refused, report.Stored));
        Assert.Equal(707, report.NotPublished);
        Assert.Contains(report.Notes, n => n.Contains("* (707)", StringComparison.Ordinal));

        var series = await ImportAsync(test.Database, "chronic_absenteeism_by_race_ethnicity_2012-2020.csv", accept: true);
        Assert.All(series.FirstRefusals, r => Assert.Equal(("District", ImportTexts.NameUnknown), (r.Column, r.Reason)));
        Assert.Equal(12_915, series.Read);
        await using var db = test.Database.Context();
        Assert.Equal(
            [16.4m],
            await ValuesAsync(db, "chronic_absence", "Ansonia School District", "black", 2012));
        Assert.Equal([null], await ValuesAsync(db, "chronic_absence", "Ansonia School District", "american_indian", 2012));
        Assert.Equal([14.2m], await ValuesAsync(db, "chronic_absence", "Connecticut", "american_indian", 2012));
        Assert.DoesNotContain(await db.PublishedValues.Select(v => v.Value).Distinct().ToListAsync(), v => v < 0);
        Assert.Equal(0, (await ImportAsync(test.Database, "raw_2019-20_race_ethnicity.csv", at: Importing.First.AddDays(1))).Added);
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task The_federal_graduation_file_keeps_its_ranges_as_ranges(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await DirectoryAsync(
            test.Database, "Massachusetts", "school_code,district_code,school", Rows("acgr_school_MA_2013-14.csv", 0, "NCESSCH", "LEAID", "SCHNAM").Select(c => $"{c[0]},{c[1]},\"{c[2]}\""));
        var result = await ImportAsync(test.Database, "acgr_school_MA_2013-14.csv");
        Assert.Equal((0, true), (result.Refused, result.Stored));
        await using var db = test.Database.Context();
        Assert.Equal([164m], await ValuesAsync(db, "graduation_cohort", "Quabbin Regional High School", "all", 2014));
        Assert.Equal([null], await ValuesAsync(db, "graduation_4yr", "Quabbin Regional High School", "all", 2014));
        Assert.Equal([98m], await ValuesAsync(db, "graduation_4yr", "Acton-Boxborough Regional High", "all", 2014));
        Assert.Empty(await ValuesAsync(db, "graduation_4yr", "Quabbin Regional High School", "american_indian", 2014));
        var marks = await File.ReadAllLinesAsync(Directory.GetFiles(Path.Combine(test.Folder, "marks")).Single());
        Assert.Equal(result.NotPublished, marks.Length - 1);
        Assert.Contains(marks, l => l.StartsWith("2,ALL_RATE_1314,80-84,", StringComparison.Ordinal));
        Assert.Contains(marks, l => l.Contains(",GE95,", StringComparison.Ordinal));
    }

    [SharedFact]
    public async Task Schools_of_the_federal_file_are_known_by_name_and_district_where_the_codes_are_the_states()
    {
        var options = Importing.Options(accept: true, dryRun: true, at: Massachusetts.RecordedAt.AddDays(2));
        var result = await PublishedImport.RunAsync(state.On(SqliteAttribute.Name).Database, Public("acgr_school_MA_2013-14.csv"), null, options, default);
        Assert.InRange(result.Refused, 60, 80);
        Assert.All(result.FirstRefusals, r => Assert.Equal("SCHNAM", r.Column));
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task New_Yorks_daily_rates_become_means_of_days_under_a_measure_of_their_own(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        const string Daily = "nyc_daily_attendance_sy2013-14_wide.csv";
        await DirectoryAsync(
            test.Database, "New York", "school_code,district_code,school", Rows(Daily, 0, "DBN", "SCHOOL_NAME").Where(c => c[0] != "TOTAL").Select(c => $"{c[0]},{c[0][..2]},\"{c[1]}\""));
        var result = await ImportAsync(test.Database, Daily);
        Assert.Equal((0, true), (result.Refused, result.Stored));
        Assert.Contains(result.Notes, n => n.Contains("attendance_daily_mean", StringComparison.Ordinal));
        Assert.Contains(result.Notes, n => n.Contains("NS (10,287)", StringComparison.Ordinal));
        await using var db = test.Database.Context();
        var measures = await db.PublishedValues.Select(v => v.MeasureVersionId).Distinct().Join(db.MeasureVersions, v => v, m => m.Id, (_, m) => m.Measure).ToListAsync();
        Assert.Equal(["attendance_daily_mean"], measures);
        var september = await db.PublishedValues.SingleAsync(v => v.PeriodStart == new DateOnly(2013, 9, 1) && v.PeriodEnd == new DateOnly(2013, 9, 30)
            && db.Organizations.Any(o => o.Id == v.OrganizationId && o.Code == "01M015"));
        var days = File.ReadLines(Public(Daily)).First(l => l.StartsWith("01M015,", StringComparison.Ordinal)).Split(',')[4..20].Where(c => c is not ("NS" or "")).Select(c => decimal.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Math.Round(days.Average(), 4), Math.Round(september.Value!.Value, 4));
        Assert.Equal((15, 0), (days.Count, (int)(await ImportAsync(test.Database, Daily, at: Importing.First.AddDays(1))).Added));
    }

    private static string Public(string name) => Shared.Path("data", "public", name);

    private static Task<ImportResult> ImportAsync(Database database, string name, bool accept = false, DateTimeOffset? at = null) =>
        PublishedImport.RunAsync(database, Public(name), null, Importing.Options(accept, at: at), default);

    private Task<ImportResult> DryRunAsync(string provider, string name) =>
        PublishedImport.RunAsync(state.On(provider).Database, Public(name), null, Importing.Options(dryRun: true, at: Massachusetts.RecordedAt.AddDays(2)), default);

    private static async Task DirectoryAsync(Database database, string state, string headings, IEnumerable<string> rows)
    {
        var path = Importing.Write(database, "directory.csv", headings + "\n" + string.Join('\n', rows.Distinct()) + "\n");
        Assert.True(Assert.Single(await OrganizationImport.RunAsync(database, [path], state, Importing.Options(), default)).Stored);
    }

    private static IEnumerable<string[]> Rows(string name, int above, params string[] columns)
    {
        using var file = CsvFile.Open(Public(name), above);
        while (file.Read())
        {
            yield return [.. columns.Select(c => file[file.Column(c)])];
        }
    }

    private static async Task<List<decimal?>> ValuesAsync(ThroughlineDb db, string measure, string organization, string group, int year)
    {
        var start = new DateOnly(year - 1, 7, 1);
        return await db.PublishedValues.Where(v => v.Group == group && v.PeriodStart == start
            && db.Organizations.Any(o => o.Id == v.OrganizationId && o.Name == organization)
            && db.MeasureVersions.Any(m => m.Id == v.MeasureVersionId && m.Measure == measure)).Select(v => v.Value).ToListAsync();
    }
}
