using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Throughline.Benchmarks.Attendance;

/// <summary>One student's counts of all periods, side by side, and how they are added to a group's.</summary>
public sealed partial class AttendanceTable
{
    private void Begin() => own.AsSpan(0, Base * width).Clear();

    private void CountStudent() => students = students < MostStudents ? students + 1
        : throw new InvalidOperationException("Too many students for one table: add up schools instead.");

    /// <summary>
    /// Counts a student's days in all periods at once. Days absent are few: each adds the periods that it is in. Days on the
    /// roll are counted for the school where they are all of its days.
    /// </summary>
    private void Count(in StudentDays days, DayBits member, SchoolPeriods school) =>
        Count(member, days.Absent, days.Half, days.Excused, days.Tardy, school);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(in DayBits member, in DayBits absent, in DayBits half, in DayBits excused, in DayBits tardy, SchoolPeriods school)
    {
        school.CountAll(member, own.AsSpan(width, width));
        var away = absent & member;
        if (!away.IsEmpty)
        {
            Halves(away & ~half, away & half, 2, school);
            if (details)
            {
                var open = away & ~excused;
                Halves(open & ~half, open & half, 3, school);
            }
        }

        if (details)
        {
            school.Count(tardy & member, doubled: false, own.AsSpan(4 * width, width));
        }
    }

    /// <summary>Adds two for each whole day and one for each half.</summary>
    private void Halves(DayBits whole, DayBits half, int what, SchoolPeriods school)
    {
        var to = own.AsSpan(what * width, width);
        school.Count(whole, doubled: true, to);
        school.Count(half, doubled: false, to);
    }

    /// <summary>The tests of all periods at once; a comparison that holds is -1 in its lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Ask()
    {
        var member = Vectors(1);
        var students = Vectors(0);
        for (var i = 0; i < students.Length; i++)
        {
            students[i] = -Vector.GreaterThan(member[i], Vector<int>.Zero);
        }

        var hundred = new Vector<int>(100);
        for (var which = 0; which < tests.Length; which++)
        {
            var test = tests[which];
            var absent = Vectors(test.UnexcusedOnly ? 3 : 2);
            var concerns = Vectors(Base + (2 * which));
            var holds = Vectors(Base + (2 * which) + 1);
            var (least, percent, days) = (new Vector<int>(Math.Max(1, 2 * test.MinimumDays)), new Vector<int>(test.Percent ?? 0), new Vector<int>(test.LeastHalves));
            var beyond = new Vector<int>(test.Beyond);
            for (var i = 0; i < member.Length; i++)
            {
                var asked = Vector.GreaterThanOrEqual(member[i], least);
                concerns[i] = -asked;
                holds[i] = -(asked & Vector.GreaterThanOrEqual(hundred * absent[i], (percent * member[i]) + beyond) & Vector.GreaterThanOrEqual(absent[i], days));
            }
        }
    }

    private Span<Vector<int>> Vectors(int what) => MemoryMarshal.Cast<int, Vector<int>>(own.AsSpan(what * width, width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTo(int group)
    {
        var to = MemoryMarshal.Cast<int, Vector<int>>(sums.AsSpan(own.Length * group, own.Length));
        var from = MemoryMarshal.Cast<int, Vector<int>>(own);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }
}
