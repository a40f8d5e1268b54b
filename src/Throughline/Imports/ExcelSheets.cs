using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Throughline.Imports;

/// <summary>
/// Excel files (.xlsx) made into CSV before they are read, so that every kind of import takes them: the first sheet that holds
/// anything, a line for each of its rows. The copies lie in a folder that this user alone may read, and go with this object.
/// </summary>
public sealed class ExcelSheets : IDisposable
{
    private readonly List<string> folders = [];
    private readonly Dictionary<string, string> notes = new(StringComparer.Ordinal);

    // The library asks for the old Windows encoding when it starts, whether a file needs it or not.
    static ExcelSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private ExcelSheets(IReadOnlyList<string> paths) => Paths = paths;

    /// <summary>The files to read: as they came, or the copies, which have the same names.</summary>
    public IReadOnlyList<string> Paths { get; private set; }

    public static ExcelSheets Open(IReadOnlyList<string> paths)
    {
        var sheets = new ExcelSheets(paths);
        try
        {
            sheets.Paths = [.. paths.Select(p => IsExcel(p) ? sheets.Copy(p) : p)];
            return sheets;
        }
        catch
        {
            sheets.Dispose();
            throw;
        }
    }

    /// <summary>Which sheet of an Excel file was read; null for other files.</summary>
    public string? NoteOf(string file) => notes.GetValueOrDefault(file);

    public void Dispose() => folders.ForEach(f => Directory.Delete(f, recursive: true));

    private static bool IsExcel(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[4];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK\x03\x04"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Who reads it next says so.
            return false;
        }
    }

    private string Copy(string path)
    {
        var name = Path.GetFileName(path);
        var folder = Directory.CreateTempSubdirectory("throughline-").FullName;
        folders.Add(folder);
        var copy = Path.Combine(folder, name);
        try
        {
            using var file = File.OpenRead(path);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
            while (reader.RowCount == 0 && reader.NextResult())
            {
                // On to the first sheet with anything in it.
            }

            using var writer = new StreamWriter(copy);
            while (reader.Read())
            {
                writer.WriteLine(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(i => Quoted(Text(reader.GetValue(i))))));
            }

            notes[name] = ImportTexts.NoteSheet.With(reader.Name);
            return copy;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // The library throws what it likes at a file that is damaged, or is protected by a password.
            throw new Problem(ImportTexts.FileExcel.With(name), e);
        }
    }

    /// <summary>A cell as the importers read it, whatever the culture of the machine.</summary>
    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Line breaks within a cell become spaces, so that the lines of the copy are the rows of the sheet.</summary>
    private static string Quoted(string text) => text.Length == 0 ? ""
        : "\"" + text.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
