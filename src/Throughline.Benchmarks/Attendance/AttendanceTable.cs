using System.Numerics;
using System.Runtime.CompilerServices;

namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// Adds up students' days by group and period, in one pass over the students. A student counts in a group on the days of
/// membership only, and is tested on those days.
/// </summary>
/// <remarks>
/// Each student's counts of all periods are made once, side by side, and added to each of the groups: the work is some
/// vector additions for each day absent and each group.
/// </remarks>
public sealed partial class AttendanceTable
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
    private readonly bool details;
    private int students;

    /// <param name="periods">How many periods there are.</param>
    /// <param name="tests">What is asked of each student in each period.</param>
    /// <param name="groups">How many groups there are, 1 to 32; the first is everyone.</param>
    /// <param name="details">Whether days without an excuse and days late are counted too; else their sums are 0, and the table is quicker.</param>
    public AttendanceTable(int periods, IEnumerable<AbsenceTest> tests, int groups, bool details = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, 32);
        this.tests = [.. tests];
        this.periods = periods;
        this.details = details || this.tests.Any(t => t.UnexcusedOnly);
        Groups = groups;
        every = uint.MaxValue >> (32 - groups);
        // Whole vectors for each thing counted, so that no loop has a rest.
        width = SchoolPeriods.WidthOf(periods);
        own = new int[(Base + (2 * this.tests.Length)) * width];
        sums = new int[own.Length * groups];
    }

    public int Groups { get; }

    /// <summary>
    /// Adds a student's year from its bytes, unless the student has days elsewhere. The same as <see cref="Add"/>, in a third of
    /// its time: what a state's rows are added up with.
    /// </summary>
    /// <param name="row">As <see cref="StudentYear.Write"/> writes it.</param>
    /// <param name="school">The school's days.</param>
    /// <returns>False, and nothing added, for one with days elsewhere.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAdd(ReadOnlySpan<byte> row, SchoolPeriods school)
    {
        var (elsewhere, partly, groups) = StudentYear.Head(row);
        if (elsewhere)
        {
            return false;
        }

        CountStudent();
        var from = row[StudentYear.HeadBytes..];
        var enrolled = DayBits.Read(ref from);
        var absent = DayBits.Read(ref from);
        var half = DayBits.Read(ref from);
        var excused = details ? DayBits.Read(ref from) : DayBits.Pass(ref from);
        var tardy = details ? DayBits.Read(ref from) : DayBits.Pass(ref from);
        var member = school.Kept.Counting(enrolled, DayBits.Read(ref from));
        Begin();
        Count(member, absent, half, excused, tardy, school);
        Ask();
        for (groups = (groups | 1) & every; groups != 0; groups &= groups - 1)
        {
            AddTo(BitOperations.TrailingZeroCount(groups));
        }

        for (; partly > 0; partly--)
        {
            var group = from[0];
            from = from[1..];
            var days = DayBits.Read(ref from);
            if (group < Groups)
            {
                Begin();
                Count(member & days, absent, half, excused, tardy, school);
                Ask();
                AddTo(group);
            }
        }

        return true;
    }

    /// <summary>Adds a student's years, at one school or several: counted once, and tested on the days of all of them.</summary>
    public void Add(params ReadOnlySpan<(StudentYear Year, SchoolPeriods School)> years)
    {
        if (years.IsEmpty)
        {
            return;
        }

        CountStudent();
        var (throughout, some) = (every, 0u);
        Begin();
        foreach (var (year, school) in years)
        {
            Count(year.Days, school.Kept.Counting(year.Days), school);
            throughout &= year.Groups | 1;
            some |= year.Groups | 1;
            foreach (var (group, _) in year.Partly)
            {
                some |= 1u << group;
            }
        }

        Ask();
        for (var groups = throughout; groups != 0; groups &= groups - 1)
        {
            AddTo(BitOperations.TrailingZeroCount(groups));
        }

        for (var groups = some & every & ~throughout; groups != 0; groups &= groups - 1)
        {
            AddGroup(years, BitOperations.TrailingZeroCount(groups));
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

    /// <summary>A group that the student was in for a part of the days.</summary>
    private void AddGroup(ReadOnlySpan<(StudentYear Year, SchoolPeriods School)> years, int group)
    {
        Begin();
        foreach (var (year, school) in years)
        {
            Count(year.Days, school.Kept.Counting(year.Days) & year.DaysIn(group), school);
        }

        Ask();
        AddTo(group);
    }
}
