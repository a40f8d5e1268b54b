using System.Text.Json;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Data;
using Throughline.Evidence.Files;
using Throughline.Ui;

namespace Throughline.Evidence.Uploads;

/// <summary>
/// The records of a school as a file that comes in again as it is: with the source's own numbers, so that a row that was
/// changed is known as the same row. Without records it is a template, its headings alone.
/// </summary>
internal static class RecordsFile
{
    private const char OwnNumber = '#';

    /// <param name="session">Where the records are.</param>
    /// <param name="import">What the command line calls the kind.</param>
    /// <param name="school">Whose; its id and code.</param>
    /// <param name="days">Records of these days; null for the headings alone.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<byte[]> OfAsync(Session session, string import, (int Id, string Code) school, Period? days, CancellationToken cancel)
    {
        var table = RecordFiles.Default.Of(import);
        var headings = UploadColumn.Targets(import).Where(t => !table.More.ContainsKey(t)).Select(t => Heading(table, t)).ToList();
        var rows = days is { } asked ? await RowsAsync(session, table, school.Id, asked, cancel) : [];
        return CsvText.Of(csv =>
        {
            csv.WriteRecord([.. headings.Select(h => h.Heading)]);
            foreach (var row in rows)
            {
                csv.WriteRecord([.. headings.Select(h => h.Target switch
                {
                    "student" or "room" => row.About,
                    "school" => school.Code,
                    "date" => row.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    "id" => row.Number,
                    var field => row.Fields[table.Record.Field(field)!.Place],
                })]);
            }
        });
    }

    /// <summary>The number that the source gave a record, from its key; empty where it gave none.</summary>
    private static string NumberOf(string key) => key is not [OwnNumber, ..] ? "" : key[1..(key.IndexOf('|', StringComparison.Ordinal) is > 0 and var end ? end : key.Length)];

    private static (string Target, string Heading) Heading(RecordFile table, string target) => (target, target switch
    {
        "student" => RecordFiles.Default.StudentState[0],
        "school" => RecordFiles.Default.School[0],
        "date" => table.Day[0],
        "id" => table.Number[0],
        "room" => table.Room[0],
        _ => table.Fields.First(f => f.Field == target).Headings[0],
    });

    private static Task<List<(string About, DateOnly Day, string Number, string[] Fields)>> RowsAsync(
        Session session, RecordFile table, int school, Period days, CancellationToken cancel) => session.RowsAsync(
            $"""
            SELECT COALESCE({(table.Record.About == RecordSubject.Room ? "m.code" : "s.code")}, ''), r.day, r."key", r.fields FROM records r
            LEFT JOIN students s ON s.id = r.about LEFT JOIN rooms m ON m.id = r.about
            WHERE r.kind = @kind AND r.organization_id = @school AND r.day BETWEEN @first AND @last AND NOT r.withdrawn AND NOT EXISTS (
                SELECT 1 FROM records l WHERE l.kind = r.kind AND l.organization_id = r.organization_id AND l."key" = r."key" AND l.recorded_at > r.recorded_at)
            ORDER BY r.day, r."key"
            """,
            r => (r.GetString(0), r.GetFieldValue<DateOnly>(1), NumberOf(r.GetString(2)), JsonSerializer.Deserialize<string[]>(r.GetString(3))!),
            cancel,
            ("kind", table.Kind),
            ("school", school),
            ("first", days.Start),
            ("last", days.End));
}
