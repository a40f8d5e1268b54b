namespace Throughline.Evidence.Files.EdFi;

/// <summary>
/// The rows of an Ed-Fi file as CSV that the importers read, in a file that goes with this object. A row stands on the line
/// on which its element begins, so that what is said of the row leads to the element.
/// </summary>
internal sealed class EdFiSheet : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("throughline-").FullName;
    private readonly StreamWriter writer;
    private long line = 2;

    /// <param name="name">What the file is called, which is what its results are told of.</param>
    /// <param name="headings">Of its columns.</param>
    public EdFiSheet(string name, params ReadOnlySpan<string> headings)
    {
        Path = System.IO.Path.Combine(folder, name);
        writer = new StreamWriter(Path);
        writer.Write(string.Join(',', headings) + "\n");
    }

    public string Path { get; }

    /// <summary>How many rows it has.</summary>
    public long Rows { get; private set; }

    public void Add(long at, params ReadOnlySpan<string> cells)
    {
        for (; line < at; line++)
        {
            writer.Write('\n');
        }

        for (var i = 0; i < cells.Length; i++)
        {
            writer.Write(i == 0 ? "\"" : ",\"");
            writer.Write(cells[i].ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal));
            writer.Write('"');
        }

        writer.Write('\n');
        (line, Rows) = (line + 1, Rows + 1);
    }

    /// <summary>Ends the file, so that it can be read.</summary>
    public string Close()
    {
        writer.Dispose();
        return Path;
    }

    public void Dispose()
    {
        writer.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
