using Throughline.Benchmarks.Evidence;
using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>
/// Files of records: incidents, marks, assessments, surveys, visits to rooms. What headings and words mean stands in
/// record-files.json. Rows stream; a file goes in whole or not at all, unless its good rows are asked for.
/// </summary>
internal static class RecordImport
{
    private const int ProgressRows = 20_000;

    /// <param name="database">Where to.</param>
    /// <param name="import">What the command line calls the kind: "incidents".</param>
    /// <param name="path">The file.</param>
    /// <param name="asked">How.</param>
    /// <param name="cancel">Stops the work; nothing is left.</param>
    public static async Task<ImportResult> RunAsync(
        Database database, string import, string path, RecordImportOptions asked, CancellationToken cancel)
    {
        var (table, options) = (RecordFiles.Default.Of(import), asked.Options);
        var sayings = new Sayings(table, asked.Said);
        using var file = CsvFile.Open(path);
        var sheet = new RecordSheet(file, path, table, sayings, asked);
        var shape = Shape.Of(sheet, path);
        await using var lookup = await Lookup.BeginAsync(database, table.Record.About == RecordSubject.Student, cancel);
        using var refusals = new Refusals(asked.RefusedTo ?? SeriesImport.RefusedPath(database, path, options));
        await using var staging = await RecordStaging.BeginAsync(database, table, options.RecordedAt, cancel);
        var read = await StageAsync(sheet, shape, lookup, staging, Refuse, asked, cancel);
        if (read == 0)
        {
            throw new Problem(ImportTexts.FileNoRows.With(sheet.Name));
        }

        await staging.CompareAsync(Refuse, cancel);
        var (added, changed) = await staging.CountAsync(cancel);
        if (shape.Answers is not null)
        {
            // The rows of a sheet of answers are new, changed or the same together, for together they are the counts.
            (added, changed) = changed > 0 ? (0L, read - refusals.Rows) : added > 0 ? (read - refusals.Rows, 0L) : (0L, 0L);
        }

        var stored = !options.DryRun && (refusals.Rows == 0 || (options.AcceptGoodRows && !asked.Complete));
        var gone = asked.Complete && refusals.Rows == 0 ? await staging.WithdrawAsync(asked.First, asked.Last, cancel) : 0;
        var result = new ImportResult(sheet.Name, read, added, changed, read - added - changed - refusals.Rows, refusals.Rows)
        {
            FirstRefusals = refusals.First,
            RefusedFile = refusals.File,
            Notes = [.. Notes(sheet, shape, asked, read, gone, refusals)],
            Stored = stored,
        };
        if (stored)
        {
            await staging.StoreAsync(result, asked.Along, cancel);
        }
        else if (asked.Along is { } look)
        {
            await staging.TryAsync(result, look, cancel);
        }

        return result;

        void Refuse(Refusal refusal)
        {
            refusals.Add(refusal);
            asked.Told(refusal);
        }
    }

    /// <summary>Puts every row beside the records, or among the refused.</summary>
    /// <returns>How many rows there were.</returns>
    private static async Task<long> StageAsync(
        RecordSheet sheet, Shape shape, Lookup lookup, RecordStaging staging, Action<Refusal> refuse, RecordImportOptions asked, CancellationToken cancel)
    {
        var lines = new RecordLines(sheet, lookup, asked.Only);
        var answers = shape.Answers is { } items ? new AnswerSheet(sheet, lookup, items, asked.Only) : null;
        var records = new List<StagedRecord>();
        var (read, seq) = (0L, 0L);
        await using var rows = staging.Rows();
        while (sheet.File.Read())
        {
            if (asked.Without.Contains(sheet.File.Line))
            {
                continue;
            }

            if (++read % ProgressRows == 0)
            {
                cancel.ThrowIfCancellationRequested();
                asked.Options.Progress(read);
            }


            if ((answers is null ? await lines.ReadAsync(records, cancel) : await answers.ReadAsync(cancel)) is { } refusal)
            {
                refuse(refusal);
                continue;
            }

            records.ForEach(Write);
        }

        foreach (var record in answers?.Records() ?? [])
        {
            Write(record);
        }

        await rows.CompleteAsync(cancel);
        return read;

        void Write(StagedRecord r) =>
            rows.Write(++seq, r.Line, r.Organization, r.Key, r.Day, r.About, r.Room, r.Fields, r.Scope);
    }

    /// <summary>What was found in the file and decided by it, for who sent it.</summary>
    private static IEnumerable<string> Notes(RecordSheet sheet, Shape shape, RecordImportOptions asked, long read, long gone, Refusals refusals)
    {
        if (sheet.Days.Found is { } form)
        {
            yield return ImportTexts.NoteDays.With(form);
        }

        if (shape.Answers is { } items)
        {
            yield return ImportTexts.NoteAnswers.With(read - refusals.Rows, items.Count);
        }
        else if (sheet.Results.Count > 0)
        {
            yield return ImportTexts.NoteWide.With(sheet.Results.Count);
        }

        var left = sheet.Columns.Unused.Except(shape.Answers ?? []).ToList();
        var people = left.Where(sheet.Columns.NamesPeople).ToList();
        if (people.Count > 0)
        {
            yield return ImportTexts.NotePeople.With(Headings(people));
        }

        if (left.Count > people.Count)
        {
            yield return ImportTexts.NoteUnused.With(Headings(left.Except(people)));
        }

        if (sheet.Columns.Fields.GetValueOrDefault("passed", 0) < 0)
        {
            yield return ImportTexts.NotePassed;
        }

        if (asked.Complete)
        {
            yield return refusals.Rows > 0 ? ImportTexts.NoteIncomplete : ImportTexts.NoteWithdrawn.With(gone);
        }

        string Headings(IEnumerable<int> columns) => string.Join(", ", columns.Where(c => !sheet.Columns.IsNumber(c)).Select(c => FieldTexts.Short(sheet.File.Header[c])).Where(h => h.Length > 0));
    }
}
