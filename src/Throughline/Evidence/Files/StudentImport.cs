using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>Students with their schools and groups. Rows are compared and written some at a time, in one transaction.</summary>
public static class StudentImport
{
    private const int RowsAtOnce = 2000;

    /// <param name="database">Where to.</param>
    /// <param name="path">The file.</param>
    /// <param name="year">The school year it is of; null where its rows say when.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops with nothing stored.</param>
    public static async Task<ImportResult> RunAsync(Database database, string path, SchoolYear? year, ImportOptions options, CancellationToken cancel)
    {
        var form = TextForm.Of(path);
        using var rows = CsvRows.Open(form);
        using var refusals = new Refusals(SeriesImport.RefusedPath(database, path, options)) { HidesValues = true };
        await using var session = await Session.BeginAsync(database, cancel);
        // One import at a time: two that overlap would both take the same student for new.
        await session.LockAsync("students", cancel);
        var places = await Places.LoadAsync(session, cancel);
        if (!places.Schools.Any())
        {
            throw new Problem(ImportTexts.NoOrganizations);
        }

        var sheet = new StudentSheet(rows, places, year, refusals);
        var roll = new StudentRoll(session, options.RecordedAt, refusals);
        var some = new List<StudentRow>(RowsAtOnce);
        while (sheet.Next() is { } row)
        {
            some.Add(row);
            if (some.Count == RowsAtOnce)
            {
                await roll.PutAsync(some, cancel);
                some.Clear();
                options.Progress(sheet.Rows);
            }
        }

        await roll.PutAsync(some, cancel);
        await new AttendanceRecorder(session, options.RecordedAt).FollowAsync(roll.Students, cancel);
        var result = new ImportResult(Path.GetFileName(path), sheet.Rows, roll.Added, roll.Changed, sheet.Rows - roll.Added - roll.Changed - refusals.Rows, refusals.Rows)
        {
            Notes = [form.Words, .. sheet.Notes],
            FirstRefusals = refusals.First,
            RefusedFile = refusals.File,
        };
        return await ImportLog.EndAsync(session, "students", result, options, cancel);
    }
}
