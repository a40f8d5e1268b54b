namespace Throughline.Benchmarks.Language;

/// <summary>Years as they are written, and the dates that they make.</summary>
internal sealed partial class Parser
{
    private bool NamesSchoolYear(int at) => tokens.Word(at) is "school" or "academic" or "fiscal" && tokens.Is(at + 1, "year");

    private int AfterSchoolYear(int at) => NamesSchoolYear(at) ? at + 2 : tokens.Is(at, "sy") ? at + 1 : tokens.Skip(at, "eoy");

    private int Dot(int at) => tokens.Skip(at, ".");

    private bool FourDigits(int at) => tokens[at] is { IsNumber: true, Text: ['1' or '2', '9' or '0', >= '0' and <= '9', >= '0' and <= '9'] } && !tokens.Is(at + 1, "%");

    private int Small(int at) => tokens[at].Value is >= 1 and <= 31 and var value && decimal.IsInteger(value) ? (int)value : 0;

    private int FullYear(int at) => Digits(tokens.Word(at)) is { } year ? Two(year) : 0;

    private static int? Digits(string text) =>
        text.Length is 2 or 4 && text.All(char.IsAsciiDigit) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>A year of two digits is of this century.</summary>
    private static int Two(int year) => year < 100 ? year + 2000 : year;

    private static When? EndOf(int past, int year) => year is > 1900 and < 2200
        ? new When(past, new Calendar.SchoolYear(year).End, DatePrecision.SchoolYear) : null;

    /// <summary>A day of 1 to 31 that its month does not have; a leap year has February 29.</summary>
    private static When? NoDay(int past, int year, int month, int day) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day > DateTime.DaysInMonth(year, month) ? new When(past, null, DatePrecision.Day, true) : null;

    private static When? Dated(int past, int year, int month, int day, DatePrecision precision = DatePrecision.Day) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new When(past, new DateOnly(year, month, day), precision) : null;
}
