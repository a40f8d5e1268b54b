using System.CommandLine;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;

namespace Throughline.Commands;

/// <summary>The options by which verbs ask for cells of a measure.</summary>
internal sealed class CellOptions
{
    private readonly Option<string> measure = new("--measure") { Description = CommandTexts.CellsMeasureHelp, HelpName = "ID", Required = true };
    private readonly Option<string?> organization = new("--organization") { Description = CommandTexts.CellsOrganizationHelp, HelpName = "CODE" };
    private readonly Option<string?> group = new("--group") { Description = CommandTexts.CellsGroupHelp, HelpName = "ID" };
    private readonly Option<string?> period = new("--period") { Description = CommandTexts.CellsPeriodHelp, HelpName = "CADENCE" };
    private readonly Option<string?> reading = new("--reading") { Description = CommandTexts.CellsReadingHelp, HelpName = "READING" };
    private readonly Option<string?> year = new("--school-year") { Description = CommandTexts.CellsYearHelp, HelpName = "YEAR" };
    private readonly Option<DateTimeOffset?> knownAt = Shared.Instant("--known-at", CommandTexts.CellsKnownAtHelp);

    public CellOptions()
    {
        period.AcceptOnlyFromAmong("day", "week", "month", "quarter", "semester", "year");
        reading.AcceptOnlyFromAmong("in_period", "year_to_date");
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[measure, organization, group, period, reading, year, knownAt])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What is asked; a name that is not known throws a <see cref="Problem"/>.</summary>
    public async Task<CellQuestion> QuestionAsync(ParseResult parsed, Database database, Places places, CancellationToken cancel)
    {
        var asked = parsed.GetValue(measure)!;
        var catalog = await OwnMeasures.CatalogAsync(database, cancel);
        var definition = catalog.Find(asked) ?? throw new Problem(CommandTexts.CellsMeasureUnknown.With(asked));
        if (definition.Formula is null)
        {
            throw new Problem(CommandTexts.CellsMeasurePublished.With(definition.Id));
        }

        var schoolYear = parsed.GetValue(year) is not { } written ? await LatestAsync(database, cancel)
            : SchoolYear.TryParse(written, out var read) ? read : throw new Problem(CommandTexts.CellsYearUnreadable.With(written));
        _ = Cadence.TryParse(parsed.GetValue(period) ?? "month", out var cadence);
        return new CellQuestion(
            definition,
            schoolYear,
            Cells.Periods(schoolYear, cadence),
            ReadingOf(definition, parsed.GetValue(reading)),
            parsed.GetValue(organization) is { } code ? [OrganizationOf(places, code)] : null,
            parsed.GetValue(group) is { } name ? [GroupOf(name)] : [.. Enumerable.Range(0, StudentGroup.Names.Count)],
            parsed.GetValue(knownAt));
    }

    public static int OrganizationOf(Places places, string code) => places.WithCode(code) ?? throw new Problem(CommandTexts.CellsOrganizationUnknown.With(code));

    public static int GroupOf(string name) => StudentGroup.NumberOf(name) ?? throw new Problem(CommandTexts.CellsGroupUnknown.With(name));

    private static PeriodReading ReadingOf(Measure measure, string? written)
    {
        var reading = written is null ? measure.Readings[0] : written == "in_period" ? PeriodReading.InPeriod : PeriodReading.YearToDate;
        return measure.Readings.Contains(reading) ? reading : throw new Problem(CommandTexts.CellsReadingNotDefined.With(written, measure.Id));
    }

    /// <summary>The latest school year with days of school or, without any, with a student enrolled.</summary>
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
}
