using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>The attendance of one day at a school.</summary>
/// <param name="Day">The day, one of the school's.</param>
/// <param name="Full">Whether each student is named; otherwise who is not was there.</param>
/// <param name="Marks">By the student's id.</param>
public sealed record DayAttendance(DateOnly Day, bool Full, IReadOnlyDictionary<int, DayMark> Marks);

/// <summary>Marks of many days at a school, as sets of days by their places.</summary>
/// <param name="Days">The days that they are about.</param>
/// <param name="Full">Whether each student is named on them; otherwise who is not was there.</param>
/// <param name="Students">By the student's id: the days named, and of those the absent, half, excused and late.</param>
public sealed record SchoolMarks(DayBits Days, bool Full, IReadOnlyDictionary<int, StudentDays> Students);

/// <summary>
/// Records what a school says of its days, rolls and attendance, at an instant that is not before what it said last. Recording
/// the same again changes nothing; what is different takes the place of what was, which is kept.
/// </summary>
internal sealed class AttendanceRecorder(Session session, DateTimeOffset at)
{
    /// <summary>As many as one statement can well name.</summary>
    private const int StudentsAtOnce = 5000;

    private readonly AttendanceRows rows = new(session);
    private readonly RollRows rolls = new(session);

    /// <summary>School years whose totals wait to be made.</summary>
    private readonly HashSet<SchoolYear> behind = [];

    /// <summary>The days on which a school keeps school. A day it does not name any more, and that has not come, is taken back.</summary>
    public async Task DaysAsync(int school, SchoolYear year, IEnumerable<DateOnly> days, CancellationToken cancel)
    {
        var wanted = days.ToHashSet();
        if (wanted.FirstOrDefault(d => SchoolYear.Of(d) != year) is var outside && outside != default)
        {
            throw new Problem(EvidenceTexts.DayOutsideYear.With(outside, year));
        }

        var before = await BeginAsync(school, year, cancel);
        var known = before.Days.All.Select(d => d with
        {
            CancelledAt = wanted.Contains(d.Day) ? null : d.CancelledAt ?? (d.ArrivedAt is null ? at : null),
        }).ToList();
        var added = wanted.Where(d => before.Days.Days.PlaceOf(d) is null).Order().Select(d => new SchoolDay(d, null, false, null)).ToList();
        if (known.Count + added.Count > DayBits.Capacity)
        {
            throw new Problem(EvidenceTexts.TooManyDays.With(DayBits.Capacity));
        }

        var after = before with { Days = new SchoolYearDays([.. known, .. added]) };
        await StoreAsync(before, added.Count == 0 ? after : await EnrolledAsync(after, [.. after.Students.Keys, .. await rolls.StudentsAsync(school, cancel)], cancel), cancel);
    }

    /// <summary>Marks of days that the school keeps; one that it does not keep throws a <see cref="Problem"/>.</summary>
    public async Task MarksAsync(int school, SchoolYear year, IEnumerable<DayAttendance> days, CancellationToken cancel)
    {
        var before = await BeginAsync(school, year, cancel);
        var after = before.Students.ToDictionary();
        var known = before.Days.All.ToArray();
        var joined = new HashSet<int>();
        foreach (var day in days)
        {
            var place = before.Days.Days.PlaceOf(day.Day) ?? throw new Problem(EvidenceTexts.NoSchoolThatDay.With(day.Day));
            known[place] = Arrived(known[place], day.Full);
            foreach (var (student, mark) in day.Marks)
            {
                if (!after.TryGetValue(student, out var one))
                {
                    one = new StudentYear(default, 0, [], false);
                    joined.Add(student);
                }

                after[student] = one with { Days = one.Days.With(place, mark) };
            }
        }

        var marked = before with { Days = new SchoolYearDays(known), Students = after };
        await StoreAsync(before, joined.Count == 0 ? marked : await EnrolledAsync(marked, joined, cancel), cancel);
    }

    /// <summary>The same of a whole file at once, as sets of days.</summary>
    /// <param name="school">The school's id.</param>
    /// <param name="year">The school year.</param>
    /// <param name="marks">What the file says.</param>
    /// <param name="addUp">Whether totals follow at once; otherwise <see cref="AddUpAsync"/> must be called before the end.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Of each student with something new: how many marks were not known, and how many were others.</returns>
    public async Task<IReadOnlyList<(int Student, int Added, int Changed)>> FoldAsync(
        int school, SchoolYear year, SchoolMarks marks, bool addUp, CancellationToken cancel)
    {
        var before = await BeginAsync(school, year, cancel);
        var kept = before.Days.KeptAt(DateTimeOffset.MaxValue);
        var known = before.Days.All.ToArray();
        foreach (var place in marks.Days)
        {
            known[place] = Arrived(known[place], marks.Full);
        }

        var after = before.Students.ToDictionary();
        var news = new List<(int Student, int Added, int Changed)>();
        foreach (var (student, said) in marks.Students)
        {
            var one = before.Of(student);
            var had = kept.Arrived & (one.Days.Listed | ~kept.Full);
            var (added, changed) = ((said.Listed & ~had).Count, (one.Days.Differs(said) & had).Count);
            after[student] = one with { Days = one.Days.With(said) };
            if (added + changed > 0)
            {
                news.Add((student, added, changed));
            }
        }

        var joined = marks.Students.Keys.Where(s => !before.Students.ContainsKey(s)).ToHashSet();
        var marked = before with { Days = new SchoolYearDays(known), Students = after };
        if (await StoreAsync(before, await EnrolledAsync(marked, joined, cancel), cancel, addUp) && !addUp)
        {
            behind.Add(year);
        }

        return news;
    }

    /// <summary>Makes the totals that were put off.</summary>
    public async Task AddUpAsync(CancellationToken cancel)
    {
        foreach (var year in behind.Order())
        {
            await new AttendanceUpdate(session, year, at).MakeAnewAsync(cancel);
        }

        behind.Clear();
    }

    /// <summary>Enrolments and memberships; what is recorded of the same student, place and first day takes the place of what was.</summary>
    /// <param name="enrolments">Their instants are this recorder's.</param>
    /// <param name="memberships">As well.</param>
    /// <param name="years">The school years whose attendance is to follow.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task RollAsync(
        IReadOnlyCollection<Enrolment> enrolments, IReadOnlyCollection<Membership> memberships, IEnumerable<SchoolYear> years, CancellationToken cancel)
    {
        await rolls.WriteAsync(enrolments, cancel);
        await rolls.WriteAsync(memberships, cancel);
        var students = enrolments.Select(e => e.StudentId).Concat(memberships.Select(m => m.StudentId)).ToHashSet();
        foreach (var year in years)
        {
            foreach (var school in (await rolls.EnrolmentsAsync(AttendanceRows.Ids(students), year, at, cancel))
                .SelectMany(g => g).Select(e => e.OrganizationId).Concat(enrolments.Select(e => e.OrganizationId)).Distinct().Order())
            {
                var before = await BeginAsync(school, year, cancel);
                await StoreAsync(before, await EnrolledAsync(before, students, cancel), cancel);
            }
        }
    }

    /// <summary>Brings the rows and totals of all school years up to what is recorded of some students' enrolments and groups.</summary>
    public async Task FollowAsync(IReadOnlyCollection<int> students, CancellationToken cancel)
    {
        var schools = new SortedDictionary<int, HashSet<int>>();
        foreach (var some in students.Order().Chunk(StudentsAtOnce))
        {
            foreach (var (school, student) in await rolls.SchoolsAsync(AttendanceRows.Ids(some), cancel))
            {
                schools.TryAdd(school, []);
                schools[school].Add(student);
            }
        }

        foreach (var (school, its) in schools)
        {
            foreach (var year in await rows.YearsAsync(school, cancel))
            {
                var before = await BeginAsync(school, year, cancel);
                await StoreAsync(before, await EnrolledAsync(before, its, cancel), cancel);
            }
        }
    }

    private SchoolDay Arrived(SchoolDay day, bool full) =>
        day with { ArrivedAt = day.ArrivedAt ?? at, Full = day.ArrivedAt is null ? full : day.Full, CancelledAt = null };

    /// <summary>The school year as it is stored. Nobody else writes attendance until this is done.</summary>
    private async Task<SchoolAttendance> BeginAsync(int school, SchoolYear year, CancellationToken cancel)
    {
        await session.LockAsync("attendance", cancel);
        var before = await rows.SchoolAsync(school, year, cancel);
        var last = Math.Max(
            before.Days.LastArrivedAt?.ToUnixTimeMilliseconds() ?? 0,
            await session.NumberAsync(
                "SELECT MAX(recorded_at) FROM attendance_corrections WHERE school_year = @year AND organization_id = @school",
                cancel,
                ("year", year.EndYear),
                ("school", school)));
        return last <= at.ToUnixTimeMilliseconds() ? before
            : throw new Problem(EvidenceTexts.RecordedLater.With(DateTimeOffset.FromUnixTimeMilliseconds(last)));
    }

    /// <summary>Some students' enrolment and groups anew; who is on the roll and has no row gets one.</summary>
    private async Task<SchoolAttendance> EnrolledAsync(SchoolAttendance school, HashSet<int> students, CancellationToken cancel)
    {
        if (students.Count == 0)
        {
            return school;
        }

        var ids = AttendanceRows.Ids(students);
        var enrolments = await rolls.EnrolmentsAsync(ids, school.Year, at, cancel);
        var memberships = await rolls.MembershipsAsync(ids, school.Year, at, cancel);
        var after = school.Students.ToDictionary();
        foreach (var student in students)
        {
            var one = RollRows.Enrolled(school.Of(student), school.School, school.Days.Days, enrolments[student], memberships[student]);
            if (school.Students.ContainsKey(student) || !one.Days.Enrolled.IsEmpty)
            {
                after[student] = one;
            }
        }

        return school with { Students = after };
    }

    private Task<bool> StoreAsync(SchoolAttendance before, SchoolAttendance after, CancellationToken cancel, bool addUp = true) =>
        new AttendanceUpdate(session, after.Year, at).StoreAsync(before, after, addUp, cancel);
}
