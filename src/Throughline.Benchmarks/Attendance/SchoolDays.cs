using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// The days on which a school kept school in one school year, each with a place that never changes: a day that is added
/// later, such as one made up for snow, stands at the end, whatever its date.
/// </summary>
public sealed class SchoolDays
{
    private readonly List<DateOnly> days;
    private readonly int[] numbers;
    private readonly Dictionary<DateOnly, int> places = [];

    /// <param name="days">In the order of their places, each once, at most <see cref="DayBits.Capacity"/>.</param>
    public SchoolDays(IEnumerable<DateOnly> days)
    {
        this.days = [.. days];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(this.days.Count, DayBits.Capacity, nameof(days));
        numbers = [.. this.days.Select(d => d.DayNumber)];
        for (var place = 0; place < this.days.Count; place++)
        {
            if (!places.TryAdd(this.days[place], place))
            {
                throw new ArgumentException($"{this.days[place]:yyyy-MM-dd} stands twice among the days of school.", nameof(days));
            }
        }
    }

    /// <summary>Every day in session of a calendar, in order.</summary>
    public static SchoolDays Of(SchoolCalendar calendar) => new(calendar.Each(Cadence.Day).Select(p => p.Start));

    /// <summary>In the order of their places.</summary>
    public IReadOnlyList<DateOnly> Days => days;

    /// <summary>All of them.</summary>
    public DayBits All => DayBits.Before(days.Count);

    /// <summary>Where a day stands; null where there was no school.</summary>
    public int? PlaceOf(DateOnly day) => places.TryGetValue(day, out var place) ? place : null;

    /// <summary>The school days of a period, both ends included.</summary>
    public DayBits In(Period period) => In(new DateSpan(period.Start, period.End));

    /// <summary>The school days of a span of dates, both ends included.</summary>
    public DayBits In(DateSpan span)
    {
        var (first, last) = (span.FirstDay.DayNumber, (span.LastDay ?? DateOnly.MaxValue).DayNumber);
        Span<ulong> words = stackalloc ulong[DayBits.Capacity / 64];
        words.Clear();
        for (var place = 0; place < numbers.Length; place++)
        {
            if (numbers[place] >= first && numbers[place] <= last)
            {
                words[place >> 6] |= 1UL << (place & 63);
            }
        }

        return DayBits.Of(words);
    }
}
