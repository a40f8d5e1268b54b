using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Equity;

namespace Throughline.Benchmarks.Measures;

/// <summary>
/// How the cells of a measure are made from evidence: by days of attendance, by records, by enrolment, or by comparing the
/// cells of another measure. A closed set. A measure without one has only the figures that are published.
/// </summary>
public abstract record Formula
{
    private protected Formula()
    {
    }

    /// <summary>By how much the ratio is multiplied beside what its unit says: 100 for "per 100 students".</summary>
    public int Per { get; init; } = 1;
}

/// <summary>Of the students' days.</summary>
/// <param name="Figure">What is counted of them.</param>
/// <param name="Test">What is asked of each student, for the share of students of whom it holds; null for the other figures.</param>
public sealed record AttendanceFormula(AttendanceFigure Figure, AbsenceTest? Test) : Formula
{
    /// <summary>The counts of a group in a period.</summary>
    /// <returns>Days as days, with halves; never hours, never half-days.</returns>
    public Counts Of(AttendanceCounts totals)
    {
        var sums = totals.Sums;
        var session = (Exact)totals.DaysInSession;
        return Figure switch
        {
            AttendanceFigure.RateOfDays => new(Days(sums.Member - sums.Absent), Days(sums.Member), sums.Students),
            AttendanceFigure.MeanOfStudentRates => new(Exact.Of(totals.Millionths, StudentRates.Whole), Exact.Of(sums.Students, 1), sums.Students),
            AttendanceFigure.DailyMembership => new(Days(sums.Member), session, sums.Students),
            AttendanceFigure.DailyAttendance => new(Days(sums.Member - sums.Absent), session, sums.Students),
            AttendanceFigure.DaysAbsent => new(Days(sums.Absent), Exact.Of(sums.Students, 1), sums.Students),
            AttendanceFigure.Tardiness => new(Exact.Of(sums.Tardy, 1), Days(sums.Member), sums.Students),
            _ => new(Exact.Of(totals.Holds, 1), Exact.Of(totals.Concerns, 1), totals.Concerns),
        };
    }

    private static Exact Days(long halves) => Exact.Of(halves, 2);
}

/// <summary>What is counted of days. Files name them rate_of_days, mean_of_student_rates, daily_membership and so on.</summary>
public enum AttendanceFigure
{
    /// <summary>Days attended over days enrolled, all students' days added up first.</summary>
    RateOfDays,

    /// <summary>Each student's own rate, then their mean: a student of twenty days weighs as much as one of all year.</summary>
    MeanOfStudentRates,

    /// <summary>Days enrolled over days in session (ADM).</summary>
    DailyMembership,

    /// <summary>Days attended over days in session (ADA).</summary>
    DailyAttendance,

    /// <summary>Days absent over students.</summary>
    DaysAbsent,

    /// <summary>Days late over days enrolled.</summary>
    Tardiness,

    /// <summary>Students of whom a test holds over students of whom it is asked.</summary>
    ShareOfStudents,
}

/// <summary>The students enrolled on at least one day, each counted once.</summary>
public sealed record EnrolmentFormula : Formula;

/// <summary>
/// A group beside all others, by the cells of another measure that counts students over students. Both sides stay whole
/// numbers: the ratio is cases × other students over other cases × students. Too small a group has no figure (34 CFR 300.647).
/// </summary>
/// <param name="Of">The measure whose cells are compared.</param>
/// <param name="Comparison">How.</param>
/// <param name="LeastCases">From how many cases a side is compared, included.</param>
/// <param name="LeastStudents">From how many students, included.</param>
public sealed record ComparisonFormula(string Of, Comparison Comparison, int LeastCases, int LeastStudents) : Formula
{
    /// <summary>Whether a side is large enough.</summary>
    public bool Suffices(GroupCount side) => side.Cases >= LeastCases && side.Students >= LeastStudents;

    /// <param name="group">The group.</param>
    /// <param name="others">
    /// All but the group, in the same organization. Where those are too few, the others of the whole state may stand in: that is
    /// the alternate risk ratio, and the reader is told.
    /// </param>
    /// <returns>Null where a side is too small.</returns>
    public Counts? Between(GroupCount group, GroupCount others)
    {
        if (!Suffices(group) || !Suffices(others))
        {
            return null;
        }

        var (one, other) = (Exact.Of(group.Cases, 1) * Exact.Of(others.Students, 1), Exact.Of(others.Cases, 1) * Exact.Of(group.Students, 1));
        return Comparison == Comparison.RiskRatio
            ? new Counts(one, other, group.Students)
            : new Counts(one - other, Exact.Of(group.Students, 1) * Exact.Of(others.Students, 1), group.Students);
    }
}

/// <summary>How a group is held beside the others. Files name them risk_ratio and rate_difference.</summary>
public enum Comparison
{
    /// <summary>The group's risk over that of the others.</summary>
    RiskRatio,

    /// <summary>The group's rate less that of the others, in percentage points.</summary>
    RateDifference,
}
