using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>The sums that the cells of a measure over days are made from.</summary>
/// <param name="asked">What is counted: the periods as they count, in the order of the question's.</param>
internal abstract class AttendanceAnswers(AttendanceQuestion asked) : IAsyncDisposable
{
    public AttendanceQuestion Asked => asked;

    /// <summary>The schools with days, by their ids.</summary>
    public abstract IReadOnlyDictionary<int, SchoolYearDays> Schools { get; }

    /// <summary>Every organization that something was counted for, in the order of their ids.</summary>
    public abstract IReadOnlyList<int> Organizations { get; }

    /// <summary>Where the question's periods stand in the sums.</summary>
    public virtual int Place(int period) => period;

    /// <summary>Where the measure's test stands in the sums.</summary>
    public virtual int Test => 0;

    /// <summary>An organization's sums; null where nothing was counted.</summary>
    public abstract Task<AttendanceTotals?> OfAsync(int organization, CancellationToken cancel);

    /// <summary>The students' own rates at some schools together.</summary>
    public abstract StudentRates Rates(IReadOnlyCollection<int> schools);

    public abstract ValueTask DisposeAsync();

    /// <summary>The standing totals where they answer the question; otherwise the rows are counted.</summary>
    public static async Task<AttendanceAnswers> ToAsync(CellQuestion question, Database database, Places places, CancellationToken cancel)
    {
        var formula = (AttendanceFormula)question.Measure.Formula!;
        var asked = new AttendanceQuestion(
            [.. question.Periods.Select(p => question.Reading == PeriodReading.InPeriod ? p : new Period(question.Year.Start, p.End))],
            formula.Test is { } test ? [test] : [],
            StudentGroup.Names.Count,
            Details: formula.Figure == AttendanceFigure.Tardiness,
            question.KnownAt ?? DateTimeOffset.MaxValue);
        if (StandingAnswers.Hold(asked, question) && !await OfOtherShapeAsync(question.Year, database, cancel))
        {
            return await StandingAnswers.ToAsync(asked, question, database, places, cancel);
        }

        return await CountedAnswers.ToAsync(asked, question, database, places, cancel);
    }

    private static async Task<bool> OfOtherShapeAsync(SchoolYear year, Database database, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        return await new TotalsRows(session).IsOfOtherShapeAsync(year, cancel);
    }
}
