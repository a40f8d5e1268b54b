namespace Throughline.Benchmarks.Attendance;

/// <summary>What is recorded of one student on one day of school.</summary>
public enum DayMark
{
    /// <summary>Nothing came for the student on a day on which every student should be listed. Missing is never present.</summary>
    Unknown,

    Present,

    /// <summary>There, but late.</summary>
    Tardy,

    /// <summary>Absent half of the day, with an excuse or without.</summary>
    HalfExcused,

    HalfUnexcused,

    /// <summary>Absent all day.</summary>
    Excused,

    Unexcused,
}

/// <summary>
/// One student's days at one school in one school year. Whatever is set outside of the days enrolled does not count.
/// Amounts of days are integers of half a day, so that 17.5 days of 180 is never a rounding question.
/// </summary>
/// <param name="Enrolled">On the roll.</param>
/// <param name="Absent">Absent all or half of the day.</param>
/// <param name="Half">Of the days absent, those absent for half.</param>
/// <param name="Excused">Of the days absent, those with an excuse.</param>
/// <param name="Tardy">Late.</param>
/// <param name="Listed">Days for which a mark came where every student is listed (<see cref="DaysKept.Full"/>); others do not matter.</param>
public readonly record struct StudentDays(DayBits Enrolled, DayBits Absent, DayBits Half, DayBits Excused, DayBits Tardy, DayBits Listed)
{
    /// <summary>What is recorded at a place, whether the student was on the roll that day or not.</summary>
    /// <param name="place">0 to 255.</param>
    /// <param name="full">Whether every student is listed that day: who is not is unknown, and else present.</param>
    public DayMark Mark(int place, bool full) => (Absent[place], Half[place], Excused[place]) switch
    {
        (false, _, _) => Tardy[place] ? DayMark.Tardy : full && !Listed[place] ? DayMark.Unknown : DayMark.Present,
        (_, true, true) => DayMark.HalfExcused,
        (_, true, false) => DayMark.HalfUnexcused,
        (_, _, true) => DayMark.Excused,
        _ => DayMark.Unexcused,
    };

    /// <summary>The same with one day recorded anew; recording the same again changes nothing.</summary>
    public StudentDays With(int place, DayMark mark) => new(
        Enrolled,
        Absent.With(place, mark >= DayMark.HalfExcused),
        Half.With(place, mark is DayMark.HalfExcused or DayMark.HalfUnexcused),
        Excused.With(place, mark is DayMark.HalfExcused or DayMark.Excused),
        Tardy.With(place, mark == DayMark.Tardy),
        Listed.With(place, mark != DayMark.Unknown));

    /// <summary>The same with all days that another names (<see cref="Listed"/>) recorded as it says; enrolment stays.</summary>
    public StudentDays With(in StudentDays said)
    {
        var others = ~said.Listed;
        return new StudentDays(
            Enrolled,
            (Absent & others) | (said.Absent & said.Listed),
            (Half & others) | (said.Half & said.Listed),
            (Excused & others) | (said.Excused & said.Listed),
            (Tardy & others) | (said.Tardy & said.Listed),
            Listed | said.Listed);
    }

    /// <summary>Of the days that another names, those on which it says something else than was known.</summary>
    public DayBits Differs(in StudentDays said)
    {
        return said.Listed & (Odd(Absent, said.Absent) | Odd(Half, said.Half) | Odd(Excused, said.Excused) | Odd(Tardy, said.Tardy));

        static DayBits Odd(DayBits a, DayBits b) => (a | b) & ~(a & b);
    }

    /// <summary>Counted on some days, of which each mark is known.</summary>
    public DayCount On(DayBits days)
    {
        var enrolled = Enrolled & days;
        var absent = Absent & enrolled;
        var excused = Excused & absent;
        var absentHalves = (2 * absent.Count) - (Half & absent).Count;
        var excusedHalves = (2 * excused.Count) - (Half & excused).Count;
        return new DayCount(2 * enrolled.Count, absentHalves, absentHalves - excusedHalves, (Tardy & enrolled).Count);
    }
}

/// <summary>One student's days in a period.</summary>
/// <param name="Member">Half-days on the roll while school was kept, 0 to 512.</param>
/// <param name="Absent">Half-days absent, 0 to Member.</param>
/// <param name="Unexcused">Of those, without an excuse.</param>
/// <param name="Tardy">Days late.</param>
public readonly record struct DayCount(int Member, int Absent, int Unexcused, int Tardy)
{
    public static DayCount operator +(DayCount a, DayCount b) => new(a.Member + b.Member, a.Absent + b.Absent, a.Unexcused + b.Unexcused, a.Tardy + b.Tardy);
}
