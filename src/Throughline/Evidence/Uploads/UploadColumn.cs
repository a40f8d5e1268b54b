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
