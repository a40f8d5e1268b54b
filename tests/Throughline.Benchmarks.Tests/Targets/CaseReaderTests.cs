using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests.Targets;

public sealed class CaseReaderTests
{
    private const string Good = """
        {"benchmark":{"measure":"chronic_absence","target":{"form":"from_to","from":31,"to":22,"by":"2026-06-30"}},
         "observations":[{"start":"2025-09-01","end":"2025-09-30","numerator":160,"denominator":542}],"asOf":"2026-02-10"}
        """;

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var subject = Read(Good).Case!;
        Assert.Same(MeasureCatalog.Default.Find("chronic_absence"), subject.Benchmark.Measure);
        Assert.Equal(["all"], subject.Benchmark.Groups);
        Assert.Equal(10, subject.MinimumN);
        Assert.Equal(Cases.At("2026-02-11").AddTicks(-1), subject.KnownAt);
        Assert.Equal(DefaultCalendar.For(new SchoolYear(2026)).FirstDay, subject.Calendar.FirstDay);
        Assert.Equal(("all", null, 542L), (subject.Observations[0].Group, subject.Observations[0].Member, subject.Observations[0].Size));
        Assert.Null(subject.Members);
    }

    [Fact]
    public void The_usual_calendar_is_that_of_the_targets_date()
    {
        Assert.Equal(new SchoolYear(2025), Read(Good.Replace("2026-06-30", "2025-06-15", StringComparison.Ordinal)).Case?.Calendar.SchoolYear);
        const string summer = """
            {"benchmark":{"measure":{"id":"x","unit":"score","direction":"increase"},"target":{"form":"level","value":3,"by":"2026-08-15"}},"observations":[],"asOf":"2026-02-10"}
            """;
        Assert.Equal(new SchoolYear(2026), Read(summer).Case?.Calendar.SchoolYear);
        var recurring = summer.Replace("\"by\":\"2026-08-15\"", "\"every\":\"month\"", StringComparison.Ordinal);
        Assert.Equal(new SchoolYear(2026), Read(recurring).Case?.Calendar.SchoolYear);
    }

    [Fact]
    public void An_id_of_the_catalog_fills_what_the_object_leaves_out()
    {
        var measure = Read(Good.Replace(
            "\"chronic_absence\"", """{"id":"pct_chronically_absent_10","margin":2,"cadence":null}""", StringComparison.Ordinal)).Case!.Benchmark.Measure;
        Assert.Equal(("chronic_absence", Unit.Percent, Direction.Decrease), (measure.Id, measure.Unit, measure.Direction));
        Assert.Equal(2, measure.Margin);
        Assert.Null(measure.Cadence);
    }

    [Theory]
    [InlineData("31", "101", "benchmark.target.from", "a percent from 0 to 100", null)]
    [InlineData("31", "\"31\"", "benchmark.target.from", "a number of at most six decimals and twelve digits", "31 without quotes")]
    [InlineData("31", "0.0000001", "benchmark.target.from", "a number of at most six decimals and twelve digits", null)]
    [InlineData("31", "1e400", "benchmark.target.from", "a number of at most six decimals and twelve digits", null)]
    [InlineData("\"from\"", "\"fro\"", "benchmark.target.from", "the value to start from", "\"from\" instead of \"fro\"")]
    [InlineData("from_to", "form_to", "benchmark.target.form", "one of level, ladder", "from_to")]
    [InlineData("2026-06-30", "2026-06-31", "benchmark.target.by", "a date that exists, as 2026-06-30", "2026-06-30")]
    [InlineData("2026-06-30", "06/30/2026", "benchmark.target.by", "a date that exists", null)]
    [InlineData("2026-06-30", "0001-01-01", "benchmark.target.by", "a date that exists", null)]
    [InlineData("\"to\":22", "\"to\":22,\"on\":\"2026-06-30\"", "benchmark.target.by", "a date after the start, 2026-06-30", null)]
    [InlineData("\"to\":22", "\"to\":22,\"path\":\"liner\"", "benchmark.target.path", "one of linear, step, exponential", "linear")]
    [InlineData("\"to\":22", "\"to\":22,\"path\":[]", "benchmark.target.path", "at least one value with its date", null)]
    [InlineData("chronic_absence", "chronic_absense", "benchmark.measure", "a measure of the catalog", "chronic_absence")]
    [InlineData("\"chronic_absence\"", "{\"id\":\"x\",\"unit\":\"percents\",\"direction\":\"increase\"}", "benchmark.measure.unit", "one of percent", "percent")]
    [InlineData("\"chronic_absence\"", "{\"id\":\"x\",\"unit\":\"percent\",\"direction\":\"down\"}", "benchmark.measure.direction", "one of increase, decrease", null)]
    [InlineData("\"chronic_absence\"", "{\"id\":\"x\",\"unit\":\"percent\"}", "benchmark.measure.direction", "increase or decrease", null)]
    [InlineData("\"chronic_absence\"", "7", "benchmark.measure", "a measure", null)]
    [InlineData("\"chronic_absence\",", "\"chronic_absence\",\"groups\":[\"low_incom\"],", "benchmark.groups", "a student group", "low_income")]
    [InlineData("\"chronic_absence\",", "\"chronic_absence\",\"groups\":[],", "benchmark.groups", "at least one group", null)]
    [InlineData("160", "543", "observations[0].numerator", "at most the denominator, 542", null)]
    [InlineData("160", "-1", "observations[0].numerator", "a whole number, 0 or more", null)]
    [InlineData("160", "1.5", "observations[0].numerator", "a whole number, 0 or more", null)]
    [InlineData("160,\"denominator\":542", "0,\"denominator\":0", "observations[0].denominator", "a whole number over 0", null)]
    [InlineData(",\"denominator\":542", "", "observations[0].denominator", "of how many", null)]
    [InlineData("2025-09-30", "2025-08-30", "observations[0].end", "a day on or after the start, 2025-09-01", null)]
    [InlineData("{\"start\"", "{\"group\":\"hispanics\",\"start\"", "observations[0].group", "a student group", "hispanic")]
    [InlineData("{\"start\"", "{\"value\":124.9,\"start\"", "observations[0].value", "a percent from 0 to 100", null)]
    [InlineData("{\"start\"", "{\"recordedAt\":\"yesterday\",\"start\"", "observations[0].recordedAt", "an instant", null)]
    [InlineData("\"asOf\":\"2026-02-10\"", "\"asof\":\"2026-02-10\"", "asOf", "the day that decides", "\"asOf\" instead of \"asof\"")]
    [InlineData("\"asOf\"", "\"minimumN\":-1,\"asOf\"", "minimumN", "a whole number, 0 or more", null)]
    [InlineData("\"asOf\"", "\"calendar\":{\"firstDay\":\"2026-08-27\",\"lastDay\":\"2027-06-17\"},\"asOf\"", "benchmark.target.by", "a date after the first school day", "the calendar of the school year in which the benchmark begins")]
    [InlineData("\"asOf\"", "\"calendar\":{\"firstDay\":\"2026-08-27\",\"lastDay\":\"2025-06-17\"},\"asOf\"", "calendar.lastDay", "a day on or after", null)]
    [InlineData("\"asOf\"", "\"calendar\":7,\"asOf\"", "calendar", "an object in braces", null)]
    public void A_fault_is_named_with_its_place_and_its_remedy(string part, string fault, string path, string expected, string? suggestion)
    {
        var reading = Read(Good.Replace(part, fault, StringComparison.Ordinal));
        Assert.Null(reading.Case);
        var problem = reading.Problems[0];
        Assert.Equal(path, problem.Path);
        Assert.StartsWith(expected, problem.Expected, StringComparison.Ordinal);
        Assert.Equal(suggestion, problem.Suggestion);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{\"asOf\":1,\"asOf\":2}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("\ud800")]
    [InlineData("{}")]
    public void What_is_no_case_at_all_is_said_too(string text)
    {
        var reading = Read(text);
        Assert.Null(reading.Case);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void Of_thousands_of_problems_twenty_are_listed_and_all_are_counted()
    {
        var many = string.Join(',', Enumerable.Repeat("{\"start\":\"2025-13-01\",\"end\":5}", 5000));
        var reading = Read(Good.Replace("[{", $"[{many},{{", StringComparison.Ordinal));
        Assert.Equal(20, reading.Problems.Count);
        Assert.Equal(10_000, reading.ProblemCount);
    }

    [Fact]
    public void Very_deep_targets_are_refused_and_not_followed_to_the_end()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"form\":\"every_member\",\"member\":\"school\",\"target\":", 5000));
        Assert.Null(Read($"{{\"benchmark\":{{\"target\":{deep}").Case);
    }

    [Fact]
    public void A_sentence_is_read_by_whoever_reads_sentences()
    {
        const string text = """{"benchmark":{"statement":"By June…","measure":"chronic_absence"},"observations":[],"asOf":"2026-02-10"}""";
        var spec = new BenchmarkSpec(MeasureCatalog.Default.Measures[0], ["all"], new Milestone(Cases.Day("2026-06-30")));
        var reading = new CaseReader(MeasureCatalog.Default, (statement, measure) =>
        {
            Assert.Equal(("By June…", "chronic_absence"), (statement, measure?.Id));
            return new StatementOutcome(spec, []);
        }).Read(text);
        Assert.Same(spec, reading.Case?.Benchmark);

        var refused = new CaseReader(
            MeasureCatalog.Default, (_, _) => new StatementOutcome(null, [new("benchmark.statement", "By June…", "how much", null)])).Read(text);
        Assert.Equal("how much", Assert.Single(refused.Problems).Expected);
        Assert.Single(new CaseReader(MeasureCatalog.Default, (_, _) => new StatementOutcome(null, [])).Read(text).Problems);
    }

    [Fact]
    public void No_text_however_broken_throws()
    {
        var random = new Random(5);
        const string alphabet = "{}[]\",:0123456789-.eE\\utrfalsn \ud800\u00e9";
        for (var i = 0; i < 10_000; i++)
        {
            var text = Good.ToCharArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                text[random.Next(text.Length)] = alphabet[random.Next(alphabet.Length)];
            }

            var reading = Read(new string(text));
            Assert.NotEqual(reading.Case is null, reading.Problems.Count == 0);
            if (reading.Case is { } subject && Evaluator.CanJudge(subject.Benchmark.Target))
            {
                _ = Evaluator.Evaluate(subject);
            }
        }
    }

    [Fact]
    public void No_form_however_mistyped_throws_in_reading_judging_or_saying()
    {
        var random = new Random(6);
        var specs = new Specs(6);
        var words = new Wording(System.Globalization.CultureInfo.InvariantCulture);
        const string alphabet = "0123456789-.\"{}[]:,_abelnorty";
        var judged = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var text = BenchmarkJson.ToText(specs.Next(i % Specs.Forms)).ToCharArray();
            text[random.Next(text.Length)] = alphabet[random.Next(alphabet.Length)];
            var reading = Read($$"""
                {"benchmark":{{new string(text)}},"asOf":"2026-02-10","observations":[
                 {"start":"2025-09-01","end":"2025-09-30","numerator":160,"denominator":542},
                 {"start":"2025-10-01","end":"2025-10-31","member":"North","value":30},
                 {"start":"2025-10-01","end":"2025-10-31","value":30,"n":12}]}
                """);
            Assert.NotEqual(reading.Case is null, reading.Problems.Count == 0);
            if (reading.Case is { } subject)
            {
                _ = words.Rule(subject.Benchmark);
                if (Evaluator.CanJudge(subject.Benchmark.Target))
                {
                    Assert.All(Evaluator.Evaluate(subject), a => Assert.NotEmpty(words.Explanation(a, subject)));
                    judged++;
                }
            }
        }

        Assert.True(judged > 1000, $"{judged} were judged");
    }

    private static CaseReading Read(string text) =>
        new CaseReader(MeasureCatalog.Default, (_, _) => new StatementOutcome(null, [])).Read(text);
}
