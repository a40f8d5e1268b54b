using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Evidence;

/// <summary>
/// Schools' days as a table asks for them. Schools of a district mostly keep the same calendar and have sent the same days;
/// those are laid out once.
/// </summary>
/// <param name="periods">What is asked about.</param>
/// <param name="at">As known at.</param>
internal sealed class LaidOutDays(IReadOnlyList<Period> periods, DateTimeOffset at)
{
    private const int Most = 8;

    private readonly List<(SchoolDays Dates, SchoolPeriods Days)> known = [];

    public SchoolPeriods Of(SchoolYearDays days)
    {
        var kept = days.KeptAt(at);
        foreach (var (dates, same) in known)
        {
            if (same.Kept == kept && dates.Days.SequenceEqual(days.Days.Days))
            {
                return same;
            }
        }

        var made = days.In(periods, at);
        if (known.Count == Most)
        {
            known.RemoveAt(0);
        }

        known.Add((days.Days, made));
        return made;
    }
}
