using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Measures;
using Xunit;

namespace Throughline.Benchmarks.Tests.Attendance;

public sealed class StudentRatesTests
{
    private static readonly SchoolPeriods Year = new(new DaysKept(DayBits.Before(180), DayBits.None), [DayBits.Before(180)]);
    private static readonly AbsenceTest Below95 = new(1, 5, MoreThan: true);

    [Fact]
    public void The_mean_of_rates_weighs_each_student_alike_and_the_ratio_of_sums_each_day()
    {
        // 180 days: one student there every day, one enrolled 20 days and absent 10 of them.
        StudentDays[] students =
        [
            new() { Enrolled = DayBits.Before(180) },
            new() { Enrolled = DayBits.Before(20), Absent = DayBits.Before(10) },
        ];
        var (table, rates) = (new AttendanceTable(1, [], 1), new StudentRates(1, 1));
        foreach (var student in students)
        {
            table.Add((new StudentYear(student, 0, [], false), Year));
            rates.Add((new StudentYear(student, 0, [], false), Year));
        }

        var totals = new AttendanceCounts(table.Totals()[0, 0], 0, 0, 180, rates[0, 0]);
        Assert.Equal(75m, Shown("attendance_rate_mean", totals));
        Assert.Equal(95m, Shown("attendance_rate", totals));
    }

    [Fact]
    public void Rates_agree_with_those_of_each_student_for_random_years()
    {
        var random = new Random(41);
        for (var i = 0; i < 200; i++)
        {
            DayBits[] periods = [DayBits.Before(180), DayBits.Before(random.Next(180)), DayBits.Before(90) & ~DayBits.Before(60)];
            var students = Enumerable.Range(0, random.Next(1, 20)).Select(_ => RawDays.Any(random, 180, 4)).ToArray();
            var rates = Rates(periods, students);
            for (var period = 0; period < periods.Length; period++)
            {
                for (var group = 0; group < 4; group++)
                {
                    var counts = students.Select(s => s.Count(periods[period].Places(), group)).Where(c => c.Member > 0);
                    Assert.Equal(
                        counts.Sum(c => (long)decimal.Round((c.Member - c.Absent) / c.Member * StudentRates.Whole, MidpointRounding.AwayFromZero)),
                        rates[group, period]);
                }
            }

            random.Shuffle(students);
            Assert.Equal(rates[0, 0], Rates(periods, students)[0, 0]);
        }
    }

    [Theory]
    [InlineData(180, 9, false)] // exactly 95%
    [InlineData(180, 9.5, true)]
    [InlineData(20, 1, false)]
    [InlineData(0, 0, false)]
    public void Less_than_a_share_is_not_the_share_itself(int member, double absent, bool holds)
    {
        var count = new DayCount(2 * member, (int)(2 * absent), 0, 0);
        Assert.Equal(holds, Below95.Holds(count));
        var table = new AttendanceTable(1, [Below95], 1);
        var whole = DayBits.Before((int)Math.Ceiling(absent));
        var days = new StudentDays { Enrolled = DayBits.Before(member), Absent = whole, Half = absent % 1 == 0 ? default : DayBits.Before(1) };
        table.Add((new StudentYear(days, 0, [], false), Year));
        Assert.Equal(holds ? 1 : 0, table.Totals()[0, 0, 0].Holds);
    }

    [Fact]
    public void A_student_of_two_schools_has_one_rate_over_the_days_of_both()
    {
        var rates = new StudentRates(1, 1);
        rates.Add(
            (new StudentYear(new StudentDays { Enrolled = DayBits.Before(20), Absent = DayBits.Before(10) }, 0, [], true), Year),
            (new StudentYear(new StudentDays { Enrolled = DayBits.Before(80) }, 0, [], true), Year));
        Assert.Equal(900_000, rates[0, 0]);
    }

    private static StudentRates Rates(DayBits[] periods, RawDays[] students)
    {
        var rates = new StudentRates(periods.Length, 4);
        var school = new SchoolPeriods(new DaysKept(DayBits.Before(180), DayBits.Before(180)), periods);
        foreach (var student in students)
        {
            rates.Add((student.Year, school));
        }

        return rates;
    }

    private static decimal Shown(string id, AttendanceCounts totals)
    {
        var measure = MeasureCatalog.Default.Find(id)!;
        return measure.Shown(measure.ValueOf(((AttendanceFormula)measure.Formula!).Of(totals))!.Value);
    }
}
