using System.Globalization;

namespace Throughline.Benchmarks.Calendar;

/// <summary>
/// The days a figure speaks of. Both ends are included, as people mean "from Monday to Friday"; a day is a period
/// whose ends are the same.
/// </summary>
public readonly record struct Period
{
    public Period(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            throw new ArgumentOutOfRangeException(nameof(end), "A period ends on or after the day it starts.");
        }

        Start = start;
        End = end;
    }

    /// <summary>The first day, included.</summary>
    public DateOnly Start { get; }

    /// <summary>The last day, included. A period counts from this day on.</summary>
    public DateOnly End { get; }

    /// <summary>How many calendar days it has, at least 1.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>The whole month: "by June 2025" means the end of the one that holds it, 30 June 2025.</summary>
    public static Period Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public bool Contains(DateOnly day) => day >= Start && day <= End;

    /// <summary>
    /// The same period a year before. Whole months stay whole months (February of a leap year included) and school
    /// years stay school years; other periods keep their dates, and 29 February becomes 28 February.
    /// </summary>
    public Period YearBefore()
    {
        var end = End.AddYears(-1);
        var endsItsMonth = End.Day == DateTime.DaysInMonth(End.Year, End.Month);
        return new Period(
            Start.AddYears(-1),
            endsItsMonth && Start.Day == 1 ? Month(end.Year, end.Month).End : end);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd}/{End:yyyy-MM-dd}");
}
