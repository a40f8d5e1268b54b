using Throughline.Benchmarks.Attendance;

namespace Throughline.Benchmarks.Tests.Attendance;

/// <summary>A student's year day by day, counted the slow way: what the bitmaps must agree with.</summary>
internal sealed class RawDays
{
    private readonly Dictionary<int, DayMark> marks = [];
    private readonly HashSet<int> enrolled = [];

    /// <summary>In a group of a part of the year: the places at which the student was a member.</summary>
    public SortedDictionary<int, HashSet<int>> Partly { get; } = [];

    public HashSet<int> Groups { get; } = [];

    public StudentYear Year => new(
        Marks with { Enrolled = Bits(enrolled) },
        Groups.Aggregate(0u, (bits, group) => bits | (1u << group)),
        [.. Partly.Select(p => new GroupDays(p.Key, Bits(p.Value)))],
        Elsewhere: false);

    /// <summary>The days as bits, without enrolment.</summary>
    public StudentDays Marks { get; private set; }

    public static DayBits Bits(IEnumerable<int> places) => places.Aggregate(DayBits.None, (bits, place) => bits.With(place, true));

    public void Set(int place, DayMark mark)
    {
        marks[place] = mark;
        Marks = Marks.With(place, mark);
    }

    public bool IsIn(int group, int place) => group == 0 || Groups.Contains(group) || (Partly.TryGetValue(group, out var days) && days.Contains(place));

    /// <summary>Days enrolled, absent and absent without an excuse, in days with halves, and days late, of which the mark is known.</summary>
    public (decimal Member, decimal Absent, decimal Unexcused, int Tardy) Count(IEnumerable<int> places, int group)
    {
        var (member, absent, unexcused, tardy) = (0m, 0m, 0m, 0);
        foreach (var place in places.Where(p => IsIn(group, p) && enrolled.Contains(p) && marks[p] != DayMark.Unknown))
        {
            var mark = marks[place];
            member++;
            absent += mark switch { DayMark.Excused or DayMark.Unexcused => 1, DayMark.HalfExcused or DayMark.HalfUnexcused => 0.5m, _ => 0 };
            unexcused += mark switch { DayMark.Unexcused => 1, DayMark.HalfUnexcused => 0.5m, _ => 0 };
            tardy += mark == DayMark.Tardy ? 1 : 0;
        }

        return (member, absent, unexcused, tardy);
    }

    /// <summary>A year of any length with entries, exits, half-days, missing marks and groups of any part of it.</summary>
    public static RawDays Any(Random random, int days, int groups)
    {
        var student = new RawDays();
        var (entry, exit) = random.Next(4) == 0 ? (random.Next(days), random.Next(days + 1)) : (0, days);
        var often = random.Next(1, 5);
        for (var place = 0; place < days; place++)
        {
            if (place >= entry && place < exit)
            {
                student.enrolled.Add(place);
            }

            student.Set(place, random.Next(20) < often ? (DayMark)random.Next(2, 7) : random.Next(60) == 0 ? DayMark.Unknown : DayMark.Present);
        }

        for (var group = 1; group < groups; group++)
        {
            switch (random.Next(4))
            {
                case 0:
                    student.Groups.Add(group);
                    break;
                case 1:
                    var (first, past) = (random.Next(days), random.Next(days + 1));
                    student.Partly[group] = [.. Enumerable.Range(0, days).Where(p => p >= first && p < past)];
                    break;
            }
        }

        return student;
    }
}
