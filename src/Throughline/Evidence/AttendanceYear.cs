using System.Runtime.InteropServices;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Evidence;

/// <summary>The rows of one school's year as they lie in the database, one after the other.</summary>
/// <param name="School">The school's id.</param>
/// <param name="Days">Its days.</param>
/// <param name="Students">The students' ids.</param>
/// <param name="Ends">Where each student's bytes end.</param>
/// <param name="Bytes">The students' years.</param>
internal sealed record SchoolBytes(int School, SchoolYearDays Days, int[] Students, int[] Ends, byte[] Bytes)
{
    public StudentYear this[int student] =>
        StudentYear.Read(Bytes.AsSpan(student == 0 ? 0 : Ends[student - 1], Ends[student] - (student == 0 ? 0 : Ends[student - 1])));

    /// <summary>The same of a school that is in memory already.</summary>
    public static SchoolBytes Of(SchoolAttendance school)
    {
        using var bytes = new MemoryStream();
        var room = new byte[StudentYear.MostBytes];
        var students = school.Students.OrderBy(s => s.Key).ToList();
        var ends = new int[students.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            bytes.Write(room, 0, students[i].Value.Write(room));
            ends[i] = (int)bytes.Length;
        }

        return new SchoolBytes(school.School, school.Days, [.. students.Select(s => s.Key)], ends, bytes.ToArray());
    }
}

/// <summary>What is asked of all schools of a year at once.</summary>
/// <param name="Periods">Which may overlap.</param>
/// <param name="Tests">What is asked of each student in each period.</param>
/// <param name="Groups">How many of the shared groups, from the first.</param>
/// <param name="At">As known at this instant of the rows as they are; a past instant is for <see cref="AttendanceReplay"/>.</param>
public sealed record AttendanceQuestion(IReadOnlyList<Period> Periods, IReadOnlyList<AbsenceTest> Tests, int Groups, DateTimeOffset At)
{
    public AttendanceTable Table() => new(Periods.Count, Tests, Groups);

    public AttendanceTotals Nothing() => new(Periods.Count, Tests.Count, Groups);

    /// <summary>The standing question of a year.</summary>
    public static AttendanceQuestion Standing(SchoolYear year) =>
        new(Evidence.Standing.Periods(year), Evidence.Standing.Tests, Evidence.Standing.Groups, DateTimeOffset.MaxValue);
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

    public void Add(SchoolBytes rows)
    {
        var days = rows.Days.In(question.Periods, question.At);
        var start = shared.Count;
        for (var i = 0; i < rows.Students.Length; i++)
        {
            var student = rows[i];
            if (student.Elsewhere)
            {
                shared.Add(new SharedYear(rows.Students[i], i, rows, days));
            }
            else
            {
                table.Add(student, days);
            }
        }

        var totals = question.Nothing();
        table.MoveTo(totals, 1);
        District(districts.GetValueOrDefault(rows.School)).Add(totals, 1);
        for (var i = start; i < shared.Count; i++)
        {
            table.Add(rows[shared[i].Place], days);
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

        var state = question.Nothing();
        foreach (var totals in districtTotals.Values)
        {
            state.Add(totals, 1);
        }

        shared.Sort((a, b) => a.Student != b.Student ? a.Student.CompareTo(b.Student) : a.Rows.School.CompareTo(b.Rows.School));
        foreach (var district in shared.GroupBy(s => districts.GetValueOrDefault(s.Rows.School)))
        {
            AddOnce([.. district]);
            table.MoveTo(District(district.Key), 1);
        }

        AddOnce(shared);
        table.MoveTo(state, 1);
        return (districtTotals, state);
    }

    /// <summary>Adds students whose years stand together.</summary>
    private void AddOnce(List<SharedYear> years)
    {
        var one = new List<(StudentYear, SchoolPeriods)>();
        for (var i = 0; i < years.Count; i++)
        {
            one.Add((years[i].Rows[years[i].Place], years[i].Days));
            if (i == years.Count - 1 || years[i + 1].Student != years[i].Student)
            {
                table.AddOnce(CollectionsMarshal.AsSpan(one));
                one.Clear();
            }
        }
    }

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
