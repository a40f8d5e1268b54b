using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>A school's year as it was known at an instant: later corrections undone, rolls and groups as they were recorded by then.</summary>
internal sealed class AttendanceReplay(Session session)
{
    private readonly AttendanceRows rows = new(session);
    private readonly RollRows rolls = new(session);

    public async Task<SchoolAttendance> SchoolAsync(int school, SchoolYear year, DateTimeOffset at, CancellationToken cancel)
    {
        var now = await rows.SchoolAsync(school, year, cancel);
        var students = now.Students.ToDictionary();
        foreach (var (student, marks) in await new Corrections(session).AfterAsync(school, year, at, cancel))
        {
            students[student] = students[student] with { Days = Corrections.Undo(students[student].Days, marks) };
        }

        if (students.Count > 0)
        {
            var ids = AttendanceRows.Ids(students.Keys);
            var enrolments = await rolls.EnrolmentsAsync(ids, year, at, cancel);
            var memberships = await rolls.MembershipsAsync(ids, year, at, cancel);
            foreach (var (student, one) in students.ToList())
            {
                students[student] = RollRows.Enrolled(one, school, now.Days.Days, enrolments[student], memberships[student]) with
                {
                    Elsewhere = enrolments[student].Any(e => e.OrganizationId != school),
                };
            }
        }

        return now with { Students = students };
    }
}
