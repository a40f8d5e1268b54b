using Throughline.Imports;

namespace Throughline;

/// <summary>A row of a sheet: the line it stands on, its cells by the name of the column, and why it cannot be read.</summary>
public sealed record SheetRow(long Line, IReadOnlyDictionary<string, string> Cells, string? Fault)
{
    public string? this[string column] => Cells.TryGetValue(column, out var cell) && cell.Length > 0 ? cell : null;
}

/// <summary>A column that a sheet may have, by any of the headings that people write for it; the first is its name here.</summary>
public sealed record SheetColumn(bool IsNeeded, params string[] Headings);

/// <summary>A small table that somebody pasted or uploaded: looked at as a whole before any of it is stored.</summary>
public static class Sheet
{
    /// <summary>As many lines as somebody can still look through; longer files come in on the command line.</summary>
    public const int MostRows = 2000;

    public const int MostLetters = 500_000;

    /// <summary>What somebody uploaded, as text; null where it is too long or no text.</summary>
    public static async Task<string?> TextAsync(Stream upload, CancellationToken cancel)
    {
        using var reader = new StreamReader(upload);
        var buffer = new char[MostLetters + 1];
        var length = await reader.ReadBlockAsync(buffer, cancel);
        var text = new string(buffer, 0, length);
        return length > MostLetters || text.Contains('\uFFFD', StringComparison.Ordinal) || text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    /// <summary>The rows of a text with a heading line; a problem where the headings are not those that are needed.</summary>
    public static IReadOnlyList<SheetRow> Read(string text, IReadOnlyList<SheetColumn> columns)
    {
        var folder = Directory.CreateTempSubdirectory("throughline-sheet-");
        try
        {
            var path = Path.Combine(folder.FullName, "sheet.csv");
            File.WriteAllText(path, text.TrimEnd() + "\n");
            using var file = CsvFile.Open(path);
            var places = columns.Where(c => c.IsNeeded || c.Headings.Any(file.Has))
                .ToDictionary(c => c.Headings[0], c => file.Column(c.Headings), StringComparer.Ordinal);
            var rows = new List<SheetRow>();
            while (file.Read())
            {
                if (rows.Count == MostRows)
                {
                    throw new Problem(PeopleTexts.SheetTooLong.With(MostRows));
                }

                rows.Add(new SheetRow(
                    file.Line,
                    file.Fault is null ? places.ToDictionary(p => p.Key, p => file[p.Value].Trim(), StringComparer.Ordinal) : [],
                    file.Fault));
            }

            return rows.Count > 0 ? rows : throw new Problem(PeopleTexts.SheetEmpty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
