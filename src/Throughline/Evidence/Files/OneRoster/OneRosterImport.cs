using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>
/// OneRoster 1.1 and 1.2 as CSV, a folder or a zip, with everything or with what changed: its organizations are brought in
/// as directories are, its students as a file of students is. Every file is read before anything is stored.
/// </summary>
public static class OneRosterImport
{
    /// <param name="database">Where to.</param>
    /// <param name="path">The folder or zip.</param>
    /// <param name="state">What the state is called; null leaves it.</param>
    /// <param name="year">The school year, where the bundle does not say it.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops with nothing half stored.</param>
    public static async Task<IReadOnlyList<ImportResult>> RunAsync(
        Database database, string path, string? state, SchoolYear? year, ImportOptions options, CancellationToken cancel)
    {
        using var bundle = RosterBundle.Open(path);
        var manifest = RosterManifest.Read(bundle);
        var ids = await RosterIds.LoadAsync(database, manifest.Source, cancel);
        using var reader = new RosterReader(manifest, ids, file => SeriesImport.RefusedPath(database, file, options));
        var roster = reader.Read(cancel);
        var isGood = options.AcceptGoodRows || reader.Files.All(f => f.Refusals.Rows == 0);
        var organizations = await RosterOrganizations.StoreAsync(database, roster, state, isGood ? options : options with { DryRun = true }, cancel);
        var isStored = isGood && !options.DryRun && organizations.All(o => o.Stored);
        var students = isStored ? await StudentsAsync(database, reader, roster, ids, year, options, cancel) : null;
        return
        [
            .. organizations.Select(o => o with { Notes = [.. OfOrganizations(roster, manifest)] }),
            .. reader.Files.Where(f => f.Name != "orgs.csv" || f.Refusals.Rows > 0).Select(f => f.Name == "users.csv" && students is not null ? students
                : Told(f) with { Stored = isStored, Notes = f.Name == "users.csv" && !isStored && isGood ? [ImportTexts.RosterChecked] : [] }),
        ];
    }

    private static async Task<ImportResult> StudentsAsync(
        Database database, RosterReader reader, Roster roster, RosterIds ids, SchoolYear? year, ImportOptions options, CancellationToken cancel)
    {
        var users = reader.Files.FirstOrDefault(f => f.Name == "users.csv");
        await using var session = await Session.BeginAsync(database, cancel);
        using var none = new Refusals(SeriesImport.RefusedPath(database, "users.csv", options));
        var refusals = users?.Refusals ?? none;
        var store = new RosterStudents(session, roster, ids, await Places.LoadAsync(session, cancel), year, options, refusals);
        await store.StoreAsync(cancel);
        var others = roster.People.Values.Count(p => !p.IsStudent && !p.IsStaff);
        var read = store.Rows + others + refusals.Rows;
        var result = new ImportResult("users.csv", read, store.Added, store.Changed, read - store.Added - store.Changed - refusals.Rows, refusals.Rows)
        {
            Notes = [.. OfStudents(store, roster)],
            FirstRefusals = refusals.First,
            RefusedFile = refusals.File,
        };
        return await ImportLog.EndAsync(session, "oneroster", result, options, cancel);
    }

    /// <summary>A file whose rows are counted with their students.</summary>
    private static ImportResult Told(RosterFile file) => new(file.Name, file.Rows, 0, 0, file.Rows - file.Refusals.Rows, file.Refusals.Rows)
    {
        FirstRefusals = file.Refusals.First,
        RefusedFile = file.Refusals.File,
    };

    private static IEnumerable<string> OfOrganizations(Roster roster, RosterManifest manifest)
    {
        yield return (manifest.IsDelta("orgs") ? ImportTexts.RosterDelta : ImportTexts.RosterBulk).With(manifest.Version);
        if (roster.OtherOrganizations + roster.DeletedOrganizations > 0)
        {
            yield return ImportTexts.RosterOrgsLeft.With(roster.OtherOrganizations, roster.DeletedOrganizations);
        }
    }

    private static IEnumerable<string> OfStudents(RosterStudents store, Roster roster)
    {
        yield return ImportTexts.RosterRoles.With(string.Join(", ", store.Roles.Select(r => $"{r.Key} {r.Value:N0}")));
        if (roster.Days is { } days)
        {
            yield return ImportTexts.RosterYear.With(days.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), days.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (roster.DeletedClasses > 0)
        {
            yield return ImportTexts.RosterClassesGone.With(roster.DeletedClasses);
        }
    }
}
