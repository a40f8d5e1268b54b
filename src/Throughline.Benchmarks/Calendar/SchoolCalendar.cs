namespace Throughline.Benchmarks.Calendar;

/// <summary>A named stretch of the school year: a quarter, a semester, a testing window. Both ends included.</summary>
public sealed record Term(string Name, CadenceUnit Unit, Period Period);

/// <summary>
/// One school year's calendar: when school starts and ends, which days in between are not in session, its terms and
/// testing windows.
/// </summary>
/// <param name="FirstDay">The first school day, included.</param>
/// <param name="LastDay">The last school day, included.</param>
public sealed record SchoolCalendar(DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>Quarters and semesters, in order; empty where the calendar names none.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>When tests are given, both ends included.</summary>
    public IReadOnlyList<Term> TestingWindows { get; init; } = [];

    /// <summary>Weekdays without school between the first and the last day: holidays and breaks.</summary>
    public IReadOnlyList<Period> Breaks { get; init; } = [];

    public SchoolYear SchoolYear => SchoolYear.Of(LastDay);

    /// <summary>A calendar that knows nothing but its year: 1 July to 30 June.</summary>
    public static SchoolCalendar Whole(SchoolYear year) => new(year.Start, year.End);

    /// <summary>Whether school is kept that day: a weekday from the first to the last day that is in no break.</summary>
    public bool InSession(DateOnly day) => day >= FirstDay && day <= LastDay
        && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Breaks.Any(b => b.Contains(day));

    /// <summary>How many days school is kept within a period, its ends included.</summary>
    public int DaysInSession(Period period)
    {
        var count = 0;
        var last = period.End < LastDay ? period.End : LastDay;
        for (var day = period.Start > FirstDay ? period.Start : FirstDay; day <= last; day = day.AddDays(1))
        {
            count += InSession(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// The periods of "each month", "each quarter"… from the first to the last school day, in order. Months are whole
    /// calendar months, weeks run from Monday to Sunday, quarters and semesters are the calendar's terms, a year is
    /// the school year. Empty for administrations and events, and for terms that the calendar does not name.
    /// </summary>
    public IEnumerable<Period> Each(Cadence cadence)
    {
        switch (cadence.Unit)
        {
            case CadenceUnit.Day:
                for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
                {
                    if (InSession(day))
                    {
                        yield return new Period(day, day);
                    }
                }

                break;
            case CadenceUnit.Week:
                var monday = FirstDay.AddDays(-(((int)FirstDay.DayOfWeek + 6) % 7));
                for (; monday <= LastDay; monday = monday.AddDays(7 * cadence.Count))
                {
                    yield return new Period(monday, monday.AddDays((7 * cadence.Count) - 1));
                }

                break;
            case CadenceUnit.Month:
                for (var month = Period.Month(FirstDay.Year, FirstDay.Month); month.Start <= LastDay;)
                {
                    yield return month;
                    var next = month.Start.AddMonths(1);
                    month = Period.Month(next.Year, next.Month);
                }

                break;
            case CadenceUnit.Quarter or CadenceUnit.Semester:
                foreach (var term in Terms.Where(t => t.Unit == cadence.Unit))
                {
                    yield return term.Period;
                }

                break;
            case CadenceUnit.Year:
                yield return SchoolYear.Period;
                break;
        }
    }
}
