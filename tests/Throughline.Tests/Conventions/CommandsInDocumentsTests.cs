using System.CommandLine;
using System.Text.RegularExpressions;
using Throughline.Commands;
using Throughline.Tests.Support;

namespace Throughline.Tests.Conventions;

/// <summary>What documents tell people to type is understood by the program, and every verb is written down.</summary>
public sealed partial class CommandsInDocumentsTests
{
    public static TheoryData<string> Lines() => new(
        (from document in Document.All()
         from block in document.Blocks
         where block.Tag == "console"
         from line in block.Commands()
         select line).Distinct());

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_command_line_in_a_document_is_right_usage(string line)
    {
        var words = Shell.Split(line);
        switch (words[0])
        {
            case "./run":
                IsRight(["serve", .. words[1..]]);
                break;
            case "./throughline":
                IsRight(words[1..]);
                break;
            case "./test":
                Assert.All(words[1..], w => Assert.Contains($"{w})", Repository.Read("test"), StringComparison.Ordinal));
                break;
            default:
                Assert.Fail($"{words[0]} is no command of this repository.");
                break;
        }
    }

    [Fact]
    public void Every_measurement_that_a_document_names_can_be_made() => Assert.All(
        Document.All().SelectMany(d => BenchName().Matches(d.Text)).Select(m => m.Groups["name"].Value).Distinct(),
        n => Assert.Contains($"[\"{n}\"]", Repository.Read("benches", "Throughline.Bench", "Program.cs"), StringComparison.Ordinal));

    [Fact]
    public void The_contract_lists_every_verb_with_exactly_its_options()
    {
        var rows = VerbRow().Matches(Repository.Read("docs", "contracts.md"))
            .Select(m => $"{m.Groups["verb"].Value.Trim()}: {string.Join(' ', OptionName().Matches(m.Groups["options"].Value).Select(o => o.Value).Order(StringComparer.Ordinal))}");
        Assert.Equal(
            Verbs(CommandLine.Root(), "").Order(StringComparer.Ordinal),
            rows.Order(StringComparer.Ordinal));
    }

    /// <summary>No error, and every option is one: a verb that takes files would take a misspelled option for a file.</summary>
    private static void IsRight(string[] arguments)
    {
        var parsed = CommandLine.Root().Parse(arguments);
        Assert.Empty(parsed.Errors.Select(e => e.Message));
        Assert.All(
            arguments.Where(a => a.StartsWith("--", StringComparison.Ordinal)),
            a => Assert.Contains(parsed.CommandResult.Command.Options, o => o.Name == a));
    }

    /// <summary>A verb that does something by itself, and those under it.</summary>
    private static IEnumerable<string> Verbs(Command command, string path) => command.Subcommands.SelectMany(c => Verbs(c, $"{path} {c.Name}"))
        .Concat(path.Length == 0 || command.Action is null ? []
        : [$"{path.Trim()}: {string.Join(' ', command.Options.Select(o => o.Name).Where(n => n != "--help").Order(StringComparer.Ordinal))}"]);

    [GeneratedRegex(@"^\| `(?<verb>[a-z]+( (add|list|confirm|set|disable|reset))?)[^`]*` \| (?<options>(`--[^`]*` ?)*)\|", RegexOptions.Multiline)]
    private static partial Regex VerbRow();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"\./bench (?<name>[a-z]+)")]
    private static partial Regex BenchName();
}
