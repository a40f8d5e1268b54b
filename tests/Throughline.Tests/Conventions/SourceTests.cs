using System.Text.RegularExpressions;

namespace Throughline.Tests.Conventions;

public sealed partial class SourceTests
{
    private const int MostLines = 250;

    [Fact]
    public void No_hand_written_file_is_longer_than_250_lines() => Assert.Empty(
        Sources.Under("src").Concat(Sources.Under("tests")).Concat(Sources.Under("benches"))
            .Where(f => File.ReadLines(f).Count() > MostLines)
            .Select(Sources.Name));

    [Fact]
    public void Nothing_in_the_product_asks_the_machine_for_the_time() => Assert.Empty(Matches(Sources.Under("src"), AmbientTime()));

    /// <summary>What people read comes from resources; a literal may hold spaces, signs and what is put into it.</summary>
    [Fact]
    public void Commands_print_no_words_of_their_own() => Assert.Empty(Matches(Sources.Under("src", "Throughline", "Commands"), PrintedWords()));

    [Theory]
    [InlineData("Console.WriteLine(\"Done\");", true)]
    [InlineData("await Console.Error.WriteLineAsync($\"{count} rows\");", true)]
    [InlineData("Console.WriteLine($\"{count,7}: {name}\");", false)]
    [InlineData("Console.WriteLine(CommandTexts.Ready.With(\"x\"));", false)]
    public void Printed_words_are_found(string line, bool found) => Assert.Equal(found, PrintedWords().IsMatch(line));

    private static IEnumerable<string> Matches(IEnumerable<string> files, Regex pattern) =>
        from file in files
        from match in pattern.Matches(File.ReadAllText(file))
        select $"{Sources.Name(file)}: {match.Value}";

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b")]
    private static partial Regex AmbientTime();

    [GeneratedRegex("""Console\.(Error\.|Out\.)?Write(Line)?(Async)?\(\s*\$?"(\{[^}"]*\}|[^"{\p{L}])*\p{L}""")]
    private static partial Regex PrintedWords();
}
