using Throughline.Benchmarks.Attendance;

namespace Throughline.Benchmarks.Tests.Attendance;

/// <summary>A student's year day by day, counted the slow way: what the bitmaps must agree with.</summary>
internal sealed class RawDays
{
    private readonly Dictionary<int, DayMark> marks = [];

    /// <summary>In a group of a part of the year: the places at which the student was a member.</summary>
    public Dictionary<int, HashSet<int>> Partly { get; } = [];

    public HashSet<int> Groups { get; } = [];

    public StudentDays Bits { get; private set; }

    public void Set(int place, DayMark mark)
    {
        marks[place] = mark;
        Bits = Bits.With(place, mark);
    }

    public bool IsIn(int group, int place) => group == 0 || Groups.Contains(group) || (Partly.TryGetValue(group, out var days) && days.Contains(place));

    /// <summary>Days enrolled, absent and absent without an excuse, in days with halves, and days late.</summary>
    public (decimal Member, decimal Absent, decimal Unexcused, int Tardy) Count(IEnumerable<int> places, int group)
    {
        var (member, absent, unexcused, tardy) = (0m, 0m, 0m, 0);
        foreach (var place in places.Where(p => IsIn(group, p)))
        {
            var mark = marks.GetValueOrDefault(place, DayMark.NotEnrolled);
            member += mark == DayMark.NotEnrolled ? 0 : 1;
            absent += mark switch { DayMark.Excused or DayMark.Unexcused => 1, DayMark.HalfExcused or DayMark.HalfUnexcused => 0.5m, _ => 0 };
            unexcused += mark switch { DayMark.Unexcused => 1, DayMark.HalfUnexcused => 0.5m, _ => 0 };
            tardy += mark == DayMark.Tardy ? 1 : 0;
        }

        return (member, absent, unexcused, tardy);
    }

    /// <summary>A year of any length with entries, exits, half-days and groups of any part of it.</summary>
    public static RawDays Any(Random random, int days, int groups)
    {
        var student = new RawDays();
        var (entry, exit) = random.Next(4) == 0 ? (random.Next(days), random.Next(days + 1)) : (0, days);
        var often = random.Next(1, 5);
        for (var place = 0; place < days; place++)
        {
            var there = place >= entry && place < exit;
            student.Set(place, !there ? DayMark.NotEnrolled : random.Next(20) < often ? (DayMark)random.Next(2, 7) : DayMark.Present);
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
