using Throughline.Evidence.Files;
using Throughline.Imports;

namespace Throughline.Evidence.Uploads;

/// <summary>A column of an upload.</summary>
/// <param name="Heading">As the file has it.</param>
/// <param name="First">Its first values.</param>
/// <param name="Found">What its heading says that it holds: "student", "school", "date", "id", "room" or a field; null where that is not known.</param>
internal sealed record UploadColumn(string Heading, IReadOnlyList<string> First, string? Found)
{
    private const int Shown = 3;

    /// <summary>What columns of a kind of file can hold, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Targets(string import)
    {
        var table = RecordFiles.Default.Of(import);
        return
        [
            .. table.Record.About == Benchmarks.Evidence.RecordSubject.Student ? ["student"] : (string[])[],
            "school", "date",
            .. table.Room.Count > 0 ? ["room"] : (string[])[],
            .. table.Fields.Select(f => f.Field), .. table.More.Keys,
            .. table.Number.Count > 0 ? ["id"] : (string[])[],
        ];
    }

    /// <summary>Whether a file of marks has any in numbers, of which letters do not say whether they pass.</summary>
    public static bool HasMarksInNumbers(string path, string import, IReadOnlyDictionary<string, string> matches)
    {
        using var file = CsvFile.Open(path);
        var columns = new Columns(file, Path.GetFileName(path), RecordFiles.Default.Of(import), matches);
        var (marks, numbers, letters) = (columns.More.GetValueOrDefault("mark", -1), columns.Fields["number"], columns.Fields["letter"]);
        while (marks + numbers > -2 && file.Read())
        {
            if (file.Fault is null && (IsNumber(marks) || (IsNumber(numbers) && (letters < 0 || Emptiness.IsMissing(file[letters])))))
            {
                return true;
            }
        }

        return false;

        bool IsNumber(int column) => column >= 0 && decimal.TryParse(file[column], System.Globalization.CultureInfo.InvariantCulture, out _);
    }

    /// <summary>The columns of a file, with what they would be taken for without a word from anybody.</summary>
    public static IReadOnlyList<UploadColumn> Of(string path, string import)
    {
        using var file = CsvFile.Open(path);
        var columns = new Columns(file, Path.GetFileName(path), RecordFiles.Default.Of(import), new Dictionary<string, string>());
        var first = file.Header.Select(_ => new List<string>()).ToList();
        for (var row = 0; row < Shown && file.Read(); row++)
        {
            for (var i = 0; i < first.Count && file.Fault is null; i++)
            {
                first[i].Add(FieldTexts.Short(file[i]));
            }
        }

        return [.. file.Header.Select((h, i) => new UploadColumn(h, first[i], columns.NameOf(i)))];
    }
}
