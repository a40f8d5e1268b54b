using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>
/// Puts a changed school year in the place of the one before: rows, what they replaced, and the standing totals of the school,
/// its district and the state. The work is that of one school and of its students who have days elsewhere.
/// </summary>
internal sealed class AttendanceUpdate(Session session, SchoolYear year, DateTimeOffset at)
{
    private readonly AttendanceRows rows = new(session);
    private readonly TotalsRows kept = new(session);

    /// <summary>Stores what is different.</summary>
    /// <param name="before">The school year as it is stored.</param>
    /// <param name="after">The same school year as it is to be.</param>
    /// <param name="addUp">Whether totals follow at once; otherwise <see cref="MakeAnewAsync"/> must be called before the end.</param>
    /// <param name="cancel">Stops with nothing stored once the transaction is given up.</param>
    /// <returns>Whether anything was different.</returns>
    public async Task<bool> StoreAsync(SchoolAttendance before, SchoolAttendance after, bool addUp, CancellationToken cancel)
    {
        var changed = after.Students.Where(s => !before.Students.TryGetValue(s.Key, out var was) || was != s.Value).Select(s => s.Key).ToList();
        var otherDays = !after.Days.All.SequenceEqual(before.Days.All);
        if (changed.Count == 0 && !otherDays)
        {
            return false;
        }

        var shared = await SharedAsync(before, after, cancel);
        after = after with { Students = Flagged(after, shared) };
        var arrived = before.Days.KeptAt(DateTimeOffset.MaxValue).Arrived;
        if (otherDays)
        {
            await rows.WriteAsync(after.School, year, after.Days, cancel);
        }

        foreach (var areNew in (bool[])[false, true])
        {
            await rows.WriteAsync(
                year,
                areNew,
                after.Students.Where(s => before.Students.TryGetValue(s.Key, out var was) ? !areNew && was != s.Value : areNew).Select(s => (s.Key, after.School, s.Value)),
                cancel);
        }

        await rows.WriteAsync(
            year,
            areNew: false,
            shared.SelectMany(s => s.Value).Where(s => !s.Year.Elsewhere).Select(s => (s.Student, s.School, s.Year with { Elsewhere = true })),
            cancel);
        await new Corrections(session).KeepAsync(
            after.School,
            year,
            at,
            changed.Select(s => (s, Corrections.Differences(before.Of(s).Days, after.Of(s).Days, arrived))).Where(c => c.Item2.Length > 0),
            cancel);
        if (addUp && after.Students.Count > 0)
        {
            // Days without students add up to nothing: a calendar for a whole state is quick to record.
            await AddUpAsync(before, after, shared, cancel);
        }

        return true;
    }

    /// <summary>Students of this school with days at other schools, with those.</summary>
    private async Task<Dictionary<int, List<(int Student, int School, StudentYear Year)>>> SharedAsync(
        SchoolAttendance before, SchoolAttendance after, CancellationToken cancel)
    {
        var asked = after.Students.Where(s => s.Value.Elsewhere || !before.Students.ContainsKey(s.Key)).Select(s => s.Key).ToList();
        return (await rows.ElsewhereAsync(asked, after.School, year, cancel)).GroupBy(s => s.Student).ToDictionary(g => g.Key, g => g.ToList());
    }

    private static IReadOnlyDictionary<int, StudentYear> Flagged(
        SchoolAttendance after, Dictionary<int, List<(int Student, int School, StudentYear Year)>> shared) =>
        shared.Keys.All(s => after.Students[s].Elsewhere) ? after.Students
            : after.Students.ToDictionary(s => s.Key, s => shared.ContainsKey(s.Key) ? s.Value with { Elsewhere = true } : s.Value);

    private async Task AddUpAsync(
        SchoolAttendance before, SchoolAttendance after, Dictionary<int, List<(int Student, int School, StudentYear Year)>> shared, CancellationToken cancel)
    {
        if (await kept.IsOfOtherShapeAsync(year, cancel))
        {
            await MakeAnewAsync(cancel);
            return;
        }

        var periods = Standing.Periods(year);
        var (were, are) = (before.Days.In(periods, DateTimeOffset.MaxValue), after.Days.In(periods, DateTimeOffset.MaxValue));
        var table = Standing.Table();
        AttendanceTotals school = Standing.Nothing(), above = Standing.Nothing();
        foreach (var (student, one) in after.Students.Where(s => !shared.ContainsKey(s.Key)))
        {
            table.Add((one, are));
        }

        table.MoveTo(school, 1);
        above.Add(school, 1);
        foreach (var (_, one) in before.Students.Where(s => !shared.ContainsKey(s.Key)))
        {
            table.Add((one, were));
        }

        table.MoveTo(above, -1);
        foreach (var student in shared.Keys)
        {
            table.Add((after.Students[student], are));
        }

        table.MoveTo(school, 1);
        var all = new List<(int, AttendanceTotals)> { (after.School, school) };
        var elsewhere = await SchoolsAsync(shared, periods, cancel);
        for (var place = await ParentAsync(after.School, cancel); place != 0; place = await ParentAsync(place, cancel))
        {
            var inside = await InsideAsync(place, elsewhere.Keys, cancel);
            var totals = await kept.ReadAsync(place, year, cancel) ?? Standing.Nothing();
            totals.Add(above, 1);
            var others = shared.ToDictionary(
                s => s.Key, s => s.Value.Where(o => inside.Contains(o.School)).Select(o => (o.Year, elsewhere[o.School])).ToList());
            foreach (var (student, years) in others)
            {
                table.Add([.. years, (after.Students[student], are)]);
            }

            table.MoveTo(totals, 1);
            foreach (var (student, years) in others)
            {
                table.Add(before.Students.TryGetValue(student, out var was) ? [.. years, (was, were)] : [.. years]);
            }

            table.MoveTo(totals, -1);
            all.Add((place, totals));
        }

        await kept.WriteAsync(all, year, cancel);
    }

    /// <summary>
    /// All totals of the year from its rows: after an update of Throughline that keeps the answers to other questions, and after
    /// a file of many schools, for which that is quicker than school by school.
    /// </summary>
    public async Task MakeAnewAsync(CancellationToken cancel)
    {
        var places = await Places.LoadAsync(session, cancel);
        var schools = new Dictionary<int, AttendanceTotals>();
        var sum = new AttendanceSum(AttendanceQuestion.Standing(year), places.Districts, schools.Add);
        foreach (var school in places.Schools)
        {
            if (await rows.SchoolAsync(school, year, cancel) is { Students.Count: > 0 } its)
            {
                sum.Add(SchoolBytes.Of(its));
            }
        }

        await kept.ReplaceAsync(Tabulated.Of(places, schools, [sum]), year, cancel);
    }

    private async Task<Dictionary<int, SchoolPeriods>> SchoolsAsync(
        Dictionary<int, List<(int Student, int School, StudentYear Year)>> shared, IReadOnlyList<Period> periods, CancellationToken cancel)
    {
        var schools = await rows.DaysAsync(shared.SelectMany(s => s.Value).Select(s => s.School).ToHashSet(), year, cancel);
        var laidOut = new LaidOutDays(periods, DateTimeOffset.MaxValue);
        return schools.ToDictionary(s => s.Key, s => laidOut.Of(s.Value));
    }

    private async Task<int> ParentAsync(int organization, CancellationToken cancel) => (int)await session.NumberAsync(
        "SELECT parent_id FROM organizations WHERE id = @id", cancel, ("id", organization));

    /// <summary>Which of some schools belong to a district, or to the state as all do.</summary>
    private async Task<HashSet<int>> InsideAsync(int place, Dictionary<int, SchoolPeriods>.KeyCollection schools, CancellationToken cancel) => schools.Count == 0 ? [] : [.. await session.RowsAsync(
        $"""
        SELECT s.id FROM organizations s LEFT JOIN organizations d ON d.id = s.parent_id
        WHERE s.id IN ({AttendanceRows.Ids(schools)}) AND (s.parent_id = @place OR d.parent_id = @place)
        """,
        r => r.GetInt32(0),
        cancel,
        ("place", place))];
}
