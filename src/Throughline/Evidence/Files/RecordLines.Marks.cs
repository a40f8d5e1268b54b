using System.Globalization;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>Marks: what schools write in one cell, and whether it passes.</summary>
internal sealed partial class RecordLines
{
    /// <summary>A mark as schools write it in one cell: 85.12 B+, or one of the two.</summary>
    private Refusal? ReadMark(int column)
    {
        if (Emptiness.IsMissing(sheet.File[column]))
        {
            return null;
        }

        foreach (var part in sheet.Cell(column).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = char.IsDigit(part[0]) || part[0] == '-' ? "number" : "letter";
            if (!sheet.Field(name).TryRead(part, out var text, out var reason) || (texts[name].Length > 0 && raws[name].Length == 0))
            {
                return sheet.Refuse(column, reason.Length > 0 ? reason : ImportTexts.MarkUnreadable);
            }

            texts[name] = texts[name].Length > 0 ? texts[name] : text;
        }

        return null;
    }

    /// <summary>A mark in numbers passes from the number that was said on; a letter of which nobody knows whether it passes is asked about.</summary>
    private void Judge()
    {
        if (!texts.TryGetValue("passed", out var passed) || passed.Length > 0)
        {
            return;
        }

        if (texts["number"].Length > 0 && sheet.Sayings.Number("passing") is { } passing)
        {
            texts["passed"] = decimal.Parse(texts["number"], CultureInfo.InvariantCulture) >= passing ? "yes" : "no";
        }
        else if (texts["letter"].Length > 0)
        {
            sheet.Ask("passed", texts["letter"]);
        }
    }
}
