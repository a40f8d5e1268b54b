namespace Throughline.MarkUp;

internal enum PieceKind
{
    Open,
    Close,
    Text,

    /// <summary>Text in a CDATA section: it can be read, and nothing can be put into it.</summary>
    Literal,

    /// <summary>A comment, an instruction, the declaration.</summary>
    Other,
}

/// <summary>
/// Walks the tags and texts of well-formed XML by their places in it, so that something can be put between them and all
/// else stays as it was, to the letter. <see cref="XmlPart"/> has seen to it that the XML is well-formed.
/// </summary>
internal sealed class XmlPieces(string xml)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public PieceKind Kind { get; private set; }

    public int Start { get; private set; }

    /// <summary>Excluded.</summary>
    public int End { get; private set; }

    /// <summary>Of a tag, with its prefix: "w:p".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The tag opens and closes at once.</summary>
    public bool IsEmpty { get; private set; }

    public bool Next()
    {
        if (End >= xml.Length)
        {
            return false;
        }

        (Start, Name, IsEmpty) = (End, "", false);
        var rest = xml.AsSpan(Start);
        if (rest[0] != '<')
        {
            var length = rest.IndexOf('<');
            (Kind, End) = (PieceKind.Text, length < 0 ? xml.Length : Start + length);
        }
        else if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            (Kind, End) = (PieceKind.Other, After("-->"));
        }
        else if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            (Kind, End) = (PieceKind.Literal, After("]]>"));
        }
        else if (rest[1] is '?' or '!')
        {
            (Kind, End) = (PieceKind.Other, After(">"));
        }
        else
        {
            ReadTag();
        }

        return true;
    }

    /// <summary>From the tag that opens an element to behind the one that closes it.</summary>
    public void PassOver()
    {
        var (name, start, depth) = (Name, Start, IsEmpty ? 0 : 1);
        while (depth > 0 && Next())
        {
            depth += Name != name || IsEmpty ? 0 : Kind == PieceKind.Open ? 1 : -1;
        }

        (Name, Start) = (name, start);
    }

    /// <summary>The value of an attribute of the tag, by its name with the prefix; null where it has none.</summary>
    public string? Attribute(string name)
    {
        for (var at = Start + 1 + Name.Length; at < End;)
        {
            while (at < End && (char.IsWhiteSpace(xml[at]) || xml[at] is '/' or '>'))
            {
                at++;
            }

            var equals = at < End ? xml.IndexOf('=', at, End - at) : -1;
            if (equals < 0)
            {
                return null;
            }

            var open = xml.IndexOfAny(['"', '\''], equals);
            var close = xml.IndexOf(xml[open], open + 1);
            if (xml.AsSpan(at, equals - at).Trim().SequenceEqual(name))
            {
                return System.Net.WebUtility.HtmlDecode(xml[(open + 1)..close]);
            }

            at = close + 1;
        }

        return null;
    }

    private void ReadTag()
    {
        Kind = xml[Start + 1] == '/' ? PieceKind.Close : PieceKind.Open;
        var from = Start + (Kind == PieceKind.Close ? 2 : 1);
        var at = from;
        while (!char.IsWhiteSpace(xml[at]) && xml[at] is not ('/' or '>'))
        {
            at++;
        }

        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var span = xml.AsSpan(from, at - from);
        if (!lookup.TryGetValue(span, out var name))
        {
            names.Add(name = span.ToString());
        }

        for (; xml[at] != '>'; at++)
        {
            if (xml[at] is '"' or '\'')
            {
                at = xml.IndexOf(xml[at], at + 1);
            }
        }

        (Name, End, IsEmpty) = (name, at + 1, xml[at - 1] == '/');
    }

    private int After(string end) => xml.IndexOf(end, Start + 2, StringComparison.Ordinal) + end.Length;
}
