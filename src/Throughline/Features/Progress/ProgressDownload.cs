using System.Globalization;
using CsvHelper;
using Throughline.Access;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Progress;

/// <summary>The grid as a CSV file: the same rows, one line a check. A hidden figure is the word, and no number.</summary>
internal static class ProgressDownload
{
    public static void MapProgressDownload(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/s/{school}/progress.csv", Site.Reading, CsvAsync).WithMetadata(new NeedsAttribute(Right.See));
        site.MapMethods("/d/{district}/progress.csv", Site.Reading, CsvAsync).WithMetadata(new NeedsAttribute(Right.See));
    }

    private static async Task<IResult> CsvAsync(HttpContext context, Pictures pictures, CancellationToken cancel)
    {
        var here = context.Here();
        var picture = await pictures.InForceAsync(here.Viewer, here.Organization, context.Clock().Today, cancel);
        return picture is null
            ? Results.NotFound()
            : Results.File(Csv(picture, GridQuery.Of(context.Request.Query)), CsvText.Type, $"progress-{Dates.Iso(picture.Today)}.csv");
    }

    private static byte[] Csv(PlanPicture picture, GridQuery query)
    {
        return CsvText.Of(csv =>
        {
            csv.WriteRecord(
                "objective", "code", "benchmark", "type", "group", "period_start", "period_end", "status", "value", "numerator", "denominator",
                "unit", "expected", "status_now", "as_of");
            foreach (var section in new ProgressGrid(picture, query).Sections)
            {
                foreach (var row in section.Rows)
                {
                    foreach (var check in row.Group?.Checks ?? [])
                    {
                        Write(csv, picture, section, row, check);
                    }
                }
            }
        });
    }

    private static void Write(CsvWriter csv, PlanPicture picture, GridSection section, GridRow row, CheckPicture check)
    {
        var group = row.Group!;
        var isHidden = check.State == CheckState.Hidden;
        csv.WriteRecord(
            section.Code ?? "",
            row.Benchmark.Code,
            row.Benchmark.Title,
            Words.Of(row.Benchmark.Benchmark.Type),
            group.Group,
            Dates.Iso(check.Period.Start),
            Dates.Iso(check.Period.End),
            StateOf(check),
            isHidden ? "" : Number(check.Actual) ?? (check.DoneOn is { } done ? Dates.Iso(done) : ""),
            isHidden ? "" : check.Numerator?.ToString(CultureInfo.InvariantCulture) ?? "",
            isHidden ? "" : check.Denominator?.ToString(CultureInfo.InvariantCulture) ?? "",
            group.Measure.Unit.Name(),
            isHidden ? "" : Number(check.Expected) ?? "",
            group.Status is { } now ? Words.Of(now) : "",
            Dates.Iso(picture.Today));
    }

    private static string StateOf(CheckPicture check) => check.State switch
    {
        CheckState.Judged => check.Status is { } status ? Words.Of(status) : "",
        CheckState.Missing => Words.Of(Status.NoData),
        CheckState.ToCome => Words.Of(Status.NotYetDue),
        _ => Words.Of(check.State),
    };

    private static string? Number(Exact? value) => value?.Round(Exact.MostDecimals).ToString(CultureInfo.InvariantCulture);
}
