using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughline.Imports.Published;

/// <summary>What a cell of a published table says.</summary>
internal enum Says
{
    Figure,
    Empty,
    Hidden,
    Missing,

    /// <summary>Between which bounds the figure lies, and not which it is.</summary>
    Bounds,
    Unreadable,
}

/// <summary>
/// A cell of a published table: a figure, a mark in its place, or nothing. A mark is never a number: neither a -9999 nor a
/// bound such as GE95 or 21-39 becomes one.
/// </summary>
/// <param name="Says">Which of them it is.</param>
/// <param name="Value">The figure; null for everything else.</param>
/// <param name="Text">What stands there, without padding.</param>
internal readonly partial record struct PublishedCell(Says Says, decimal? Value, string Text)
{
    private static readonly HashSet<string> Hidden = new(PublishedTables.Default.Marks.Hidden, StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Missing = new(PublishedTables.Default.Marks.Missing, StringComparer.OrdinalIgnoreCase);

    public static PublishedCell Read(string cell)
    {
        var text = Unwrap(cell);
        if (text.Length == 0)
        {
            return new PublishedCell(Says.Empty, null, text);
        }

        if (Hidden.Contains(text) || Missing.Contains(text))
        {
            return new PublishedCell(Hidden.Contains(text) ? Says.Hidden : Says.Missing, null, text);
        }

        if (Bounds().IsMatch(text))
        {
            return new PublishedCell(Says.Bounds, null, text);
        }

        var bare = text.TrimEnd('%').TrimEnd();
        var plain = Thousands().IsMatch(bare) ? bare.Replace(",", "", StringComparison.Ordinal) : bare;
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new PublishedCell(Says.Figure, value, text)
            : new PublishedCell(Says.Unreadable, null, text);
    }

    /// <summary>A cell without padding, and without the sign of equality by which spreadsheets are kept from cutting zeros: ="00350012".</summary>
    public static string Unwrap(string cell)
    {
        var text = cell.Trim();
        return text.Length > 2 && text.StartsWith("=\"", StringComparison.Ordinal) && text[^1] == '"' ? text[2..^1].Trim() : text;
    }

    [GeneratedRegex(@"^((GE|GT|LE|LT|[<>≤≥]=?)\s*\d+(\.\d+)?|\d+(\.\d+)?\s*(-|–|to)\s*\d+(\.\d+)?)\s*%?$", RegexOptions.IgnoreCase)]
    private static partial Regex Bounds();

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();
}
