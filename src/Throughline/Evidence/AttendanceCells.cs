using Throughline.Benchmarks;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
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
        var asked = new AttendanceQuestion(
            [.. question.Periods.Select(p => question.Reading == PeriodReading.InPeriod ? p : new Period(question.Year.Start, p.End))],
            formula.Test is { } test ? [test] : [],
            StudentGroup.Names.Count,
            Details: formula.Figure == AttendanceFigure.Tardiness,
            question.KnownAt ?? DateTimeOffset.MaxValue);
        var tabulation = new AttendanceTabulation(database, question.Year);
        var all = await tabulation.LoadAsync(places.SchoolsOf(question.Organizations), question.KnownAt, cancel);
        IReadOnlyList<SchoolBytes> rows = [.. all.Select(s => s.Only(question.Measure.Eligibility))];
        var answers = await tabulation.AskAsync(asked, rows, cancel);
        var bySchool = rows.ToDictionary(r => r.School);
        var cells = new List<Cell>();
        foreach (var organization in question.Organizations ?? [.. answers.Organizations.Keys.Order()])
        {
            if (!answers.Organizations.TryGetValue(organization, out var totals))
            {
                continue;
            }

            var schools = places.SchoolsOf(organization).Where(bySchool.ContainsKey).Select(s => bySchool[s]).ToList();
            if (formula.Test is not null && question.Measure.AcrossOrganizations == Combining.SumOfCounts)
            {
                // Who is asked at two schools counts twice, as the definition says.
                totals = asked.Nothing();
                schools.ForEach(s => totals.Add(answers.Organizations[s.School], 1));
            }

            var rates = formula.Figure == AttendanceFigure.MeanOfStudentRates ? Rates(asked, schools) : null;
            for (var period = 0; period < asked.Periods.Count; period++)
            {
                var session = new DaysInSession([.. schools.Select(s => s.Days)], question.Periods[period], asked.Periods[period], asked.At);
                foreach (var group in session.AnyInPeriod ? question.Groups : [])
                {
                    if (totals[group, period] is { Students: > 0 } sums)
                    {
                        var one = formula.Test is null ? default : totals[group, period, 0];
                        var counts = session.AreAlike || formula.Figure is not (AttendanceFigure.DailyMembership or AttendanceFigure.DailyAttendance)
                            ? formula.Of(new AttendanceCounts(sums, one.Holds, one.Concerns, session.Most, rates?[group, period] ?? 0))
                            : AddUp(formula, [.. schools.Select(s => (answers.Organizations[s.School][group, period], s.Days))], asked.Periods[period], asked.At, sums.Students);
                        cells.Add(new Cell(question.Measure, organization, StudentGroup.Names[group], question.Periods[period], question.Reading, counts, session.Completeness));
                    }
                }
            }
        }

        return cells;
    }

    /// <summary>Average daily membership of schools that kept school on different numbers of days: the schools' own, added up.</summary>
    private static Counts AddUp(AttendanceFormula formula, IReadOnlyList<(AttendanceSums Sums, SchoolYearDays Days)> schools, Period period, DateTimeOffset at, long students)
    {
        var sum = Exact.Zero;
        foreach (var (sums, days) in schools)
        {
            var session = (days.KeptAt(at).Arrived & days.Days.In(period)).Count;
            if (session > 0)
            {
                var counts = formula.Of(new AttendanceCounts(sums, 0, 0, session, 0));
                sum += counts.Numerator / counts.Denominator!.Value;
            }
        }

        return new Counts(sum, Exact.Of(1, 1), students);
    }

    /// <summary>The students' own rates at some schools together.</summary>
    private static StudentRates Rates(AttendanceQuestion question, IReadOnlyList<SchoolBytes> schools)
    {
        var rates = new StudentRates(question.Periods.Count, StudentGroup.Names.Count);
        var elsewhere = new List<(int Student, StudentYear Year, SchoolPeriods Days)>();
        foreach (var school in schools)
        {
            var days = school.Days.In(question.Periods, question.At);
            for (var i = 0; i < school.Students.Length; i++)
            {
                var year = school[i];
                if (year.Elsewhere)
                {
                    elsewhere.Add((school.Students[i], year, days));
                }
                else
                {
                    rates.Add((year, days));
                }
            }
        }

        foreach (var student in elsewhere.GroupBy(s => s.Student))
        {
            rates.Add([.. student.Select(s => (s.Year, s.Days))]);
        }

        return rates;
    }
}
