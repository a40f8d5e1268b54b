using System.Globalization;
using System.Text.Json;
using Throughline.Access;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>
/// A benchmark's checks as CSV and JSON, from the picture that its page shows: what is hidden there has the word for it
/// here, and no number.
/// </summary>
public static class BenchmarkDownloads
{
    public static void MapBenchmarkDownloads(this IEndpointRouteBuilder site)
    {
        foreach (var (end, answer) in new (string, Delegate)[] { (".csv", CsvAsync), (".json", JsonAsync) })
        {
            foreach (var address in BenchmarkRoutes.Files(end))
            {
                site.MapMethods(address, Site.Reading, answer).WithMetadata(new NeedsAttribute(Right.See));
            }
        }
    }

    /// <summary>UTF-8 with a byte order mark, so that spreadsheets read accents; no cell can act as a formula.</summary>
    private static async Task<IResult> CsvAsync(HttpContext context, string code, string? g)
    {
        if (await ShownBenchmark.FindAsync(context, code) is not { } shown)
        {
            return Results.NotFound();
        }

        var file = CsvText.Of(csv =>
        {
            csv.WriteRecord(
                "benchmark", "organization", "group", "period_start", "period_end", "numerator", "denominator", "value", "unit",
                "path", "last_year", "done_on", "status", "as_of");
            foreach (var (group, check) in Rows(shown, g))
            {
                var isHidden = check.State == CheckState.Hidden;
                csv.WriteRecord(
                    shown.Picture.Code, shown.Here.Organization.Code, group.Group,
                    Dates.Iso(check.Period.Start), Dates.Iso(check.Period.End),
                    Number(isHidden ? null : check.Numerator), Number(isHidden ? null : check.Denominator), Number(isHidden ? null : check.Actual),
                    group.Measure.Unit.Name(), Number(isHidden ? null : check.Expected), Number(isHidden ? null : check.LastYear),
                    isHidden || check.DoneOn is null ? "" : Dates.Iso(check.DoneOn.Value), StatusOf(check), Dates.Iso(shown.Plan.Today));
            }
        });

        return Results.File(file, CsvText.Type, FileName(shown, "csv"));
    }

    private static async Task<IResult> JsonAsync(HttpContext context, string code, string? g)
    {
        if (await ShownBenchmark.FindAsync(context, code) is not { } shown)
        {
            return Results.NotFound();
        }

        using var file = new MemoryStream();
        using (var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("code", shown.Picture.Code);
            writer.WriteString("organization", shown.Here.Organization.Code);
            writer.WriteString("type", shown.Picture.Benchmark.Type.Name());
            writer.WriteString("statement", (shown.Picture.InForce?.Statement) ?? shown.Picture.Benchmark.Statement);
            writer.WriteString("asOf", Dates.Iso(shown.Plan.Today));
            if (shown.Picture.Spec is { } spec)
            {
                writer.WritePropertyName("benchmark");
                BenchmarkJson.Write(writer, spec);
            }

            writer.WriteStartArray("groups");
            foreach (var group in Asked(shown, g))
            {
                Write(writer, group);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Results.File(file.ToArray(), "application/json", FileName(shown, "json"));
    }

    private static void Write(Utf8JsonWriter writer, GroupPicture group)
    {
        writer.WriteStartObject();
        writer.WriteString("group", group.Group);
        writer.WriteString("status", group.Status is { } status ? Words.Of(status) : null);
        writer.WriteStartArray("checks");
        foreach (var check in group.Checks)
        {
            writer.WriteStartObject();
            writer.WriteString("start", Dates.Iso(check.Period.Start));
            writer.WriteString("end", Dates.Iso(check.Period.End));
            writer.WriteString("status", StatusOf(check));
            if (check.State != CheckState.Hidden)
            {
                Number(writer, "numerator", check.Numerator);
                Number(writer, "denominator", check.Denominator);
                Number(writer, "value", check.Actual?.Round(Exact.MostDecimals));
                Number(writer, "path", check.Expected?.Round(Exact.MostDecimals));
                Number(writer, "lastYear", check.LastYear?.Round(Exact.MostDecimals));
                writer.WriteString("doneOn", check.DoneOn is { } done ? Dates.Iso(done) : null);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<GroupPicture> Asked(ShownBenchmark shown, string? group) =>
        group is { Length: > 0 } ? shown.Picture.Groups.Where(g => g.Group == group) : shown.Picture.Groups;

    private static IEnumerable<(GroupPicture Group, CheckPicture Check)> Rows(ShownBenchmark shown, string? group) =>
        Asked(shown, group).SelectMany(g => g.Checks, (g, c) => (g, c));

    /// <summary>The contract's word, "start" for a starting value.</summary>
    private static string StatusOf(CheckPicture check) => check switch
    {
        { State: CheckState.Hidden } => Words.Of(Status.Hidden),
        { State: CheckState.Start } => "start",
        { State: CheckState.Missing } => Words.Of(Status.NoData),
        { State: CheckState.ToCome } => Words.Of(Status.NotYetDue),
        { Status: { } status } => Words.Of(status),
        _ => "",
    };

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Number(Exact? value) => value?.Round(Exact.MostDecimals).ToString(CultureInfo.InvariantCulture) ?? "";

    private static void Number(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string FileName(ShownBenchmark shown, string end) =>
        $"{Safe(shown.Here.Organization.Code)}-{Safe(shown.Picture.Code)}-{Dates.Iso(shown.Plan.Today)}.{end}";

    private static string Safe(string code) => string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
}
