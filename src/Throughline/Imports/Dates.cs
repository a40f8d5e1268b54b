using System.Text;

namespace Throughline.Imports;

/// <summary>How a date is written.</summary>
internal enum DateShape
{
    Unknown,

    /// <summary>2025-12-31</summary>
    YearFirst,

    /// <summary>12/31/2025, or with two digits for the year</summary>
    MonthFirst,

    /// <summary>31.12.2025</summary>
    DayFirst,

    /// <summary>20251231</summary>
    EightDigits,
}

/// <summary>
/// Reads the dates of a file, all written in the way of the first one: a file that changes it may mean another day, and is
/// not guessed at. A time of midnight behind the date, as databases export it, is passed over.
/// </summary>
internal sealed class Dates
{
    /// <summary>What people may write; unknown until the first date has been read.</summary>
    public DateShape Shape { get; private set; }

    /// <summary>An example of how the dates of the file are written.</summary>
    public string Words => Example(Shape);

    public static string Example(DateShape shape) => shape switch
    {
        DateShape.MonthFirst => "12/31/2025",
        DateShape.DayFirst => "31.12.2025",
        DateShape.EightDigits => "20251231",
        _ => "2025-12-31",
    };

    /// <summary>Whether a heading is a date: then it is a column of that day.</summary>
    public bool TryRead(string heading, out DateOnly day) => TryRead(Encoding.UTF8.GetBytes(heading), out day);

    public bool TryRead(ReadOnlySpan<byte> text, out DateOnly day)
    {
        if (!TryRead(text, out day, out var shape) || (Shape != DateShape.Unknown && Shape != shape))
        {
            return false;
        }

        Shape = shape;
        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out DateOnly day, out DateShape shape)
    {
        text = WithoutMidnight(text);
        (day, shape) = (default, DateShape.Unknown);
        if (text.Length == 8 && TryNumber(text, out var all))
        {
            shape = DateShape.EightDigits;
            return TryDay(all / 10000, all / 100 % 100, all % 100, out day);
        }

        var first = text.IndexOfAny((byte)'-', (byte)'/', (byte)'.');
        if (first <= 0 || text[(first + 1)..].IndexOf(text[first]) is not (> 0 and var length)
            || !TryNumber(text[..first], out var a) || !TryNumber(text.Slice(first + 1, length), out var b)
            || !TryNumber(text[(first + length + 2)..], out var c))
        {
            return false;
        }

        var last = text.Length - first - length - 2;
        (shape, var year, var month, var dayOfMonth) = (text[first], first, last) switch
        {
            ((byte)'-', 4, _) => (DateShape.YearFirst, a, b, c),
            ((byte)'/', 4, _) => (DateShape.YearFirst, a, b, c),
            ((byte)'/', <= 2, 4) => (DateShape.MonthFirst, c, a, b),
            ((byte)'/', <= 2, 2) => (DateShape.MonthFirst, 2000 + c, a, b),
            ((byte)'.', <= 2, 4) => (DateShape.DayFirst, c, b, a),
            _ => default,
        };
        return shape != DateShape.Unknown && TryDay(year, month, dayOfMonth, out day);
    }

    private static ReadOnlySpan<byte> WithoutMidnight(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOfAny((byte)' ', (byte)'T');
        return at < 0 || text[(at + 1)..].ContainsAnyExcept("0:.Z"u8) ? text : text[..at];
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        if (digits.Length is 0 or > 8)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (10 * number) + digit - '0';
        }

        return true;
    }

    private static bool TryDay(int year, int month, int day, out DateOnly date)
    {
        var isDay = year is >= 1901 and <= 2148 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDay ? new DateOnly(year, month, day) : default;
        return isDay;
    }
}
