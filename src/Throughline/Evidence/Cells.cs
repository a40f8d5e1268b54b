using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Equity;
using Throughline.Benchmarks.Measures;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>The cells of any measure that is made from evidence, by the way its formula says.</summary>
internal static class Cells
{
    /// <summary>The cells of a measure, by organization, period and group.</summary>
    /// <param name="database">Where the evidence is.</param>
    /// <param name="places">The organizations.</param>
    /// <param name="question">Whose measure has a formula; others throw.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<IReadOnlyList<Cell>> OfAsync(Database database, Places places, CellQuestion question, CancellationToken cancel) =>
        question.Measure.Formula switch
        {
            AttendanceFormula => await new AttendanceCells(database, places).OfAsync(question, cancel),
            RecordFormula or EnrolmentFormula => (await new RecordCells(database, places).OfAsync(question, cancel)).Cells,
            ComparisonFormula formula => Compared(formula, question, await OfAsync(database, places, Of(formula, question), cancel)),
            _ => throw new ArgumentException("The measure is published, not made.", nameof(question)),
        };

    /// <summary>The periods of a cadence in a school year, from July to June whatever a school's own first and last day.</summary>
    /// <returns>Empty for administrations and events, which have no periods.</returns>
    public static IReadOnlyList<Period> Periods(SchoolYear year, Cadence cadence)
    {
        var calendar = DefaultCalendar.For(year) with { FirstDay = year.Start, LastDay = year.End, Breaks = [] };
        return [.. calendar.Each(cadence)];
    }

    private static CellQuestion Of(ComparisonFormula formula, CellQuestion question) => question with
    {
        Measure = MeasureCatalog.Default.Find(formula.Of)!,
        Groups = question.Groups.Contains(0) ? question.Groups : [0, .. question.Groups],
    };

    /// <summary>Each group beside all others of the same organization and period; everyone together has nobody to be beside.</summary>
    private static IReadOnlyList<Cell> Compared(ComparisonFormula formula, CellQuestion question, IReadOnlyList<Cell> cells)
    {
        var everyone = cells.Where(c => c.Group == StudentGroup.All).ToDictionary(c => (c.Organization, c.Period), c => Side(c.Counts));
        return
        [
            .. from cell in cells
               where cell.Group != StudentGroup.All
               let side = Side(cell.Counts)
               let counts = formula.Between(side, everyone[(cell.Organization, cell.Period)].Without(side))
               where counts is not null
               select cell with { Measure = question.Measure, Counts = counts.Value },
        ];
    }

    private static GroupCount Side(Counts counts) => new((long)counts.Numerator.Round(0), (long)(counts.Denominator?.Round(0) ?? 0));
}
