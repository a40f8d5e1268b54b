using System.Text;

namespace Throughline.MarkUp;

/// <summary>What an earlier check put into a plan is taken out before the next, so that a plan can be mended and sent again.</summary>
internal static class Earlier
{
    /// <summary>The tag of a block stands among its first letters.</summary>
    private const int TagWithin = 1000;

    /// <summary>The numbers of the comments that Throughline wrote.</summary>
    public static IReadOnlySet<string> Ids(XmlPart? comments)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (comments is null)
        {
            return ids;
        }

        var pieces = new XmlPieces(comments.Text);
        while (pieces.Next())
        {
            if (pieces.Kind == PieceKind.Open && pieces.Name == comments.Prefix + "comment" && pieces.Attribute(comments.Prefix + "author") == CommentWriter.Author
                && pieces.Attribute(comments.Prefix + "id") is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    /// <summary>The part without the first page and without these comments or their marks.</summary>
    public static XmlPart Without(XmlPart part, IReadOnlySet<string> ids)
    {
        var (open, close) = ($"<{part.Prefix}r>", $"</{part.Prefix}r>");
        var (kept, from, pieces) = (new StringBuilder(), 0, new XmlPieces(part.Text));
        while (pieces.Next())
        {
            if (pieces.Kind == PieceKind.Open && IsOurs(part, pieces, ids))
            {
                pieces.PassOver();
                // The run that we made for a mark goes with it; of one that holds more, only the mark.
                var isAlone = part.Text.AsSpan(from, pieces.Start - from).EndsWith(open) && part.Text.AsSpan(pieces.End).StartsWith(close);
                kept.Append(part.Text, from, pieces.Start - from - (isAlone ? open.Length : 0));
                from = pieces.End + (isAlone ? close.Length : 0);
            }
        }

        return from == 0 ? part : part with { Text = kept.Append(part.Text, from, part.Text.Length - from).ToString() };
    }

    private static bool IsOurs(XmlPart part, XmlPieces pieces, IReadOnlySet<string> ids)
    {
        if (!pieces.Name.StartsWith(part.Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        return pieces.Name[part.Prefix.Length..] switch
        {
            "comment" or "commentRangeStart" or "commentRangeEnd" or "commentReference" => pieces.Attribute(part.Prefix + "id") is { } id && ids.Contains(id),
            "sdt" => part.Text.AsSpan(pieces.Start, Math.Min(TagWithin, part.Text.Length - pieces.Start)).Contains($"\"{FirstPage.Tag}\"", StringComparison.Ordinal),
            _ => false,
        };
    }
}
