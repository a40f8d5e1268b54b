using System.Globalization;
using Throughline.Access;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Districts;

/// <summary>A district's table as a CSV file, one line a school and priority. What is hidden is the word, and no number.</summary>
internal static class SchoolsDownload
{
    public static void MapDistrictDownload(this IEndpointRouteBuilder site) =>
        site.MapMethods("/d/{district}/schools.csv", Site.Reading, CsvAsync).WithMetadata(new NeedsAttribute(Right.See));

    private static async Task<IResult> CsvAsync(HttpContext context, DistrictTables tables, CancellationToken cancel)
    {
        var here = context.Here();
        var query = SchoolsQuery.Of(context.Request.Query);
        var table = await tables.GetAsync(here.Viewer, here.Organization, context.Clock().Today, query.Question, cancel);
        return Results.File(Csv(table, query), CsvText.Type, $"schools-{Dates.Iso(table.Today)}.csv");
    }

    private static byte[] Csv(DistrictTable table, SchoolsQuery query)
    {
        return CsvText.Of(csv =>
        {
            csv.WriteRecord(
                "code", "school", "group", "group_size", "priority", "status", "met_or_on_track", "judged", "days_waiting", "late_supports", "as_of");
            foreach (var row in query.Sorted(table))
            {
                for (var i = 0; i < table.Priorities.Count; i++)
                {
                    var cell = row.Cells[i];
                    csv.WriteRecord(
                        row.School.Code,
                        row.School.Name,
                        table.Question.Group,
                        row.Size is { } size ? Number(size) : row.IsSizeHidden ? Words.Of(Status.Hidden) : "",
                        table.Priorities[i].Name,
                        cell is null ? "" : Words.Of(cell.Worst),
                        cell is null or { IsHidden: true } ? "" : Number(cell.Good),
                        cell is null or { IsHidden: true } ? "" : Number(cell.Judged),
                        row.Waiting is { } days ? Number(days) : "",
                        Number(row.LateSupports),
                        Dates.Iso(table.Today));
                }
            }
        });
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
