using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Imports.Published;

/// <summary>A figure that each row of a table holds.</summary>
/// <param name="Columns">Its cell, or the cells of the days whose mean it is.</param>
/// <param name="Measure">Null where the row says.</param>
/// <param name="Group">Null where the row says.</param>
/// <param name="Period">Null where the row, or the title, says the school year.</param>
internal sealed record RowFigure(IReadOnlyList<int> Columns, Measure? Measure, string? Group, Period? Period);

/// <summary>A file held against the tables that are known: which it is, where its headings stand, and what each column means.</summary>
/// <param name="Table">How it looks.</param>
/// <param name="Above">How many rows stand above the headings.</param>
/// <param name="Figures">Of each row.</param>
internal sealed partial record TableFit(PublishedTable Table, int Above, IReadOnlyList<RowFigure> Figures)
{
    /// <summary>Titles and bands of headings take some rows; a table that begins later is none.</summary>
    private const int MostAbove = 8;

    /// <summary>Fewer columns of days than this are no table of days.</summary>
    private const int FewestDays = 5;

    /// <summary>The column that says the measure, in a file with a column for each year or group; null where the headings do.</summary>
    public string? MeasureColumn { get; init; }

    /// <summary>The table that a file is; null where it is none of them, such as a file in long form.</summary>
    public static TableFit? Find(string path)
    {
        for (var above = 0; above <= MostAbove; above++)
        {
            using var file = CsvFile.Open(path, above);
            if (file.Header.Count == 0)
            {
                return null;
            }

            foreach (var table in PublishedTables.Default.Tables)
            {
                if (TryFit(file, table, out var figures))
                {
                    return new TableFit(table, above, figures);
                }
            }

            if (above == 0 && WideSeries.Find(file) is { } wide)
            {
                return wide;
            }
        }

        return null;
    }

    private static bool TryFit(CsvFile file, PublishedTable table, [NotNullWhen(true)] out List<RowFigure>? figures)
    {
        figures = null;
        List<string?> needed = [table.Year?.Column, table.Group?.Column, .. table.Where.Keys, .. table.LeaveOut.Keys];
        if (!needed.TrueForAll(c => c is null || file.Has(c))
            || !table.Organization.Any(o => file.Has(o.Code ?? o.Name!))
            || (table.Above is { } text && !file.Title.Contains(text, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        figures = table.Days is { } measure ? Months(file, MeasureCatalog.Default.Find(measure)!) : Columns(file, table);
        return figures is not null;
    }

    /// <summary>The columns of figures; null where one is missing that is not optional.</summary>
    private static List<RowFigure>? Columns(CsvFile file, PublishedTable table)
    {
        var figures = new List<RowFigure>();
        foreach (var column in table.Figures)
        {
            var found = table.Year?.Heading == true ? WithYear(file, column.Column).ToList()
                : file.Has(column.Column) ? [(file.Column(column.Column), null)]
                : [];
            if (found.Count == 0 && !column.Optional)
            {
                return null;
            }

            figures.AddRange(found.Select(f => new RowFigure(
                [f.Place], MeasureCatalog.Default.Find(column.Measure)!, table.Group is null ? column.Group : null, f.Year?.Period)));
        }

        return figures;
    }

    /// <summary>The columns whose heading is the pattern with a school year in it: ALL_RATE_1314.</summary>
    private static IEnumerable<(int Place, SchoolYear? Year)> WithYear(CsvFile file, string pattern)
    {
        var regex = new Regex($"^{Regex.Escape(pattern).Replace(@"\{year}", @"(?<year>\d{4})", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase);
        for (var place = 0; place < file.Header.Count; place++)
        {
            if (regex.Match(file.Header[place]) is { Success: true } match
                && SchoolYear.TryParse($"20{match.Groups["year"].Value[..2]}-{match.Groups["year"].Value[2..]}", out var year))
            {
                yield return (place, year);
            }
        }
    }

    /// <summary>A figure for each month of the days among the headings; null where there are hardly any.</summary>
    private static List<RowFigure>? Months(CsvFile file, Measure measure)
    {
        var days = Enumerable.Range(0, file.Header.Count)
            .Select(place => (Place: place, Day: DateOnly.TryParseExact(file.Header[place], ["yyyyMMdd", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default))
            .Where(d => d.Day != default)
            .ToList();
        return days.Count < FewestDays ? null : [.. days.GroupBy(d => (d.Day.Year, d.Day.Month)).Select(month =>
        {
            var first = new DateOnly(month.Key.Year, month.Key.Month, 1);
            return new RowFigure([.. month.Select(d => d.Place)], measure, StudentGroup.All, new Period(first, first.AddMonths(1).AddDays(-1)));
        })];
    }

    /// <summary>The school year that a title names; null where it names none.</summary>
    public static SchoolYear? YearIn(string title)
    {
        foreach (Match match in YearWords().Matches(title))
        {
            if (SchoolYear.TryParse(match.Value, out var year))
            {
                return year;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b\d{4}[-–](\d{4}|\d{2})\b")]
    private static partial Regex YearWords();
}
