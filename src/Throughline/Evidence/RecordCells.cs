using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Enrolment = Throughline.Benchmarks.Evidence.Enrolment;
using Membership = Throughline.Benchmarks.Evidence.Membership;

namespace Throughline.Evidence;

/// <summary>The cells of measures over records and enrolment.</summary>
/// <param name="database">Where they are.</param>
/// <param name="places">The organizations.</param>
internal sealed class RecordCells(Database database, Places places)
{
    /// <summary>The cells, and the records that are in none of them.</summary>
    /// <param name="question">Whose measure has a formula over records or enrolment.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Tabulation> OfAsync(CellQuestion question, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        return await OfAsync(session, question, cancel);
    }

    /// <summary>The same within a transaction, of what it has written too.</summary>
    public async Task<Tabulation> OfAsync(Session session, CellQuestion question, CancellationToken cancel)
    {
        var at = question.KnownAt ?? DateTimeOffset.MaxValue;
        var schools = places.SchoolsOf(question.Organizations);
        IReadOnlyList<int> names = [0, .. question.Groups.Where(g => g != 0)];
        var population = await PopulationAsync(session, question.Year, [.. names.Select(g => StudentGroup.Names[g])], schools, at, cancel);
        IReadOnlyList<EvidenceRecord> records = question.Measure.Formula is RecordFormula formula
            ? await new RecordRows(session).InForceAsync(formula.Kind, Everywhere(question.Organizations, schools), question.Year.Period, at, cancel)
            : [];
        var all = RecordTable.Of(question.Measure, population, records, question.Periods, question.Reading);
        return all with
        {
            Cells = [.. all.Cells.Where(c => question.Organizations?.Contains(c.Organization) != false && question.Groups.Contains(StudentGroup.NumberOf(c.Group)!.Value))],
        };
    }

    /// <summary>Schools, and the districts or the state that were asked for, which can have records of their own.</summary>
    private static HashSet<int>? Everywhere(IReadOnlyCollection<int>? organizations, IReadOnlyCollection<int>? schools) =>
        schools is null ? null : schools.Concat(organizations ?? []).ToHashSet();

    /// <summary>The students on the roll of some schools in a year, with all their schools there and their groups.</summary>
    private async Task<Population> PopulationAsync(
        Session session, SchoolYear year, IReadOnlyList<string> groups, IReadOnlyCollection<int>? schools, DateTimeOffset at, CancellationToken cancel)
    {
        var among = schools is null ? "SELECT id FROM students" : $"SELECT student_id FROM enrolments WHERE organization_id IN ({AttendanceRows.Ids(schools)})";
        var rolls = new RollRows(session);
        var enrolments = await rolls.EnrolmentsAsync(among, year, at, cancel);
        var memberships = await rolls.MembershipsAsync(among, year, at, cancel);
        var numbers = groups.Select((name, place) => (name, place)).ToDictionary(g => g.name, g => g.place, StringComparer.Ordinal);
        return new Population(
            groups,
            enrolments.Select(student => new Student(
                student.Key,
                [.. student.Where(e => schools?.Contains(e.OrganizationId) != false)
                    .Select(e => new Enrolment(e.OrganizationId, Within(e.FirstDay, e.LastDay, year), e.Grade is { } grade ? "grade_" + grade : ""))],
                [.. memberships[student.Key].Select(m => (m.Group, Days: Within(m.FirstDay, m.LastDay, year)))
                    .Concat(student.Where(e => e.Grade is not null).Select(e => (Group: "grade_" + e.Grade, Days: Within(e.FirstDay, e.LastDay, year))))
                    .SelectMany(m => StudentGroup.WithContaining(m.Group).Select(g => (Group: g, m.Days)))
                    .Where(m => numbers.ContainsKey(m.Group))
                    .Select(m => new Membership(numbers[m.Group], m.Days))])),
            places.Parents);
    }

    private static Period Within(DateOnly first, DateOnly? last, SchoolYear year) =>
        new(first < year.Start ? year.Start : first, last is { } day && day < year.End ? day : year.End);
}
