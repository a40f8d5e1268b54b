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
            var days = AnyDays(random);
            var periods = AnyPeriods(random, days);
            var students = Enumerable.Range(0, random.Next(1, 30)).Select(_ => RawDays.Any(random, days.Days.Count, Groups)).ToList();
            var table = Table(days, periods, students);
            for (var group = 0; group < Groups; group++)
            {
                for (var period = 0; period < periods.Count; period++)
                {
                    AssertAgrees(table, students, group, period, PlacesIn(days, periods[period]));
                }
            }
        }
    }

    [Fact]
    public void The_order_of_students_and_of_days_set_makes_no_difference()
    {
        var random = new Random(32);
        for (var i = 0; i < 100; i++)
        {
            var days = AnyDays(random);
            var periods = AnyPeriods(random, days);
            var students = Enumerable.Range(0, 20).Select(_ => RawDays.Any(random, days.Days.Count, Groups)).ToArray();
            var before = Table(days, periods, students);
            foreach (var student in students)
            {
                var again = Enumerable.Range(0, days.Days.Count).ToArray();
                random.Shuffle(again);
                var bits = again.Aggregate(default(StudentDays), (sofar, place) => sofar.With(place, student.Bits[place]));
                Assert.Equal(student.Bits, bits);
            }

            random.Shuffle(students);
            var after = Table(days, periods, students);
            for (var group = 0; group < Groups; group++)
            {
                Assert.All(Enumerable.Range(0, periods.Count), p => Assert.Equal(before[group, p], after[group, p]));
            }
        }
    }

    [Fact]
    public void Setting_a_day_twice_changes_nothing_and_the_last_mark_stands()
    {
        var random = new Random(33);
        for (var i = 0; i < 1_000; i++)
        {
            var student = RawDays.Any(random, 180, 1).Bits;
            var (place, mark, other) = (random.Next(DayBits.Capacity), (DayMark)random.Next(7), (DayMark)random.Next(7));
            var once = student.With(place, mark);
            Assert.Equal(mark, once[place]);
            Assert.Equal(once, once.With(place, mark));
            Assert.Equal(once, student.With(place, other).With(place, mark));
            Assert.Equal(student, once.With(place, student[place]));
        }
    }

    [Fact]
    public void Days_come_back_from_their_bytes_which_end_with_the_last_day()
    {
        var random = new Random(34);
        Span<byte> room = stackalloc byte[32];
        for (var i = 0; i < 1_000; i++)
        {
            var last = random.Next(DayBits.Capacity + 1);
            var bits = DayBits.None;
            for (var place = 0; place < last; place++)
            {
                bits = bits.With(place, place == last - 1 || random.Next(2) == 0);
            }

            room.Fill(0xA5);
            var length = bits.Write(room);
            Assert.Equal((last + 7) / 8, length);
            Assert.Equal(bits, DayBits.Read(room[..length]));
            Assert.Equal(bits.Count, bits.Places().Count());
        }
    }

    private static SchoolDays AnyDays(Random random)
    {
        var all = SchoolDays.Of(new SchoolCalendar(new DateOnly(2025, 8, 20), new DateOnly(2026, 6, 30))).Days.Where(_ => random.Next(6) > 0).ToArray();
        // Days made up stand at the end, whatever their dates.
        random.Shuffle(all.AsSpan(all.Length - Math.Min(12, all.Length)));
        return new SchoolDays(all.Take(random.Next(1, all.Length + 1)));
    }

    private static List<Period> AnyPeriods(Random random, SchoolDays days) => [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ =>
    {
        var (a, b) = (days.Days[random.Next(days.Days.Count)], days.Days[random.Next(days.Days.Count)]);
        return a <= b ? new Period(a, b) : new Period(b, a);
    })];

    private static IEnumerable<int> PlacesIn(SchoolDays days, Period period) =>
        Enumerable.Range(0, days.Days.Count).Where(place => period.Contains(days.Days[place]));

    private static AttendanceTable Table(SchoolDays days, List<Period> periods, IEnumerable<RawDays> students)
    {
        var table = new AttendanceTable(periods.Select(days.In), Tests, Groups);
        foreach (var student in students)
        {
            var partly = student.Partly.Select(p => (p.Key, p.Value.Aggregate(DayBits.None, (bits, place) => bits.With(place, true)))).ToArray();
            table.Add(student.Bits, student.Groups.Aggregate(0UL, (bits, group) => bits | (1UL << group)), partly);
        }

        return table;
    }

    private static void AssertAgrees(AttendanceTable table, List<RawDays> students, int group, int period, IEnumerable<int> places)
    {
        var counts = students.ConvertAll(s => s.Count(places, group));
        var sums = table[group, period];
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
            Assert.Equal((holding, asked.Count), table[group, period, test]);
        }
    }
}
