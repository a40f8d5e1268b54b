using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Imports;
using Throughline.Imports.Published;
using Throughline.Tests.Support;

namespace Throughline.Tests.Imports;

public sealed class PublishedImportTests
{
    private const string Attendance =
        "Academic Year,DESE ID,Attendance Rate,Average # of Absences,Absent 10 or more days,Chronically Absent (10% or more),Chronically Absent (20% or more),Unexcused > 9 days,A,B,C,D\n";

    [Theory, Sqlite, Postgres]
    public async Task A_series_may_have_a_column_for_each_school_year(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        var result = await ImportAsync(
            test.Database, "school_code,measure,2022-23,2023-24\n00010001,attendance_rate,94.1,\n00010002,pct_retained,1.5,*\n");
        Assert.Equal((4, 4, 0, 2, true), (result.Read, result.Added, result.Refused, result.NotPublished, result.Stored));
        Assert.Equal(["attendance_rate 2023 all 94.1", "attendance_rate 2024 all ", "grade_retention 2023 all 1.5", "grade_retention 2024 all "], await StoredAsync(test.Database));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_series_may_have_a_column_for_each_group_or_each_measure(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        await ImportAsync(test.Database, "school_code,school_year,measure,all,low_income\n00010001,2023-24,chronic_absence,20,31.5%\n");
        await ImportAsync(test.Database, "school_code,school_year,group,attendance_rate,students\n00010001,2023-24,,94,\"1,437\"\n");
        Assert.Equal(
            ["attendance_rate 2024 all 94", "chronic_absence 2024 all 20", "chronic_absence 2024 low_income 31.5", "enrolment 2024 all 1437"],
            await StoredAsync(test.Database));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_row_of_a_table_is_refused_whole_and_nothing_is_stored(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        const string Bad = Attendance + "2023-24,\"=\"\"00010001\"\"\",94,7,40,20,many,3,,,,\n2023-24,00010002,  93.0,7,40,20,5,3,,,,\n2023-24,99999999,94,7,40,20,5,3,,,,\n2023-24,00010003,940,7,40,20,5\n";
        var result = await ImportAsync(test.Database, Bad);
        Assert.Equal(
            [(2L, "Chronically Absent (20% or more)", ImportTexts.ValueNotANumber), (4L, "DESE ID", ImportTexts.OrganizationUnknown)],
            result.FirstRefusals.Take(2).Select(r => (r.Line, r.Column, r.Reason)));
        Assert.Equal((9, 3, false), (result.Read, result.Refused, result.Stored));
        Assert.Empty(await StoredAsync(test.Database));
        Assert.Equal(6, (await ImportAsync(test.Database, Bad, accept: true)).Added);
    }

    [Theory, Sqlite, Postgres]
    public async Task Two_figures_of_a_table_that_contradict_each_other_are_refused_by_their_columns(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        const string Rows = "00010001,2023-24,94,20\n00010001,2023-24,95,20\n00010002,2023-24,91,\n";
        var result = await ImportAsync(test.Database, "school_code,school_year,attendance_rate,chronic_absence\n" + Rows, accept: true);
        Assert.Equal([(2L, "attendance_rate", "94"), (3L, "attendance_rate", "95")], result.FirstRefusals.Select(r => (r.Line, r.Column, r.Value)));
        Assert.Equal((6, 3, 0, 1, 2), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused));
    }

    [Theory]
    [InlineData("*", nameof(Says.Hidden))]
    [InlineData("-9999", nameof(Says.Hidden))]
    [InlineData("PS", nameof(Says.Hidden))]
    [InlineData("-6666", nameof(Says.Missing))]
    [InlineData("NS", nameof(Says.Missing))]
    [InlineData(".", nameof(Says.Missing))]
    [InlineData("GE95", nameof(Says.Bounds))]
    [InlineData("LT50", nameof(Says.Bounds))]
    [InlineData("LE20", nameof(Says.Bounds))]
    [InlineData("21-39", nameof(Says.Bounds))]
    [InlineData("<10", nameof(Says.Bounds))]
    [InlineData("≥ 95%", nameof(Says.Bounds))]
    [InlineData("", nameof(Says.Empty))]
    [InlineData("=\"\"", nameof(Says.Empty))]
    [InlineData("1,43", nameof(Says.Unreadable))]
    [InlineData("about 40", nameof(Says.Unreadable))]
    public void A_mark_is_kept_as_what_it_is(string cell, string says) =>
        Assert.Equal((says, null), (PublishedCell.Read(cell).Says.ToString(), PublishedCell.Read(cell).Value));

    [Theory]
    [InlineData("   1,437", 1437)]
    [InlineData("  96.0", 96)]
    [InlineData("=\"12\"", 12)]
    [InlineData("-3.5", -3.5)]
    [InlineData("12.5 %", 12.5)]
    public void A_padded_number_is_a_number(string cell, double value) => Assert.Equal((decimal)value, PublishedCell.Read(cell).Value);

    [Fact]
    public async Task A_report_whose_title_names_no_school_year_asks_for_it()
    {
        await using var test = await SchoolsAsync(SqliteAttribute.Name);
        const string Report = "\"Chronic Absenteeism\"\n\n\"\",,,\"Chronically Absent\",\n\"District\",\"District Code\",\"Race/Ethnicity\",\"Student Count\",\"%\"\nAlder,\"=\"\"00010000\"\"\",Asian,7,12.5\n";
        var problem = await Assert.ThrowsAsync<Problem>(() => ImportAsync(test.Database, Report));
        Assert.Contains("--school-year", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await ImportAsync(test.Database, Report, year: new SchoolYear(2020))).Added);
    }

    [Fact]
    public void Every_table_speaks_of_measures_and_groups_that_there_are() => Assert.All(PublishedTables.Default.Tables, t =>
    {
        Assert.All(t.Figures.Select(f => f.Measure).Concat(t.Days is null ? [] : [t.Days]), m => Assert.NotNull(MeasureCatalog.Default.Find(m)));
        Assert.All(t.Figures, f => Assert.True(StudentGroup.IsKnown(f.Group)));
        Assert.True(t.Figures.Count > 0 || t.Days is not null);
    });

    private static async Task<TestDatabase> SchoolsAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await test.Database.SchoolsAsync();
        return test;
    }

    private static Task<ImportResult> ImportAsync(Database database, string csv, bool accept = false, SchoolYear? year = null) =>
        PublishedImport.RunAsync(database, Importing.Write(database, "table.csv", csv), year, Importing.Options(accept), default);

    private static async Task<List<string>> StoredAsync(Database database)
    {
        await using var db = database.Context();
        var all = await db.PublishedValues.Join(db.MeasureVersions, v => v.MeasureVersionId, m => m.Id, (v, m) => new { m.Measure, v.PeriodEnd, v.Group, v.Value }).ToListAsync();
        return [.. all.Select(v => FormattableString.Invariant($"{v.Measure} {v.PeriodEnd.Year} {v.Group} {v.Value:0.#}")).Order(StringComparer.Ordinal)];
    }
}
