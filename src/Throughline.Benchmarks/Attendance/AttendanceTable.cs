using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Throughline.Benchmarks.Attendance;

/// <summary>A school's days as a table asks for them: what is known of them, and which fall into each period.</summary>
/// <param name="Kept">What is known of the days.</param>
/// <param name="Periods">The places of each period's days; periods may overlap, as year-to-date ones do.</param>
public sealed record SchoolPeriods(DaysKept Kept, DayBits[] Periods);

/// <summary>
/// Adds up students' days by group and period, in one pass over the students. A student counts in a group on the days of
/// membership only, and is tested on those days.
/// </summary>
/// <remarks>
/// Each student's counts of all periods are made once, side by side, and added to each of the groups: the work is some
/// population counts for each student and period, and vector additions for each group.
/// </remarks>
public sealed class AttendanceTable
{
    /// <summary>What is counted beside the tests: students, half-days on the roll, half-days absent, those unexcused, days late.</summary>
    internal const int Base = 5;

    /// <summary>Above this many students a sum of half-days could leave an integer.</summary>
    private const int MostStudents = int.MaxValue / (2 * DayBits.Capacity);

    private readonly AbsenceTest[] tests;
    private readonly int[] sums;
    private readonly int[] own;
    private readonly int periods;
    private readonly int width;
    private readonly uint every;
    private int students;

    /// <param name="periods">How many periods there are.</param>
    /// <param name="tests">What is asked of each student in each period.</param>
    /// <param name="groups">How many groups there are, 1 to 32; the first is everyone.</param>
    public AttendanceTable(int periods, IEnumerable<AbsenceTest> tests, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, 32);
        this.tests = [.. tests];
        this.periods = periods;
        Groups = groups;
        every = uint.MaxValue >> (32 - groups);
        // Whole vectors for each thing counted, so that no loop has a rest.
        width = (periods + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;
        own = new int[(Base + (2 * this.tests.Length)) * width];
        sums = new int[own.Length * groups];
    }

    public int Groups { get; }

    /// <summary>Adds a student's year at one school. One who has days at two is given to <see cref="AddOnce"/>, or counts twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(in StudentYear student, SchoolPeriods school)
    {
        CountStudent();
        var member = school.Kept.Counting(student.Days);
        Count(student.Days, member, school.Periods, more: false);
        Ask();
        for (var groups = (student.Groups | 1) & every; groups != 0; groups &= groups - 1)
        {
            AddTo(BitOperations.TrailingZeroCount(groups));
        }

        foreach (var (group, days) in student.Partly)
        {
            if (group < Groups && group > 0)
            {
                Count(student.Days, member & days, school.Periods, more: false);
                Ask();
                AddTo(group);
            }
        }
    }

    /// <summary>Adds one student's years at several schools: counted once, and tested on the days of all of them.</summary>
    public void AddOnce(ReadOnlySpan<(StudentYear Year, SchoolPeriods School)> years)
    {
        CountStudent();
        for (var group = 0; group < Groups; group++)
        {
            var more = false;
            foreach (var (year, school) in years)
            {
                var days = group == 0 || (year.Groups & (1u << group)) != 0 ? DayBits.Before(DayBits.Capacity)
                    : Array.Find(year.Partly, p => p.Group == group).Days;
                if (!days.IsEmpty)
                {
                    Count(year.Days, school.Kept.Counting(year.Days) & days, school.Periods, more);
                    more = true;
                }
            }

            if (more)
            {
                Ask();
                AddTo(group);
            }
        }
    }

    /// <summary>Adds what was counted so far to totals of the same shape, times +1 or -1, and begins anew.</summary>
    public void MoveTo(AttendanceTotals totals, int times)
    {
        totals.Add(sums, width, times);
        Clear();
    }

    /// <summary>What was counted so far.</summary>
    public AttendanceTotals Totals()
    {
        var totals = new AttendanceTotals(periods, tests.Length, Groups);
        totals.Add(sums, width, 1);
        return totals;
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Array.Clear(sums);
        students = 0;
    }

    private void CountStudent() => students = students < MostStudents ? students + 1
        : throw new InvalidOperationException("Too many students for one table: add up schools instead.");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(in StudentDays days, DayBits member, DayBits[] within, bool more)
    {
        var absent = days.Absent & member;
        var half = days.Half & absent;
        var unexcused = absent & ~days.Excused;
        var tardy = days.Tardy & member;
        var (anyHalf, anyTardy) = (!half.IsEmpty, !tardy.IsEmpty);
        for (var period = 0; period < within.Length; period++)
        {
            var days1 = within[period];
            var on = 2 * (member & days1).Count;
            var (away, open) = (2 * (absent & days1).Count, 2 * (unexcused & days1).Count);
            if (anyHalf)
            {
                away -= (half & days1).Count;
                open -= (half & unexcused & days1).Count;
            }

            var late = anyTardy ? (tardy & days1).Count : 0;
            if (more)
            {
                on += own[width + period];
                away += own[(2 * width) + period];
                open += own[(3 * width) + period];
                late += own[(4 * width) + period];
            }

            own[period] = on > 0 ? 1 : 0;
            own[width + period] = on;
            own[(2 * width) + period] = away;
            own[(3 * width) + period] = open;
            own[(4 * width) + period] = late;
        }
    }

    /// <summary>The tests of all periods at once; a comparison that holds is -1 in its lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Ask()
    {
        var member = Vectors(1);
        var hundred = new Vector<int>(100);
        for (var which = 0; which < tests.Length; which++)
        {
            var test = tests[which];
            var absent = Vectors(test.UnexcusedOnly ? 3 : 2);
            var concerns = Vectors(Base + (2 * which));
            var holds = Vectors(Base + (2 * which) + 1);
            var (least, percent, days) = (new Vector<int>(Math.Max(1, 2 * test.MinimumDays)), new Vector<int>(test.Percent ?? 0), new Vector<int>(test.LeastHalves));
            for (var i = 0; i < member.Length; i++)
            {
                var asked = Vector.GreaterThanOrEqual(member[i], least);
                concerns[i] = -asked;
                holds[i] = -(asked & Vector.GreaterThanOrEqual(hundred * absent[i], percent * member[i]) & Vector.GreaterThanOrEqual(absent[i], days));
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
