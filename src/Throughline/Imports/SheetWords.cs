using System.Collections.Frozen;
using System.Text.Json;

namespace Throughline.Imports;

/// <summary>
/// The headings and words that files of schools use, as data: SheetWords.json. Case, spaces and signs do not matter, so
/// "Student ID", "student_id" and 'STUDENT-ID' are one heading.
/// </summary>
internal static class SheetWords
{
    private static readonly JsonElement Data = Load();

    private static readonly Dictionary<string, string[]> Headings =
        Data.GetProperty("columns").EnumerateObject().ToDictionary(c => c.Name, c => Strings(c.Value).Select(Plain).ToArray(), StringComparer.Ordinal);

    private static readonly HashSet<string> Blanks = [.. Strings(Data.GetProperty("blank")).Select(s => s.ToUpperInvariant())];

    private static readonly Dictionary<string, FrozenDictionary<string, string>> Lists =
        Data.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Name != "columns").ToDictionary(
            p => p.Name,
            p => p.Value.EnumerateObject().SelectMany(m => Strings(m.Value).Select(w => (Word: Plain(w), Means: m.Name))).Distinct()
                .ToFrozenDictionary(x => x.Word, x => x.Means, StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Letters and digits alone, in capitals.</summary>
    public static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether a cell says nothing: empty, or one of the words that exports write for that.</summary>
    public static bool IsBlank(string cell) => Blanks.Contains(cell.ToUpperInvariant());

    /// <summary>What a word of a list means; null where the list does not have it.</summary>
    public static string? Meaning(string list, string word) => Lists[list].GetValueOrDefault(Plain(word));

    /// <summary>All words of a list with their meaning.</summary>
    public static IReadOnlyDictionary<string, string> All(string list) => Lists[list];

    /// <summary>Where a column stands, by the first of its headings that the file has; -1 where it has none of them.</summary>
    public static int Find(CsvRows rows, string column)
    {
        var plain = rows.Header.Select(Plain).ToList();
        foreach (var heading in Headings[column])
        {
            if (plain.IndexOf(heading) is >= 0 and var index)
            {
                return plain.LastIndexOf(heading) == index ? index : throw new Problem(ImportTexts.ColumnTwice.With(rows.Name, rows.Header[index]));
            }
        }

        return -1;
    }

    /// <summary>The same; a problem where the file has none.</summary>
    public static int Need(CsvRows rows, string column, string called)
    {
        if (Find(rows, column) is >= 0 and var index)
        {
            return index;
        }

        // A number among the headings means that the file has none: its first student is not named to anybody.
        throw new Problem(rows.Header.Any(IsNumber) ? ImportTexts.HeadingsMissing.With(rows.Name, called)
            : ImportTexts.ColumnMissing.With(rows.Name, called, string.Join(", ", rows.Header.Take(40))));
    }

    private static bool IsNumber(string heading) => heading.Length > 3 && heading.All(char.IsAsciiDigit) && !new Dates().TryRead(heading, out _);

    private static JsonElement Load()
    {
        using var stream = typeof(SheetWords).Assembly.GetManifestResourceStream("Throughline.Imports.SheetWords.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.Clone();
    }

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(s => s.GetString()!);
}
