namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// A question asked of each student's days, with who is asked: "absent 10% or more of the days enrolled, of those enrolled
/// at least 20 days". Definitions differ by state: Massachusetts asks from 20 days, the federal file from 10, California from 31.
/// </summary>
/// <param name="MinimumDays">Days on the roll from which a student counts, included; at least 1: who was never enrolled has no rate.</param>
/// <param name="Percent">Absent this share of the days on the roll or more, 0 to 100, other numbers throw; null where it does not matter.</param>
/// <param name="Days">Absent this many days or more, in whole or half days from 0, others throw; null where it does not matter.</param>
/// <param name="UnexcusedOnly">Only absences without an excuse.</param>
/// <param name="MoreThan">More than the percent, not the percent itself: "attended less than 95%" is absent more than 5%.</param>
public sealed record AbsenceTest(int MinimumDays, int? Percent, decimal? Days = null, bool UnexcusedOnly = false, bool MoreThan = false)
{
    public int? Percent { get; } = Percent is null or (>= 0 and <= 100) ? Percent
        : throw new ArgumentOutOfRangeException(nameof(Percent), Percent, "A share is from 0 to 100 percent.");

    /// <summary>Half-days absent from which it holds, 0 where their number does not matter.</summary>
    internal int LeastHalves { get; } = Halves(Days);

    /// <summary>1 where a share must be passed and not only reached, in integers; else 0.</summary>
    internal int Beyond => MoreThan && Percent is not null ? 1 : 0;

    /// <summary>Whether the student is among those of whom it is asked.</summary>
    public bool Concerns(DayCount count) => count.Member > 0 && count.Member >= 2 * MinimumDays;

    /// <summary>Whether it holds, in integers: 100 × half-days absent against percent × half-days enrolled.</summary>
    public bool Holds(DayCount count)
    {
        var absent = UnexcusedOnly ? count.Unexcused : count.Absent;
        return Concerns(count) && (Percent is not { } percent || 100 * absent >= (percent * count.Member) + Beyond) && absent >= LeastHalves;
    }

    private static int Halves(decimal? days) => days is not { } some ? 0
        : decimal.IsInteger(some * 2) && some >= 0 ? (int)(some * 2)
        : throw new ArgumentOutOfRangeException(nameof(days), days, "Days are counted in halves, from 0.");
}
