using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>
/// Days of school: a row for each school and day. With a column of kinds only the days named change; without one the file
/// lists all days that the school keeps in a year. The code of a district stands for its schools; a school's own row counts
/// before its district's.
/// </summary>
public static class CalendarImport
{
    public static async Task<ImportResult> RunAsync(Database database, string path, ImportOptions options, CancellationToken cancel)
    {
        var form = TextForm.Of(path);
        using var rows = CsvRows.Open(form);
        using var refusals = new Refusals(SeriesImport.RefusedPath(database, path, options));
        await using var session = await Session.BeginAsync(database, cancel);
        var sheet = new CalendarSheet(rows, await Places.LoadAsync(session, cancel), refusals);
        sheet.Read(options.Progress, cancel);
        var takenBack = await RecordAsync(session, sheet, refusals, options, cancel);
        var (added, changed) = (sheet.Count(Became.Added), sheet.Count(Became.Changed));
        var result = new ImportResult(Path.GetFileName(path), sheet.Rows, added, changed, sheet.Rows - added - changed - refusals.Rows, refusals.Rows)
        {
            Notes = [form.Words, sheet.Note, .. takenBack > 0 ? [ImportTexts.DaysTakenBack.With(takenBack)] : Array.Empty<string>()],
            FirstRefusals = refusals.First,
            RefusedFile = refusals.File,
        };
        return await ImportLog.EndAsync(session, "calendar", result, options, cancel);
    }

    /// <summary>Records each school's year, and returns how many days are taken back because the file does not list them.</summary>
    private static async Task<int> RecordAsync(Session session, CalendarSheet sheet, Refusals refusals, ImportOptions options, CancellationToken cancel)
    {
        var recorder = new AttendanceRecorder(session, options.RecordedAt);
        var rows = new AttendanceRows(session);
        var takenBack = 0;
        foreach (var (school, days) in sheet.BySchool())
        {
            foreach (var said in days.GroupBy(d => SchoolYear.Of(d.Day)).OrderBy(g => g.Key))
            {
                var known = (await rows.DaysAsync(school, said.Key, cancel)).All.ToDictionary(d => d.Day);
                var wanted = sheet.HasKinds ? known.Values.Where(d => d.CancelledAt is null).Select(d => d.Day).ToHashSet() : [];
                foreach (var day in said)
                {
                    if (!day.IsKept && known.TryGetValue(day.Day, out var its) && its is { ArrivedAt: not null, CancelledAt: null })
                    {
                        refusals.Add(new Refusal(day.Line, "", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ImportTexts.DayHasCome));
                        day.Became = Became.Refused;
                        continue;
                    }

                    day.Say(known);
                    _ = day.IsKept ? wanted.Add(day.Day) : wanted.Remove(day.Day);
                }

                takenBack += sheet.HasKinds ? 0 : known.Values.Count(d => d.CancelledAt is null && d.ArrivedAt is null && !wanted.Contains(d.Day));
                await recorder.DaysAsync(school, said.Key, wanted, cancel);
            }
        }

        return takenBack;
    }
}
