using System.Globalization;
using System.Text;
using Throughline.Access;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.StateSchools;

/// <summary>The list of schools as a CSV file and the case of one school as JSON, for the same questions as the pages.</summary>
internal static class SchoolDownloads
{
    public static void MapSchoolDownloads(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/state/schools.csv", Site.Reading, CsvAsync).WithMetadata(new NeedsAttribute(Right.See));
        site.MapMethods("/state/schools/{code}.json", Site.Reading, CaseAsync).WithMetadata(new NeedsAttribute(Right.See));
    }

    /// <summary>What the case of a school is called as a file.</summary>
    public static string CaseFile(Organization school, Benchmark benchmark, DateOnly asOf) =>
        $"{Safe(school.Code)}-{benchmark.Code}-{Dates.Iso(asOf)}.json";

    private static async Task<IResult> CsvAsync(HttpRequest request, StateBenchmarks benchmarks, CancellationToken cancel)
    {
        var reader = new SchoolsQueryReader(request.Query);
        var query = reader.Read();
        if (reader.Notices.Count > 0)
        {
            // A page can say that it passed over something; a file cannot, so none is made.
            return Results.Text(string.Join('\n', reader.Notices), statusCode: StatusCodes.Status400BadRequest);
        }

        if (await benchmarks.JudgeAsync(query, cancel) is not { } judged)
        {
            return Results.NotFound();
        }

        var list = new SchoolList(SchoolRow.All(judged), query, judged.Case.Benchmark.Direction);
        var name = $"schools-{judged.Benchmark.Code}-{Dates.Iso(judged.Case.AsOf)}.csv";
        return Results.File(Csv(judged, list.Rows), CsvText.Type, name);
    }

    private static byte[] Csv(JudgedBenchmark judged, IReadOnlyList<SchoolRow> rows)
    {
        return CsvText.Of(csv =>
        {
            csv.WriteRecord(
                "code", "school", "district_code", "district", "school_year", "value", "unit", "status", "verdict",
                "as_of", "known_at", "benchmark", "statement", "measure", "group");
            foreach (var row in rows)
            {
                csv.WriteRecord(
                    row.School.Code,
                    row.School.Name,
                    row.School.Parent?.Code ?? "",
                    row.School.Parent?.Name ?? "",
                    row.Year?.ToString() ?? "",
                    row.Value?.Round(Exact.MostDecimals).ToString(CultureInfo.InvariantCulture) ?? "",
                    judged.Measure.Unit.Name(),
                    Words.Of(row.Answer.Status),
                    Words.Of(row.Answer.Verdict),
                    Dates.Iso(judged.Case.AsOf),
                    Dates.Iso(judged.Case.KnownAt),
                    judged.Benchmark.Code,
                    judged.Wording.Statement,
                    judged.Measure.Id,
                    row.Answer.Group);
            }
        });
    }

    private static async Task<IResult> CaseAsync(string code, HttpRequest request, StateBenchmarks benchmarks, CancellationToken cancel)
    {
        var query = new SchoolsQueryReader(request.Query).Read();
        var judged = await benchmarks.JudgeAsync(query, cancel, code);
        if (judged is null || SchoolModel.Find(judged, request.Query) is not { } row)
        {
            return Results.NotFound();
        }

        var benchmark = judged.Case.Benchmark with { Groups = [row.Answer.Group] };
        var observations = judged.Case.Observations.Where(o => o.Group == row.Answer.Group).ToList();
        var text = CaseJson.ToText(judged.Case with { Benchmark = benchmark, Observations = observations });
        return Results.File(
            Encoding.UTF8.GetBytes(text), "application/json", CaseFile(row.School, judged.Benchmark, judged.Case.AsOf));
    }

    private static string Safe(string code) => string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
}
