using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Xunit;

namespace Throughline.Benchmarks.Tests.Attendance;

/// <summary>What holds for every calendar, student and group: random years from a fixed seed against counting day by day.</summary>
public sealed class AttendancePropertyTests
{
    private const int Groups = 6;

    private static readonly AbsenceTest[] Tests =
        [new(20, 10), new(10, 20), new(1, null, 10), new(1, null, 9.5m, UnexcusedOnly: true), new(31, 10, 2)];

    [Fact]
    public void A_table_agrees_with_counting_day_by_day()
    {
        var random = new Random(31);
        for (var i = 0; i < 300; i++)
        {
            var (days, periods) = Any(random);
            var students = Enumerable.Range(0, random.Next(1, 30)).Select(_ => RawDays.Any(random, days.Days.Count, Groups)).ToList();
            var totals = Totals(days, periods, students);
            for (var group = 0; group < Groups; group++)
            {
                for (var period = 0; period < periods.Count; period++)
                {
                    AssertAgrees(totals, students.ConvertAll(s => s.Count(PlacesIn(days, periods[period]), group)), group, period);
                }
            }
        }
    }

    [Fact]
    public void Who_has_days_at_several_schools_counts_once_with_all_of_them()
    {
        var random = new Random(35);
        for (var i = 0; i < 200; i++)
        {
            var (days, periods) = Any(random);
            var schools = Enumerable.Range(0, random.Next(2, 4)).Select(_ => AnyDays(random)).Prepend(days).ToList();
            var years = schools.ConvertAll(s => (Days: s, Raw: RawDays.Any(random, s.Days.Count, Groups)));
            var table = new AttendanceTable(periods.Count, Tests, Groups);
            table.Add([.. years.Select(y => (y.Raw.Year, School(y.Days, periods)))]);
            var totals = table.Totals();
            for (var group = 0; group < Groups; group++)
            {
                for (var period = 0; period < periods.Count; period++)
                {
                    var counts = years.ConvertAll(y => y.Raw.Count(PlacesIn(y.Days, periods[period]), group));
                    var together = counts.Aggregate((a, b) => (a.Member + b.Member, a.Absent + b.Absent, a.Unexcused + b.Unexcused, a.Tardy + b.Tardy));
                    AssertAgrees(totals, [together], group, period);
                }
            }
        }
    }

    [Fact]
    public void Totals_of_schools_add_up_take_away_and_come_back_from_their_bytes()
    {
        var random = new Random(36);
        for (var i = 0; i < 100; i++)
        {
            var (days, periods) = Any(random);
            var students = Enumerable.Range(0, 20).Select(_ => RawDays.Any(random, days.Days.Count, Groups)).ToList();
            var whole = Totals(days, periods, students);
            var (some, rest) = (Totals(days, periods, students.Take(7)), Totals(days, periods, students.Skip(7)));
            rest.Add(some, 1);
            Assert.Equal(whole, rest);
            Assert.Equal(whole, AttendanceTotals.Read(whole.ToBytes(), periods.Count, Tests.Length, Groups));
            Assert.ThrowsAny<SystemException>(() => AttendanceTotals.Read(whole.ToBytes(), periods.Count + 1, Tests.Length, Groups));
            rest.Add(whole, -1);
            Assert.Equal(new AttendanceTotals(periods.Count, Tests.Length, Groups), rest);
        }
    }

    [Fact]
    public void Without_details_the_rest_is_the_same()
    {
        var random = new Random(37);
        var (days, periods) = Any(random);
        var (school, room) = (School(days, periods), new byte[StudentYear.MostBytes]);
        var (whole, quick) = (new AttendanceTable(periods.Count, Tests[..2], Groups), new AttendanceTable(periods.Count, Tests[..2], Groups, details: false));
        for (var i = 0; i < 50; i++)
        {
            var year = RawDays.Any(random, days.Days.Count, Groups).Year;
            Assert.True(whole.TryAdd(room.AsSpan(0, year.Write(room)), school) && quick.TryAdd(room.AsSpan(0, year.Write(room)), school));
        }

        var (all, some) = (whole.Totals(), quick.Totals());
        Assert.All(Enumerable.Range(0, periods.Count), p =>
        {
            Assert.Equal(all[0, p] with { Unexcused = 0, Tardy = 0 }, some[0, p]);
            Assert.Equal((all[1, p, 0], all[1, p, 1]), (some[1, p, 0], some[1, p, 1]));
        });
    }

    [Fact]
    public void The_order_of_students_and_of_days_set_makes_no_difference()
    {
        var random = new Random(32);
        for (var i = 0; i < 100; i++)
        {
            var (days, periods) = Any(random);
            var students = Enumerable.Range(0, 20).Select(_ => RawDays.Any(random, days.Days.Count, Groups)).ToArray();
            var before = Totals(days, periods, students);
            foreach (var student in students)
            {
                var again = Enumerable.Range(0, days.Days.Count).ToArray();
                random.Shuffle(again);
                Assert.Equal(student.Marks, again.Aggregate(default(StudentDays), (sofar, place) => sofar.With(place, student.Marks.Mark(place, full: true))));
            }

            random.Shuffle(students);
            Assert.Equal(before, Totals(days, periods, students));
        }
    }

    [Fact]
    public void Setting_a_day_twice_changes_nothing_and_the_last_mark_stands()
    {
        var random = new Random(33);
        for (var i = 0; i < 1_000; i++)
        {
            var student = RawDays.Any(random, 180, 1).Marks;
            var (place, mark, other) = (random.Next(DayBits.Capacity), (DayMark)random.Next(7), (DayMark)random.Next(7));
            var once = student.With(place, mark);
            Assert.Equal(mark, once.Mark(place, full: true));
            Assert.Equal(once, once.With(place, mark));
            Assert.Equal(once, student.With(place, other).With(place, mark));
            Assert.Equal(student, once.With(place, student.Mark(place, full: true)));
        }
    }

    [Fact]
    public void Days_and_years_come_back_from_their_bytes_in_few_of_them()
    {
        var random = new Random(34);
        Span<byte> room = stackalloc byte[StudentYear.MostBytes];
        for (var i = 0; i < 3_000; i++)
        {
            var (first, past, share) = (random.Next(DayBits.Capacity), random.Next(DayBits.Capacity + 1), random.Next(101));
            var bits = RawDays.Bits(Enumerable.Range(0, DayBits.Capacity).Where(p => p >= first && p < past && random.Next(100) < share));
            room.Fill(0xA5);
            var length = bits.Write(room);
            Assert.InRange(length, 1, Math.Min(DayBits.MostBytes, bits.Count + 1));
            ReadOnlySpan<byte> from = room;
            Assert.Equal(bits, DayBits.Read(ref from));
            Assert.Equal(room.Length - length, from.Length);
            Assert.Equal(bits.Count, bits.Places().Count());
        }

        Assert.Equal(1, DayBits.None.Write(room));
        Assert.Equal(3, DayBits.Before(180).Write(room));
        Assert.Equal(3, DayBits.Before(DayBits.Capacity).Write(room));
        for (var i = 0; i < 1_000; i++)
        {
            var year = RawDays.Any(random, random.Next(1, DayBits.Capacity + 1), 30).Year with { Elsewhere = random.Next(2) == 0 };
            Assert.Equal(year, StudentYear.Read(room[..year.Write(room)]));
        }
    }

    private static (SchoolDays Days, List<Period> Periods) Any(Random random)
    {
        var days = AnyDays(random);
        return (days, [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ =>
        {
            var (a, b) = (days.Days[random.Next(days.Days.Count)], days.Days[random.Next(days.Days.Count)]);
            return a <= b ? new Period(a, b) : new Period(b, a);
        })]);
    }

    private static SchoolDays AnyDays(Random random)
    {
        var all = SchoolDays.Of(new SchoolCalendar(new DateOnly(2025, 8, 20), new DateOnly(2026, 6, 30))).Days.Where(_ => random.Next(6) > 0).ToArray();
        // Days made up stand at the end, whatever their dates.
        random.Shuffle(all.AsSpan(all.Length - Math.Min(12, all.Length)));
        return new SchoolDays(all.Take(random.Next(1, all.Length + 1)));
    }

    private static IEnumerable<int> PlacesIn(SchoolDays days, Period period) =>
        Enumerable.Range(0, days.Days.Count).Where(place => period.Contains(days.Days[place]));

    private static SchoolPeriods School(SchoolDays days, List<Period> periods) => new(new DaysKept(days.All, days.All), [.. periods.Select(days.In)]);

    private static AttendanceTotals Totals(SchoolDays days, List<Period> periods, IEnumerable<RawDays> students)
    {
        var table = new AttendanceTable(periods.Count, Tests, Groups);
        var school = School(days, periods);
        var room = new byte[StudentYear.MostBytes];
        foreach (var (i, student) in students.Index())
        {
            // From its bytes and taken apart: both ways in one sum.
            if (i % 2 == 0)
            {
                table.Add((student.Year, school));
            }
            else
            {
                Assert.True(table.TryAdd(room.AsSpan(0, student.Year.Write(room)), school));
            }
        }

        return table.Totals();
    }

    private static void AssertAgrees(
        AttendanceTotals totals, List<(decimal Member, decimal Absent, decimal Unexcused, int Tardy)> counts, int group, int period)
    {
        var sums = totals[group, period];
        Assert.Equal(counts.Count(c => c.Member > 0), sums.Students);
        Assert.Equal(counts.Sum(c => c.Member), sums.Member / 2m);
        Assert.Equal(counts.Sum(c => c.Absent), sums.Absent / 2m);
        Assert.Equal(counts.Sum(c => c.Unexcused), sums.Unexcused / 2m);
        Assert.Equal(counts.Sum(c => c.Tardy), sums.Tardy);
        for (var test = 0; test < Tests.Length; test++)
        {
            var (least, percent, days, unexcused) = (Tests[test].MinimumDays, Tests[test].Percent ?? 0, Tests[test].Days ?? 0, Tests[test].UnexcusedOnly);
            var asked = counts.FindAll(c => c.Member > 0 && c.Member >= least);
            var holding = asked.Count(c => (unexcused ? c.Unexcused : c.Absent) is var away && away * 100 >= percent * c.Member && away >= days);
            Assert.Equal((holding, asked.Count), totals[group, period, test]);
        }
    }
}
