using System.Globalization;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>Figures with the words of their unit.</summary>
internal sealed partial class Grammar
{
    private const string Format = "#,##0.######";
    private const char Minus = '\u2212';

    private static readonly Exact Whole = 100;

    private void AddFigures()
    {
        kinds["number"] = Writing.Kind.OfValue<Exact>((value, _) => Number(value), Number);
        kinds["percent"] = Writing.Kind.OfValue<Exact>((value, _) => Number(value) + "%", cursor => Unit(cursor, "%"));
        kinds["value"] = Writing.Kind.OfValue<Exact>((value, subject) => With(value, ValueUnit(subject.Measure.Unit)), Value);
        kinds["points"] = Writing.Kind.OfValue<Exact>(
            (value, subject) => With(value, AmountUnit(subject.Measure.Unit)), cursor => Counted(cursor, AmountUnit(cursor.Measure.Unit)));
        kinds["sharepoints"] = Writing.Kind.OfValue<Exact>((value, _) => With(value, "PercentagePoints"), cursor => Counted(cursor, "PercentagePoints"));
        kinds["days"] = Writing.Kind.OfValue<int>((value, _) => With(value, "Days"), cursor => Counted(cursor, "Days") is { } days ? WholeDays(days) : null);
        AddAmount("amount_start", "OfStart");
        AddAmount("amount_before", "OfBefore");
        AddShare("share", "Share");
        AddShare("share_of_them", "ShareOfThem");
    }

    private static int? WholeDays(Exact days) => days.Round(Exact.MostDecimals) is >= 0 and < 1000 and var value && decimal.IsInteger(value) ? (int)value : null;

    private static string? ValueUnit(Unit unit) => unit switch
    {
        Measures.Unit.Percent => "Percent",
        Measures.Unit.PercentagePoints => "PercentagePoints",
        Measures.Unit.Days => "Days",
        Measures.Unit.Minutes => "Minutes",
        _ => null,
    };

    /// <summary>How far apart two figures are: percents by percentage points, scores by points.</summary>
    private static string? AmountUnit(Unit unit) => unit switch
    {
        Measures.Unit.Percent => "PercentagePoints",
        Measures.Unit.Score or Measures.Unit.Index or Measures.Unit.Rating => "Points",
        _ => ValueUnit(unit),
    };

    private Exact? Value(Cursor cursor) => Counted(cursor, ValueUnit(cursor.Measure.Unit)) is { } value
        && cursor.Measure.Unit.Allows(value.Round(Exact.MostDecimals)) ? value : null;

    private void AddAmount(string name, string words) => kinds[name] = Writing.Kind.OfValue<(Exact Amount, ChangeUnit In)>(
        (amount, subject) => amount.In == ChangeUnit.Percent
            ? Number(amount.Amount) + "%" + Text(words)
            : With(amount.Amount, AmountUnit(subject.Measure.Unit)),
        cursor => Amount(cursor, words));

    private (Exact Amount, ChangeUnit In)? Amount(Cursor cursor, string words)
    {
        var mark = cursor.Mark();
        if (Unit(cursor, "%" + Text(words)) is { } percent)
        {
            return (percent, ChangeUnit.Percent);
        }

        cursor.Return(mark);
        return Counted(cursor, AmountUnit(cursor.Measure.Unit)) is { } points ? (points, ChangeUnit.Points) : null;
    }

    /// <summary>A share of the occasions or of the members; all of them where nothing is said.</summary>
    private void AddShare(string name, string pattern) => kinds[name] = Writing.Kind.Optional(
        (share, subject) => (Exact)share! == Whole ? "" : Write(pattern, subject, new() { { "share", share } }),
        cursor => Read(pattern, cursor)?["share"],
        Whole);

    /// <summary>A number with the words of a unit, one or many: "1 day", "3 days". Bare where the unit has no word.</summary>
    private string With(Exact value, string? unit) => unit switch
    {
        null => Number(value),
        "Percent" => Number(value) + "%",
        _ => Number(value) + Text(value == 1 ? $"Unit_{unit}_One" : $"Unit_{unit}"),
    };

    private Exact? Counted(Cursor cursor, string? unit) => unit switch
    {
        null => Number(cursor),
        "Percent" => Unit(cursor, "%"),
        _ => Number(cursor) is { } value && cursor.Take(Text(value == 1 ? $"Unit_{unit}_One" : $"Unit_{unit}")) ? value : null,
    };

    private Exact? Unit(Cursor cursor, string words) => Number(cursor) is { } value && cursor.Take(words) ? value : null;

    /// <summary>In groups of thousands, with the decimal sign of the language and a true minus sign.</summary>
    private string Number(Exact value)
    {
        var number = value.Round(Exact.MostDecimals);
        return (number < 0 ? Minus.ToString() : "") + decimal.Abs(number).ToString(Format, language);
    }

    private Exact? Number(Cursor cursor)
    {
        var (separator, point) = (language.NumberFormat.NumberGroupSeparator, language.NumberFormat.NumberDecimalSeparator);
        var isNegative = cursor.Take(Minus.ToString()) || cursor.Take("-");
        var first = cursor.At;
        while (char.IsAsciiDigit(cursor.Next) || Follows(cursor, separator, 3) || Follows(cursor, point, 1))
        {
            cursor.At += char.IsAsciiDigit(cursor.Next) ? 1 : separator.Length;
        }

        var digits = cursor.Text[first..cursor.At];
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, language, out var number)
            && Exact.TryRead(isNegative ? -number : number, out var exact) ? exact : null;
    }

    /// <summary>A sign with at least so many digits after it: the comma of "1,234", not the one of "30, 2026".</summary>
    private static bool Follows(Cursor cursor, string sign, int digits)
    {
        var after = cursor.At + sign.Length;
        return after + digits <= cursor.Text.Length
            && string.CompareOrdinal(cursor.Text, cursor.At, sign, 0, sign.Length) == 0
            && cursor.Text.AsSpan(after, digits).ContainsAnyExceptInRange('0', '9') is false;
    }
}
