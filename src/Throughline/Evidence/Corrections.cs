using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>
/// What marks were before they were corrected. Only marks of days that had arrived are kept: before its arrival a day says
/// nothing, so nothing is lost by forgetting what it would have said.
/// </summary>
internal sealed class Corrections(Session session)
{
    private const int Absent = 1;
    private const int Half = 2;
    private const int Excused = 4;
    private const int Tardy = 8;
    private const int Listed = 16;

    /// <summary>The places and marks before of what differs on days that had arrived: two bytes each.</summary>
    public static byte[] Differences(in StudentDays before, in StudentDays after, DayBits arrived)
    {
        var differs = arrived & (Differs(before.Absent, after.Absent) | Differs(before.Half, after.Half) | Differs(before.Excused, after.Excused)
            | Differs(before.Tardy, after.Tardy) | Differs(before.Listed, after.Listed));
        if (differs.IsEmpty)
        {
            return [];
        }

        var marks = new List<byte>();
        foreach (var place in differs.Places())
        {
            marks.Add((byte)place);
            marks.Add((byte)((before.Absent[place] ? Absent : 0) | (before.Half[place] ? Half : 0) | (before.Excused[place] ? Excused : 0)
                | (before.Tardy[place] ? Tardy : 0) | (before.Listed[place] ? Listed : 0)));
        }

        return [.. marks];
    }

    /// <summary>Puts marks back as they were.</summary>
    public static StudentDays Undo(StudentDays days, ReadOnlySpan<byte> marks)
    {
        for (var i = 0; i < marks.Length; i += 2)
        {
            var (place, mark) = (marks[i], marks[i + 1]);
            days = days with
            {
                Absent = days.Absent.With(place, (mark & Absent) != 0),
                Half = days.Half.With(place, (mark & Half) != 0),
                Excused = days.Excused.With(place, (mark & Excused) != 0),
                Tardy = days.Tardy.With(place, (mark & Tardy) != 0),
                Listed = days.Listed.With(place, (mark & Listed) != 0),
            };
        }

        return days;
    }

    /// <summary>Keeps what was before. Of several corrections at one instant the first knows best what was before it.</summary>
    public async Task KeepAsync(int school, SchoolYear year, DateTimeOffset at, IEnumerable<(int Student, byte[] Marks)> before, CancellationToken cancel)
    {
        var earlier = (await session.RowsAsync(
            "SELECT student_id, marks FROM attendance_corrections WHERE school_year = @year AND organization_id = @school AND recorded_at = @at",
            r => (Student: r.GetInt32(0), Marks: r.GetFieldValue<byte[]>(1)),
            cancel,
            ("year", year.EndYear),
            ("school", school),
            ("at", at.ToUnixTimeMilliseconds()))).ToDictionary(r => r.Student, r => r.Marks);
        await using var write = session.Command(
            """
            INSERT INTO attendance_corrections (school_year, organization_id, student_id, recorded_at, marks)
            VALUES (@year, @school, @student, @at, @marks)
            ON CONFLICT (school_year, organization_id, student_id, recorded_at) DO UPDATE SET marks = excluded.marks
            """,
            ("year", year.EndYear),
            ("school", school),
            ("student", 0),
            ("at", at.ToUnixTimeMilliseconds()),
            ("marks", Array.Empty<byte>()));
        foreach (var (student, marks) in before)
        {
            write.Parameters[2].Value = student;
            write.Parameters[4].Value = earlier.TryGetValue(student, out var first) ? Together(first, marks) : marks;
            await write.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>The corrections of a school after an instant, latest first.</summary>
    public Task<List<(int Student, byte[] Marks)>> AfterAsync(int school, SchoolYear year, DateTimeOffset at, CancellationToken cancel) => session.RowsAsync(
        """
        SELECT student_id, marks FROM attendance_corrections
        WHERE school_year = @year AND organization_id = @school AND recorded_at > @at ORDER BY recorded_at DESC
        """,
        r => (r.GetInt32(0), r.GetFieldValue<byte[]>(1)),
        cancel,
        ("year", year.EndYear),
        ("school", school),
        ("at", at.ToUnixTimeMilliseconds()));

    private static byte[] Together(byte[] first, byte[] then)
    {
        var places = first.Chunk(2).Select(pair => pair[0]).ToHashSet();
        return [.. first, .. then.Chunk(2).Where(pair => !places.Contains(pair[0])).SelectMany(pair => pair)];
    }

    private static DayBits Differs(DayBits a, DayBits b) => (a | b) & ~(a & b);
}
