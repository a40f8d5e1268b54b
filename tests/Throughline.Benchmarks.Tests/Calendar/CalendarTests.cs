using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Tests.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests.Calendar;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2025-06-30", "2024-25")]
    [InlineData("2025-07-01", "2025-26")]
    [InlineData("1999-12-31", "1999-00")]
    public void A_day_falls_in_the_school_year_that_ends_in_june(string day, string year) =>
        Assert.Equal(year, SchoolYear.Of(Cases.Day(day)).ToString());

    [Theory]
    [InlineData("2024-25", 2025)]
    [InlineData("2024-2025", 2025)]
    [InlineData(" 2024\u201325 ", 2025)]
    [InlineData("1999-00", 2000)]
    [InlineData("2024-26", null)]
    [InlineData("2024-2026", null)]
    [InlineData("24-25", null)]
    [InlineData("1899-00", null)]
    [InlineData("2024", null)]
    [InlineData("", null)]
    [InlineData("abcd-25", null)]
    [InlineData("+024-25", null)]
    public void A_school_year_is_read_by_both_its_years(string text, int? end)
    {
        Assert.Equal(end is not null, SchoolYear.TryParse(text, out var year));
        Assert.Equal(end ?? 0, year.EndYear);
    }

    [Fact]
    public void School_years_follow_each_other()
    {
        var year = new SchoolYear(2025);
        Assert.Equal(year.End.AddDays(1), year.Next.Start);
        Assert.Equal(year, year.Next.Previous);
        Assert.True(year < year.Next && year <= year.Next && year.Next > year && year >= year.Previous);
        Assert.Equal(365, year.Period.Days);
    }

    [Fact]
    public void A_period_holds_both_its_ends()
    {
        var month = Period.Month(2024, 2);
        Assert.Equal(29, month.Days);
        Assert.True(month.Contains(month.Start) && month.Contains(month.End));
        Assert.False(month.Contains(month.End.AddDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Period(month.End, month.Start));
    }

    [Theory]
    [InlineData("2024-02-01", "2024-02-29", "2023-02-01/2023-02-28")]
    [InlineData("2025-02-01", "2025-02-28", "2024-02-01/2024-02-29")]
    [InlineData("2024-02-29", "2024-02-29", "2023-02-28/2023-02-28")]
    [InlineData("2024-07-01", "2025-06-30", "2023-07-01/2024-06-30")]
    [InlineData("2025-10-06", "2025-10-10", "2024-10-06/2024-10-10")]
    public void The_same_period_a_year_before_keeps_whole_months(string start, string end, string before) =>
        Assert.Equal(before, new Period(Cases.Day(start), Cases.Day(end)).YearBefore().ToString());

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    [InlineData("two_weeks")]
    [InlineData("6_weeks")]
    [InlineData("month")]
    [InlineData("quarter")]
    [InlineData("semester")]
    [InlineData("year")]
    [InlineData("administration")]
    [InlineData("event")]
    public void A_cadence_is_written_as_it_is_read(string text)
    {
        Assert.True(Cadence.TryParse(text, out var cadence));
        Assert.Equal(text, cadence.ToString());
    }

    [Theory]
    [InlineData("0_weeks")]
    [InlineData("53_weeks")]
    [InlineData("-1_weeks")]
    [InlineData("_weeks")]
    [InlineData("monthly")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_words_are_no_cadence(string? text) => Assert.False(Cadence.TryParse(text, out _));

    [Fact]
    public void Grace_is_half_a_cadence_and_at_least_three_days()
    {
        Assert.Equal(3, Cadence.Day.Grace);
        Assert.Equal(3, Cadence.Week.Grace);
        Assert.Equal(15, Cadence.Month.Grace);
        Assert.Null(new Cadence(CadenceUnit.Event).Grace);
    }

    [Theory]
    [InlineData(1, "day")]
    [InlineData(7, "week")]
    [InlineData(14, "two_weeks")]
    [InlineData(30, "month")]
    [InlineData(70, "quarter")]
    [InlineData(150, "semester")]
    [InlineData(365, "year")]
    public void The_length_of_a_period_tells_its_cadence(int days, string cadence)
    {
        var start = Cases.Day("2025-07-01");
        Assert.Equal(cadence, Cadence.Of(new Period(start, start.AddDays(days - 1))).ToString());
    }

    [Fact]
    public void The_default_calendar_has_about_180_days_and_no_school_in_breaks_and_on_weekends()
    {
        var calendar = DefaultCalendar.For(new SchoolYear(2026));
        Assert.InRange(calendar.DaysInSession(new Period(calendar.FirstDay, calendar.LastDay)), 175, 200);
        Assert.False(calendar.InSession(Cases.Day("2025-12-25")));
        Assert.False(calendar.InSession(Cases.Day("2025-09-06")));
        Assert.True(calendar.InSession(calendar.FirstDay));
        Assert.False(calendar.InSession(calendar.FirstDay.AddDays(-1)));
        Assert.Equal(new SchoolYear(2026), calendar.SchoolYear);
    }

    [Theory]
    [InlineData("month", 11, "2025-08-01/2025-08-31", "2026-06-01/2026-06-30")]
    [InlineData("quarter", 4, "2025-08-28/2025-11-07", "2026-04-04/2026-06-18")]
    [InlineData("semester", 2, "2025-08-28/2026-01-23", "2026-01-24/2026-06-18")]
    [InlineData("year", 1, "2025-07-01/2026-06-30", "2025-07-01/2026-06-30")]
    [InlineData("week", 43, "2025-08-25/2025-08-31", "2026-06-15/2026-06-21")]
    public void Each_period_runs_from_the_first_school_day_to_the_last(string every, int count, string first, string last)
    {
        Assert.True(Cadence.TryParse(every, out var cadence));
        var periods = DefaultCalendar.For(new SchoolYear(2026)).Each(cadence).ToList();
        Assert.Equal(count, periods.Count);
        Assert.Equal(first, periods[0].ToString());
        Assert.Equal(last, periods[^1].ToString());
    }

    [Fact]
    public void Every_school_day_is_a_period_of_each_day_and_events_have_none()
    {
        var calendar = DefaultCalendar.For(new SchoolYear(2026));
        Assert.Equal(calendar.DaysInSession(calendar.SchoolYear.Period), calendar.Each(Cadence.Day).Count());
        Assert.Empty(calendar.Each(new Cadence(CadenceUnit.Event)));
        Assert.Empty(SchoolCalendar.Whole(new SchoolYear(2026)).Each(Cadence.Quarter));
    }
}
