using System.CommandLine;
using System.Globalization;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;

namespace Throughline.Commands;

/// <summary>cells: what the evidence comes to, as CSV.</summary>
internal static class CellsCommand
{
    private const int MostDecimals = 6;

    public static Command Create()
    {
        var data = Shared.Data();
        var measure = new Option<string>("--measure") { Description = CommandTexts.CellsMeasureHelp, HelpName = "ID", Required = true };
        var organization = new Option<string?>("--organization") { Description = CommandTexts.CellsOrganizationHelp, HelpName = "CODE" };
        var group = new Option<string?>("--group") { Description = CommandTexts.CellsGroupHelp, HelpName = "ID" };
        var period = new Option<string?>("--period") { Description = CommandTexts.CellsPeriodHelp, HelpName = "CADENCE" };
        period.AcceptOnlyFromAmong("day", "week", "month", "quarter", "semester", "year");
        var reading = new Option<string?>("--reading") { Description = CommandTexts.CellsReadingHelp, HelpName = "READING" };
        reading.AcceptOnlyFromAmong("in_period", "year_to_date");
        var year = new Option<string?>("--school-year") { Description = CommandTexts.CellsYearHelp, HelpName = "YEAR" };
        var knownAt = Shared.Instant("--known-at", CommandTexts.CellsKnownAtHelp);
        var command = new Command("cells", CommandTexts.CellsHelp) { data, measure, organization, group, period, reading, year, knownAt };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                var asked = new Asked(
                    parsed.GetValue(measure)!, parsed.GetValue(organization), parsed.GetValue(group), parsed.GetValue(period) ?? "month",
                    parsed.GetValue(reading), parsed.GetValue(year), parsed.GetValue(knownAt));
                await PrintAsync(database, asked, cancel);
                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static async Task PrintAsync(Database database, Asked asked, CancellationToken cancel)
    {
        var places = await Places.LoadAsync(database, cancel);
        var question = await QuestionAsync(database, places, asked, cancel);
        Console.WriteLine("measure,organization,group,period_start,period_end,reading,numerator,denominator,value");
        await using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
        foreach (var cell in await Cells.OfAsync(database, places, question, cancel))
        {
            var reading = cell.Reading == PeriodReading.InPeriod ? "in_period" : "year_to_date";
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{cell.Measure.Id},{places.CodeOf(cell.Organization)},{cell.Group},{cell.Period.Start:yyyy-MM-dd},{cell.Period.End:yyyy-MM-dd},{reading},{Text(cell.Counts.Numerator)},{Text(cell.Counts.Denominator)},{Text(cell.Value)}"));
        }
    }

    private static async Task<CellQuestion> QuestionAsync(Database database, Places places, Asked asked, CancellationToken cancel)
    {
        var measure = MeasureCatalog.Default.Find(asked.Measure) ?? throw new Problem(CommandTexts.CellsMeasureUnknown.With(asked.Measure));
        if (measure.Formula is null)
        {
            throw new Problem(CommandTexts.CellsMeasurePublished.With(measure.Id));
        }

        var organization = asked.Organization is null ? (int?)null
            : places.WithCode(asked.Organization) ?? throw new Problem(CommandTexts.CellsOrganizationUnknown.With(asked.Organization));
        var group = asked.Group is null ? (int?)null
            : StudentGroup.NumberOf(asked.Group) ?? throw new Problem(CommandTexts.CellsGroupUnknown.With(asked.Group));
        var year = asked.Year is null ? await LatestAsync(database, cancel)
            : SchoolYear.TryParse(asked.Year, out var read) ? read : throw new Problem(CommandTexts.CellsYearUnreadable.With(asked.Year));
        var reading = asked.Reading is null ? measure.Readings[0] : asked.Reading == "in_period" ? PeriodReading.InPeriod : PeriodReading.YearToDate;
        if (!measure.Readings.Contains(reading))
        {
            throw new Problem(CommandTexts.CellsReadingNotDefined.With(asked.Reading, measure.Id));
        }

        _ = Cadence.TryParse(asked.Period, out var cadence);
        return new CellQuestion(
            measure, year, Cells.Periods(year, cadence), reading, organization is { } one ? [one] : null,
            group is { } only ? [only] : [.. Enumerable.Range(0, StudentGroup.Names.Count)], asked.KnownAt);
    }

    /// <summary>The latest school year in which a student was enrolled.</summary>
    private static async Task<SchoolYear> LatestAsync(Database database, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        var year = (int)await session.NumberAsync("SELECT MAX(school_year) FROM school_years", cancel);
        if (year == 0)
        {
            var days = await session.RowsAsync("SELECT MAX(first_day) FROM enrolments", r => r.IsDBNull(0) ? (DateOnly?)null : r.GetFieldValue<DateOnly>(0), cancel);
            year = days is [{ } day] ? SchoolYear.Of(day).EndYear : throw new Problem(CommandTexts.CellsNoEvidence);
        }

        return new SchoolYear(year);
    }

    private static string Text(Exact? figure) => figure?.Round(MostDecimals).ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private sealed record Asked(
        string Measure, string? Organization, string? Group, string Period, string? Reading, string? Year, DateTimeOffset? KnownAt);
}
