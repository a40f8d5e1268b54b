using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>Read from the standing totals, one organization at a time, all as they were at one moment.</summary>
internal sealed class StandingAnswers : AttendanceAnswers
{
    private readonly Session session;
    private readonly SchoolYear year;
    private readonly int[] periods;

    private StandingAnswers(
        AttendanceQuestion asked, Session session, SchoolYear year, int[] periods, IReadOnlyDictionary<int, SchoolYearDays> schools, IReadOnlyList<int> organizations)
        : base(asked)
    {
        (this.session, this.year, this.periods) = (session, year, periods);
        (Schools, Organizations) = (schools, organizations);
    }

    public override IReadOnlyDictionary<int, SchoolYearDays> Schools { get; }

    public override IReadOnlyList<int> Organizations { get; }

    public override int Test => Asked.Tests.Count == 0 ? 0 : IndexOf(Standing.Tests, Asked.Tests[0]);

    public override int Place(int period) => periods[period];

    /// <summary>
    /// Whether the totals hold the answers: not as known at an earlier instant, for periods that are no months, for some grades
    /// alone, by another test, as means of rates or by the number of school days.
    /// </summary>
    public static bool Hold(AttendanceQuestion asked, CellQuestion question)
    {
        var months = Standing.Periods(question.Year);
        return question.KnownAt is null
            && question.Measure.Eligibility.Grades.Count == 0
            && ((AttendanceFormula)question.Measure.Formula!).Figure is not (AttendanceFigure.MeanOfStudentRates or AttendanceFigure.DailyMembership or AttendanceFigure.DailyAttendance)
            && asked.Periods.All(months.Contains)
            && asked.Tests.All(Standing.Tests.Contains);
    }

    /// <summary>The answers to a question that the totals hold.</summary>
    public static async Task<StandingAnswers> ToAsync(
        AttendanceQuestion asked, CellQuestion question, Database database, Places places, CancellationToken cancel)
    {
        var months = Standing.Periods(question.Year);
#pragma warning disable CA2000 // the answers end it
        var session = await Session.BeginReadAsync(database, cancel);
#pragma warning restore CA2000
        try
        {
            return new StandingAnswers(
                asked,
                session,
                question.Year,
                [.. asked.Periods.Select(p => IndexOf(months, p))],
                await new AttendanceRows(session).DaysAsync(places.SchoolsOf(question.Organizations) ?? [.. places.Schools], question.Year, cancel),
                await new TotalsRows(session).OrganizationsAsync(question.Year, cancel));
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public override Task<AttendanceTotals?> OfAsync(int organization, CancellationToken cancel) =>
        new TotalsRows(session).ReadAsync(organization, year, cancel);

    public override StudentRates Rates(IReadOnlyCollection<int> schools) => throw new NotSupportedException("Rates are counted from the rows.");

    public override ValueTask DisposeAsync() => session.DisposeAsync();

    private static int IndexOf<T>(IReadOnlyList<T> list, T one)
        where T : IEquatable<T>
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Equals(one))
            {
                return i;
            }
        }

        return -1;
    }
}
