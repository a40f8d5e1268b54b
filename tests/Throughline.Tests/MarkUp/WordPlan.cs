using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Throughline.Tests.Support;

namespace Throughline.Tests.MarkUp;

/// <summary>A Word file as tests look at it, with nothing of the product's own reader.</summary>
internal sealed class WordPlan
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string DocumentName = "word/document.xml";
    private const string Author = "Throughline";

    public WordPlan(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            Parts[entry.FullName] = bytes.ToArray();
        }
    }

    public Dictionary<string, byte[]> Parts { get; } = [];

    public static string[] Names { get; } = ["school", "district", "edited"];

    public XDocument Document => Tree(DocumentName);

    public static byte[] Fixture(string name) => File.ReadAllBytes(PathOf(name));

    public static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Throughline.Tests", "MarkUp", "plans", name + ".docx");

    public XDocument Tree(string part) => XDocument.Parse(Encoding.UTF8.GetString(Parts[part]), LoadOptions.PreserveWhitespace);

    /// <summary>The comments of an author: the words they stand at, and what they say.</summary>
    public List<(string At, string Says)> Comments(string author = Author)
    {
        if (!Parts.ContainsKey("word/comments.xml"))
        {
            return [];
        }

        var said = Tree("word/comments.xml").Descendants(W + "comment").Where(c => (string?)c.Attribute(W + "author") == author)
            .ToDictionary(c => (string)c.Attribute(W + "id")!, c => string.Join('\n', c.Elements(W + "p").Select(p => p.Value)));
        var all = Document.Descendants().ToList();
        return [.. said.Select(c =>
        {
            var from = all.FindIndex(e => e.Name == W + "commentRangeStart" && (string?)e.Attribute(W + "id") == c.Key);
            var to = all.FindIndex(e => e.Name == W + "commentRangeEnd" && (string?)e.Attribute(W + "id") == c.Key);
            return (At: from < 0 ? "" : string.Concat(all[from..to].Where(e => e.Name == W + "t").Select(e => e.Value)), Says: c.Value);
        })];
    }

    /// <summary>The words of the page that was put before the plan.</summary>
    public string FirstPage() => string.Join('\n', Block(Document)?.Descendants(W + "p").Select(p => p.Value) ?? []);

    /// <summary>
    /// The document without what Throughline put in: its block, its comments' marks, and the cuts it made in runs. Runs
    /// with one look that stand beside each other are joined, in every document alike, so that two can be compared.
    /// </summary>
    public string WithoutOurs()
    {
        var document = Document;
        Block(document)?.Remove();
        var ours = Parts.ContainsKey("word/comments.xml")
            ? Tree("word/comments.xml").Descendants(W + "comment").Where(c => (string?)c.Attribute(W + "author") == Author).Select(c => (string)c.Attribute(W + "id")!).ToHashSet()
            : [];
        foreach (var mark in document.Descendants().Where(e => e.Name.LocalName.StartsWith("comment", StringComparison.Ordinal) && ours.Contains((string?)e.Attribute(W + "id") ?? "")).ToList())
        {
            (mark.Name == W + "commentReference" ? mark.Parent! : mark).Remove();
        }

        foreach (var run in document.Descendants(W + "r").ToList())
        {
            if (run.NextNode is XElement next && next.Name == W + "r" && Look(run) == Look(next))
            {
                next.Elements().First(e => e.Name == W + "rPr").Remove();
                next.AddFirst(run.Nodes());
                run.Remove();
            }
        }

        foreach (var text in document.Descendants(W + "t").ToList())
        {
            text.SetAttributeValue(XNamespace.Xml + "space", null);
            if (text.NextNode is XElement next && next.Name == W + "t")
            {
                next.Value = text.Value + next.Value;
                text.Remove();
            }
        }

        return document.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement? Block(XDocument document) => document.Descendants(W + "sdt")
        .FirstOrDefault(s => (string?)s.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val") == "throughline-first-page");

    private static string? Look(XElement run) => run.Element(W + "rPr") is { } look
        ? string.Concat(run.Attributes().Select(a => a.ToString())) + look.ToString(SaveOptions.DisableFormatting)
        : null;
}
