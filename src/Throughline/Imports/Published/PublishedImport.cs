using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Imports.Published;

/// <summary>
/// Tables as they were published, and series in wide form: each file is read by the table that its headings are of, and
/// stored as a series is. A file that is no known table is read as a series in long form.
/// </summary>
public static class PublishedImport
{
    private const int ProgressRows = 20_000;

    /// <param name="database">Where to.</param>
    /// <param name="path">The file.</param>
    /// <param name="year">The school year, for a table that does not say it; null where it does.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops with nothing stored.</param>
    public static async Task<ImportResult> RunAsync(Database database, string path, SchoolYear? year, ImportOptions options, CancellationToken cancel)
    {
        if (TableFit.Find(path) is not { } fit)
        {
            return await SeriesImport.RunAsync(database, path, options, cancel);
        }

        await using var db = database.Context();
        var all = await db.Organizations.AsNoTracking().Include(o => o.Names).Include(o => o.Parent).ToListAsync(cancel);
        if (all.Count == 0)
        {
            throw new Problem(ImportTexts.NoOrganizations);
        }

        using var file = CsvFile.Open(path, fit.Above, fit.Table.FewestCells);
        using var refusals = new Refusals(SeriesImport.RefusedPath(database, path, options));
        using var marks = new FoundMarks(SeriesImport.RefusedPath(database, path, options, "marks"));
        var rows = new PublishedRows(
            file, fit, new NamedOrganizations(all, fit.Table.State), new KnownMeasures(await db.MeasureVersions.AsNoTracking().ToListAsync(cancel)), year, refusals, marks);
        await using var staging = await SeriesStaging.BeginAsync(database, cancel);
        var (read, figures) = (0L, 0L);
        await using (var staged = staging.Rows())
        {
            while (file.Read())
            {
                if (++read % ProgressRows == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    options.Progress(read);
                }

                foreach (var f in rows.Figures())
                {
                    staged.Write(file.Line, f.Column, f.Organization, f.Measure, f.Group, f.Period.Start, f.Period.End, f.Value);
                    figures++;
                }
            }

            await staged.CompleteAsync(cancel);
        }

        if (read == 0)
        {
            throw new Problem(ImportTexts.FileNoRows.With(Path.GetFileName(path)));
        }

        var result = await staging.StoreAsync(path, figures + refusals.Rows, file.Header, refusals, options, cancel);
        return result with { Notes = [.. Notes(fit, file, read, figures, rows), .. marks.Notes] };
    }

    private static IEnumerable<string> Notes(TableFit fit, CsvFile file, long read, long figures, PublishedRows rows)
    {
        yield return ImportTexts.NoteTable.With(fit.Table.Source, read, figures);
        if (fit.Table.Days is not null)
        {
            yield return ImportTexts.NoteDailyMeans;
        }

        if (rows.LeftOut > 0)
        {
            yield return ImportTexts.NoteLeftOut.With(rows.LeftOut);
        }

        var used = fit.Figures.SelectMany(f => f.Columns).ToHashSet();
        List<string?> names = [fit.MeasureColumn, fit.Table.Year?.Column, fit.Table.Group?.Column, .. fit.Table.Where.Keys, .. fit.Table.Organization.SelectMany(o => new[] { o.Code, o.Name, o.District })];
        var unused = file.Header.Where((h, i) => h.Length > 0 && !used.Contains(i) && !names.Contains(h, StringComparer.OrdinalIgnoreCase)).Take(20).ToList();
        if (unused.Count > 0)
        {
            yield return ImportTexts.ColumnsUnused.With(string.Join(", ", unused));
        }
    }
}
