using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Bench.State;

/// <summary>
/// An invented state, the same on every machine: districts of six schools, some 508 students a school, 180 days. Students miss
/// some six days in a hundred, some far more; one in 25 moves in the middle of the year, one in 30 leaves or joins a group.
/// </summary>
internal sealed class InventedState(int schools)
{
    public const int StudentsASchool = 508;
    public const int SchoolsADistrict = 6;
    public const int Days = 180;

    public static readonly SchoolYear Year = new(2026);

    private static readonly int[] Races = [.. new[] { "american_indian", "asian", "black", "hispanic", "multi_race", "pacific_islander", "white" }.Select(Number)];
    private static readonly int[] RaceShares = [2, 75, 95, 250, 45, 2, 531];

    public int Schools => schools;

    /// <summary>915,000 students of 1,800 schools: a few schools have one more.</summary>
    public int Students => (schools * StudentsASchool) + (schools / 3);

    /// <summary>The days of a district's calendar: weekdays but for breaks, from a day of its own in the last week of August.</summary>
    public static SchoolDays DaysOf(int district) => new(Weekdays(new DateOnly(2025, 8, 25).AddDays(district % 5)).Take(Days));

    public int SchoolOf(int student) => (int)((long)student * schools / Students);

    public static int DistrictOf(int school) => school / SchoolsADistrict;

    /// <summary>Where a student goes in the middle of the year, and at which place of the days; null for those who stay.</summary>
    public (int School, int Place)? MoveOf(int student)
    {
        var dice = new Dice(student, 1);
        if (schools < 2 || dice.Below(25) != 0)
        {
            return null;
        }

        var home = SchoolOf(student);
        var near = dice.Below(10) < 7;
        var first = near ? DistrictOf(home) * SchoolsADistrict : 0;
        var count = near ? Math.Min(SchoolsADistrict, schools - first) : schools;
        var to = first + dice.Below(count);
        return to == home ? null : (to, 20 + dice.Below(140));
    }

    /// <summary>The groups with first and last place, both included, and the grade.</summary>
    public static IEnumerable<(int Group, int First, int Last)> GroupsOf(int student)
    {
        var dice = new Dice(student, 2);
        var race = dice.Below(1000);
        var which = 0;
        while (race >= RaceShares[which])
        {
            race -= RaceShares[which++];
        }

        yield return (Races[which], 0, Days - 1);
        yield return (Number(dice.Below(1000) is var sex && sex < 485 ? "female" : sex < 996 ? "male" : "nonbinary"), 0, Days - 1);
        yield return (Number("grade_1") + dice.Below(12), 0, Days - 1);
        if (dice.Below(100) < 44)
        {
            yield return (Number("low_income"), dice.Below(30) == 0 ? 1 + dice.Below(Days - 2) : 0, Days - 1);
        }

        if (dice.Below(100) < 12)
        {
            yield return (Number("english_learner"), 0, dice.Below(8) == 0 ? dice.Below(Days - 2) : Days - 1);
            yield return (Number("english_learner_or_former"), 0, Days - 1);
        }

        if (dice.Below(100) < 20)
        {
            yield return (Number("disability"), dice.Below(20) == 0 ? 1 + dice.Below(Days - 2) : 0, Days - 1);
        }
    }

    /// <summary>The student's marks, the same at whichever school the days are spent.</summary>
    public static StudentDays MarksOf(int student)
    {
        var dice = new Dice(student, 3);
        var (rate, ill) = (dice.Below(100) switch { < 55 => 15 + dice.Below(30), < 85 => 40 + dice.Below(60), _ => 100 + dice.Below(250) }, 0);
        var days = default(StudentDays);
        for (var place = 0; place < Days; place++)
        {
            if (ill > 0 || dice.Below(1000) < rate * 6 / 10)
            {
                ill = ill > 0 ? ill - 1 : dice.Below(3);
                var excused = dice.Below(100) < 55;
                days = days.With(place, (dice.Below(100) < 5, excused) switch
                {
                    (true, true) => DayMark.HalfExcused,
                    (true, false) => DayMark.HalfUnexcused,
                    (false, true) => DayMark.Excused,
                    _ => DayMark.Unexcused,
                });
            }
            else if (dice.Below(100) < 3)
            {
                days = days.With(place, DayMark.Tardy);
            }
        }

        return days with { Listed = DayBits.None };
    }

    /// <summary>The year a student spends at a school; null for one who never does.</summary>
    public StudentYear? YearOf(int student, int school)
    {
        var move = MoveOf(student);
        var enrolled = (SchoolOf(student) == school, move) switch
        {
            (true, null) => DayBits.Before(Days),
            (true, { } left) => DayBits.Before(left.Place),
            (false, { } came) when came.School == school => DayBits.Before(Days) & ~DayBits.Before(came.Place),
            _ => DayBits.None,
        };
        if (enrolled.IsEmpty)
        {
            return null;
        }

        var (groups, partly) = RollDays.Groups(
            enrolled, GroupsOf(student).Select(g => new GroupDays(g.Group, DayBits.Before(g.Last + 1) & ~DayBits.Before(g.First))));
        return new StudentYear(MarksOf(student) with { Enrolled = enrolled }, groups, partly, move is not null);
    }

    private static int Number(string group) => StudentGroup.NumberOf(group)!.Value;

    private static IEnumerable<DateOnly> Weekdays(DateOnly day)
    {
        for (; ; day = day.AddDays(1))
        {
            var free = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                || (day >= new DateOnly(2025, 12, 24) && day <= new DateOnly(2026, 1, 2))
                || (day >= new DateOnly(2026, 2, 16) && day <= new DateOnly(2026, 2, 20))
                || (day >= new DateOnly(2026, 4, 20) && day <= new DateOnly(2026, 4, 24));
            if (!free)
            {
                yield return day;
            }
        }
    }

    /// <summary>Numbers that depend on the student and the question alone (splitmix64).</summary>
    private struct Dice(int student, int question)
    {
        private ulong state = unchecked(((ulong)student * 0x9E3779B97F4A7C15) + ((ulong)question * 0xD1B54A32D192ED03));

        public int Below(int bound)
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return (int)((z ^ (z >> 31)) % (ulong)bound);
            }
        }
    }
}
