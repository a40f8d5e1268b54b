using System.Globalization;
using Throughline.Benchmarks.Measures;
using Throughline.Ui;

namespace Throughline.Features.Evidence.Imports;

/// <summary>What kinds of files, columns and words are called.</summary>
internal static class ImportWords
{
    /// <summary>"Course marks" for "marks".</summary>
    public static string Kind(string import) => Said("Kind_" + import) ?? import;

    /// <summary>"Grade earned" for "letter".</summary>
    public static string Column(string name) => Said("Column_" + name) ?? Plain(name);

    /// <summary>What a word of a field means, for somebody who chooses: "Counts as failing" for a no of "passed".</summary>
    public static string Meaning(string field, string word) => Said("Word_" + field + "_" + word) ?? (StudentGroup.IsKnown(word) && field == "group" ? StudentGroups.Name(word) : Plain(word));

    /// <summary>"Row 214", "Rows 377 and 378", "Rows 3, 4, 5 and 12 more".</summary>
    public static string Rows(IReadOnlyList<long> lines)
    {
        const int shown = 3;
        return lines switch
        {
            [var one] => UploadTexts.RowOne.With(one),
            [var one, var two] => UploadTexts.RowTwo.With(one, two),
            _ when lines.Count <= shown + 1 => UploadTexts.RowSome.With(string.Join(", ", lines.SkipLast(1)), lines[^1]),
            _ => UploadTexts.RowMany.With(string.Join(", ", lines.Take(shown)), lines.Count - shown),
        };
    }

    private static string Plain(string name) => name.Replace('_', ' ');

    private static string? Said(string name) => UploadTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture);
}
