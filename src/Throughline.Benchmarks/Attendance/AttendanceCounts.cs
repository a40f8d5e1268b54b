namespace Throughline.Benchmarks.Attendance;

/// <summary>All that a formula over attendance can ask for, of a group in a period.</summary>
/// <param name="Sums">Days and students.</param>
/// <param name="Holds">For how many students the formula's test holds; 0 without one.</param>
/// <param name="Concerns">Of how many it was asked.</param>
/// <param name="DaysInSession">Days on which school was kept in the period.</param>
/// <param name="Millionths">The students' own rates added up (<see cref="StudentRates"/>); 0 where no formula asks for them.</param>
public readonly record struct AttendanceCounts(AttendanceSums Sums, long Holds, long Concerns, int DaysInSession, long Millionths);
