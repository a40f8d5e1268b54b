using System.Text.RegularExpressions;

namespace Throughline.Evidence.Files;

/// <summary>Cells that hold nothing, and cells whose figure the source has hidden. Neither is ever a number.</summary>
internal static partial class Emptiness
{
    private static readonly HashSet<string> Missing = new(RecordFiles.Default.Missing, StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Hidden = new(RecordFiles.Default.Hidden, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the cell says that nothing is known: NULL, N/A, a dash.</summary>
    public static bool IsMissing(string text) => Missing.Contains(text.Trim());

    /// <summary>Whether a figure stands behind the cell that is not shown: *, -9999, &lt;10.</summary>
    public static bool IsHidden(string text) => Hidden.Contains(text.Trim()) || HiddenForm().IsMatch(text);

    [GeneratedRegex(@"^\s*(\*+|[nN]?\s*[<>≤≥]\s*=?\s*\d+(\.\d+)?\s*%?)\s*$")]
    private static partial Regex HiddenForm();
}
