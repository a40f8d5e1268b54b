using Throughline.Benchmarks;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Measures;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>The cells of measures over days of attendance.</summary>
/// <param name="database">Where the days are.</param>
/// <param name="places">The organizations.</param>
internal sealed class AttendanceCells(Database database, Places places)
{
    /// <summary>A cell for each organization, period and group with a student on the roll, in this order.</summary>
    /// <param name="question">Whose measure has an attendance formula.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<Cell>> OfAsync(CellQuestion question, CancellationToken cancel)
    {
        var formula = (AttendanceFormula)question.Measure.Formula!;
        await using var answers = await AttendanceAnswers.ToAsync(question, database, places, cancel);
        var asked = answers.Asked;
        var cells = new List<Cell>();
        foreach (var organization in question.Organizations ?? answers.Organizations)
        {
            if (await answers.OfAsync(organization, cancel) is not { } totals)
            {
                continue;
            }

            List<int> schools = [.. places.SchoolsOf(organization).Where(answers.Schools.ContainsKey)];
            if (formula.Test is not null && question.Measure.AcrossOrganizations == Combining.SumOfCounts)
            {
                // Who is asked at two schools counts twice, as the definition says.
                totals = await AddUpAsync(totals.Nothing(), answers, schools, cancel);
            }

            var rates = formula.Figure == AttendanceFigure.MeanOfStudentRates ? answers.Rates(schools) : null;
            for (var period = 0; period < asked.Periods.Count; period++)
            {
                var place = answers.Place(period);
                var session = new DaysInSession([.. schools.Select(s => answers.Schools[s])], question.Periods[period], asked.Periods[period], asked.At);
                foreach (var group in session.AnyInPeriod ? question.Groups : [])
                {
                    if (totals[group, place] is { Students: > 0 } sums)
                    {
                        var one = formula.Test is null ? default : totals[group, place, answers.Test];
                        var counts = session.AreAlike || formula.Figure is not (AttendanceFigure.DailyMembership or AttendanceFigure.DailyAttendance)
                            ? formula.Of(new AttendanceCounts(sums, one.Holds, one.Concerns, session.Most, rates?[group, period] ?? 0))
                            : await AddUpAsync(formula, answers, schools, group, period, sums.Students, cancel);
                        cells.Add(new Cell(question.Measure, organization, StudentGroup.Names[group], question.Periods[period], question.Reading, counts, session.Completeness));
                    }
                }
            }
        }

        return cells;
    }

    private static async Task<AttendanceTotals> AddUpAsync(AttendanceTotals sum, AttendanceAnswers answers, List<int> schools, CancellationToken cancel)
    {
        foreach (var school in schools)
        {
            sum.Add(await answers.OfAsync(school, cancel) ?? sum.Nothing(), 1);
        }

        return sum;
    }

    /// <summary>Average daily membership of schools that kept school on different numbers of days: the schools' own, added up.</summary>
    private static async Task<Counts> AddUpAsync(
        AttendanceFormula formula, AttendanceAnswers answers, List<int> schools, int group, int period, long students, CancellationToken cancel)
    {
        var (sum, asked) = (Exact.Zero, answers.Asked);
        foreach (var school in schools)
        {
            var days = answers.Schools[school];
            var session = (days.KeptAt(asked.At).Arrived & days.Days.In(asked.Periods[period])).Count;
            if (session > 0)
            {
                var sums = (await answers.OfAsync(school, cancel))![group, answers.Place(period)];
                var counts = formula.Of(new AttendanceCounts(sums, 0, 0, session, 0));
                sum += counts.Numerator / counts.Denominator!.Value;
            }
        }

        return new Counts(sum, Exact.Of(1, 1), students);
    }
}
