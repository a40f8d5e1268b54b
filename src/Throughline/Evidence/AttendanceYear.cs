using System.Runtime.InteropServices;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Evidence;

/// <summary>The rows of one school's year as they lie in the database, one after the other.</summary>
/// <param name="School">The school's id.</param>
/// <param name="Days">Its days.</param>
/// <param name="Students">The students' ids.</param>
/// <param name="Ends">Where each student's bytes end.</param>
/// <param name="Bytes">The students' years.</param>
internal sealed record SchoolBytes(int School, SchoolYearDays Days, int[] Students, int[] Ends, byte[] Bytes)
{
    public StudentYear this[int student] => StudentYear.Read(Of(student));

    /// <summary>The bytes of a student's year.</summary>
    public ReadOnlySpan<byte> Of(int student)
    {
        var start = student == 0 ? 0 : Ends[student - 1];
        return Bytes.AsSpan(start, Ends[student] - start);
    }

    /// <summary>The same with the days alone on which students were in the grades that a measure counts.</summary>
    public SchoolBytes Only(Eligibility eligible)
    {
        if (eligible.Grades.Count == 0)
        {
            return this;
        }

        var grades = eligible.Grades.Select(g => StudentGroup.NumberOf(g)!.Value).ToList();
        var students = new Dictionary<int, StudentYear>();
        for (var i = 0; i < Students.Length; i++)
        {
            var year = this[i];
            var counting = grades.Aggregate(DayBits.None, (days, grade) => days | year.DaysIn(grade));
            students.Add(Students[i], year with { Days = year.Days with { Enrolled = year.Days.Enrolled & counting } });
        }

        return Of(School, Days, students);
    }

    /// <summary>The same of a school that is in memory already.</summary>
    public static SchoolBytes Of(SchoolAttendance school) => Of(school.School, school.Days, school.Students);

    private static SchoolBytes Of(int school, SchoolYearDays days, IReadOnlyDictionary<int, StudentYear> years)
    {
        using var bytes = new MemoryStream();
        var room = new byte[StudentYear.MostBytes];
        var students = years.OrderBy(s => s.Key).ToList();
        var ends = new int[students.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            bytes.Write(room, 0, students[i].Value.Write(room));
            ends[i] = (int)bytes.Length;
        }

        return new SchoolBytes(school, days, [.. students.Select(s => s.Key)], ends, bytes.ToArray());
    }
}

/// <summary>What is asked of all schools of a year at once.</summary>
/// <param name="Periods">Which may overlap.</param>
/// <param name="Tests">What is asked of each student in each period.</param>
/// <param name="Groups">How many of the shared groups, from the first.</param>
/// <param name="Details">Whether days without an excuse and days late are counted too.</param>
/// <param name="At">As known at this instant of the rows as they are; a past instant is for <see cref="AttendanceReplay"/>.</param>
public sealed record AttendanceQuestion(IReadOnlyList<Period> Periods, IReadOnlyList<AbsenceTest> Tests, int Groups, bool Details, DateTimeOffset At)
{
    public AttendanceTable Table() => new(Periods.Count, Tests, Groups, Details);

    public AttendanceTotals Nothing() => new(Periods.Count, Tests.Count, Groups);

    /// <summary>The standing question of a year.</summary>
    public static AttendanceQuestion Standing(SchoolYear year) =>
        new(Evidence.Standing.Periods(year), Evidence.Standing.Tests, Evidence.Standing.Groups, Details: true, DateTimeOffset.MaxValue);
}

/// <summary>
/// Adds up schools one after the other, and students with days at several schools at the end: once for each organization
/// above. Several of these can share the schools of a state; the one that ends last adds the others to itself.
/// </summary>
internal sealed class AttendanceSum(AttendanceQuestion question, IReadOnlyDictionary<int, int> districts, Action<int, AttendanceTotals> school)
{
    private readonly AttendanceTable table = question.Table();
    private readonly Dictionary<int, AttendanceTotals> districtTotals = [];
    private readonly List<SharedYear> shared = [];
    private readonly LaidOutDays laidOut = new(question.Periods, question.At);

    public void Add(SchoolBytes rows)
    {
        var days = laidOut.Of(rows.Days);
        var start = shared.Count;
        for (var i = 0; i < rows.Students.Length; i++)
        {
            if (!table.TryAdd(rows.Of(i), days))
            {
                shared.Add(new SharedYear(rows.Students[i], i, rows, days));
            }
        }

        var totals = question.Nothing();
        table.MoveTo(totals, 1);
        District(districts.GetValueOrDefault(rows.School)).Add(totals, 1);
        for (var i = start; i < shared.Count; i++)
        {
            table.Add((rows[shared[i].Place], days));
        }

        table.MoveTo(totals, 1);
        school(rows.School, totals);
    }

    /// <summary>The totals of each district, and of the state.</summary>
    public (IReadOnlyDictionary<int, AttendanceTotals> Districts, AttendanceTotals State) End(IEnumerable<AttendanceSum> others)
    {
        foreach (var other in others)
        {
            shared.AddRange(other.shared);
            foreach (var (district, totals) in other.districtTotals)
            {
                District(district).Add(totals, 1);
            }
        }

        var (inside, across) = ByDistrict();
        var apart = across.GroupBy(s => districts.GetValueOrDefault(s.Rows.School)).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var (district, totals) in AddOnce(inside))
        {
            // Who stays within a district counts in it and in the state alike.
            District(district).Add(totals, 1);
        }

        var state = question.Nothing();
        foreach (var totals in districtTotals.Values)
        {
            state.Add(totals, 1);
        }

        foreach (var (district, totals) in AddOnce(apart))
        {
            District(district).Add(totals, 1);
        }

        foreach (var (_, totals) in AddOnce(Parts(across)))
        {
            state.Add(totals, 1);
        }

        return (districtTotals, state);
    }

    /// <summary>The years of students whose schools are all of one district, by it; and those of the others. A student's stand together.</summary>
    private (Dictionary<int, List<SharedYear>> Inside, List<SharedYear> Across) ByDistrict()
    {
        shared.Sort((a, b) => a.Student != b.Student ? a.Student.CompareTo(b.Student) : a.Rows.School.CompareTo(b.Rows.School));
        Dictionary<int, List<SharedYear>> inside = [];
        List<SharedYear> across = [];
        for (int first = 0, past; first < shared.Count; first = past)
        {
            var district = districts.GetValueOrDefault(shared[first].Rows.School);
            var one = true;
            for (past = first + 1; past < shared.Count && shared[past].Student == shared[first].Student; past++)
            {
                one &= districts.GetValueOrDefault(shared[past].Rows.School) == district;
            }

            if (one && !inside.ContainsKey(district))
            {
                inside.Add(district, []);
            }

            (one ? inside[district] : across).AddRange(shared[first..past]);
        }

        return (inside, across);
    }

    /// <summary>Years cut into parts at students, one a processor.</summary>
    private static Dictionary<int, List<SharedYear>> Parts(List<SharedYear> years) =>
        years.GroupBy(y => y.Student % Environment.ProcessorCount).ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>Adds up each list, whose students' years stand together; several lists at a time.</summary>
    private List<(int Key, AttendanceTotals Totals)> AddOnce(Dictionary<int, List<SharedYear>> lists) =>
        lists.AsParallel().Select(list =>
        {
            var own = question.Table();
            var one = new List<(StudentYear, SchoolPeriods)>();
            for (var i = 0; i < list.Value.Count; i++)
            {
                one.Add((list.Value[i].Rows[list.Value[i].Place], list.Value[i].Days));
                if (i == list.Value.Count - 1 || list.Value[i + 1].Student != list.Value[i].Student)
                {
                    own.Add(CollectionsMarshal.AsSpan(one));
                    one.Clear();
                }
            }

            return (list.Key, Totals: own.Totals());
        }).ToList();

    private AttendanceTotals District(int district)
    {
        if (!districtTotals.TryGetValue(district, out var totals))
        {
            districtTotals.Add(district, totals = question.Nothing());
        }

        return totals;
    }

    /// <summary>Where a year lies of a student who has others elsewhere.</summary>
    private readonly record struct SharedYear(int Student, int Place, SchoolBytes Rows, SchoolPeriods Days);
}
