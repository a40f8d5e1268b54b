using Microsoft.EntityFrameworkCore;
using Throughline.Imports;
using Throughline.Tests.Support;

namespace Throughline.Tests.Imports;

public sealed class SeriesImportTests
{
    private const string Head = "school_code,school_year,measure,value\n";

    [Theory, Sqlite, Postgres]
    public async Task Figures_are_kept_with_their_period_and_instant(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        var result = await test.Database.SeriesAsync(Head + "00010001,2024-25,pct_chronically_absent_10,10.0\n00010002,2024-25,attendance_rate,\n");
        Assert.Equal((2, 2, 0, 0, 0, 1), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused, result.NotPublished));
        await using var db = test.Database.Context();
        var values = await db.PublishedValues.OrderBy(v => v.Id).ToListAsync();
        Assert.All(values, v => Assert.Equal((new DateOnly(2024, 7, 1), new DateOnly(2025, 6, 30), Importing.First), (v.PeriodStart, v.PeriodEnd, v.RecordedAt)));
        Assert.Equal([10.0m, null], values.OrderByDescending(v => v.Value.HasValue).Select(v => v.Value));
    }

    [Theory, Sqlite, Postgres]
    public async Task The_same_file_twice_changes_nothing(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        const string Csv = Head + "00010001,2024-25,attendance_rate,94.1\n00010001,2023-24,attendance_rate,\n";
        await test.Database.SeriesAsync(Csv);
        var again = await test.Database.SeriesAsync(Csv, at: Importing.First.AddDays(1));
        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        await using var db = test.Database.Context();
        Assert.Equal(2, await db.PublishedValues.CountAsync());
    }

    [Theory, Sqlite, Postgres]
    public async Task A_corrected_figure_is_a_new_fact_and_the_old_one_stays(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        await test.Database.SeriesAsync(Head + "00010001,2024-25,attendance_rate,94.1\n00010002,2024-25,attendance_rate,\n");
        var corrected = await test.Database.SeriesAsync(
            Head + "00010001,2024-25,attendance_rate,93.9\n00010002,2024-25,attendance_rate,91\n", at: Importing.First.AddDays(1));
        Assert.Equal((0, 2, 0), (corrected.Added, corrected.Changed, corrected.Unchanged));
        var taken = await test.Database.SeriesAsync(Head + "00010001,2024-25,attendance_rate,\n", at: Importing.First.AddDays(2));
        Assert.Equal(1, taken.Changed);
        await using var db = test.Database.Context();
        Assert.Equal(
            [94.1m, 93.9m, null],
            (await db.PublishedValues.Join(db.Organizations, v => v.OrganizationId, o => o.Id, (v, o) => new { v, o.Code })
                .Where(x => x.Code == "00010001").ToListAsync()).OrderBy(x => x.v.RecordedAt).Select(x => x.v.Value));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_figure_recorded_for_an_earlier_instant_is_compared_with_what_was_known_then(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        await test.Database.SeriesAsync(Head + "00010001,2024-25,attendance_rate,94\n", at: Importing.First.AddDays(10));
        var earlier = await test.Database.SeriesAsync(Head + "00010001,2024-25,attendance_rate,94\n");
        Assert.Equal(1, earlier.Added);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_dry_run_stores_nothing(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        var result = await test.Database.SeriesAsync(Head + "00010001,2024-25,attendance_rate,94\n", dryRun: true);
        Assert.Equal((1, false), (result.Added, result.Stored));
        await using var db = test.Database.Context();
        Assert.Equal(0, await db.PublishedValues.CountAsync());
    }

    [Theory]
    [InlineData("99999999,2024-25,attendance_rate,94", "school_code", "No school")]
    [InlineData("10001,2024-25,attendance_rate,94", "school_code", "leading zeros")]
    [InlineData("00010001,2024-26,attendance_rate,94", "school_year", "not a school year")]
    [InlineData("00010001,2024,attendance_rate,94", "school_year", "not a school year")]
    [InlineData("00010001,2024-25,attendence,94", "measure", "No measure")]
    [InlineData("00010001,2024-25,attendance_rate,meet reporting", "value", "not a number")]
    [InlineData("00010001,2024-25,attendance_rate,\"1,437\"", "value", "not a number")]
    [InlineData("00010001,2024-25,attendance_rate,NaN", "value", "not a number")]
    [InlineData("00010001,2024-25,attendance_rate,1e1", "value", "not a number")]
    [InlineData("00010001,2024-25,attendance_rate,100.1", "value", "between 0 and 100")]
    [InlineData("00010001,2024-25,attendance_rate,-0.1", "value", "between 0 and 100")]
    [InlineData("00010001,2024-25,students_disciplined,3.5", "value", "whole number")]
    [InlineData("00010001,2024-25,avg_absences,-1", "value", "below 0")]
    [InlineData("00010001,2024-25,avg_absences,1.1234567", "value", "more than 6 decimals")]
    [InlineData("00010001,2024-25,students,99999999999999", "value", "too large")]
    [InlineData("00010001,2024-25,attendance_rate", "", "3 cells")]
    [InlineData("00010001,2024-25,attendance_rate,94,1", "", "5 cells")]
    [InlineData("00010001,2024-25,attendance\"_rate,94", "", "quotation marks")]
    [InlineData("00010001,2024-25,attendance_rate,5\0", "", "NUL")]
    public async Task A_row_at_fault_is_refused_with_line_column_value_and_reason(string row, string column, string reason)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            await using var test = await SchoolsAsync(provider);
            var result = await test.Database.SeriesAsync(Head + "00010001,2023-24,attendance_rate,94\n" + row + "\n00010002,2023-24,attendance_rate,94\n");
            var refusal = Assert.Single(result.FirstRefusals);
            Assert.Equal((3, column), (refusal.Line, refusal.Column));
            Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
            Assert.Equal((3, 1, false), (result.Read, result.Refused, result.Stored));
            var listed = await File.ReadAllLinesAsync(result.RefusedFile!);
            Assert.Equal("line,column,value,reason", listed[0]);
            Assert.StartsWith("3," + column, listed[1], StringComparison.Ordinal);
            await using var db = test.Database.Context();
            Assert.Equal(0, await db.PublishedValues.CountAsync());
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Good_rows_are_stored_where_that_is_asked_for(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        var result = await test.Database.SeriesAsync(
            Head + "00010001,2023-24,attendance_rate,94\n00010002,2023-24,attendance_rate,many\n", accept: true);
        Assert.Equal((1, 1, true), (result.Added, result.Refused, result.Stored));
    }

    [Theory, Sqlite, Postgres]
    public async Task Two_values_for_one_key_are_both_refused_and_the_same_value_twice_is_not(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        var result = await test.Database.SeriesAsync(
            Head
            + "00010001,2024-25,attendance_rate,94\n00010002,2024-25,attendance_rate,95\n00010001,2024-25,attendance_rate,93\n"
            + "00010002,2024-25,attendance_rate,95.0\n00010001,2023-24,attendance_rate,\n00010001,2023-24,attendance_rate,91\n",
            accept: true);
        Assert.Equal([2L, 4, 6, 7], result.FirstRefusals.Select(r => r.Line));
        Assert.All(result.FirstRefusals, r => Assert.Contains("two values", r.Reason, StringComparison.Ordinal));
        Assert.Equal((6, 1, 1, 4), (result.Read, result.Added, result.Unchanged, result.Refused));
    }

    [Theory]
    [InlineData("school_code,year,measure,value\n00010001,2024-25,attendance_rate,94\n", "no column school_year")]
    [InlineData("", "is empty")]
    [InlineData("school_code,school_year,measure,value,VALUE\n00010001,2024-25,attendance_rate,94,95\n", "more than once")]
    [InlineData("school_code,school_year,measure,value\n", "nothing below it")]
    [InlineData("PK\u0003\u0004 and more", "Excel")]
    [InlineData("school_code,school_year,measure,value\n\"00010001,2024-25,attendance_rate,94\n00010001,2023-24,attendance_rate,94\n", null)]
    public async Task A_file_at_fault_is_refused_whole(string content, string? words)
    {
        await using var test = await SchoolsAsync(SqliteAttribute.Name);
        if (words is null)
        {
            Assert.False((await test.Database.SeriesAsync(content)).Stored);
            return;
        }

        var problem = await Assert.ThrowsAsync<Problem>(() => test.Database.SeriesAsync(content));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_with_its_line()
    {
        await using var test = await SchoolsAsync(SqliteAttribute.Name);
        var path = Path.Combine(test.Folder, "latin.csv");
        await File.WriteAllBytesAsync(path, [.. "school_code,school_year,measure,value\n00010001,2024-25,attendance_rate,94\nQu"u8, 0xE9, .. "bec,2024-25,attendance_rate,94\n"u8]);
        var problem = await Assert.ThrowsAsync<Problem>(() => SeriesImport.RunAsync(test.Database, path, Importing.Options(), default));
        Assert.Contains("line 3", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_file_with_a_byte_order_mark_is_read(string encoding)
    {
        await using var test = await SchoolsAsync(SqliteAttribute.Name);
        var path = Path.Combine(test.Folder, "marked.csv");
        await File.WriteAllTextAsync(path, Head + "00010001,2024-25,attendance_rate,94\n", System.Text.Encoding.GetEncoding(encoding));
        Assert.Equal(1, (await SeriesImport.RunAsync(test.Database, path, Importing.Options(), default)).Added);
    }

    [Fact]
    public async Task A_file_in_UTF_16_cut_short_is_refused()
    {
        await using var test = await SchoolsAsync(SqliteAttribute.Name);
        var path = Path.Combine(test.Folder, "cut.csv");
        await File.WriteAllTextAsync(path, Head + "00010001,2024-25,attendance_rate,9", System.Text.Encoding.Unicode);
        var problem = await Assert.ThrowsAsync<Problem>(() => SeriesImport.RunAsync(test.Database, path, Importing.Options(), default));
        Assert.Contains("cut", problem.Message, StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task Two_files_of_one_name_have_each_a_list_of_refused_rows(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        var first = await test.Database.SeriesAsync(Head + "1,2024-25,attendance_rate,94\n");
        var second = await test.Database.SeriesAsync(Head + "2,2024-25,attendance_rate,94\n");
        Assert.NotEqual(first.RefusedFile, second.RefusedFile);
        Assert.Contains("school_code,1,", await File.ReadAllTextAsync(first.RefusedFile!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_at_any_byte_is_never_stored_as_if_whole()
    {
        await using var test = await SchoolsAsync(SqliteAttribute.Name);
        const string Csv = Head + "00010001,2024-25,attendance_rate,94.1\n00010002,2024-25,attendance_rate,95.25\n";
        var firstRow = Csv.IndexOf('\n', Head.Length) + 1;
        for (var cut = firstRow + 1; cut < Csv.Length; cut++)
        {
            var result = await test.Database.SeriesAsync(Csv[..cut]);
            Assert.False(result.Stored, $"cut at {cut}");
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task An_import_that_is_stopped_leaves_nothing(string provider)
    {
        await using var test = await SchoolsAsync(provider);
        var rows = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"0001000{1 + (i % 2)},{1902 + (i % 90)}-{(1903 + (i % 90)) % 100:00},attendance_rate,94\n"));
        var path = Importing.Write(test.Database, "long.csv", Head + rows);
        using var stop = new CancellationTokenSource();
        var options = Importing.Options() with { Progress = _ => stop.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SeriesImport.RunAsync(test.Database, path, options, stop.Token));
        await using var db = test.Database.Context();
        Assert.Equal((0, 0), (await db.PublishedValues.CountAsync(), await db.Imports.CountAsync(i => i.Kind == "series")));
    }

    [Fact]
    public async Task Figures_without_organizations_ask_for_them_first()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        var problem = await Assert.ThrowsAsync<Problem>(() => test.Database.SeriesAsync(Head + "1,2024-25,attendance_rate,94\n"));
        Assert.Contains("import organizations", problem.Message, StringComparison.Ordinal);
    }

    [SoakFact]
    public async Task Two_gigabytes_stream_in_under_400_megabytes()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        var (directory, series) = BigFile.Write(test.Folder, megabytes: 2048);
        await OrganizationImport.RunAsync(test.Database, [directory], null, Importing.Options(), default);
        using var process = ProgramRun.Start("import", "series", series, "--data", test.Folder);
        await process.WaitForExitAsync();
        var (exit, _, error) = await process.EndAsync();
        Assert.True(exit == 0, error);
        Assert.True(process.PeakMegabytes < 400, $"{process.PeakMegabytes} MB");
    }

    private static async Task<TestDatabase> SchoolsAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await test.Database.SchoolsAsync();
        return test;
    }
}
