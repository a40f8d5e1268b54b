namespace Throughline.Imports;

/// <summary>Where the cells of a row begin and end. A row that the buffer holds only in part is begun again once more has been read.</summary>
internal sealed partial class CsvRows
{
    /// <summary>The cells of the row that starts at <see cref="next"/>; false where the buffer ends before it does.</summary>
    private bool TryRow(out int past)
    {
        count = 0;
        hasQuotes = quotesAreWrong = isCut = false;
        past = next;
        if (next == filled)
        {
            return false;
        }

        while (true)
        {
            if (past < filled && buffer[past] == Quote)
            {
                if (!TryQuoted(ref past))
                {
                    return false;
                }
            }
            else if (!TryPlain(ref past))
            {
                return false;
            }

            if (past == filled)
            {
                isCut = true;
                return true;
            }

            if (buffer[past++] == lineEnd)
            {
                return true;
            }
        }
    }

    /// <summary>A cell without quotation marks around it, up to the sign that ends it.</summary>
    private bool TryPlain(ref int at)
    {
        var start = at;
        while (true)
        {
            var found = buffer.AsSpan(at, filled - at).IndexOfAny(signs);
            at = found < 0 ? filled : at + found;
            if (found < 0 && !isAtEnd)
            {
                return false;
            }

            if (found < 0 || buffer[at] != Quote)
            {
                break;
            }

            (quotesAreWrong, hasQuotes) = (true, true);
            at++;
        }

        // Of the two signs that end a line in Windows the first is not the cell's.
        var end = at > start && buffer[at - 1] == '\r' && (at == filled || buffer[at] == '\n') ? at - 1 : at;
        Add(new Cell(start, end - start, false));
        return true;
    }

    private bool TryQuoted(ref int at)
    {
        hasQuotes = true;
        var start = at + 1;
        var isDoubled = false;
        for (at = start; ; at += 2, isDoubled = true)
        {
            var found = buffer.AsSpan(at, filled - at).IndexOf(Quote);
            if (found < 0)
            {
                return isAtEnd ? throw NeverClosed() : false;
            }

            at += found;
            if (at + 1 == filled && !isAtEnd)
            {
                return false;
            }

            if (at + 1 == filled || buffer[at + 1] != Quote)
            {
                break;
            }
        }

        Add(new Cell(start, at - start, isDoubled));
        at++;
        var rest = buffer.AsSpan(at, filled - at);
        var past = rest.IndexOfAny(separator, lineEnd);
        if (past < 0 && !isAtEnd)
        {
            return false;
        }

        rest = past < 0 ? rest : rest[..past];
        quotesAreWrong |= rest.ContainsAnyExcept((byte)'\r', (byte)' ');
        at += rest.Length;
        return true;
    }

    private void Add(Cell cell)
    {
        if (count == cells.Length)
        {
            Array.Resize(ref cells, 2 * count);
        }

        cells[count++] = cell;
    }

    /// <summary>Keeps what is left of the buffer, and reads more behind it.</summary>
    private void Fill()
    {
        var left = filled - next;
        if (left > MostBytes)
        {
            throw NeverClosed();
        }

        if (left > buffer.Length / 2)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        Buffer.BlockCopy(buffer, next, buffer, 0, left);
        (next, filled) = (0, left);
        var read = stream.Read(buffer, filled, buffer.Length - filled);
        isAtEnd = read == 0;
        filled += read;
    }

    private ReadOnlySpan<byte> Undouble(ReadOnlySpan<byte> cell)
    {
        if (unquoted.Length < cell.Length)
        {
            unquoted = new byte[cell.Length];
        }

        var length = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            unquoted[length++] = cell[i];
            i += cell[i] == Quote ? 1 : 0;
        }

        return unquoted.AsSpan(0, length);
    }

    private Problem NeverClosed() => new(ImportTexts.FileQuote.With(Name, nextLine));

    private readonly record struct Cell(int Start, int Length, bool IsDoubled);
}
