using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Imports;
using Throughline.Model;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>
/// A roster's students as rows of a roll, laid over what is known of them as a file of students is; and its staff, of whom
/// the number and the organization are kept and nothing else.
/// </summary>
internal sealed class RosterStudents
{
    private const int AtOnce = 2000;

    private readonly Session session;
    private readonly Roster roster;
    private readonly RosterIds ids;
    private readonly Places places;
    private readonly ImportOptions options;
    private readonly SchoolYear? given;
    private readonly Refusals refusals;

    /// <param name="session">The import's transaction.</param>
    /// <param name="roster">What the bundle says.</param>
    /// <param name="ids">The roster's own schools: only there does it end an enrolment.</param>
    /// <param name="places">The organizations as they are stored.</param>
    /// <param name="given">The school year said on the command line.</param>
    /// <param name="options">How.</param>
    /// <param name="refusals">Where refused people go.</param>
    public RosterStudents(Session session, Roster roster, RosterIds ids, Places places, SchoolYear? given, ImportOptions options, Refusals refusals)
    {
        (this.session, this.roster, this.ids, this.places, this.given, this.options, this.refusals) = (session, roster, ids, places, given, options, refusals);
    }

    /// <summary>Rows of the roll, one for each school of a student.</summary>
    public long Rows { get; private set; }

    public long Added { get; private set; }

    public long Changed { get; private set; }

    /// <summary>How many people have each role.</summary>
    public IReadOnlyDictionary<string, int> Roles => roster.People.Values.Where(p => p.Role is not null).GroupBy(p => p.Role!).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count());

    public async Task StoreAsync(CancellationToken cancel)
    {
        await session.LockAsync("students", cancel);
        var roll = new StudentRoll(session, options.RecordedAt, refusals);
        var own = ids.Organizations().Select(places.WithCode).OfType<int>().Where(places.IsSchool).ToHashSet();
        foreach (var some in roster.People.Values.Where(p => p.IsStudent || (p.IsDeleted && !p.IsStaff) || (p.Role is null && p.Groups.Count > 0)).Chunk(AtOnce))
        {
            var known = await KnownAsync(some, cancel);
            var rows = some.SelectMany(p => RowsOf(p, own, [.. known[p.Code]])).ToList();
            Rows += rows.Count;
            await roll.PutAsync(rows, cancel);
            options.Progress(Rows);
        }

        await new AttendanceRecorder(session, options.RecordedAt).FollowAsync(roll.Students, cancel);
        (Added, Changed) = (roll.Added, roll.Changed);
        await StaffAsync(cancel);
        await ids.StoreAsync(session, cancel);
    }

    /// <summary>The enrolments that are recorded of some people, by their codes.</summary>
    private async Task<ILookup<string, Enrolment>> KnownAsync(RosterPerson[] people, CancellationToken cancel)
    {
        var parameters = people.Select((p, i) => (Name: FormattableString.Invariant($"c{i}"), Value: (object?)p.Code)).ToArray();
        var codes = (await session.RowsAsync(
            $"SELECT id, code FROM students WHERE code IN ({string.Join(',', parameters.Select(p => "@" + p.Name))})",
            r => (Id: r.GetInt32(0), Code: r.GetString(1)),
            cancel,
            parameters)).ToDictionary(r => r.Id, r => r.Code);
        var enrolments = codes.Count == 0 ? [] : await new RollRows(session).EnrolmentsAsync(AttendanceRows.Ids(codes.Keys), options.RecordedAt, DateOnly.MaxValue, cancel);
        return enrolments.Where(e => !e.Withdrawn).ToLookup(e => codes[e.StudentId], StringComparer.Ordinal);
    }

    /// <summary>A row for each school at which the student is, and one for each at which they are no more.</summary>
    private IEnumerable<StudentRow> RowsOf(RosterPerson person, HashSet<int> own, List<Enrolment> known)
    {
        var year = roster.Year ?? given ?? SchoolYear.Of(person.Modified ?? DateOnly.FromDateTime(options.RecordedAt.UtcDateTime));
        var left = person.Modified ?? DateOnly.FromDateTime(options.RecordedAt.UtcDateTime);
        var (named, classes) = (person.IsDeleted ? [] : Ids(person.Organizations), person.Classes.ToDictionary(c => places.WithCode(c.Key) ?? 0, c => c.Value));
        var schools = person.IsDeleted ? [] : classes.Count > 0 ? classes.Keys.Where(k => k > 0).ToList() : named.ToList();
        var open = known.FindAll(e => SchoolYear.Of(e.FirstDay) == year || !(e.LastDay < year.Start));
        foreach (var school in schools)
        {
            var said = classes.GetValueOrDefault(school);
            var before = open.FindLast(e => e.OrganizationId == school);
            if ((said.First ?? before?.FirstDay ?? roster.Days?.First ?? given?.Start) is not { } first)
            {
                refusals.Add(new Refusal(person.Line, "", person.Code, ImportTexts.EntryMissing));
                continue;
            }

            // A file of what changed says nothing of the end that it does not name.
            var last = said.Last ?? roster.Days?.Last ?? given?.End ?? before?.LastDay;
            yield return Row(person, school, first, last < first ? null : last, person.Grade ?? before?.Grade, year);
        }

        if (!person.IsDeleted && !person.SaysSchools)
        {
            yield break;
        }

        foreach (var gone in open.Where(e => own.Contains(e.OrganizationId) && !schools.Contains(e.OrganizationId) && !named.Contains(e.OrganizationId) && !(e.LastDay <= left)))
        {
            yield return Row(person, gone.OrganizationId, gone.FirstDay, left < gone.FirstDay ? gone.FirstDay : left, gone.Grade, year);
        }
    }

    private static StudentRow Row(RosterPerson person, int school, DateOnly first, DateOnly? last, string? grade, SchoolYear year) =>
        new(person.Line, person.Code, school, first, last, grade, true, person.Groups, (year.Start, year.End));

    private HashSet<int> Ids(IEnumerable<string> codes) => codes.Select(places.WithCode).OfType<int>().Where(places.IsSchool).ToHashSet();

    private async Task StaffAsync(CancellationToken cancel)
    {
        await using var insert = session.Command(
            "INSERT INTO staff (organization_id, code, recorded_at) VALUES (@organization, @code, @at) ON CONFLICT (organization_id, code) DO NOTHING",
            ("organization", 0), ("code", ""), ("at", options.RecordedAt.ToUnixTimeMilliseconds()));
        foreach (var person in roster.People.Values.Where(p => p.IsStaff && !p.IsDeleted))
        {
            var isNew = 0;
            foreach (var organization in person.Organizations.Select(places.WithCode).OfType<int>())
            {
                (insert.Parameters[0].Value, insert.Parameters[1].Value) = (organization, person.Code);
                isNew += await insert.ExecuteNonQueryAsync(cancel);
            }

            (Rows, Added) = (Rows + 1, Added + (isNew > 0 ? 1 : 0));
        }
    }
}
