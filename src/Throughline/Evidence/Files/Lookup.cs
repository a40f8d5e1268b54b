using System.Data.Common;
using System.Globalization;
using Throughline.Data;

namespace Throughline.Evidence.Files;

/// <summary>The schools and students that rows name. Students are asked for as they come, so memory grows with those of the file alone.</summary>
internal sealed class Lookup : IAsyncDisposable
{
    private readonly Session session;
    private readonly Dictionary<string, School> codes;
    private readonly ILookup<string, School> names;
    private readonly Dictionary<string, int> students = new(StringComparer.Ordinal);
    private readonly DbCommand student;
    private readonly DbCommand enrolled;

    private Lookup(Session session, List<School> places)
    {
        this.session = session;
        codes = places.ToDictionary(p => p.Code, StringComparer.Ordinal);
        names = places.Where(p => p.IsSchool).ToLookup(p => Plain.Of(p.Name), StringComparer.Ordinal);
        Districts = [.. places.Where(p => p.IsSchool && p.District is not null).Select(p => p.District!).Distinct()];
        student = session.Command("SELECT id FROM students WHERE code = @code", ("code", ""));
        enrolled = session.Command(
            """
            SELECT DISTINCT e.organization_id FROM enrolments e
            WHERE e.student_id = @student AND NOT e.withdrawn AND e.first_day <= @day AND (e.last_day IS NULL OR e.last_day >= @day)
                AND NOT EXISTS (SELECT 1 FROM enrolments l WHERE l.student_id = e.student_id AND l.organization_id = e.organization_id
                    AND l.first_day = e.first_day AND l.recorded_at > e.recorded_at)
            """,
            ("student", 0), ("day", default(DateOnly)));
    }

    /// <summary>The codes of the districts that have schools.</summary>
    public IReadOnlyList<string> Districts { get; }

    /// <param name="database">Where they are.</param>
    /// <param name="ofStudents">Whether students are needed.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<Lookup> BeginAsync(Database database, bool ofStudents, CancellationToken cancel)
    {
#pragma warning disable CA2000 // what is made holds it, and lets it go
        var session = await Session.BeginReadAsync(database, cancel);
#pragma warning restore CA2000
        try
        {
            var places = await session.RowsAsync(
                "SELECT o.id, o.code, o.name, o.kind, p.code FROM organizations o LEFT JOIN organizations p ON p.id = o.parent_id AND p.kind = 'District' WHERE o.kind <> 'State'",
                r => new School(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3) == "School", r.IsDBNull(4) ? null : r.GetString(4)),
                cancel);
            if (!places.Exists(p => p.IsSchool))
            {
                throw new Problem(Imports.ImportTexts.NoOrganizations);
            }

            return !ofStudents || await session.NumberAsync("SELECT COUNT(*) FROM (SELECT 1 FROM students LIMIT 1) s", cancel) > 0
                ? new Lookup(session, places) : throw new Problem(Imports.ImportTexts.NoStudents);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>The school or district with a code or, where only one school has it, a name; null where there is none.</summary>
    public School? Place(string text) =>
        codes.TryGetValue(text.Trim(), out var place) ? place : names[Plain.Of(text)].Take(2).ToList() is [var named] ? named : null;

    /// <summary>The student with a number: of the state, or as districts without one write it, behind the district's code and a slash.</summary>
    /// <param name="number">As the file writes it.</param>
    /// <param name="isLocal">The heading says that it is the district's own.</param>
    /// <param name="district">The code of the row's district; null where the row does not say, and every district is looked at.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The id; 0 where there is none; -1 where several districts have such a student.</returns>
    public async ValueTask<int> StudentAsync(string number, bool isLocal, string? district, CancellationToken cancel)
    {
        if (!isLocal && await WithCodeAsync(number, cancel) is > 0 and var known)
        {
            return known;
        }

        var found = 0;
        foreach (var code in district is null ? Districts : [district])
        {
            if (await WithCodeAsync($"{code}/{number}", cancel) is > 0 and var id)
            {
                found = found == 0 ? id : -1;
            }
        }

        // Districts that use the state's numbers as their own write them under any heading.
        return found != 0 || !isLocal ? found : await WithCodeAsync(number, cancel);
    }

    /// <summary>The one school on whose roll a student was on a day; null where there is none, or are several.</summary>
    public async ValueTask<int?> SchoolOfAsync(int id, DateOnly day, CancellationToken cancel)
    {
        (enrolled.Parameters[0].Value, enrolled.Parameters[1].Value) = (id, day);
        await using var rows = await enrolled.ExecuteReaderAsync(cancel);
        int? school = await rows.ReadAsync(cancel) ? rows.GetInt32(0) : null;
        return await rows.ReadAsync(cancel) ? null : school;
    }

    public async ValueTask DisposeAsync()
    {
        await student.DisposeAsync();
        await enrolled.DisposeAsync();
        await session.DisposeAsync();
    }

    private async ValueTask<int> WithCodeAsync(string code, CancellationToken cancel)
    {
        if (!students.TryGetValue(code, out var id))
        {
            student.Parameters[0].Value = code;
            id = await student.ExecuteScalarAsync(cancel) is { } found and not DBNull ? Convert.ToInt32(found, CultureInfo.InvariantCulture) : 0;
            students[code] = id;
        }

        return id;
    }

    /// <summary>A school, or a district, whose records belong to no school.</summary>
    internal sealed record School(int Id, string Code, string Name, bool IsSchool, string? District);
}
