using Throughline.Benchmarks.Calendar;
using Throughline.Imports;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>
/// Reads the files of a bundle into one roster. Whatever names what neither this bundle nor an earlier one has is refused,
/// before anything is stored.
/// </summary>
/// <param name="manifest">Where the files are.</param>
/// <param name="ids">The codes behind identifiers.</param>
/// <param name="refused">Where the refused rows of a file are listed.</param>
internal sealed partial class RosterReader(RosterManifest manifest, RosterIds ids, Func<string, string> refused) : IDisposable
{
    private readonly Roster roster = new();
    private readonly List<RosterFile> files = [];
    private readonly HashSet<string> places = new(StringComparer.Ordinal);

    /// <summary>The files that were read, in order.</summary>
    public IReadOnlyList<RosterFile> Files => files;

    public Roster Read(CancellationToken cancel)
    {
        foreach (var (name, read) in (ReadOnlySpan<(string, Action<RosterFile>)>)[
            ("orgs", Organization), ("academicSessions", Session), ("users", Person), ("roles", Role), ("enrollments", Class), ("demographics", Groups)])
        {
            cancel.ThrowIfCancellationRequested();
            if (manifest.PathOf(name) is not { } path)
            {
                continue;
            }

#pragma warning disable CA2000 // kept, and let go with this object
            var file = new RosterFile(path, refused(path));
#pragma warning restore CA2000
            files.Add(file);
            while (file.Next())
            {
                read(file);
            }
        }

        return roster;
    }

    public void Dispose() => files.ForEach(f => f.Dispose());

    private void Organization(RosterFile file)
    {
        if (file.IsDeleted)
        {
            roster.DeletedOrganizations++;
            return;
        }

        var id = file.Need("sourcedId")!;
        if (file.Need("name") is not { } name || file.Need("type") is not { } type)
        {
            return;
        }

        if (type is not ("school" or "district" or "local"))
        {
            roster.OtherOrganizations++;
            return;
        }

        var code = file.Cell("identifier") ?? id;
        if (roster.Organizations.ContainsKey(id) || !places.Add(code))
        {
            file.Refuse<string>("identifier", ImportTexts.CodeTwice);
            return;
        }

        roster.Organizations.Add(id, new RosterOrganization(file.Line, code, name, type == "school", file.Cell("parentSourcedId")));
        ids.Say(RosterIds.Org, id, code);
    }

    /// <summary>Of several school years the latest counts.</summary>
    private void Session(RosterFile file)
    {
        if (file.Cell("type") != "schoolYear" || file.IsDeleted || !file.TryDay("startDate", out var first) || !file.TryDay("endDate", out var last)
            || file.Need("startDate") is null || file.Need("endDate") is null)
        {
            return;
        }

        if (last < first)
        {
            file.Refuse<string>("endDate", ImportTexts.ExitBeforeEntry);
        }
        else if (roster.Days is null || roster.Days.Value.First < first)
        {
            // A roster's year may run into the next school year; its students are not on the roll of both.
            var end = SchoolYear.Of(first!.Value).End;
            roster.Days = (first.Value, last!.Value < end ? last.Value : end);
        }
    }

    private void Person(RosterFile file)
    {
        var id = file.Need("sourcedId")!;
        var code = file.Cell("identifier") ?? id;
        if (roster.People.ContainsKey(id) || !codes.Add(code))
        {
            file.Refuse<string>("identifier", ImportTexts.RosterPersonTwice);
            return;
        }

        // Of several grades, as of a student between two, the first.
        var grades = file.Cell("grades")?.Split(',', StringSplitOptions.TrimEntries)[0];
        var grade = grades is null || NoGrade.Contains(grades) ? null : SheetWords.Meaning("grade", grades);
        if (grade is null && grades is not null && !NoGrade.Contains(grades))
        {
            file.Refuse<string>("grades", ImportTexts.GradeUnknown);
            return;
        }

        var person = new RosterPerson(file.Line, code)
        {
            Role = file.Cell("role")?.ToLowerInvariant(),
            Grade = grade is "" ? null : grade,
            IsDeleted = file.IsDeleted,
            Modified = file.Modified,
            SaysSchools = file.Has("orgSourcedIds"),
        };
        if (AddOrganizations(file, person, "orgSourcedIds", file.Cell("orgSourcedIds")))
        {
            roster.People.Add(id, person);
            ids.Say(RosterIds.User, id, code);
        }
    }

    /// <summary>In version 1.2 a person's roles stand in a file of their own, one organization in each row.</summary>
    private void Role(RosterFile file)
    {
        if (file.IsDeleted || file.Need("userSourcedId") is not { } user || file.Need("role") is not { } role || Known(file, user) is not { } person)
        {
            return;
        }

        // Who is a student somewhere is one, whatever else they are.
        person.Role = person.Role == "student" ? person.Role : role.ToLowerInvariant();
        AddOrganizations(file, person, "orgSourcedId", file.Cell("orgSourcedId"));
    }

    private bool AddOrganizations(RosterFile file, RosterPerson person, string column, string? named)
    {
        foreach (var org in named?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (ids.CodeOf(RosterIds.Org, org) is not { } code)
            {
                return file.Refuse<string>(column, ImportTexts.RosterOrgUnknown) is not null;
            }

            person.Organizations.Add(code);
        }

        return true;
    }

    /// <summary>A person of this bundle, or of an earlier one.</summary>
    private RosterPerson? Known(RosterFile file, string id)
    {
        if (!roster.People.TryGetValue(id, out var person) && ids.CodeOf(RosterIds.User, id) is { } code && codes.Add(code))
        {
            roster.People[id] = person = new RosterPerson(file.Line, code) { Modified = file.Modified };
        }

        return person ?? file.Refuse<RosterPerson>(file.Has("userSourcedId") ? "userSourcedId" : "sourcedId", ImportTexts.RosterUserUnknown);
    }
}
