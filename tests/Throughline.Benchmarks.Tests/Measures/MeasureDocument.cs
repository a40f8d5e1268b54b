using System.Text.RegularExpressions;

namespace Throughline.Benchmarks.Tests.Measures;

/// <summary>docs/measures.md taken apart: for each measure its line of facts and its worked cases.</summary>
internal static partial class MeasureDocument
{
    public static IReadOnlyList<string> Lines { get; } = File.ReadAllLines(Path.Combine(Repository(), "docs", "measures.md"));

    /// <summary>A measure's identifier and its line of facts as it stands there.</summary>
    public static IEnumerable<(string Id, string Facts)> Facts() => Lines
        .Where(l => l.StartsWith('`') && l.Contains(" · periods ", StringComparison.Ordinal))
        .Select(l => (l.Split('`')[1], l));

    /// <summary>Every worked case in order: of which measure, the sentence before the table, the rows and the result.</summary>
    public static IEnumerable<WorkedCase> Cases()
    {
        var id = "";
        var before = "";
        var table = new List<string[]>();
        foreach (var line in Lines)
        {
            if (line.StartsWith("### ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal))
            {
                (before, table) = ("", []);
            }
            else if (line.StartsWith('`') && line.Contains(" · periods ", StringComparison.Ordinal))
            {
                id = line.Split('`')[1];
            }
            else if (line.StartsWith("  \"id\": ", StringComparison.Ordinal))
            {
                id = line.Split('"')[3];
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal))
            {
                table.Add([.. line.Trim('|').Split('|').Select(c => c.Trim())]);
            }
            else if (line.StartsWith("`numerator` ", StringComparison.Ordinal))
            {
                yield return new WorkedCase(id, before, table, Result().Matches(line).ToDictionary(m => m.Groups["part"].Value, m => m.Groups["value"].Value));
                (before, table) = ("", []);
            }
            else if (line.Length > 0 && !line.StartsWith("|--", StringComparison.Ordinal))
            {
                before = line;
                table = [];
            }
        }
    }

    /// <summary>The rows of the table whose head begins with these cells.</summary>
    public static IEnumerable<string[]> Table(string head) => Lines
        .SkipWhile(l => !l.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith("| ", StringComparison.Ordinal))
        .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray());

    /// <summary>The measure that a district might write.</summary>
    public static string Own() =>
        string.Join('\n', Lines.SkipWhile(l => l != "```json").Skip(1).TakeWhile(l => l != "```"));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Throughline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"`(?<part>\w+)` (?<value>[\w.\-]+)")]
    private static partial Regex Result();
}

/// <summary>Raw facts and what they come to.</summary>
/// <param name="Measure">Its identifier.</param>
/// <param name="Before">The sentence before the table: who is enrolled, how many days school was kept.</param>
/// <param name="Table">The head, then the rows.</param>
/// <param name="Result">numerator, denominator, value, n, rooms: those that are given.</param>
internal sealed record WorkedCase(string Measure, string Before, IReadOnlyList<string[]> Table, IReadOnlyDictionary<string, string> Result)
{
    public IEnumerable<string[]> Rows => Table.Skip(1);

    /// <summary>The cell under a heading; empty where there is no such column.</summary>
    public string Cell(string[] row, string column) => Array.IndexOf(Table[0], column) is >= 0 and var at ? row[at] : "";
}
