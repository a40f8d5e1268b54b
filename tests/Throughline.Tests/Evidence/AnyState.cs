using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Model;

namespace Throughline.Tests.Evidence;

/// <summary>A small state in which anything happens in any order: days kept and taken back, moves, corrections, groups of a part of the year.</summary>
internal sealed class AnyState(Database database, Random random)
{
    public static readonly SchoolYear Year = new(2026);

    private static readonly DateTimeOffset Begin = new(2025, 9, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Groups = ["low_income", "english_learner", "disability", "female", "high_needs", "black"];

    private readonly Dictionary<int, List<DateOnly>> kept = [];
    private readonly List<(int Student, int School, DateOnly First)> enrolled = [];
    private int ticks;

    public RawAttendance Raw { get; } = new(Year);

    public Dictionary<int, int> Districts { get; } = [];

    public int State { get; private set; }

    public List<int> Students { get; } = [];

    public DateTimeOffset Now => Begin.AddMinutes(ticks);

    public async Task MakeAsync(int students)
    {
        await using var db = database.Context();
        var state = Made("state", OrganizationKind.State, null);
        db.Add(state);
        await db.SaveChangesAsync();
        State = state.Id;
        foreach (var district in (string[])["d1", "d2"])
        {
            var made = Made(district, OrganizationKind.District, State);
            db.Add(made);
            await db.SaveChangesAsync();
            List<Organization> schools = [Made(district + "a", OrganizationKind.School, made.Id), Made(district + "b", OrganizationKind.School, made.Id)];
            db.AddRange(schools);
            await db.SaveChangesAsync();
            schools.ForEach(s => Districts.Add(s.Id, made.Id));
        }

        List<Student> all = [.. Enumerable.Range(1, students).Select(n => new Student { Code = $"9{n:0000}", RecordedAt = Begin })];
        db.AddRange(all);
        await db.SaveChangesAsync();
        Students.AddRange(all.Select(s => s.Id));
        foreach (var school in Districts.Keys)
        {
            kept[school] = [];
            await DaysAsync(school);
        }
    }

    /// <summary>One thing happens, a minute or more after the last, or at the same moment.</summary>
    public async Task HappenAsync()
    {
        ticks += random.Next(3);
        var school = Districts.Keys.ElementAt(random.Next(Districts.Count));
        switch (random.Next(10))
        {
            case 0:
                await DaysAsync(school);
                break;
            case < 4:
                await RollAsync(school);
                break;
            default:
                await MarksAsync(school);
                break;
        }
    }

    private static Organization Made(string code, OrganizationKind kind, int? parent) =>
        new() { Code = code, Kind = kind, Name = code, ParentId = parent, RecordedAt = Begin };

    private DateOnly AnyDay() => Year.Start.AddDays(50 + random.Next(300));

    private async Task DaysAsync(int school)
    {
        var before = kept[school];
        List<DateOnly> days = [.. before.Where(_ => random.Next(12) > 0).Concat(Enumerable.Range(0, before.Count == 0 ? 40 : random.Next(3)).Select(_ => AnyDay())).Distinct()];
        await RecordAsync(r => r.DaysAsync(school, Year, days, default));
        foreach (var day in days.Where(d => !before.Contains(d)))
        {
            Raw.Day(Now, school, day, kept: true);
        }

        kept[school] = days;
        await using var session = await Session.BeginReadAsync(database, default);
        foreach (var gone in (await new AttendanceRows(session).DaysAsync(school, Year, default)).All.Where(d => d.CancelledAt is not null))
        {
            Raw.Day(gone.CancelledAt!.Value, school, gone.Day, kept: false);
        }
    }

    private async Task MarksAsync(int school)
    {
        var days = kept[school].Where(_ => random.Next(8) == 0).ToList();
        var full = random.Next(2) == 0;
        List<DayAttendance> all = [.. days.Select(d => new DayAttendance(d, full, Students.Where(_ => random.Next(full ? 5 : 1) > 0 || random.Next(5) == 0)
            .ToDictionary(s => s, _ => random.Next(3) > 0 ? DayMark.Present : (DayMark)random.Next(1, 7))))];
        await RecordAsync(r => r.MarksAsync(school, Year, all, default));
        foreach (var day in all)
        {
            Raw.Day(Now, school, day.Day, kept: true);
            Raw.Marks(Now, school, day.Day, day.Full, day.Marks.ToDictionary());
        }
    }

    private async Task RollAsync(int school)
    {
        var student = Students[random.Next(Students.Count)];
        var first = enrolled.Find(e => e.Student == student && e.School == school).First is { } again && again != default && random.Next(2) == 0 ? again : AnyDay();
        DateOnly? last = random.Next(3) == 0 ? first.AddDays(random.Next(120)) : null;
        var (grade, withdrawn, out1) = (random.Next(4) == 0 ? null : random.Next(1, 13).ToString(System.Globalization.CultureInfo.InvariantCulture), random.Next(10) == 0, random.Next(10) == 0);
        var group = Groups[random.Next(Groups.Length)];
        var since = AnyDay();
        enrolled.Add((student, school, first));
        await RecordAsync(r => r.RollAsync(
            [new Enrolment { StudentId = student, OrganizationId = school, FirstDay = first, LastDay = last, Grade = grade, Withdrawn = withdrawn, RecordedAt = Now }],
            [new Membership { StudentId = student, Group = group, FirstDay = since, LastDay = last > since ? last : null, Withdrawn = out1, RecordedAt = Now }],
            [Year],
            default));
        Raw.Enrolment(Now, student, school, first, last, grade, withdrawn);
        Raw.Membership(Now, student, group, since, last > since ? last : null, out1);
    }

    private async Task RecordAsync(Func<AttendanceRecorder, Task> record)
    {
        await using var session = await Session.BeginAsync(database, default);
        await record(new AttendanceRecorder(session, Now));
        await session.CommitAsync(default);
    }
}
