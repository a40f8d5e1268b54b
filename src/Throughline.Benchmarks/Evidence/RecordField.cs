using System.Globalization;

namespace Throughline.Benchmarks.Evidence;

/// <summary>A field of a kind of record: its name in files and formulas, and what can stand in it.</summary>
/// <param name="Place">Where its values stand in a record, from 0.</param>
/// <param name="Id">Its name: "days_removed".</param>
/// <param name="Type">What can stand in it.</param>
/// <param name="Codes">The words of a code; empty where the source has its own.</param>
public sealed record RecordField(int Place, string Id, FieldType Type, IReadOnlyList<string> Codes)
{
    private const int LongestCode = 60;
    private const int LongestText = 400;

    /// <summary>Reads what a file has in this field. An empty text is a field that is not known, and reads as such.</summary>
    /// <returns>False, and nothing known, where the text is none of this type.</returns>
    public bool TryRead(string text, out FieldValue value)
    {
        value = default;
        text = text.Trim();
        if (text.Length == 0)
        {
            return true;
        }

        switch (Type)
        {
            case FieldType.Text when text.Length <= LongestText:
                value = FieldValue.Of(text);
                break;
            case FieldType.Code when Codes.Count == 0 ? text.Length <= LongestCode : Codes.Contains(text):
                value = FieldValue.Of(text);
                break;
            case FieldType.Whole or FieldType.Decimal when TryNumber(text, out var number):
                value = FieldValue.Of(number);
                break;
            case FieldType.Day when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                value = FieldValue.Of(day);
                break;
            case FieldType.YesNo when text is "yes" or "no":
                value = FieldValue.Of(text == "yes");
                break;
        }

        return value.IsKnown;
    }

    private bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && Exact.TryRead(number, out _)
        && (Type == FieldType.Decimal || (decimal.IsInteger(number) && number >= 0));
}
