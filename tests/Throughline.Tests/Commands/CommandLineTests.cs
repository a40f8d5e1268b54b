using System.Text.Json;
using Throughline.Tests.Support;

namespace Throughline.Tests.Commands;

/// <summary>The program as scripts see it: exit codes, what stands on which stream.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("throughline-test-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData("serve")]
    [InlineData("check")]
    [InlineData("evaluate")]
    [InlineData("plan add")]
    [InlineData("benchmark add")]
    [InlineData("organization set")]
    [InlineData("import")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("migrate")]
    public async Task Every_verb_says_how_it_is_used(string verb)
    {
        var (exit, output, _) = await ProgramRun.RunAsync(null, [.. verb.Split(' '), "--help"]);
        Assert.Equal(0, exit);
        Assert.Contains("--data", verb == "check" ? "--data" : output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("import")]
    [InlineData("import horses x.csv")]
    [InlineData("evaluate")]
    [InlineData("evaluate --all --plan 1")]
    [InlineData("evaluate --all --as-of tomorrow")]
    [InlineData("plan add --name X --years 2024")]
    [InlineData("serve --port 99999")]
    [InlineData("import series figures.csv --dryrun")]
    [InlineData("evaluate --al")]
    [InlineData("evaluate case.json --as-of 2025-07-01")]
    [InlineData("organization set 0001 --remove")]
    [InlineData("serve --port abc")]
    [InlineData("evaluate --plan abc")]
    [InlineData("evaluate --benchmark B1")]
    [InlineData("benchmark confirm --benchmark B1")]
    public async Task Wrong_usage_ends_with_2(string arguments)
    {
        var (exit, output, error) = await ProgramRun.RunAsync(null, arguments.Split(' '));
        Assert.Equal((2, ""), (exit, output));
        Assert.NotEmpty(error);
        Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import series missing.csv", "no file")]
    [InlineData("evaluate --all", "There is no Throughline data")]
    [InlineData("evaluate missing.json", "no file")]
    [InlineData("restore missing.zip", "no file")]
    public async Task What_is_at_fault_is_said_and_ends_with_1(string arguments, string words)
    {
        var folder = arguments.StartsWith("evaluate missing", StringComparison.Ordinal) ? [] : new[] { "--data", Path.Combine(data, "none") };
        if (arguments.StartsWith("import", StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(Path.Combine(data, "schools.csv"), "school_code,school\n1,Alder\n");
            await ProgramRun.RunAsync(null, ["import", "organizations", Path.Combine(data, "schools.csv"), .. folder]);
        }

        var (exit, _, error) = await ProgramRun.RunAsync(null, [.. arguments.Split(' '), .. folder]);
        Assert.Equal(1, exit);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_answers_every_line_in_its_order()
    {
        var input = """
            {"id":"a","text":"By June 2027, 80% of students will attend 95% of days."}
            this is not JSON
            {"id":"c","text":"😀 Chronic absenteeism will fall 4 points, from 29% to 25%, by June 2027.","labels":{"form":"ignored"}}

            """;
        var (exit, output, error) = await ProgramRun.RunAsync(input, "check");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["a", "", "c"], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.Equal("from_to", lines[2].GetProperty("labels").GetProperty("form").GetString());
        Assert.Equal(2, lines[2].GetProperty("labels").GetProperty("measure").GetProperty("start").GetInt32());
        Assert.Equal("chronic_absence", lines[2].GetProperty("benchmark").GetProperty("measure").GetProperty("id").GetString());
        Assert.Equal(1, exit);
        Assert.Contains("line 2", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_reads_one_text_for_a_person()
    {
        var (exit, output, _) = await ProgramRun.RunAsync(null, "check", "--text", "Each school will decrease its percentage of chronically absent students to 10% or less by June 2025");
        Assert.Equal(0, exit);
        Assert.Contains("Chronic absence (10% of days or more)", output, StringComparison.Ordinal);
        Assert.Contains("June 30, 2025", output, StringComparison.Ordinal);
        Assert.Contains("How much   10% or less", output, StringComparison.Ordinal);
        Assert.DoesNotContain("How often", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The principal will visit 6 classrooms a week.", "How much   6 classrooms a week", "How often  6 classrooms a week")]
    [InlineData("Each week, 80% of teachers will use exit tickets.", "How much   80%", "How often  Each week")]
    public async Task Check_shows_how_much_and_how_often(string text, string much, string often)
    {
        var (_, output, _) = await ProgramRun.RunAsync(null, "check", "--text", text);
        Assert.Contains(much, output, StringComparison.Ordinal);
        Assert.Contains(often, output, StringComparison.Ordinal);
        Assert.DoesNotContain("By when", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_with_a_sentence_is_judged_like_one_with_a_structure()
    {
        const string Observation = """[{ "group": "all", "start": "2024-07-01", "end": "2025-06-30", "value": 9.5 }]""";
        var withSentence = await EvaluateAsync($$"""{ "benchmark": { "statement": "Chronic absenteeism will be 10% or less by June 2025" }, "observations": {{Observation}}, "asOf": "2025-07-01" }""");
        var withStructure = await EvaluateAsync($$"""{ "benchmark": { "measure": "chronic_absence", "target": { "form": "level", "value": 10, "by": "2025-06-30" } }, "observations": {{Observation}}, "asOf": "2025-07-01" }""");
        Assert.Equal("met", withSentence[0].GetProperty("verdict").GetString());
        Assert.Equal(withStructure.ToString(), withSentence.ToString());
    }

    [Fact]
    public async Task A_sentence_that_determines_nothing_ends_with_1_and_its_findings()
    {
        var (exit, output, error) = await ProgramRun.RunAsync(
            """{ "benchmark": { "statement": "Attendance will be better" }, "observations": [], "asOf": "2025-07-01" }""", "evaluate", "-");
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("benchmark.statement", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_judged_yet_says_so()
    {
        var (exit, _, error) = await ProgramRun.RunAsync(
            """{ "benchmark": { "measure": "chronic_absence", "target": { "form": "gap", "reference": "all", "from": 10, "to": 5, "by": "2025-06-30" } }, "observations": [], "asOf": "2025-07-01" }""",
            "evaluate",
            "-");
        Assert.Equal(1, exit);
        Assert.Contains("gap", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_files_to_verdicts_and_back_from_a_backup()
    {
        var schools = Path.Combine(data, "schools.csv");
        var series = Path.Combine(data, "series.csv");
        await File.WriteAllTextAsync(schools, "school_code,district_code,district,school,latest_year,first_year\n0001,0100,Alder,Alder Elementary,2025-26,2017-18\n0002,0100,Alder,Alder Middle,2025-26,2017-18\n");
        await File.WriteAllTextAsync(series, "school_code,school_year,measure,value\n0001,2024-25,pct_chronically_absent_10,10.0\n0002,2024-25,pct_chronically_absent_10,10.1\n");
        string[] folder = ["--data", Path.Combine(data, "db")];
        await DoneAsync(["import", "organizations", schools, .. folder]);
        await DoneAsync(["import", "series", series, .. folder, "--recorded-at", "2025-07-01T00:00:00Z"]);
        await DoneAsync(["plan", "add", "--name", "State plan", "--years", "2024-25", .. folder]);
        await DoneAsync(["benchmark", "add", "--plan", "1", "--statement", "Each school will decrease its percentage of chronically absent students to 10% or less by June 2025", .. folder]);
        await DoneAsync(["benchmark", "confirm", "--benchmark", "1", .. folder]);
        await DoneAsync(["organization", "set", "0001", "--type", "charter", "--predecessor", "0002", .. folder]);
        var before = await DoneAsync(["evaluate", "--all", "--as-of", "2025-07-01", "--known-at", "2025-07-02", "--json", .. folder]);
        using var json = JsonDocument.Parse(before);
        var counts = json.RootElement[0].GetProperty("counts");
        Assert.Equal((1, 1), (counts.GetProperty("met").GetInt32(), counts.GetProperty("off_track").GetInt32()));
        Assert.True(json.RootElement[0].GetProperty("measureConfirmed").GetBoolean());
        Assert.Contains("2  schools", await DoneAsync(["evaluate", "--plan", "1", "--as-of", "2025-07-01", .. folder]), StringComparison.Ordinal);

        var kept = Path.Combine(data, "kept.zip");
        await DoneAsync(["backup", kept, .. folder]);
        string[] other = ["--data", Path.Combine(data, "other")];
        await DoneAsync(["restore", kept, .. other]);
        Assert.Equal(before, await DoneAsync(["evaluate", "--all", "--as-of", "2025-07-01", "--known-at", "2025-07-02", "--json", .. other]));
    }

    [Fact]
    public async Task A_sentence_that_determines_nothing_is_not_added()
    {
        string[] folder = ["--data", Path.Combine(data, "db")];
        await DoneAsync(["demo", .. folder]);
        var (exit, _, error) = await ProgramRun.RunAsync(null, ["benchmark", "add", "--plan", "1", "--statement", "Attendance will be better", .. folder]);
        Assert.Equal(1, exit);
        Assert.Contains("Fix: ", error, StringComparison.Ordinal);
        var (refused, _, why) = await ProgramRun.RunAsync(null, ["import", "organizations", "x.csv", .. folder]);
        Assert.Equal(1, refused);
        Assert.Contains("never mixes", why, StringComparison.Ordinal);
    }

    private static async Task<string> DoneAsync(string[] arguments)
    {
        var (exit, output, error) = await ProgramRun.RunAsync(null, arguments);
        Assert.True(exit == 0, $"{string.Join(' ', arguments)}: {error}");
        return output;
    }

    private static async Task<JsonElement> EvaluateAsync(string json)
    {
        var (exit, output, error) = await ProgramRun.RunAsync(json, "evaluate", "-");
        Assert.True(exit == 0, error);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }
}
