using Throughline.Evidence.Files;
using Throughline.Imports;

namespace Throughline.Evidence.Uploads;

/// <summary>A word whose meaning nobody knows, with the lines that have it.</summary>
/// <param name="Field">The field that it stands in, or that is read from it.</param>
/// <param name="Word">As the file writes it.</param>
/// <param name="Lines">Where.</param>
/// <param name="Accepted">What it can mean.</param>
internal sealed record UnknownWord(string Field, string Word, IReadOnlyList<long> Lines, IReadOnlyList<string> Accepted)
{
    /// <summary>The word as answers name it.</summary>
    public string Name => $"{Field}:{Word}";
}

/// <summary>Lines of which one at most can be right.</summary>
/// <param name="Lines">Each with what it says where the others say something else.</param>
/// <param name="Columns">The headings of what differs.</param>
internal sealed record Contradiction(IReadOnlyList<(long Line, string Says)> Lines, IReadOnlyList<string> Columns);

/// <summary>Lines that cannot be used, all for one reason.</summary>
/// <param name="Column">Empty where the whole row is at fault.</param>
/// <param name="Reason">What is wrong and what to do.</param>
/// <param name="Lines">Which.</param>
/// <param name="Values">What stands there, where that names nobody.</param>
internal sealed record UnusableLines(string Column, string Reason, IReadOnlyList<long> Lines, IReadOnlyList<string> Values);

/// <summary>What somebody has to decide before a file can go in, each decision once however many rows it is about.</summary>
internal sealed record UploadProblems(IReadOnlyList<UnknownWord> Words, IReadOnlyList<Contradiction> Contradictions, IReadOnlyList<UnusableLines> Unusable)
{
    private const int MostContradictions = 40;

    public int Count => Words.Count + Contradictions.Count + Unusable.Count;

    /// <summary>Every line that some problem is about.</summary>
    public IEnumerable<long> Lines => Words.SelectMany(w => w.Lines).Concat(Contradictions.SelectMany(c => c.Lines.Select(l => l.Line))).Concat(Unusable.SelectMany(u => u.Lines)).Distinct();

    /// <param name="told">What the importer said of rows.</param>
    /// <param name="path">The file, to show where contradictory lines differ.</param>
    /// <param name="table">How its kind is read.</param>
    /// <param name="matches">What somebody said that its columns hold.</param>
    public static UploadProblems Of(IReadOnlyList<Refusal> told, string path, RecordFile table, IReadOnlyDictionary<string, string> matches)
    {
        var words = told.Where(t => t.Field is not null).GroupBy(t => (t.Field, Word: Plain.Of(t.Value)))
            .Select(g => new UnknownWord(g.Key.Field!, g.First().Value.Trim(), [.. g.Select(t => t.Line).Distinct()], Accepted(table, g.Key.Field!))).ToList();
        var contradictions = Differing(path, table, matches, [.. told.Where(t => t.Contradicts is not null).GroupBy(t => t.Contradicts).Select(g => g.Select(t => t.Line).Distinct().Order().ToList())]);
        var unusable = told.Where(t => t.Field is null && t.Contradicts is null).GroupBy(t => (t.Column, t.Reason))
            .Select(g => new UnusableLines(g.Key.Column, g.Key.Reason, [.. g.Select(t => t.Line).Distinct()], [.. g.Where(t => !t.IsPrivate).Select(t => FieldTexts.Short(t.Value)).Distinct().Take(3)]));
        return new UploadProblems(words, [.. contradictions.Take(MostContradictions)], [.. unusable, .. TooMany([.. contradictions.Skip(MostContradictions)])]);
    }

    private static IReadOnlyList<string> Accepted(RecordFile table, string field) =>
        table.Record.Field(field) is { Codes.Count: > 0 } coded ? coded.Codes : ["yes", "no"];

    /// <summary>So many that nobody decides them one by one are left out together, or mended in the file.</summary>
    private static IEnumerable<UnusableLines> TooMany(IReadOnlyList<Contradiction> more) => more.Count == 0 ? []
        : [new UnusableLines("", ImportTexts.TwoRows, [.. more.SelectMany(c => c.Lines.Select(l => l.Line))], [])];

    private static List<Contradiction> Differing(string path, RecordFile table, IReadOnlyDictionary<string, string> matches, IReadOnlyList<List<long>> groups)
    {
        if (groups.Count == 0)
        {
            return [];
        }

        var wanted = groups.SelectMany(g => g).ToHashSet();
        var cells = new Dictionary<long, string[]>();
        using var file = CsvFile.Open(path);
        var unused = new Columns(file, Path.GetFileName(path), table, matches).Unused.ToHashSet();
        while (cells.Count < wanted.Count && file.Read())
        {
            if (wanted.Contains(file.Line))
            {
                cells[file.Line] = [.. file.Header.Select((_, i) => file[i].Trim())];
            }
        }

        return [.. groups.Select(g =>
        {
            var columns = Enumerable.Range(0, file.Header.Count).Where(i => !unused.Contains(i) && g.Select(l => cells[l][i]).Distinct().Skip(1).Any()).ToList();
            return new Contradiction([.. g.Select(l => (l, string.Join(", ", columns.Select(i => FieldTexts.Short(cells[l][i])))))], [.. columns.Select(i => file.Header[i])]);
        })];
    }
}
