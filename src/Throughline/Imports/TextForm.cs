using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Throughline.Imports;

/// <summary>How a file of rows is written, found from the file itself so that nobody has to say it.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Encoding">By its mark; without one UTF-8 if all of the file is that, else Windows-1252.</param>
/// <param name="MarkBytes">How long the mark at the start is.</param>
/// <param name="Separator">What stands between cells: a comma, a semicolon, a tab or a bar.</param>
/// <param name="LineEnd">What ends a line: a line feed, or a carriage return where the file has no line feeds.</param>
internal sealed record TextForm(string Path, Encoding Encoding, int MarkBytes, byte Separator, byte LineEnd)
{
    private const int SampleBytes = 1 << 16;
    private const int BlockBytes = 1 << 18;

    private static readonly byte[] Separators = [(byte)',', (byte)';', (byte)'\t', (byte)'|'];

    /// <summary>How the separator and the encoding are called.</summary>
    public string Words => ImportTexts.FormFound.With(
        Separator switch
        {
            (byte)';' => ImportTexts.FormSemicolon,
            (byte)'\t' => ImportTexts.FormTab,
            (byte)'|' => ImportTexts.FormBar,
            _ => ImportTexts.FormComma,
        },
        Encoding.CodePage switch { 65001 => "UTF-8", 1252 => "Windows-1252", _ => "UTF-16" });

    public static TextForm Of(string path)
    {
        try
        {
            using var file = File(path);
            return Look(path, file);
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

    /// <summary>The file as UTF-8, without a mark.</summary>
    public Stream Open()
    {
        var file = File(Path);
        file.Seek(MarkBytes, SeekOrigin.Begin);
        return Encoding.CodePage == Encoding.UTF8.CodePage ? file : Encoding.CreateTranscodingStream(file, Encoding, Encoding.UTF8);
    }

    private static FileStream File(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);

    private static TextForm Look(string path, FileStream file)
    {
        var name = System.IO.Path.GetFileName(path);
        var sample = new byte[SampleBytes];
        var start = sample.AsSpan(0, file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false));
        if (start.IsEmpty)
        {
            throw new Problem(ImportTexts.FileEmpty.With(name));
        }

        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new Problem(ImportTexts.FileExcel.With(name));
        }

        var (encoding, mark) = start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Encoding.Unicode, 2)
            : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2)
            : start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? (Encoding.UTF8, 3)
            : (IsUtf8(file) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!, 0);
        if (mark == 3 && !IsUtf8(file))
        {
            throw new Problem(ImportTexts.FileMarkedUtf8.With(name));
        }

        ReadOnlySpan<byte> text = Encoding.UTF8.GetBytes(encoding.GetString(start[mark..]));
        var end = text.Contains((byte)'\n') || !text.Contains((byte)'\r') ? (byte)'\n' : (byte)'\r';
        return new TextForm(path, encoding, mark, SeparatorOf(text, end), end);
    }

    /// <summary>The separator that the heading row has most of, outside of quotation marks.</summary>
    private static byte SeparatorOf(ReadOnlySpan<byte> text, byte end)
    {
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var sign in text)
        {
            isQuoted ^= sign == (byte)'"';
            if (sign == end && !isQuoted)
            {
                break;
            }

            if (!isQuoted && Separators.IndexOf(sign) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return Separators[counts.IndexOf(counts.Max())];
    }

    /// <summary>Whether all of the file is UTF-8. Blocks are cut behind a sign of one byte, so that none is cut in two.</summary>
    private static bool IsUtf8(FileStream file)
    {
        file.Seek(0, SeekOrigin.Begin);
        var block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            for (var kept = 0; ;)
            {
                var count = file.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false);
                var some = block.AsSpan(0, kept + count);
                var whole = count < block.Length - kept ? some.Length : some.LastIndexOfAnyInRange((byte)0, (byte)0x7F) + 1;
                if (!Utf8.IsValid(some[..whole]) || (whole == 0 && !some.IsEmpty))
                {
                    return false;
                }

                if (whole == some.Length && count < block.Length - kept)
                {
                    return true;
                }

                some[whole..].CopyTo(block);
                kept = some.Length - whole;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
