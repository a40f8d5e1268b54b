using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests.Targets;

/// <summary>The case that docs/contracts.md shows.</summary>
public sealed class ContractTests
{
    private const string Text = """
        {
          "benchmark": {
            "measure": { "id": "chronic_absence", "unit": "percent", "direction": "decrease" },
            "groups": ["all"],
            "target": { "form": "from_to", "from": 31, "to": 22, "by": "2026-06-30", "path": "linear" }
          },
          "calendar": { "firstDay": "2025-08-27", "lastDay": "2026-06-17", "terms": [] },
          "minimumN": 10,
          "observations": [
            { "group": "all", "start": "2025-09-01", "end": "2025-09-30", "numerator": 160, "denominator": 542, "recordedAt": "2025-10-03T12:00:00Z" }
            JANUARY
          ],
          "asOf": "2026-02-10", "knownAt": "2026-02-10T23:59:59Z"
        }
        """;

    private const string January =
        """, { "group": "all", "start": "2026-01-01", "end": "2026-01-31", "numerator": 142, "denominator": 542 }""";

    [Fact]
    public void Thirty_is_expected_on_30_September_and_26_4_on_31_January()
    {
        var answer = Evaluator.Evaluate(Read(January)).Single();
        Assert.Equal(30.0m, answer.Periods[0].Expected?.Round(1));
        Assert.Equal(29.5m, answer.Periods[0].Actual?.Round(1));
        Assert.True(answer.Periods[0].Holds);
        Assert.Equal(26.4m, answer.Pace?.Expected.Round(1));
        Assert.Equal(Status.OnTrack, answer.Status);
        Assert.Equal(Verdict.NotYetDue, answer.Verdict);
        Assert.Equal([1], answer.Proof.Observations);
        // (26.199… − 31) ÷ (26.397… − 31)
        Assert.Equal(1.04m, answer.Pace?.Ratio?.Round(2));
    }

    [Fact]
    public void A_figure_of_September_does_not_speak_for_February()
    {
        var answer = Evaluator.Evaluate(Read("")).Single();
        Assert.Equal(Status.NoData, answer.Status);
        Assert.Equal(Verdict.NotYetDue, answer.Verdict);
        Assert.Null(answer.Pace);
        Assert.Equal(30.0m, answer.Periods[0].Expected?.Round(1));
    }

    [Fact]
    public void The_answer_has_the_shape_of_the_contract()
    {
        var subject = Read(January);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            AnswerJson.Write(writer, Evaluator.Evaluate(subject), subject, new Wording(CultureInfo.GetCultureInfo("en")));
        }

        const string expected = """
            [{"group":"all","member":null,"verdict":"not_yet_due","status":"on_track","pace":{"expected":26.4,"ratio":1.04},
            "signal":null,"outlook":null,"periods":[
            {"start":"2025-09-01","end":"2025-09-30","actual":29.5,"expected":30,"holds":true},
            {"start":"2026-01-01","end":"2026-01-31","actual":26.2,"expected":26.4,"holds":true}],
            "proof":{"rule":"Down from 31% to 22% by June 30, 2026","measureVersion":1,"observations":[1],"excluded":[],
            "asOf":"2026-02-10","knownAt":"2026-02-10T23:59:59Z",
            "explanation":"The figure was 26.2% (142 of 542) in January 2026. That is 0.2 points below the 26.4% expected by then. So it is on track."}}]
            """;
        Assert.Equal(
            expected.Replace("\n", "", StringComparison.Ordinal),
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData("exponential", "26.207")]
    [InlineData("linear", "26.667")]
    [InlineData("step", "30.000")]
    public void The_paths_agree_with_the_published_case_of_30_to_20_in_15_years(string shape, string expected)
    {
        var path = new TargetPath(Enum.Parse<PathShape>(shape, ignoreCase: true), []);
        var start = new DateOnly(2015, 1, 1);
        var way = new FromTo(30, 20, start.AddDays(15 * 365), path, start);
        Assert.Equal(expected, TargetPaths.Expected(way, start, start.AddDays(5 * 365)).Round(3).ToString("0.000", CultureInfo.InvariantCulture));
        Assert.Equal(30, TargetPaths.Expected(way, start, start).Round(6));
        Assert.Equal(20, TargetPaths.Expected(way, start, way.By).Round(6));
    }

    [Fact]
    public void A_path_of_ones_own_is_straight_between_its_points()
    {
        var way = new FromTo(30, 20, Cases.Day("2026-06-30"), new TargetPath(PathShape.Given, [new(28, Cases.Day("2025-12-31"))]));
        var start = Cases.Day("2025-12-01");
        Assert.Equal(29, TargetPaths.Expected(way, start, Cases.Day("2025-12-16")).Round(6));
        Assert.Equal(28, TargetPaths.Expected(way, start, Cases.Day("2025-12-31")).Round(6));
        Assert.True(TargetPaths.Expected(way, start, Cases.Day("2026-03-31")) is var between && between < 28 && between > 20);
    }

    private static Case Read(string more)
    {
        var reading = new CaseReader(MeasureCatalog.Default, (_, _) => throw new NotSupportedException())
            .Read(Text.Replace("JANUARY", more, StringComparison.Ordinal));
        Assert.Empty(reading.Problems);
        return reading.Case!;
    }
}
