using System.Globalization;
using System.Resources;

namespace Throughline.Benchmarks.Language;

/// <summary>The sentences of findings, from Findings.resx: one file for each language.</summary>
internal static class FindingTexts
{
    private const string Adding = "added";

    private static readonly ResourceManager Texts =
        new("Throughline.Benchmarks.Language.Findings", typeof(FindingTexts).Assembly);

    public static string Reason(Finding finding, CultureInfo language) => Text(finding, "reason", language);

    public static string Suggestion(Finding finding, CultureInfo language) => Text(finding, "suggestion", language);

    /// <summary>What a revision added, in a sentence.</summary>
    public static string Added(string code, CultureInfo language) => Texts.GetString($"{Adding}.{code}", language)!;

    private static string Text(Finding finding, string part, CultureInfo language)
    {
        var name = finding.Code + "." + part;
        var text = Texts.GetString(name, language) ?? throw new InvalidOperationException($"Findings.resx has no {name}.");
        for (var i = 0; i < finding.About.Count; i++)
        {
            text = text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", finding.About[i], StringComparison.Ordinal);
        }

        return text;
    }
}
