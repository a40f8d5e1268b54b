using System.Globalization;
using System.Xml.Linq;

namespace Throughline.MarkUp;

/// <summary>Which paragraphs are headings and which stand in a table of contents, by the styles of the file.</summary>
internal sealed class WordStyles
{
    /// <summary>A chain of styles that build on each other is followed so far.</summary>
    private const int Deepest = 20;

    /// <summary>Level 9 (counted from 0) is body text.</summary>
    private const int BodyLevel = 9;

    private static readonly string[] Titles = ["heading", "title", "subtitle"];
    private static readonly string[] Lists = ["toc", "contents", "index", "table of", "header", "footer", "footnote", "caption"];

    private readonly Dictionary<string, (string Name, string? Base, int? Level)> styles = new(StringComparer.Ordinal);

    public WordStyles(XmlPart? part)
    {
        if (part is null)
        {
            return;
        }

        XNamespace w = part.Namespace;
        foreach (var style in XDocument.Parse(part.Text).Root!.Elements(w + "style"))
        {
            var level = style.Element(w + "pPr")?.Element(w + "outlineLvl")?.Attribute(w + "val")?.Value;
            styles[style.Attribute(w + "styleId")?.Value ?? ""] = (
                style.Element(w + "name")?.Attribute(w + "val")?.Value ?? "",
                style.Element(w + "basedOn")?.Attribute(w + "val")?.Value,
                LevelOf(level));
        }
    }

    public bool IsHeading(string? style) => Any(style, s => s.Level is < BodyLevel || Begins(s.Name, Titles));

    /// <summary>Tables of contents, captions and the like: nobody writes a benchmark there.</summary>
    public bool IsApart(string? style) => Any(style, s => Begins(s.Name, Lists));

    public static int? LevelOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;

    private bool Any(string? style, Predicate<(string Name, string? Base, int? Level)> fits)
    {
        for (var i = 0; i < Deepest && style is not null && styles.TryGetValue(style, out var found); i++)
        {
            if (fits(found))
            {
                return true;
            }

            style = found.Base;
        }

        return false;
    }

    private static bool Begins(string name, string[] words) => Array.Exists(words, w => name.StartsWith(w, StringComparison.OrdinalIgnoreCase));
}
