namespace Throughline.Benchmarks.Attendance;

/// <summary>What is known of a school's days at an instant: a day counts from when its attendance has arrived.</summary>
/// <param name="Arrived">Days whose attendance has arrived, and that were not taken back.</param>
/// <param name="Full">Of those, the days that came with a mark for each student; on the others, who is not named was there.</param>
public readonly record struct DaysKept(DayBits Arrived, DayBits Full)
{
    /// <summary>The student's days that count: on the roll, arrived, and with a mark where each student has one.</summary>
    public DayBits Counting(in StudentDays days) => Counting(days.Enrolled, days.Listed);

    internal DayBits Counting(in DayBits enrolled, in DayBits listed) => enrolled & Arrived & (listed | ~Full);

    /// <summary>On the roll that day, with the school's attendance there and the student's own mark missing.</summary>
    public DayBits Missing(in StudentDays days) => days.Enrolled & Arrived & Full & ~days.Listed;
}
