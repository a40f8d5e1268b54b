using System.Buffers;
using System.Text;

namespace Throughline.Imports;

/// <summary>
/// The rows of a large file, as bytes where they lie: no text is made of a cell that nobody asks for. Cells may stand in
/// quotation marks, with line ends in them and marks doubled; lines end with a line feed, both signs or a carriage return;
/// empty lines are passed over. What cannot be read at all is a <see cref="Problem"/> with the line; a row that is not
/// whole says why in <see cref="Fault"/>.
/// </summary>
internal sealed partial class CsvRows : IDisposable
{
    /// <summary>The most bytes of one row; more means that a quotation mark was never closed.</summary>
    private const int MostBytes = 1 << 20;

    private const byte Quote = (byte)'"';

    private readonly Stream stream;
    private readonly byte separator;
    private readonly byte lineEnd;
    private readonly SearchValues<byte> signs;
    public string Name { get; }
    private byte[] buffer = new byte[1 << 18];
    private Cell[] cells = new Cell[16];
    private byte[] unquoted = [];
    private int count;
    private int next;
    private int filled;
    private bool isAtEnd;
    private bool hasQuotes;
    private bool quotesAreWrong;
    private bool isCut;
    private long nextLine = 1;
    private int rowStart;
    private int rowLength;

    private CsvRows(TextForm form)
    {
        Name = Path.GetFileName(form.Path);
        stream = form.Open();
        (separator, lineEnd) = (form.Separator, form.LineEnd);
        signs = SearchValues.Create(separator, lineEnd, Quote);
    }

    /// <summary>The headings, as written, without spaces around them.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The line of the file on which the current row starts; the heading row is line 1.</summary>
    public long Line { get; private set; }

    /// <summary>The current row as it stands in the file.</summary>
    public string Raw => Encoding.UTF8.GetString(buffer, rowStart, rowLength);

    /// <summary>Why the current row cannot be used; null where it is whole.</summary>
    public string? Fault =>
        quotesAreWrong ? ImportTexts.RowQuotes
        : buffer.AsSpan(rowStart, rowLength).Contains((byte)0) ? ImportTexts.RowControl
        : count != Header.Count ? ImportTexts.RowCells.With(count, Header.Count)
        : isCut ? ImportTexts.RowCut
        : null;

    /// <summary>A cell of the current row, without spaces around it; good until the next row is read.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var cell = cells[column];
            var bytes = buffer.AsSpan(cell.Start, cell.Length);
            return (cell.IsDoubled ? Undouble(bytes) : bytes).Trim((byte)' ');
        }
    }

    /// <summary>Opens a file and reads its headings.</summary>
    public static CsvRows Open(TextForm form)
    {
        var rows = new CsvRows(form);
        try
        {
            if (!rows.Read())
            {
                throw new Problem(ImportTexts.FileEmpty.With(rows.Name));
            }

            rows.Header = [.. Enumerable.Range(0, rows.count).Select(rows.Text)];
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>A cell of the current row as text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(this[column]).Trim();

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Read()
    {
        while (true)
        {
            if (!TryRow(out var past))
            {
                if (isAtEnd)
                {
                    return false;
                }

                Fill();
                continue;
            }

            (rowStart, rowLength) = (next, past - next);
            Line = nextLine;
            // A quoted cell may hold line ends, so lines are not rows.
            nextLine += hasQuotes ? Math.Max(1, buffer.AsSpan(rowStart, rowLength).Count(lineEnd)) : 1;
            next = past;
            if (count > 1 || cells[0].Length > 0 || hasQuotes)
            {
                return true;
            }
        }
    }

    public void Dispose() => stream.Dispose();
}
