using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughline.Evidence.Files;

/// <summary>Days as files write them. A time of day behind one is left out; which form a file has is remembered.</summary>
internal sealed partial class Days
{
    /// <summary>The forms, each with what it is called: month first, as school software of the United States writes it.</summary>
    private static readonly (Regex Form, string[] Formats, string Name)[] Forms =
    [
        (Iso(), ["yyyy-M-d"], "2025-12-31"),
        (American(), ["M/d/yyyy", "M/d/yy"], "12/31/2025"),
        (Dotted(), ["d.M.yyyy", "d.M.yy"], "31.12.2025"),
        (Bare(), ["yyyyMMdd"], "20251231"),
        (YearFirst(), ["yyyy/M/d"], "2025/12/31"),
    ];

    private readonly SortedSet<string> found = new(StringComparer.Ordinal);

    /// <summary>The forms that were found, as examples.</summary>
    public IReadOnlyCollection<string> Found => found;

    public bool TryRead(string text, out DateOnly day)
    {
        foreach (var (form, formats, name) in Forms)
        {
            if (form.Match(text) is { Success: true } match
                && DateOnly.TryParseExact(match.Groups["day"].Value, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                found.Add(name);
                return true;
            }
        }

        day = default;
        return false;
    }

    [GeneratedRegex(@"^\s*(?<day>\d{4}-\d{1,2}-\d{1,2})([T ].*)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^\s*(?<day>\d{1,2}/\d{1,2}/(\d{4}|\d{2}))( .*)?$")]
    private static partial Regex American();

    [GeneratedRegex(@"^\s*(?<day>\d{1,2}\.\d{1,2}\.(\d{4}|\d{2}))( .*)?$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^\s*(?<day>\d{8})\s*$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\s*(?<day>\d{4}/\d{1,2}/\d{1,2})( .*)?$")]
    private static partial Regex YearFirst();
}
