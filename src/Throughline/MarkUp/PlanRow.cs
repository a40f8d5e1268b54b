using System.Text.RegularExpressions;

namespace Throughline.MarkUp;

/// <summary>What the other cells of a table's row say about its sentences: by when or how often, and who.</summary>
internal sealed partial class PlanRow
{
    /// <summary>A cell with more words tells something else than a date.</summary>
    private const int MostWords = 8;

    /// <summary>What stands in a column headed "By when"; empty where no such column is, or nothing in it.</summary>
    public string When { get; private set; } = "";

    /// <summary>Somebody is named in a column headed "Who".</summary>
    public bool NamesSomebody { get; private set; }

    public void Say(string header, string text)
    {
        if (WhenHeader().IsMatch(header) && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= MostWords } words)
        {
            When = When.Length == 0 ? string.Join(' ', words).TrimEnd('.', ',', ';') : When;
        }

        NamesSomebody |= WhoHeader().IsMatch(header);
    }

    [GeneratedRegex(@"^\W*(?:by\s+)?(?:when|date|dates|due|due\s+date|deadline|target\s+date|completion\s+date|timeline|time\s*frame|how\s+often|frequency)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhenHeader();

    [GeneratedRegex(@"^\W*(?:who|by\s+whom|people|person|persons?\s+responsible|responsible|responsibility|lead|leads|owner|owners|staff)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhoHeader();
}
