using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Evidence;

/// <summary>The days on which schools kept school in a period.</summary>
internal sealed class DaysInSession
{
    /// <param name="schools">The schools' days.</param>
    /// <param name="period">The period asked about.</param>
    /// <param name="counted">The days that count for it: the same, or the year up to its end.</param>
    /// <param name="at">As known at.</param>
    public DaysInSession(IReadOnlyList<SchoolYearDays> schools, Period period, Period counted, DateTimeOffset at)
    {
        var fewest = int.MaxValue;
        foreach (var days in schools)
        {
            var kept = days.KeptAt(at).Arrived;
            AnyInPeriod |= !(kept & days.Days.In(period)).IsEmpty;
            var within = days.Days.In(counted);
            var arrived = (kept & within).Count;
            (fewest, Most) = (Math.Min(fewest, arrived), Math.Max(Most, arrived));
            Completeness = new Completeness(Completeness.Arrived + arrived, Completeness.Expected + days.ExpectedIn(within, at));
        }

        AreAlike = fewest >= Most;
    }

    /// <summary>Whether any day of the period itself has arrived: a month without one has no figure, the year up to it neither.</summary>
    public bool AnyInPeriod { get; }

    /// <summary>Of the school that kept school on the most days.</summary>
    public int Most { get; }

    /// <summary>Whether all schools kept school on as many days.</summary>
    public bool AreAlike { get; }

    /// <summary>Days that arrived, of those that schools meant to keep.</summary>
    public Completeness Completeness { get; }
}
