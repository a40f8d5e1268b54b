using System.Text.RegularExpressions;
using System.Xml.Linq;
using Throughline.Tests.Support;

namespace Throughline.Tests.Conventions;

/// <summary>
/// Texts that nobody shows are not kept. That a text which is shown exists is the compiler's to say for the product
/// (a property for each), and for the library that of the tests which say everything.
/// </summary>
public sealed partial class TextTests
{
    public static TheoryData<string> Resources() => new(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.resx", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(Sources.Name)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Resources))]
    public void Every_text_is_used(string resource)
    {
        var isUsed = resource.StartsWith("src/Throughline.Benchmarks/", StringComparison.Ordinal)
            ? UsedByName(Path.GetDirectoryName(resource)!)
            : UsedByProperty(Path.GetFileName(resource).Split('.')[0], Path.GetDirectoryName(resource)!);
        Assert.All(Keys(resource), k => Assert.True(isUsed(k), $"{resource}: {k}"));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void A_translation_has_the_same_texts_with_the_same_blanks(string resource)
    {
        var name = Path.GetFileName(resource).Split('.');
        if (name.Length == 3)
        {
            var original = Path.Combine(Path.GetDirectoryName(resource)!, $"{name[0]}.resx");
            Assert.Equal(Blanks(original), Blanks(resource));
        }
    }

    /// <summary>
    /// PageTexts.SiteName; or by what a literal of the same folder begins with, "Group_". Texts of pages are looked at
    /// once there are pages.
    /// </summary>
    private static Predicate<string> UsedByProperty(string type, string folder)
    {
        var files = Sources.Under("src", "Throughline");
        if (type == "PageTexts" && !files.Any(f => f.EndsWith(".cshtml", StringComparison.Ordinal)))
        {
            return _ => true;
        }

        var used = files
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), $@"\b{type}\.(\w+)").Select(m => m.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);
        var beginnings = Literals(folder).Where(t => t.EndsWith('_') && t.Length > 1).ToList();
        return key => used.Contains(key) || beginnings.Exists(b => key.StartsWith(b, StringComparison.Ordinal));
    }

    /// <summary>
    /// By a literal of the same folder: "Say_Held"; with a part put in, "Status_{status}"; by its first or last part,
    /// "Each" of "Each_Month"; or by the code of a finding, "no_date" of "no_date.reason".
    /// </summary>
    private static Predicate<string> UsedByName(string folder)
    {
        var literals = Literals(folder);
        var patterns = literals.Where(t => t.Contains('{', StringComparison.Ordinal) && char.IsLetter(t[0]))
            .Select(t => new Regex($"^{Hole().Replace(t, "\\w+")}$"))
            .ToList();
        var names = literals.ToHashSet(StringComparer.Ordinal);
        return key => names.Contains(key) || names.Contains(key.Split('.')[0]) || patterns.Exists(p => p.IsMatch(key))
            || (key.Split('_') is [var kind, ..] && names.Contains(kind))
            || (key.EndsWith("_One", StringComparison.Ordinal) && names.Contains(key[..^4]));
    }

    private static List<string> Literals(string folder) => [
        .. Sources.Under(folder)
            .SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => m.Groups["text"].Value))
            .Where(t => Name().IsMatch(t))
            .Distinct()];

    private static IEnumerable<string> Keys(string resource) => Texts(resource).Select(d => d.Attribute("name")!.Value);

    private static SortedDictionary<string, string> Blanks(string resource) => new(
        Texts(resource).ToDictionary(
            d => d.Attribute("name")!.Value,
            d => string.Join(' ', Blank().Matches(d.Element("value")!.Value).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal))),
        StringComparer.Ordinal);

    private static IEnumerable<XElement> Texts(string resource) =>
        XDocument.Load(Path.Combine(Repository.Root, resource)).Root!.Elements("data");

    [GeneratedRegex("\"(?<text>[^\"\n]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\w*(\{[^}]*\}\w*)*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Blank();
}
