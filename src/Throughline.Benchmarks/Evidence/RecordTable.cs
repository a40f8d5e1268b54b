using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>
/// Makes the cells of a measure from records and the roll. A pure function: the order of records and of students makes no
/// difference, and a student counts once in an organization however many records there are. The work grows with records ×
/// periods that hold them.
/// </summary>
public sealed partial class RecordTable
{
    /// <summary>The bit of the third of the quantities, n.</summary>
    private const int SizeBit = 1 << 2;

    private readonly Measure measure;
    private readonly Population population;
    private readonly IReadOnlyList<Period> periods;
    private readonly Period[] ranges;
    private readonly PeriodReading reading;
    private readonly List<LeftOut> leftOut = [];
    private readonly List<int> organizations = [];
    private readonly Dictionary<int, int> levels = [];
    private readonly Dictionary<int, int[]> chains = [];
    private readonly RecordKind? kind;
    private readonly IReadOnlyList<Condition> filter;
    private readonly Quantity[] quantities;
    private Total[] totals = [];
    private bool[] touched = [];

    private RecordTable(Measure measure, Population population, IReadOnlyList<Period> periods, PeriodReading reading)
    {
        (this.measure, this.population, this.periods, this.reading) = (measure, population, periods, reading);
        ranges = [.. periods.Select(p => reading == PeriodReading.InPeriod ? p : new Period(SchoolYear.Of(p.End).Start, p.End))];
        var formula = measure.Formula as RecordFormula;
        (kind, filter) = (formula?.Kind, formula?.Filter ?? []);
        quantities = formula is not null ? Asked(formula) : measure.Formula is EnrolmentFormula
            ? [new EnrolledCount(), new Constant(0), new EnrolledCount(), new Constant(0)]
            : throw new ArgumentException("Its cells are not made from records.", nameof(measure));
    }

    /// <param name="measure">One whose formula is over records or enrolment; others throw.</param>
    /// <param name="population">The students, their groups and the organizations above their schools.</param>
    /// <param name="records">Of the formula's kind, each with as many values as it has fields or it throws; of other kinds none.</param>
    /// <param name="periods">What is asked about; periods may overlap.</param>
    /// <param name="reading">Whether a period speaks of its own days or of the year to its end (school years from 1 July).</param>
    /// <param name="arrived">How much of what was expected has arrived, of an organization and a period; null where nobody knows.</param>
    /// <returns>
    /// A cell for each organization, period and group in which anybody was. Of an organization above schools there are cells as
    /// the measure adds up: counted anew with each student once, summed, or none but those of its own records.
    /// </returns>
    public static Tabulation Of(
        Measure measure, Population population, IEnumerable<EvidenceRecord> records, IReadOnlyList<Period> periods, PeriodReading reading,
        Func<int, Period, Completeness>? arrived = null)
    {
        var table = new RecordTable(measure, population, periods, reading);
        var (ofStudents, others) = table.Place(records);
        table.MakeRoom();
        table.AddStudents(ofStudents);
        table.AddOthers(others);
        table.AddRoll();
        table.AddUp();
        return new Tabulation([.. table.Cells(arrived ?? ((_, _) => default))], [.. table.leftOut.OrderBy(l => l.Record)]);
    }

    /// <summary>Numerator, denominator, size and rooms.</summary>
    private static Quantity[] Asked(RecordFormula formula)
    {
        var below = formula.Denominator is StudentCount or RecordCount or RoomCount or FieldSum ? formula.Denominator : formula.Numerator;
        var field = below switch
        {
            FieldSum sum => sum.Field,
            FieldMedian median => median.Field,
            _ => null,
        };
        var counted = field is null ? below.Where : [.. below.Where, new Condition(field, Operator.Known, [])];
        var size = formula.Size ?? (formula.Kind.About == RecordSubject.Student
            ? formula.Denominator is EnrolledCount ? formula.Denominator : below as StudentCount ?? new StudentCount(counted, [])
            : new RecordCount(counted));
        Quantity rooms = formula.Kind.About == RecordSubject.Room ? new RoomCount(counted) : new Constant(0);
        return [formula.Numerator, formula.Denominator ?? new Constant(0), size, rooms];
    }

    private bool HasDenominator => measure.Formula is RecordFormula { Denominator: not null };

    /// <summary>A place for every organization in which something can count.</summary>
    private void MakeRoom()
    {
        foreach (var organization in population.Students.SelectMany(s => s.Enrolments).Select(e => e.Organization).Distinct().Concat(chains.Keys).ToList())
        {
            _ = LevelOf(organization);
            if (measure.AcrossOrganizations is Combining.StudentsOnce or Combining.SumOfCounts)
            {
                foreach (var above in population.Above(organization))
                {
                    _ = LevelOf(above);
                }
            }
        }

        var slots = levels.Count * periods.Count * population.Groups.Count;
        totals = [.. quantities.Select((q, i) => Total.Of(q, 1 << i, slots))];
        touched = new bool[slots];
    }

    private int LevelOf(int organization)
    {
        if (!levels.TryGetValue(organization, out var level))
        {
            level = levels[organization] = organizations.Count;
            organizations.Add(organization);
        }

        return level;
    }

    /// <summary>The organizations in which something at this one is counted directly.</summary>
    private int[] ChainOf(int organization)
    {
        if (!chains.TryGetValue(organization, out var chain))
        {
            chain = chains[organization] = measure.AcrossOrganizations == Combining.StudentsOnce
                ? [organization, .. population.Above(organization)]
                : [organization];
        }

        return chain;
    }

    private int SlotOf(int organization, int period) => ((levels[organization] * periods.Count) + period) * population.Groups.Count;
}
