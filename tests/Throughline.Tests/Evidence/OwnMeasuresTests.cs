using System.Text.Json;
using Throughline.Benchmarks.Evidence;
using Throughline.Evidence;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence;

/// <summary>Measures that a district defines itself, on the command line.</summary>
public sealed class OwnMeasuresTests
{
    private const string Definition = """
        { "id": "d:detentions", "version": 1, "name": "Students in detention", "definition": "Students with a detention, over students enrolled.", "unit": "percent", "direction": "decrease",
          "acrossPeriods": "students_once", "acrossOrganizations": "students_once",
          "formula": { "records": "incident", "numerator": { "count": "students", "where": [{ "field": "response", "is": "detention" }] }, "denominator": { "count": "enrolled" } } }
        """;

    [Theory, Sqlite, Postgres]
    public async Task A_definition_is_kept_counted_and_listed_and_changes_only_with_a_new_version(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, _, students) = await SmallDistrict.FillAsync(test.Database);
        var kind = RecordKinds.Default.Find("incident")!;
        await SmallDistrict.RecordAsync(test.Database, new Throughline.Model.Record
        {
            Kind = "incident",
            OrganizationId = north,
            Key = "1",
            Day = SmallDistrict.October[0],
            About = students[0],
            Fields = JsonSerializer.Serialize(kind.Fields.Select(f => f.Id == "response" ? "detention" : "")),
            RecordedAt = SmallDistrict.Autumn,
        });
        await using (var db = test.Database.Context())
        {
            Assert.True(Assert.Single(await OwnMeasures.AddAsync(db, Definition, "test", SmallDistrict.Autumn, default)).IsNew);
            await db.SaveChangesAsync();
            Assert.False(Assert.Single(await OwnMeasures.AddAsync(db, $$"""{ "measures": [ {{Definition}} ] }""", "test", SmallDistrict.Autumn, default)).IsNew);
            await Assert.ThrowsAsync<Problem>(() => OwnMeasures.AddAsync(db, Definition.Replace("decrease", "increase", StringComparison.Ordinal), "test", SmallDistrict.Autumn, default));
            var second = Definition.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("Students in detention", "Detention", StringComparison.Ordinal);
            Assert.True(Assert.Single(await OwnMeasures.AddAsync(db, second, "test", SmallDistrict.Autumn, default)).IsNew);
            await db.SaveChangesAsync();
            Assert.Equal("Detention", (await OwnMeasures.CatalogAsync(db, default)).Find("d:detentions")!.Name);
            Assert.Equal("Detention", (await OwnMeasures.FindAsync(db, "d:detentions", default))!.Name);
            Assert.Null(await OwnMeasures.FindAsync(db, "d:none", default));
        }

        var measure = (await OwnMeasures.CatalogAsync(test.Database, default)).Find("d:detentions")!;
        var places = await Places.LoadAsync(test.Database, default);
        var cell = Assert.Single(await Cells.OfAsync(
            test.Database, places,
            new CellQuestion(measure, SmallDistrict.Year, [Throughline.Benchmarks.Calendar.Period.Month(2025, 10)], measure.Readings[0], [places.WithCode("d")!.Value], [0], null), default));
        Assert.Equal((1, 3), ((int)cell.Counts.Numerator.Round(0), (int)cell.Counts.Denominator!.Value.Round(0)));
    }

    [Fact]
    public async Task The_command_keeps_lists_and_refuses()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        await SmallDistrict.FillAsync(test.Database);
        var file = Path.Combine(test.Folder, "own.json");
        await File.WriteAllTextAsync(file, Definition);
        Assert.Contains("d:detentions version 1: kept", (await ProgramRun.RunAsync(null, ["measures", "add", file, "--data", test.Folder])).Output, StringComparison.Ordinal);
        Assert.Contains("d:detentions: Students in detention", (await ProgramRun.RunAsync(null, ["measures", "--data", test.Folder])).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("d:detentions", (await ProgramRun.RunAsync(null, ["measures"])).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.RunAsync(null, ["cells", "--data", test.Folder, "--measure", "d:detentions"])).Exit);
        foreach (var wrong in (string[])["not json", "{}", Definition.Replace("detention\"", "lunch\"", StringComparison.Ordinal), Definition.Replace("d:detentions", "chronic_absence", StringComparison.Ordinal)])
        {
            await File.WriteAllTextAsync(file, wrong);
            var refused = await ProgramRun.RunAsync(null, ["measures", "add", file, "--data", test.Folder]);
            Assert.Equal((1, ""), (refused.Exit, refused.Output));
            Assert.NotEqual("", refused.Error);
        }

        Assert.Equal(1, (await ProgramRun.RunAsync(null, ["measures", "add", file + ".none", "--data", test.Folder])).Exit);
    }
}
