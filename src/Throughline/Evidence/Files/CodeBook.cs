using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Throughline.Evidence.Files;

/// <summary>
/// What codes stand for, looked up by the bytes of a file without making text of them. Rows of one student or school often
/// follow each other, so the last answer is kept.
/// </summary>
/// <param name="known">By code.</param>
internal sealed class CodeBook<T>(Dictionary<string, T> known)
    where T : notnull
{
    private const int MostBytes = 128;

    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly byte[] last = new byte[MostBytes];
    private int lastLength = -1;
    private T? lastFound;

    public bool TryFind(ReadOnlySpan<byte> code, [MaybeNullWhen(false)] out T found)
    {
        if (code.Length == lastLength && code.SequenceEqual(last.AsSpan(0, lastLength)))
        {
            found = lastFound!;
            return true;
        }

        Span<char> room = stackalloc char[MostBytes];
        if (code.Length is 0 or > MostBytes || !lookup.TryGetValue(room[..Encoding.UTF8.GetChars(code, room)], out found))
        {
            found = default;
            return false;
        }

        code.CopyTo(last);
        (lastLength, lastFound) = (code.Length, found);
        return true;
    }
}
