using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Imports.Published;

/// <summary>A figure of a row, on its way to the database; its column, where it is of a month, is that of the first day.</summary>
internal readonly record struct ReadFigure(int Column, int Organization, int Measure, string Group, Period Period, decimal? Value);

/// <summary>
/// Reads the rows of a published table. A row is taken whole or refused with the first cell at fault; cells with a mark are
/// figures that are not published, and are listed with their mark.
/// </summary>
internal sealed class PublishedRows
{
    private readonly CsvFile file;
    private readonly TableFit fit;
    private readonly NamedOrganizations organizations;
    private readonly KnownMeasures measures;
    private readonly SchoolYear? titleYear;
    private readonly Refusals refusals;
    private readonly FoundMarks marks;
    private readonly List<ReadFigure> figures = [];

    /// <param name="file">The file, at its headings.</param>
    /// <param name="fit">What its columns mean.</param>
    /// <param name="organizations">Whom rows can be of.</param>
    /// <param name="measures">Of what figures can be.</param>
    /// <param name="given">The school year said on the command line, for a table that does not say it.</param>
    /// <param name="refusals">Where refused rows go.</param>
    /// <param name="marks">Where marks are listed.</param>
    public PublishedRows(
        CsvFile file, TableFit fit, NamedOrganizations organizations, KnownMeasures measures, SchoolYear? given, Refusals refusals, FoundMarks marks)
    {
        (this.file, this.fit, this.organizations, this.measures, this.refusals, this.marks) = (file, fit, organizations, measures, refusals, marks);
        titleYear = fit.Table.Year is { Title: true } ? TableFit.YearIn(file.Title) ?? given ?? throw new Problem(ImportTexts.TitleWithoutYear) : null;
    }

    /// <summary>How many rows are none of an organization.</summary>
    public long LeftOut { get; private set; }

    /// <summary>How many rows were taken.</summary>
    public long Taken { get; private set; }

    /// <summary>The figures of the current row; none where it is refused or left out.</summary>
    public IReadOnlyList<ReadFigure> Figures()
    {
        figures.Clear();
        if (file.Fault is { } fault)
        {
            refusals.Add(new Refusal(file.Line, "", file.Raw, fault));
            return figures;
        }

        if (fit.Table.LeaveOut.Any(l => l.Value.Contains(Text(l.Key), StringComparer.OrdinalIgnoreCase)))
        {
            LeftOut++;
            return figures;
        }

        if (Organization() is { } organization && TryYear(out var year) && IsOfMeasure() && TryGroup(out var group))
        {
            if (fit.Figures.All(f => TryRead(f, organization, f.Period ?? year?.Period, f.Group ?? group)))
            {
                Taken++;
            }
            else
            {
                figures.Clear();
            }
        }

        return figures;
    }

    private int? Organization()
    {
        var (column, reason) = ("", ImportTexts.OrganizationUnknown);
        foreach (var way in fit.Table.Organization.Where(w => file.Has(w.Code ?? w.Name!)))
        {
            column = way.Code ?? way.Name!;
            var text = Text(column);
            var (found, why) = way.Code is not null ? (organizations.WithCode(text), ImportTexts.OrganizationUnknown)
                : organizations.State(text) is { } state ? (state, null)
                : organizations.WithName(text, way.Kind, way.District is { } district ? Text(district) : null);
            if (found is not null)
            {
                return found.Id;
            }

            reason = why!;
        }

        Refuse(file.Column(column), reason);
        return null;
    }

    private bool TryYear(out SchoolYear? year)
    {
        year = titleYear;
        if (fit.Table.Year?.Column is not { } column)
        {
            return true;
        }

        var isRead = SchoolYear.TryParse(Text(column), out var read);
        year = read;
        return isRead || Refuse(file.Column(column), ImportTexts.SchoolYearUnreadable);
    }

    /// <summary>Whether the row is of the measure that its columns of figures are read as.</summary>
    private bool IsOfMeasure()
    {
        foreach (var (column, needed) in fit.Table.Where)
        {
            if (!Text(column).Equals(needed, StringComparison.OrdinalIgnoreCase))
            {
                return Refuse(file.Column(column), ImportTexts.RowOfAnother.With(needed));
            }
        }

        return true;
    }

    private bool TryGroup(out string group)
    {
        group = StudentGroup.All;
        if (fit.Table.Group is not { } where || Text(where.Column) is not { Length: > 0 } text)
        {
            return true;
        }

        group = where.Words.GetValueOrDefault(text) ?? (where.List is { } list ? SheetWords.Meaning(list, text) : null) ?? text;
        return StudentGroup.IsKnown(group) || Refuse(file.Column(where.Column), ImportTexts.GroupUnknown);
    }

    private bool TryRead(RowFigure figure, int organization, Period? period, string group)
    {
        var name = figure.Measure?.Id ?? Text(fit.MeasureColumn!);
        if (!measures.TryFind(name, out var known))
        {
            return Refuse(file.Column(fit.MeasureColumn!), ImportTexts.MeasureUnknown);
        }

        var (sum, count, marked) = (0m, 0, false);
        foreach (var column in figure.Columns)
        {
            var cell = PublishedCell.Read(file[column]);
            if (cell.Says == Says.Unreadable)
            {
                return Refuse(column, ImportTexts.ValueNotANumber);
            }

            if (cell.Value is not { } value)
            {
                marked |= cell.Says != Says.Empty;
                marks.Add(file.Line, file.Header[column], cell, isListed: figure.Columns.Count == 1);
            }
            else if (KnownMeasures.Fault(known.Measure, value) is { } reason)
            {
                return Refuse(column, reason);
            }
            else
            {
                (sum, count) = (sum + value, count + 1);
            }
        }

        // A month whose days are all empty is one in which the school is not in the table at all.
        var isSaid = count > 0 || marked || (figure.Columns.Count == 1 && fit.Table.Empty == EmptyCell.NotPublished);
        if (isSaid)
        {
            decimal? value = count switch
            {
                0 => null,
                1 => sum,
                _ => decimal.Round(sum / count, Exact.MostDecimals, MidpointRounding.AwayFromZero),
            };
            figures.Add(new ReadFigure(figure.Columns[0], organization, known.Id, group, period!.Value, value));
        }

        return true;
    }

    private string Text(string column) => PublishedCell.Unwrap(file[file.Column(column)]);

    private bool Refuse(int column, string reason)
    {
        refusals.Add(new Refusal(file.Line, file.Header[column], file[column], reason));
        return false;
    }
}
