using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Imports;
using Throughline.Model;

namespace Throughline.Tests.Support;

/// <summary>A made-up state with more schools than a page holds, brought in through files like anybody's.</summary>
internal static class ManySchools
{
    public const int Count = 120;

    private static readonly DateTimeOffset RecordedAt = new(2025, 9, 30, 12, 0, 0, TimeSpan.Zero);

    public static async Task LoadAsync(Database database)
    {
        var numbers = Enumerable.Range(1, Count).ToList();
        var districts = await WriteAsync(database, "districts.csv", ["district_code,district,schools,enrolment", "d1,Élan Public Schools,120,60000"]);
        var schools = await WriteAsync(database, "schools.csv", [
            "school_code,district_code,district,school,latest_year,first_year,n_years,grade_low,grade_high,grades,total_enrolment",
            .. numbers.Select(n => $"s{n:000},d1,Élan Public Schools,School {n:000},2025-26,2017-18,9,K,5,K|1|2|3|4|5,500")]);
        var series = await WriteAsync(database, "series.csv", [
            "school_code,school_year,measure,value",
            .. numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"s{n:000},2024-25,pct_chronically_absent_10,{n / 4m:0.00}"))]);
        var options = new ImportOptions(RecordedAt, DryRun: false, AcceptGoodRows: false, "test");
        await OrganizationImport.RunAsync(database, [districts, schools], "Élan", options, default);
        await SeriesImport.RunAsync(database, series, options, default);
        await using var db = database.Context();
        var state = await db.Organizations.SingleAsync(o => o.Code == Organization.StateCode);
        var (plan, added) = state.AddPlan("State plan", Plan.UsualKind, new SchoolYear(2025), new SchoolYear(2025), "test", RecordedAt);
        await db.SaveNewAsync(plan, () => plan.Id, added, default);
        _ = await BenchmarkWriting.AddAsync(db, plan, Texts.SampleStatement, null, null, "test", RecordedAt, default);
    }

    private static async Task<string> WriteAsync(Database database, string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(database.Folder, name);
        await File.WriteAllLinesAsync(path, lines);
        return path;
    }
}
