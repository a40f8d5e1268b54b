using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Throughline.Imports;

/// <summary>
/// A CSV file read row by row, whatever its size: a heading row, UTF-8 (or UTF-16 with its mark), the separator found
/// from its first lines. What cannot be read at all is a <see cref="Problem"/> with the line; a row that is not whole
/// says why in <see cref="Fault"/>.
/// </summary>
public sealed class CsvFile : IDisposable
{
    /// <summary>The most bytes of one row; more means that a quotation mark was never closed.</summary>
    private const int MostBytes = 1 << 20;

    private readonly string name;
    private readonly CsvReader reader;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly long length;
    private readonly bool endsInMidLine;
    private CsvMalformedReason? malformed;

    private CsvFile(string path, int above)
    {
        name = Path.GetFileName(path);
        (length, endsInMidLine) = LookAtEnds(path);
        reader = CsvReader.FromFile(path, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MaxRecordSize = MostBytes,
            PoolStrings = true,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = record => malformed = record.Reason,
            IncludeValuesInExceptions = false,
            HasHeader = false,
        });
        var (title, cells) = (new StringBuilder(), new List<string>());
        for (var row = 0; row <= above && Attempt(reader.Read); row++)
        {
            title.Append(row < above ? Raw : "");
            cells = row < above ? [] : [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
        }

        (Title, Header) = (title.ToString(), cells);
        for (var i = 0; i < Header.Count; i++)
        {
            columns.TryAdd(Header[i], i);
        }

        malformed = null;
    }

    /// <summary>The names of the columns, as written, without spaces around them; none where the file ends above them.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>What stands above the headings, as written.</summary>
    public string Title { get; }

    /// <summary>How many cells a row has at least: published tables leave out what a year did not have yet. As many as headings, if not said.</summary>
    public int? FewestCells { get; init; }

    /// <summary>The line of the file on which the current row starts; the heading row is line 1.</summary>
    public long Line => reader.LineNumber;

    /// <summary>The current row as it stands in the file.</summary>
    public string Raw => Encoding.UTF8.GetString(reader.RawRecord);

    /// <summary>Why the current row cannot be used; null where it is whole.</summary>
    public string? Fault { get; private set; }

    /// <summary>A cell of the current row.</summary>
    public string this[int column] => column < reader.FieldCount ? reader.GetString(column) : "";

    /// <param name="path">The file.</param>
    /// <param name="above">How many rows stand above the headings.</param>
    /// <param name="fewestCells">How many cells a row has at least; null for as many as headings.</param>
    public static CsvFile Open(string path, int above = 0, int? fewestCells = null)
    {
        try
        {
            return new CsvFile(path, above) { FewestCells = fewestCells };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Problem(ImportTexts.FileMissing.With(path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Problem(ImportTexts.FileUnreadable.With(path), e);
        }
    }

    /// <summary>Whether the file has a column of that name, in any case.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Where a column stands, by the first of several names it may have; a problem where it has none of them.</summary>
    public int Column(params ReadOnlySpan<string> names)
    {
        foreach (var candidate in names)
        {
            if (columns.TryGetValue(candidate, out var index))
            {
                return Header.Count(h => h.Equals(candidate, StringComparison.OrdinalIgnoreCase)) == 1
                    ? index
                    : throw new Problem(ImportTexts.ColumnTwice.With(name, candidate));
            }
        }

        throw new Problem(ImportTexts.ColumnMissing.With(name, names[0], string.Join(", ", Header)));
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Read()
    {
        malformed = null;
        if (!Attempt(reader.Read))
        {
            return false;
        }

        if (!Utf8.IsValid(reader.RawRecord))
        {
            throw new Problem(ImportTexts.FileEncoding.With(name, Line));
        }

        Fault = reader.RawRecord.Contains((byte)0) ? ImportTexts.RowControl
            : malformed is not null and not CsvMalformedReason.FieldCountMismatch ? ImportTexts.RowQuotes
            : reader.FieldCount > Header.Count || reader.FieldCount < (FewestCells ?? Header.Count) ? ImportTexts.RowCells.With(reader.FieldCount, Header.Count)
            : endsInMidLine && reader.ByteOffset + reader.RawRecord.Length >= length ? ImportTexts.RowCut
            : null;
        return true;
    }

    public void Dispose() => reader.Dispose();

    private bool Attempt(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException e)
        {
            throw new Problem(ImportTexts.FileQuote.With(name, e.LineNumber), e);
        }
    }

    /// <summary>What the file is by its first bytes, how long it is, and whether its last line is ended.</summary>
    private static (long Length, bool EndsInMidLine) LookAtEnds(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var name = Path.GetFileName(path);
        Span<byte> start = stackalloc byte[4];
        var count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (count == 0)
        {
            throw new Problem(ImportTexts.FileEmpty.With(name));
        }

        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new Problem(ImportTexts.FileExcel.With(name));
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            // Where rows start is counted in UTF-8, so the last row cannot be told from the others: a cut refuses the file.
            Span<byte> unit = stackalloc byte[2];
            stream.Seek(-2, SeekOrigin.End);
            stream.ReadExactly(unit);
            var ends = (unit[0] | unit[1]) is '\n' or '\r' && (unit[0] & unit[1]) == 0 && stream.Length % 2 == 0;
            return ends ? (stream.Length, false) : throw new Problem(ImportTexts.FileCut.With(name));
        }

        stream.Seek(-1, SeekOrigin.End);
        return (stream.Length, stream.ReadByte() is not ('\n' or '\r'));
    }
}
