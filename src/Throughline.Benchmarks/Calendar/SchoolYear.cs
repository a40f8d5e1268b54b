using System.Globalization;

namespace Throughline.Benchmarks.Calendar;

/// <summary>
/// A school year, named by both its calendar years ("2024-25"). It runs from 1 July to 30 June, both included: the
/// fiscal year in which states publish their yearly figures. The days a school is in session are the calendar's.
/// </summary>
/// <param name="EndYear">The calendar year in which it ends: 2025 for 2024-25.</param>
public readonly record struct SchoolYear(int EndYear) : IComparable<SchoolYear>
{
    private const int Earliest = 1901;
    private const int Latest = 2199;

    /// <summary>1 July, included.</summary>
    public DateOnly Start => new(EndYear - 1, 7, 1);

    /// <summary>30 June, included.</summary>
    public DateOnly End => new(EndYear, 6, 30);

    public Period Period => new(Start, End);

    public SchoolYear Previous => new(EndYear - 1);

    public SchoolYear Next => new(EndYear + 1);

    public static bool operator <(SchoolYear a, SchoolYear b) => a.EndYear < b.EndYear;

    public static bool operator >(SchoolYear a, SchoolYear b) => a.EndYear > b.EndYear;

    public static bool operator <=(SchoolYear a, SchoolYear b) => a.EndYear <= b.EndYear;

    public static bool operator >=(SchoolYear a, SchoolYear b) => a.EndYear >= b.EndYear;

    /// <summary>The school year in which a day falls: 30 June 2025 is in 2024-25, 1 July 2025 in 2025-26.</summary>
    public static SchoolYear Of(DateOnly day) => new(day.Month >= 7 ? day.Year + 1 : day.Year);

    /// <summary>
    /// Reads "2024-25" or "2024-2025" (also with an en dash). False for anything else, for years that do not follow
    /// each other, and outside 1900-01 to 2198-99.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SchoolYear year)
    {
        year = default;
        text = text.Trim();
        if (text.Length is not (7 or 9) || text[4] is not ('-' or '\u2013')
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var second))
        {
            return false;
        }

        var end = first + 1;
        if (end is < Earliest or > Latest || second != (text.Length == 7 ? end % 100 : end))
        {
            return false;
        }

        year = new SchoolYear(end);
        return true;
    }

    public int CompareTo(SchoolYear other) => EndYear.CompareTo(other.EndYear);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{EndYear - 1}-{EndYear % 100:00}");
}
