using System.Text;
using System.Text.RegularExpressions;
using Throughline.Tests.Support;

namespace Throughline.Tests.Conventions;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_link_between_documents_leads_somewhere() => Assert.Empty(
        from document in Document.All()
        from match in Link().Matches(document.Prose)
        let target = match.Groups["target"].Value
        where !target.StartsWith("https://", StringComparison.Ordinal) && !LeadsSomewhere(document, target)
        select $"{document.Name}: {target}");

    [Fact]
    public void No_document_names_a_place_on_a_machine() => Assert.Empty(
        from document in Document.All()
        from match in MachinePath().Matches(document.Text)
        select $"{document.Name}: {match.Value}");

    [Fact]
    public void No_document_names_the_address_of_a_package_registry() => Assert.Empty(
        from document in Document.All()
        from match in Registry().Matches(document.Text)
        select $"{document.Name}: {match.Value}");

    [Fact]
    public void Every_decision_stands_in_the_list_of_decisions()
    {
        var list = Repository.Read("docs", "decisions", "README.md");
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "decisions"), "0*.md"),
            f => Assert.Contains($"({Path.GetFileName(f)})", list, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("see /home/someone/file", true)]
    [InlineData(@"C:\Users\x", true)]
    [InlineData("at /state/schools and /assets/app.css, ./run, tests/Throughline.Tests", false)]
    public void Places_on_a_machine_are_found(string text, bool found) => Assert.Equal(found, MachinePath().IsMatch(text));

    private static bool LeadsSomewhere(Document from, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? from.Path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from.Path)!, parts[0]));
        return IsPictureToCome(path) || (File.Exists(path) || Directory.Exists(path))
            && (parts.Length == 1 || Heading().Matches(File.ReadAllText(path)).Any(h => Anchor(h.Groups["text"].Value) == parts[1]));
    }

    /// <summary>Pictures are made from the running site; until the first is there, none is missed.</summary>
    private static bool IsPictureToCome(string path) =>
        Path.GetDirectoryName(path) is { } folder && Path.GetFileName(folder) == "images" && !Directory.Exists(folder);

    /// <summary>A heading as links name it: lower case, words joined by hyphens, other signs left out.</summary>
    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var c in heading.Trim().ToLowerInvariant())
        {
            _ = char.IsLetterOrDigit(c) || c is '-' or '_' ? anchor.Append(c) : c == ' ' ? anchor.Append('-') : anchor;
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<![\w.:/])/(home|root|tmp|work|usr|var|etc|opt|mnt|srv|Users)\b|\b[A-Z]:\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"nuget\.org|npmjs|pypi\.org|registry\.|artifactory|nexus", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();
}
