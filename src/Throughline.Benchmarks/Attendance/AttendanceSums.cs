namespace Throughline.Benchmarks.Attendance;

/// <summary>The days of a group of students in a period, added up. Sums of groups without a student in common can be added.</summary>
/// <param name="Students">Students with a day on the roll.</param>
/// <param name="Member">Half-days on the roll.</param>
/// <param name="Absent">Half-days absent.</param>
/// <param name="Unexcused">Of those, without an excuse.</param>
/// <param name="Tardy">Days late.</param>
public readonly record struct AttendanceSums(long Students, long Member, long Absent, long Unexcused, long Tardy)
{
    /// <summary>
    /// The rate as a ratio of sums: half-days attended over half-days enrolled. The mean of the students' own rates is another
    /// figure, and another measure.
    /// </summary>
    public (long Numerator, long Denominator) Rate => (Member - Absent, Member);

    /// <summary>Days absent for each student: half-days absent over twice the students.</summary>
    public (long Numerator, long Denominator) DaysAbsent => (Absent, 2 * Students);

    /// <summary>Average daily membership (ADM): half-days enrolled over twice the days in session.</summary>
    public (long Numerator, long Denominator) DailyMembership(int daysInSession) => (Member, 2L * daysInSession);

    /// <summary>Average daily attendance (ADA): half-days attended over twice the days in session.</summary>
    public (long Numerator, long Denominator) DailyAttendance(int daysInSession) => (Member - Absent, 2L * daysInSession);
}
