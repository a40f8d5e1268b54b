using Throughline.Data;
using Throughline.Imports;
using Throughline.Model;

namespace Throughline.Evidence.Files;

/// <summary>
/// Lays rows over what is known of their students: who is new is added, what is different takes the place of what was, and a
/// group that the file denies is taken back. Two rows of one file that contradict each other: the later one is refused.
/// </summary>
internal sealed class StudentRoll(Session session, DateTimeOffset at, Refusals refusals)
{
    private readonly RollRows rolls = new(session);
    private readonly Dictionary<(int Student, int School, DateOnly First), (DateOnly? Last, string? Grade)> saidOfRoll = [];
    private readonly Dictionary<(int Student, string Facet, DateOnly First), (string Group, DateOnly? Last)> saidOfGroups = [];
    private readonly HashSet<int> students = [];

    /// <summary>Of whom something is new.</summary>
    public IReadOnlyCollection<int> Students => students;

    public long Added { get; private set; }

    public long Changed { get; private set; }

    public async Task PutAsync(IReadOnlyList<StudentRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var (ids, isNew) = await IdsAsync(rows.Select(r => r.Student).Distinct().ToList(), cancel);
        var some = AttendanceRows.Ids(ids.Values);
        var enrolled = (await rolls.EnrolmentsAsync(some, at, DateOnly.MaxValue, cancel)).ToDictionary(e => (e.StudentId, e.OrganizationId, e.FirstDay));
        var member = (await rolls.MembershipsAsync(some, at, DateOnly.MaxValue, cancel)).ToDictionary(m => (m.StudentId, m.Group, m.FirstDay));
        var enrolments = new List<Enrolment>();
        var memberships = new List<Membership>();
        foreach (var row in rows)
        {
            var student = ids[row.Student];
            if (Contradicts(row, student))
            {
                refusals.Add(new Refusal(row.Line, "", row.Student, ImportTexts.StudentTwice));
                continue;
            }

            var (before, isAdded) = (enrolments.Count + memberships.Count, isNew.Remove(student));
            if (row.IsEnrolled)
            {
                var known = enrolled.GetValueOrDefault((student, row.School, row.First));
                var grade = row.Grade ?? known?.Grade;
                isAdded |= known is null;
                if (known is null || known.Withdrawn || known.LastDay != row.Last || known.Grade != grade)
                {
                    enrolments.Add(new Enrolment { StudentId = student, OrganizationId = row.School, FirstDay = row.First, LastDay = row.Last, Grade = grade, RecordedAt = at });
                    enrolled[(student, row.School, row.First)] = enrolments[^1];
                }
            }

            Groups(row, student, member, memberships);
            if (isAdded)
            {
                Added++;
            }
            else if (enrolments.Count + memberships.Count > before)
            {
                Changed++;
            }
        }

        await rolls.WriteAsync(enrolments, cancel);
        await rolls.WriteAsync(memberships, cancel);
        students.UnionWith(enrolments.Select(e => e.StudentId).Concat(memberships.Select(m => m.StudentId)));
    }

    /// <summary>The groups that the row names, and those it denies by naming another or none.</summary>
    private void Groups(StudentRow row, int student, Dictionary<(int Student, string Group, DateOnly First), Membership> member, List<Membership> changed)
    {
        foreach (var (facet, group) in row.Groups)
        {
            foreach (var one in SheetWords.All(facet).Values.Where(g => g.Length > 0).Distinct(StringComparer.Ordinal))
            {
                var known = member.GetValueOrDefault((student, one, row.Span.First));
                var isIn = one == group;
                if (isIn ? known is null || known.Withdrawn || known.LastDay != row.Span.Last : known is { Withdrawn: false })
                {
                    changed.Add(new Membership
                    {
                        StudentId = student,
                        Group = one,
                        FirstDay = row.Span.First,
                        LastDay = isIn ? row.Span.Last : known!.LastDay,
                        Withdrawn = !isIn,
                        RecordedAt = at,
                    });
                    member[(student, one, row.Span.First)] = changed[^1];
                }
            }
        }
    }

    /// <summary>Whether an earlier row of the file says something else of the same; if not, what this one says is kept for later rows.</summary>
    private bool Contradicts(StudentRow row, int student)
    {
        var roll = (student, row.School, row.First);
        if ((row.IsEnrolled && saidOfRoll.TryGetValue(roll, out var said) && said != (row.Last, row.Grade))
            || row.Groups.Any(g => saidOfGroups.TryGetValue((student, g.Key, row.Span.First), out var other) && other != (g.Value, row.Span.Last)))
        {
            return true;
        }

        if (row.IsEnrolled)
        {
            saidOfRoll[roll] = (row.Last, row.Grade);
        }

        foreach (var (facet, group) in row.Groups)
        {
            saidOfGroups[(student, facet, row.Span.First)] = (group, row.Span.Last);
        }

        return false;
    }

    /// <summary>The students by their codes; who is not known is added.</summary>
    private async Task<(Dictionary<string, int> Ids, HashSet<int> New)> IdsAsync(List<string> codes, CancellationToken cancel)
    {
        var parameters = codes.Select((code, i) => (Name: FormattableString.Invariant($"c{i}"), Value: (object?)code)).ToArray();
        var ids = (await session.RowsAsync(
            $"SELECT code, id FROM students WHERE code IN ({string.Join(',', parameters.Select(p => "@" + p.Name))})",
            r => (Code: r.GetString(0), Id: r.GetInt32(1)),
            cancel,
            parameters)).ToDictionary(r => r.Code, r => r.Id, StringComparer.Ordinal);
        var isNew = new HashSet<int>();
        await using var insert = session.Command(
            "INSERT INTO students (code, recorded_at) VALUES (@code, @at) RETURNING id", ("code", ""), ("at", at.ToUnixTimeMilliseconds()));
        foreach (var code in codes.Where(c => !ids.ContainsKey(c)))
        {
            insert.Parameters[0].Value = code;
            var id = Convert.ToInt32(await insert.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
            ids.Add(code, id);
            isNew.Add(id);
        }

        return (ids, isNew);
    }
}
