using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence;

/// <summary>What a figure of the small district was made from, and certified totals beside it.</summary>
public sealed class ReconcileTests
{
    [Theory, Sqlite, Postgres]
    public async Task Every_student_of_a_figure_is_counted_or_left_out_with_the_reason(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (_, _, students) = await SmallDistrict.FillAsync(test.Database);
        Assert.Equal("1 yes, 2 no, 3 yes", await CountedAsync(test.Database, "chronic_absence", "d", "all"));
        Assert.Equal("3 yes, 1 NotInGroup, 2 NotInGroup, 2 NotInGroup", await CountedAsync(test.Database, "chronic_absence_federal", "d", "english_learner"));

        // Ben is asked at both schools, as the federal file counts.
        Assert.Equal("1 yes, 2 yes, 2 no, 3 yes", await CountedAsync(test.Database, "chronic_absence_federal", "d", "all"));
        Assert.Equal("2 no, 3 yes", await CountedAsync(test.Database, "chronic_absence_federal", "south", "all"));

        async Task<string> CountedAsync(Database database, string measure, string organization, string group)
        {
            var found = await ReconcileAsync(database, measure, organization, group);
            var cell = Assert.Single(found.Cells);
            Assert.Equal(cell.Counts.Denominator, Throughline.Benchmarks.Exact.Of(found.Counted.Count, 1));
            Assert.Equal(cell.Counts.Numerator, Throughline.Benchmarks.Exact.Of(found.Counted.Count(c => c.Holds == true), 1));
            return string.Join(", ", found.Counted.Select(c => $"{Array.IndexOf(students, (int)c.Row) + 1} {(c.Holds == true ? "yes" : "no")}")
                .Concat(found.LeftOut.Select(l => $"{Array.IndexOf(students, (int)l.Row) + 1} {l.Reason}")));
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Days_that_have_not_arrived_are_named(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, south, _) = await SmallDistrict.FillAsync(test.Database);
        var late = new DateOnly(2025, 10, 29);
        await SmallDistrict.RecordAsync(test.Database, SmallDistrict.Autumn, r => r.DaysAsync(
            north, SmallDistrict.Year, [.. SmallDistrict.September, .. SmallDistrict.October, late], default));
        var found = await ReconcileAsync(test.Database, "attendance_rate", "d", "all");
        Assert.Equal([north, south], found.Sources.Select(s => s.Organization));
        Assert.Equal([late], found.Sources[0].MissingDays);
        Assert.Equal((40, SmallDistrict.Autumn), (found.Sources[0].Arrived, found.Sources[0].LastArrivedAt));
        Assert.Empty(found.Sources[1].MissingDays);
    }

    [Fact]
    public async Task The_command_lays_a_certified_sheet_beside_the_figures_differences_first()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        await SmallDistrict.FillAsync(test.Database);
        var sheet = Path.Combine(test.Folder, "certified.csv");
        await File.WriteAllTextAsync(sheet, """
            organization_code,period_end,numerator,denominator,value
            north,2025-10-31,2,2,100
            south,2025-10-31,1,2,50.0
            d,2025-10-31,3,4,75
            nobody,2025-10-31,1,1,
            """);
        var run = await ProgramRun.RunAsync(null, ["reconcile", sheet, "--data", test.Folder, "--measure", "chronic_absence", "--group", "all"]);
        Assert.Equal("", run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(
            [
                "5,nobody,all,2025-10-31,not here,1,,1,,,",
                "4,d,all,2025-10-31,no,3,2,4,3,75,66.666667",
                "2,north,all,2025-10-31,yes,2,2,2,2,100,100",
                "3,south,all,2025-10-31,yes,1,1,2,2,50.0,50",
            ],
            lines[2..]);
        foreach (var wrong in (string[])["organization_code,value\nd,many\n", "organization_code,period_end,value\nd,yesterday,5\n", "organization_code\nd\n", "value\n5\n"])
        {
            await File.WriteAllTextAsync(sheet, wrong);
            var refused = await ProgramRun.RunAsync(null, ["reconcile", sheet, "--data", test.Folder, "--measure", "chronic_absence", "--group", "all"]);
            Assert.Equal((1, ""), (refused.Exit, refused.Output));
            Assert.NotEqual("", refused.Error);
        }
    }

    private static async Task<Reconciliation> ReconcileAsync(Database database, string measure, string organization, string group)
    {
        var places = await Places.LoadAsync(database, default);
        return await new Reconciler(database, places).OfAsync(
            new CellQuestion(
                MeasureCatalog.Default.Find(measure)!, SmallDistrict.Year, [Throughline.Benchmarks.Calendar.Period.Month(2025, 10)], PeriodReading.YearToDate,
                [places.WithCode(organization)!.Value], [StudentGroup.NumberOf(group)!.Value], null),
            default);
    }
}
