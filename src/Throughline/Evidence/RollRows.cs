using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>Enrolments and memberships as they are recorded, and what they come to on a school's days.</summary>
internal sealed class RollRows(Session session)
{
    public async Task WriteAsync(IEnumerable<Enrolment> enrolments, CancellationToken cancel)
    {
        await using var write = session.Command(
            """
            INSERT INTO enrolments (student_id, organization_id, first_day, recorded_at, last_day, grade, withdrawn)
            VALUES (@student, @school, @first, @at, @last, @grade, @withdrawn)
            ON CONFLICT (student_id, organization_id, first_day, recorded_at)
            DO UPDATE SET last_day = excluded.last_day, grade = excluded.grade, withdrawn = excluded.withdrawn
            """,
            ("student", 0), ("school", 0), ("first", default(DateOnly)), ("at", 0L), ("last", default(DateOnly)), ("grade", ""), ("withdrawn", false));
        foreach (var e in enrolments)
        {
            CheckEnd(e.FirstDay, e.LastDay);
            Set(write, e.StudentId, e.OrganizationId, e.FirstDay, e.RecordedAt.ToUnixTimeMilliseconds(), e.LastDay, e.Grade, e.Withdrawn);
            await write.ExecuteNonQueryAsync(cancel);
        }
    }

    public async Task WriteAsync(IEnumerable<Membership> memberships, CancellationToken cancel)
    {
        await using var write = session.Command(
            """
            INSERT INTO memberships (student_id, "group", first_day, recorded_at, last_day, withdrawn)
            VALUES (@student, @group, @first, @at, @last, @withdrawn)
            ON CONFLICT (student_id, "group", first_day, recorded_at) DO UPDATE SET last_day = excluded.last_day, withdrawn = excluded.withdrawn
            """,
            ("student", 0), ("group", ""), ("first", default(DateOnly)), ("at", 0L), ("last", default(DateOnly)), ("withdrawn", false));
        foreach (var m in memberships)
        {
            CheckEnd(m.FirstDay, m.LastDay);
            Set(write, m.StudentId, m.Group, m.FirstDay, m.RecordedAt.ToUnixTimeMilliseconds(), m.LastDay, m.Withdrawn);
            await write.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Where students were enrolled in a school year, as known at an instant: all their schools, by student.</summary>
    public async Task<ILookup<int, Enrolment>> EnrolmentsAsync(string students, SchoolYear year, DateTimeOffset at, CancellationToken cancel) =>
        (await EnrolmentsAsync(students, at, year.End, cancel)).Where(e => !e.Withdrawn && !(e.LastDay < year.Start)).ToLookup(e => e.StudentId);

    /// <summary>What is known at an instant of each student, school and first day, up to a last one, those taken back included.</summary>
    public async Task<IReadOnlyList<Enrolment>> EnrolmentsAsync(string students, DateTimeOffset at, DateOnly latest, CancellationToken cancel) =>
        [.. (await session.RowsAsync(
            $"""
            SELECT student_id, organization_id, first_day, recorded_at, last_day, grade, withdrawn FROM enrolments
            WHERE student_id IN ({students}) AND recorded_at <= @at AND first_day <= @last
            ORDER BY student_id, organization_id, first_day, recorded_at
            """,
            r => new Enrolment
            {
                StudentId = r.GetInt32(0),
                OrganizationId = r.GetInt32(1),
                FirstDay = r.GetFieldValue<DateOnly>(2),
                RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(3)),
                LastDay = r.IsDBNull(4) ? null : r.GetFieldValue<DateOnly>(4),
                Grade = r.IsDBNull(5) ? null : r.GetString(5),
                Withdrawn = r.GetBoolean(6),
            },
            cancel,
            ("at", at.ToUnixTimeMilliseconds()),
            ("last", latest)))
        .GroupBy(e => (e.StudentId, e.OrganizationId, e.FirstDay))
        .Select(g => g.Last())];

    /// <summary>The groups students were in during a school year, as known at an instant.</summary>
    public async Task<ILookup<int, Membership>> MembershipsAsync(string students, SchoolYear year, DateTimeOffset at, CancellationToken cancel) =>
        (await MembershipsAsync(students, at, year.End, cancel)).Where(m => !m.Withdrawn && !(m.LastDay < year.Start)).ToLookup(m => m.StudentId);

    /// <summary>What is known at an instant of each student, group and first day, up to a last one, those taken back included.</summary>
    public async Task<IReadOnlyList<Membership>> MembershipsAsync(string students, DateTimeOffset at, DateOnly latest, CancellationToken cancel) =>
        [.. (await session.RowsAsync(
            $"""
            SELECT student_id, "group", first_day, recorded_at, last_day, withdrawn FROM memberships
            WHERE student_id IN ({students}) AND recorded_at <= @at AND first_day <= @last
            ORDER BY student_id, "group", first_day, recorded_at
            """,
            r => new Membership
            {
                StudentId = r.GetInt32(0),
                Group = r.GetString(1),
                FirstDay = r.GetFieldValue<DateOnly>(2),
                RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(3)),
                LastDay = r.IsDBNull(4) ? null : r.GetFieldValue<DateOnly>(4),
                Withdrawn = r.GetBoolean(5),
            },
            cancel,
            ("at", at.ToUnixTimeMilliseconds()),
            ("last", latest)))
        .GroupBy(m => (m.StudentId, m.Group, m.FirstDay))
        .Select(g => g.Last())];

    /// <summary>The schools that students have ever been recorded at: what changed of a student may change their rows there.</summary>
    public Task<List<(int School, int Student)>> SchoolsAsync(string students, CancellationToken cancel) => session.RowsAsync(
        $"SELECT DISTINCT organization_id, student_id FROM enrolments WHERE student_id IN ({students})", r => (r.GetInt32(0), r.GetInt32(1)), cancel);

    /// <summary>Students ever recorded at a school: those on its roll get a row once its days are known, whichever comes first.</summary>
    public Task<List<int>> StudentsAsync(int school, CancellationToken cancel) => session.RowsAsync(
        "SELECT DISTINCT student_id FROM enrolments WHERE organization_id = @school", r => r.GetInt32(0), cancel, ("school", school));

    /// <summary>The student's year with enrolment and groups as they are at a school; the marks stay.</summary>
    public static StudentYear Enrolled(StudentYear year, int school, SchoolDays days, IEnumerable<Enrolment> enrolments, IEnumerable<Membership> memberships)
    {
        var here = enrolments.Where(e => e.OrganizationId == school).ToList();
        var enrolled = RollDays.Of(days, here.Select(e => new DateSpan(e.FirstDay, e.LastDay)));
        var grades = here.Where(e => e.Grade is not null)
            .Select(e => (Group: StudentGroup.NumberOf("grade_" + e.Grade), Days: days.In(new DateSpan(e.FirstDay, e.LastDay))));
        var groups = memberships.Select(m => (Group: StudentGroup.NumberOf(m.Group), Days: days.In(new DateSpan(m.FirstDay, m.LastDay))));
        var (all, partly) = RollDays.Groups(enrolled, grades.Concat(groups).Where(g => g.Group > 0).Select(g => new GroupDays(g.Group!.Value, g.Days)));
        return year with { Days = year.Days with { Enrolled = enrolled }, Groups = all, Partly = partly };
    }

    private static void CheckEnd(DateOnly first, DateOnly? last)
    {
        if (last < first)
        {
            throw new Problem(EvidenceTexts.EndsBeforeStart.With(last, first));
        }
    }

    private static void Set(System.Data.Common.DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
