using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Xunit;

namespace Throughline.Benchmarks.Tests.Attendance;

/// <summary>Edge cases of states' definitions.</summary>
public sealed class AbsenceTestTests
{
    private static readonly AbsenceTest Massachusetts = new(20, 10);
    private static readonly AbsenceTest Federal = new(10, 10);
    private static readonly AbsenceTest California = new(31, 10);

    [Theory]
    [InlineData(180, 18, true)]
    [InlineData(180, 17.5, false)]
    [InlineData(20, 2, true)]
    [InlineData(175, 17.5, true)]
    [InlineData(173, 17, false)]
    public void Ten_percent_is_a_question_of_half_days_in_integers(int member, double absent, bool holds)
    {
        var count = Count(member, absent);
        Assert.True(Massachusetts.Concerns(count));
        Assert.Equal(holds, Massachusetts.Holds(count));
    }

    [Fact]
    public void Who_is_asked_depends_on_the_days_enrolled()
    {
        var count = Count(19, 2);
        Assert.False(Massachusetts.Concerns(count) || Massachusetts.Holds(count));
        Assert.True(Federal.Concerns(count) && Federal.Holds(count));
        Assert.False(California.Concerns(Count(30, 30)));
        Assert.True(California.Concerns(Count(31, 0)));
    }

    [Fact]
    public void Who_was_never_enrolled_has_no_rate()
    {
        Assert.False(new AbsenceTest(0, 0).Concerns(Count(0, 0)));
        Assert.Equal((0, 0), new AttendanceTable(1, [Massachusetts], 1).Totals()[0, 0].Rate);
    }

    [Fact]
    public void Days_are_whole_or_half() => Assert.Throws<ArgumentOutOfRangeException>(() => new AbsenceTest(1, null, 9.25m));

    [Fact]
    public void The_rate_is_a_ratio_of_sums_and_membership_and_attendance_are_by_days_in_session()
    {
        // 180 days: one student there every day, one enrolled 20 days and absent 10 of them.
        var table = new AttendanceTable(1, [], 1);
        var school = new SchoolPeriods(new DaysKept(DayBits.Before(180), DayBits.None), [DayBits.Before(180)]);
        table.Add((new StudentYear(new StudentDays { Enrolled = DayBits.Before(180) }, 0, [], false), school));
        table.Add((new StudentYear(new StudentDays { Enrolled = DayBits.Before(20), Absent = DayBits.Before(10) }, 0, [], false), school));
        var sums = table.Totals()[0, 0];
        Assert.Equal((380, 400), sums.Rate); // 190 of 200 days: 95.0%; the mean of 100% and 50% would be 75.0%
        Assert.Equal((20, 4), sums.DaysAbsent);
        Assert.Equal((400, 360), sums.DailyMembership(180));
        Assert.Equal((380, 360), sums.DailyAttendance(180));
    }

    [Fact]
    public void What_was_not_asked_for_is_not_answered()
    {
        var totals = new AttendanceTable(1, [Massachusetts], 2).Totals();
        Assert.Throws<ArgumentOutOfRangeException>(() => totals[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => totals[0, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => totals[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => totals[0, 0, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AbsenceTest(20, 101));
    }

    [Fact]
    public void A_day_made_up_in_June_counts_in_June_wherever_it_stands()
    {
        var days = new SchoolDays([new DateOnly(2026, 6, 1), new DateOnly(2026, 2, 2), new DateOnly(2026, 6, 22)]);
        Assert.Equal([0, 2], days.In(Period.Month(2026, 6)).Places());
        Assert.Equal(1, days.PlaceOf(new DateOnly(2026, 2, 2)));
        Assert.Null(days.PlaceOf(new DateOnly(2026, 2, 3)));
        Assert.Throws<ArgumentException>(() => new SchoolDays([new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 1)]));
    }

    [Fact]
    public void A_day_counts_when_it_has_arrived_with_a_mark_for_the_student_where_all_are_listed()
    {
        // Three days arrived of four: the first names who was away, the others list everyone. The student is listed on the second alone.
        var kept = new DaysKept(Arrived: DayBits.Before(3), Full: DayBits.Before(3) & ~DayBits.Before(1));
        var days = new StudentDays { Enrolled = DayBits.Before(4) }.With(1, DayMark.Excused);
        Assert.Equal([0, 1], kept.Counting(days).Places());
        Assert.Equal([2], kept.Missing(days).Places());
        Assert.Equal([DayMark.Present, DayMark.Excused, DayMark.Unknown], Enumerable.Range(0, 3).Select(p => days.Mark(p, kept.Full[p])));
    }

    private static DayCount Count(int member, double absent) => new(2 * member, (int)(2 * absent), 0, 0);
}
