using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Throughline.Benchmarks.Attendance;

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
    private const int Base = 5;

    /// <summary>Above this many students a sum of half-days could leave an integer.</summary>
    private const int MostStudents = int.MaxValue / (2 * DayBits.Capacity);

    private readonly DayBits[] periods;
    private readonly AbsenceTest[] tests;
    private readonly int[] sums;
    private readonly int[] own;
    private readonly int width;
    private int students;

    /// <param name="periods">The school days of each period; periods may overlap, as year-to-date ones do.</param>
    /// <param name="tests">What is asked of each student in each period.</param>
    /// <param name="groups">How many groups there are, 1 to 64; the first is everyone.</param>
    public AttendanceTable(IEnumerable<DayBits> periods, IEnumerable<AbsenceTest> tests, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, 64);
        this.periods = [.. periods];
        this.tests = [.. tests];
        Groups = groups;
        // Whole vectors for each thing counted, so that no loop has a rest.
        width = (this.periods.Length + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;
        own = new int[(Base + (2 * this.tests.Length)) * width];
        sums = new int[own.Length * groups];
    }

    public int Groups { get; }

    /// <summary>Adds a student's days at one school. One who has days at two is given as one, or counts twice.</summary>
    /// <param name="days">The days.</param>
    /// <param name="groups">A bit for each group the student was in all year; the first group's bit does not matter.</param>
    /// <param name="partly">The groups of a part of the year, with the days of membership; none of them in <paramref name="groups"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(in StudentDays days, ulong groups, ReadOnlySpan<(int Group, DayBits Days)> partly)
    {
        students = students < MostStudents ? students + 1 : throw new InvalidOperationException("Too many students for one table: add up schools instead.");
        Count(days, Everywhere);
        groups |= 1;
        while (groups != 0)
        {
            AddTo(BitOperations.TrailingZeroCount(groups));
            groups &= groups - 1;
        }

        foreach (var (group, member) in partly)
        {
            Count(days, member);
            AddTo(group);
        }
    }

    /// <summary>The sums of one group in one period, by their places in what was given; other places throw.</summary>
    public AttendanceSums this[int group, int period] => new(
        At(group, period, 0), At(group, period, 1), At(group, period, 2), At(group, period, 3), At(group, period, 4));

    /// <summary>Of how many students a test was asked, and for how many it holds.</summary>
    public (int Holds, int Concerns) this[int group, int period, int test]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(test, tests.Length);
            return (At(group, period, Base + (2 * test) + 1), At(group, period, Base + (2 * test)));
        }
    }

    private static DayBits Everywhere { get; } = DayBits.Before(DayBits.Capacity);

    private int At(int group, int period, int what)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unchecked((uint)group), (uint)Groups, nameof(group));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unchecked((uint)period), (uint)periods.Length, nameof(period));
        return sums[(own.Length * group) + (what * width) + period];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(in StudentDays days, DayBits within)
    {
        var enrolled = days.Enrolled & within;
        var absent = days.Absent & enrolled;
        var half = days.Half & absent;
        var unexcused = absent & ~days.Excused;
        var tardy = days.Tardy & enrolled;
        var (anyHalf, anyTardy) = (!half.IsEmpty, !tardy.IsEmpty);
        for (var period = 0; period < periods.Length; period++)
        {
            var within1 = periods[period];
            var member = 2 * (enrolled & within1).Count;
            var (away, open) = (2 * (absent & within1).Count, 2 * (unexcused & within1).Count);
            if (anyHalf)
            {
                away -= (half & within1).Count;
                open -= (half & unexcused & within1).Count;
            }

            own[period] = member > 0 ? 1 : 0;
            own[width + period] = member;
            own[(2 * width) + period] = away;
            own[(3 * width) + period] = open;
            own[(4 * width) + period] = anyTardy ? (tardy & within1).Count : 0;
        }

        for (var test = 0; test < tests.Length; test++)
        {
            Ask(test);
        }
    }

    /// <summary>A test of all periods at once; a comparison that holds is -1 in its lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Ask(int which)
    {
        var test = tests[which];
        var member = Vectors(1);
        var absent = Vectors(test.UnexcusedOnly ? 3 : 2);
        var concerns = Vectors(Base + (2 * which));
        var holds = Vectors(Base + (2 * which) + 1);
        var (least, percent, days) = (new Vector<int>(Math.Max(1, 2 * test.MinimumDays)), new Vector<int>(test.Percent ?? 0), new Vector<int>(test.LeastHalves));
        var (hundred, beyond) = (new Vector<int>(100), new Vector<int>(test.Beyond));
        for (var i = 0; i < member.Length; i++)
        {
            var asked = Vector.GreaterThanOrEqual(member[i], least);
            concerns[i] = -asked;
            holds[i] = -(asked & Vector.GreaterThanOrEqual(hundred * absent[i], (percent * member[i]) + beyond) & Vector.GreaterThanOrEqual(absent[i], days));
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
