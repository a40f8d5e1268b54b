using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Evidence;

/// <summary>A school's students and days of one school year.</summary>
/// <param name="School">The school's id.</param>
/// <param name="Year">The school year.</param>
/// <param name="Days">Its days.</param>
/// <param name="Students">By the student's id.</param>
public sealed record SchoolAttendance(int School, SchoolYear Year, SchoolYearDays Days, IReadOnlyDictionary<int, StudentYear> Students)
{
    public StudentYear Of(int student) => Students.TryGetValue(student, out var year) ? year : new StudentYear(default, 0, [], false);
}
