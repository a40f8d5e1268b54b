using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Imports.Published;

/// <summary>
/// Our own series in wide form: a code in each row, and a column for each school year, student group or measure. What the
/// headings do not say stands in columns school_year, measure and group.
/// </summary>
internal static class WideSeries
{
    private static readonly string[] Codes = ["school_code", "organization_code", "district_code"];

    /// <summary>How the file is to be read; null where it is not wide.</summary>
    public static TableFit? Find(CsvFile file)
    {
        if (Codes.FirstOrDefault(file.Has) is not { } code || file.Has("value"))
        {
            return null;
        }

        var (hasYear, hasMeasure, hasGroup) = (file.Has("school_year"), file.Has("measure"), file.Has("group"));
        var figures = (hasYear, hasMeasure) switch
        {
            (false, true) => Figures(file, h => SchoolYear.TryParse(h, out var year) ? new RowFigure([], null, Group(), year.Period) : null),
            (true, true) when !hasGroup => Figures(file, h => StudentGroup.IsKnown(h) ? new RowFigure([], null, h, null) : null),
            (true, false) => Figures(file, h => MeasureCatalog.Default.Find(h) is { } measure ? new RowFigure([], measure, Group(), null) : null),
            _ => [],
        };
        return figures.Count == 0 ? null
            : new TableFit(
                new PublishedTable("wide", ImportTexts.TableWide, [new OrganizationColumns { Code = code }])
                {
                    Year = hasYear ? new YearColumn { Column = "school_year" } : null,
                    Group = hasGroup ? new GroupColumn("group") : null,
                },
                0,
                figures)
            {
                MeasureColumn = hasMeasure ? "measure" : null,
            };

        string? Group() => hasGroup ? null : StudentGroup.All;
    }

    private static List<RowFigure> Figures(CsvFile file, Func<string, RowFigure?> read) => [
        .. file.Header.Select((heading, place) => read(heading) is { } figure ? figure with { Columns = [place] } : null).OfType<RowFigure>()];
}
