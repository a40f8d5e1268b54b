using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>A figure that counts: an observation with its value worked out.</summary>
internal readonly record struct Figure(Observation Observation, Exact Value)
{
    public Period Period => Observation.Period;

    public DateOnly End => Observation.Period.End;
}

/// <summary>
/// The figures of one group and member that were known by an instant and whose periods were over by a day, in order
/// of their last day; and those left out, with the reason.
/// </summary>
internal sealed class Figures
{
    private const int LongestPart = 200;

    private readonly List<Exclusion> excluded = [];
    private readonly Measure measure;

    public Figures(IEnumerable<Observation> observations, Case subject)
    {
        measure = subject.Benchmark.Measure;
        var unit = measure.Unit;
        var latest = new Dictionary<Period, Observation>();
        foreach (var o in observations)
        {
            if (o.RecordedAt > subject.KnownAt)
            {
                Exclude(o, ExclusionReason.NotKnownYet);
            }
            else if (o.Period.End > subject.AsOf)
            {
                Exclude(o, ExclusionReason.PeriodNotOver);
            }
            else if (!latest.TryAdd(o.Period, o))
            {
                var other = latest[o.Period];
                var replaces = Nullable.Compare(o.RecordedAt, other.RecordedAt) is var order && order != 0
                    ? order > 0
                    : o.Index > other.Index;
                Exclude(replaces ? other : o, ExclusionReason.Replaced);
                latest[o.Period] = replaces ? o : other;
            }
        }

        var all = new List<Figure>(latest.Count);
        foreach (var o in latest.Values)
        {
            if (o.In(unit) is { } value)
            {
                all.Add(new Figure(o, value));
            }
            else
            {
                Exclude(o, ExclusionReason.NotPublished);
            }
        }

        all.Sort((a, b) => (a.End, a.Period.Start).CompareTo((b.End, b.Period.Start)));
        All = all;
        IsAnnual = measure.IsAnnual && !all.Exists(f => IsPartOfAYear(f.Period));
    }

    /// <summary>In order of their last day.</summary>
    public IReadOnlyList<Figure> All { get; }

    /// <summary>
    /// Whether there is one figure a school year. A measure that a state publishes once a year can be followed by the
    /// month from a school's own records: then a date means that date, and last autumn's figure grows old.
    /// </summary>
    public bool IsAnnual { get; }

    /// <summary>In order of their index in the case.</summary>
    public IReadOnlyList<Exclusion> Excluded => [.. excluded.OrderBy(e => e.Observation)];

    /// <summary>
    /// The figure in force on a day: the last whose period ends on or before it or, for a measure with one figure a
    /// school year, the figure of the year that holds the day.
    /// </summary>
    public Figure? InForce(DateOnly day)
    {
        Figure? found = null;
        foreach (var figure in All)
        {
            if (IsAnnual ? SchoolYear.Of(figure.End) == SchoolYear.Of(day) : figure.End <= day)
            {
                found = figure;
            }
        }

        return found;
    }

    /// <summary>Whether a figure no longer speaks for a day: it is older than its cadence plus grace.</summary>
    public bool IsStale(Figure figure, DateOnly day)
    {
        var cadence = measure.IsAnnual && IsPartOfAYear(figure.Period) ? null : measure.Cadence;
        return (cadence ?? Cadence.Of(figure.Period)) is { Days: { } days, Grace: { } grace }
            && day.DayNumber - figure.End.DayNumber > days + grace;
    }

    public void Exclude(Observation observation, ExclusionReason reason) =>
        excluded.Add(new Exclusion(observation.Index, reason));

    /// <summary>A month, a quarter, a semester. A single day is not one: a count of 1 October can be the year's.</summary>
    private static bool IsPartOfAYear(Period period) => period.Days is > 1 and <= LongestPart;
}
