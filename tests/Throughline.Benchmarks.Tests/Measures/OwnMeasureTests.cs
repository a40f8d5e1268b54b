using System.Globalization;
using System.Text.Json.Nodes;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Xunit;

namespace Throughline.Benchmarks.Tests.Measures;

/// <summary>The measure of docs/measures.md that a district might write, and each way of writing it wrong that stands there.</summary>
public sealed class OwnMeasureTests
{
    private static readonly MeasureReader Reader = new(MeasureCatalog.Default, RecordKinds.Default, CultureInfo.InvariantCulture);

    public static TheoryData<string, string, string, string, string> Refused
    {
        get
        {
            var refused = new TheoryData<string, string, string, string, string>();
            foreach (var row in MeasureDocument.Table("| field | written |"))
            {
                refused.Add(row[0].Trim('`'), row[1].Trim('`'), row[2].Trim('`'), row[3], row[4]);
            }

            return refused;
        }
    }

    [Fact]
    public void A_measure_of_a_district_is_read_whole()
    {
        var reading = Reader.Read(MeasureDocument.Own());
        Assert.Empty(reading.Problems);
        var measure = reading.Measure!;
        Assert.Equal(("north:reading_groups", 1, Unit.Percent, Direction.Increase), (measure.Id, measure.Version, measure.Unit, measure.Direction));
        Assert.Equal([PeriodReading.InPeriod, PeriodReading.YearToDate], measure.Readings);
        Assert.Equal((Combining.StudentsOnce, Combining.StudentsOnce, 10), (measure.AcrossPeriods, measure.AcrossOrganizations, measure.MinimumN));
        var formula = Assert.IsType<RecordFormula>(measure.Formula);
        Assert.Equal(("participation", 1), (formula.Kind.Id, Assert.IsType<StudentCount>(formula.Numerator).Having.Count));
    }

    [Fact]
    public void A_sentence_can_speak_of_it()
    {
        var reader = new StatementReader(new MeasureCatalog([.. MeasureCatalog.Default.Measures, MeasureDocumentTests.Own()]));
        var reading = reader.Read("By June 2027, at least 60% of students will have ten hours in a reading group.");
        Assert.Equal(["north:reading_groups"], reading.Measures.Select(m => m.Measure.Id));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_wrong_is_refused_with_its_place_and_what_belongs_there(string field, string written, string place, string expected, string meant)
    {
        var json = JsonNode.Parse(MeasureDocument.Own())!;
        Set(json, field, JsonNode.Parse(written));
        var reading = Reader.Read(json.ToJsonString());
        Assert.Null(reading.Measure);
        var problem = Assert.Single(reading.Problems, p => p.Path == place);
        Assert.StartsWith(expected, problem.Expected, StringComparison.Ordinal);
        Assert.Equal(meant, problem.Suggestion ?? "");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"id":3,"unit":null,"formula":[1]}""")]
    [InlineData("""{"id":"a:b","name":"x","definition":"y","unit":"count","direction":null,"formula":{"records":"mark","numerator":{"count":"records"},"where":[{"field":"passed","is":7}]}}""")]
    [InlineData("""{"id":"a:b","name":"x","definition":"y","unit":"count","direction":null,"formula":{"records":"mark","numerator":{"constant":"x"},"where":[3]}}""")]
    [InlineData("""{"id":"a:b","name":"x","definition":"y","unit":"count","direction":null,"formula":{"attendance":"share_of_students","absentDays":9.3}}""")]
    [InlineData("""{"id":"a:b","name":"x","definition":"y","unit":"count","direction":null,"formula":{"attendance":"tardiness","absentDays":9}}""")]
    [InlineData("""{"id":"a:b","name":"x","definition":"y","unit":"score","direction":null,"acrossPeriods":"sum_of_counts","formula":{"records":"mark","numerator":{"median":"number"}}}""")]
    [InlineData("""{"id":"a:b","name":"x","definition":"y","unit":"count","direction":null,"formula":{"records":"survey","numerator":{"count":"students"}}}""")]
    [InlineData("""{"id":"a:b","name":"x","definition":"y","unit":"count","direction":null,"margin":-1,"grades":["grade_13"],"readings":["daily"],"formula":{"enrolled":"all"}}""")]
    public void No_text_throws(string json)
    {
        var reading = Reader.Read(json);
        Assert.Null(reading.Measure);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused()
    {
        var catalog = new MeasureCatalog([.. MeasureCatalog.Default.Measures, MeasureDocumentTests.Own()]);
        var again = new MeasureReader(catalog, RecordKinds.Default, CultureInfo.InvariantCulture).Read(MeasureDocument.Own());
        Assert.Equal("id", Assert.Single(again.Problems).Path);
    }

    /// <summary>Sets "formula.where[0].field".</summary>
    private static void Set(JsonNode node, string path, JsonNode? value)
    {
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
        {
            node = int.TryParse(step, out var at) ? node[at]! : node[step]!;
        }

        if (int.TryParse(steps[^1], out var last))
        {
            node[last] = value;
        }
        else
        {
            node[steps[^1]] = value;
        }
    }
}
