using System.Text;
using System.Xml;

namespace Throughline.MarkUp;

/// <summary>One of a Word file's parts as text: well-formed, without a document type, not larger than allowed.</summary>
/// <param name="Text">Without the byte order mark.</param>
/// <param name="Encoding">Writes the bytes that were read, mark included.</param>
/// <param name="Prefix">What the names of Word's own elements begin with: "w:"; empty in other parts.</param>
/// <param name="Namespace">The one that the prefix stands for.</param>
internal sealed record XmlPart(string Text, Encoding Encoding, string Prefix, string Namespace)
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        MaxCharactersInDocument = Limits.Part,
    };

    /// <summary>A problem where this is not XML as Word files have it.</summary>
    public static XmlPart Read(byte[] bytes)
    {
        Encoding encoding = bytes is [0xEF, 0xBB, 0xBF, ..] ? new UTF8Encoding(true, true)
            : bytes is [0xFF, 0xFE, ..] ? new UnicodeEncoding(false, true, true)
            : bytes is [0xFE, 0xFF, ..] ? new UnicodeEncoding(true, true, true)
            : new UTF8Encoding(false, true);
        try
        {
            var mark = encoding.GetPreamble().Length;
            var text = encoding.GetString(bytes, mark, bytes.Length - mark);
            var (prefix, name) = Prefixed(text);
            return new XmlPart(text, encoding, prefix, name);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            throw new Problem(MarkUpTexts.Damaged, e);
        }
    }

    public byte[] Bytes(string text) => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(text)];

    /// <summary>The text with something before the end of its root element.</summary>
    public string WithAtEnd(string more)
    {
        var (pieces, last) = (new XmlPieces(Text), (Start: 0, End: 0, Name: "", IsEmpty: false));
        while (pieces.Next())
        {
            if (pieces.Kind is PieceKind.Close or PieceKind.Open)
            {
                last = (pieces.Start, pieces.End, pieces.Name, pieces.IsEmpty);
            }
        }

        return last.IsEmpty
            ? $"{Text[..(last.End - 2)]}>{more}</{last.Name}>{Text[last.End..]}"
            : Text[..last.Start] + more + Text[last.Start..];
    }

    /// <summary>Reads all of it, which finds what is not well-formed; every element of Word's must have one prefix.</summary>
    private static (string Prefix, string Namespace) Prefixed(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        string? prefix = null;
        var name = "";
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var isWord = reader.NamespaceURI is Word or StrictWord;
            if (isWord && prefix is null)
            {
                (prefix, name) = (reader.Prefix, reader.NamespaceURI);
            }

            // Attributes need a prefix, and one that meant two things could not be told apart by its letters.
            if (prefix is not null && (prefix.Length == 0 || isWord != (reader.Prefix == prefix) || (isWord && reader.NamespaceURI != name)))
            {
                throw new XmlException(MarkUpTexts.Damaged);
            }
        }

        return (prefix is null ? "" : prefix + ":", name);
    }
}
