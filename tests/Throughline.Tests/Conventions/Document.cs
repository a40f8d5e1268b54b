using System.Text.RegularExpressions;
using Throughline.Tests.Support;

namespace Throughline.Tests.Conventions;

/// <summary>One of the repository's documents, with its fenced blocks.</summary>
internal sealed partial class Document
{
    private Document(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
        Blocks = [.. Fence().Matches(Text).Select(m => new Block(m.Groups["tag"].Value.Trim(), m.Groups["text"].Value))];
    }

    public string Path { get; }

    /// <summary>Its path inside the repository.</summary>
    public string Name => System.IO.Path.GetRelativePath(Repository.Root, Path).Replace('\\', '/');

    public string Text { get; }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The text without fenced blocks and code spans: what is prose.</summary>
    public string Prose => CodeSpan().Replace(Fence().Replace(Text, ""), "");

    public static Document Read(params string[] parts) => new(System.IO.Path.Combine([Repository.Root, .. parts]));

    /// <summary>Every document: those at the root and those under docs.</summary>
    public static IReadOnlyList<Document> All() => [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(p => new Document(p))];

    [GeneratedRegex("^```(?<tag>[^\n`]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex CodeSpan();
}

/// <summary>A fenced block: what stands behind the fence, and what it holds.</summary>
internal sealed record Block(string Tag, string Text)
{
    /// <summary>The command lines of a console block: all its lines or, where some begin with a dollar sign, those.</summary>
    public IEnumerable<string> Commands()
    {
        var lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Any(l => l.StartsWith("$ ", StringComparison.Ordinal))
            ? lines.Where(l => l.StartsWith("$ ", StringComparison.Ordinal)).Select(l => l[2..])
            : lines;
    }
}
