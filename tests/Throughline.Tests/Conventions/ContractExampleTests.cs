using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Tests.Support;

namespace Throughline.Tests.Conventions;

/// <summary>The examples of docs/contracts.md give what they say they give.</summary>
public sealed class ContractExampleTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly Document Contracts = Document.Read("docs", "contracts.md");

    public static TheoryData<string, string> Cases() => Pairs("json case", "json answer");

    public static TheoryData<string, string> Statements() => Pairs("text statement", "json reading");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_gives_the_answer_shown(string given, string answer)
    {
        var reading = new CaseReader(MeasureCatalog.Default, (s, m) => new(m is null ? Reading.Of(s).Benchmark : Reading.Of(s).Determine(m), [])).Read(given);
        Assert.Empty(reading.Problems);
        Same(answer, writer => AnswerJson.Write(writer, Evaluator.Evaluate(reading.Case!), reading.Case!, new Wording(English)));
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_gives_the_reading_shown(string statement, string reading) =>
        Same(reading, writer => ReadingJson.Write(writer, "", Reading.Of(statement.Trim()), English, BenchmarkJson.Write));

    /// <summary>
    /// The console blocks in their order, by the real program, in a folder with the files that the document shows. An
    /// ellipsis stands for the rest of a line and, alone on a line, for any lines.
    /// </summary>
    [Fact]
    public async Task The_program_says_what_the_console_shows()
    {
        var folder = Directory.CreateTempSubdirectory("throughline-contract-").FullName;
        foreach (var block in Contracts.Blocks)
        {
            if (block.Tag.StartsWith("csv ", StringComparison.Ordinal))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, block.Tag[4..]), block.Text);
            }
            else if (block.Tag.StartsWith("console", StringComparison.Ordinal))
            {
                await RunAsync(folder, block);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(string folder, Block block)
    {
        var exit = block.Tag.Length > "console".Length ? int.Parse(block.Tag["console exit ".Length..], CultureInfo.InvariantCulture) : 0;
        foreach (var shown in block.Text.Split("$ ./throughline ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = shown.Split('\n', 2);
            using var program = ProgramRun.StartIn(folder, null, Shell.Split(lines[0]));
            var (code, output, error) = await program.EndAsync();
            var said = (output + error).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
            Assert.True(exit == code, $"{lines[0]}\nended with {code}:\n{said}");
            Assert.True(Pattern(lines[1]).IsMatch(said), $"{lines[0]}\nsaid:\n{said}\nnot:\n{lines[1]}");
        }
    }

    private static Regex Pattern(string shown)
    {
        var lines = shown.TrimEnd('\n').Split('\n')
            .Select(l => l == "…" ? "(.*\n)*?" : Regex.Escape(l).Replace("…", ".*", StringComparison.Ordinal) + "\n");
        return new Regex($@"\A{string.Concat(lines)}\z");
    }

    private static TheoryData<string, string> Pairs(string first, string second)
    {
        var data = new TheoryData<string, string>();
        for (var i = 0; i < Contracts.Blocks.Count; i++)
        {
            if (Contracts.Blocks[i].Tag == first)
            {
                Assert.Equal(second, Contracts.Blocks[i + 1].Tag);
                data.Add(Contracts.Blocks[i].Text, Contracts.Blocks[i + 1].Text);
            }
        }

        return data;
    }

    private static void Same(string expected, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        var actual = Encoding.UTF8.GetString(stream.ToArray());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"The document shows\n{expected}\nbut it is\n{actual}");
    }
}
