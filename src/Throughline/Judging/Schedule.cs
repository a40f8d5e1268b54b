using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>When a benchmark is checked within one school year.</summary>
public static class Schedule
{
    /// <summary>A month with fewer school days than this, at either end of the year, has nothing to be checked.</summary>
    private const int FewestDays = 5;

    /// <summary>
    /// The periods of its checks in order: those that end on the days the plan names, else those of its cadence (the
    /// target's own, the benchmark's, the measure's, a month) from its start to its date. A dated target is checked on
    /// its date too.
    /// </summary>
    public static IReadOnlyList<Period> Of(Benchmark benchmark, BenchmarkSpec spec, SchoolCalendar calendar)
    {
        var due = Evaluator.DueOf(spec.Target);
        var last = due is { } d && d < calendar.LastDay ? d : calendar.SchoolYear.End;
        var first = benchmark.StartsOn is { } starts && starts > calendar.FirstDay ? starts : calendar.FirstDay.AddDays(-1);
        if (spec.Target is Milestone milestone)
        {
            return calendar.SchoolYear.Period.Contains(milestone.By) ? [new Period(calendar.SchoolYear.Start, milestone.By)] : [];
        }

        if (benchmark.CheckOn is { Length: > 0 } named)
        {
            return Between(Days(named), calendar, last);
        }

        var cadence = Evaluator.EveryOf(spec.Target)
            ?? (Cadence.TryParse(benchmark.Every, out var own) ? own : spec.Measure.Cadence ?? Cadence.Month);
        var periods = calendar.Each(cadence)
            .Where(p => p.End > first && p.End <= Whole(last, cadence) && (cadence != Cadence.Month || calendar.DaysInSession(p) >= FewestDays))
            .ToList();
        if (due is { } by && calendar.SchoolYear.Period.Contains(by) && !periods.Exists(p => p.Contains(by)))
        {
            periods.Add(new Period(periods.Count > 0 ? periods[^1].End.AddDays(1) : calendar.SchoolYear.Start, by));
        }

        return periods;
    }

    /// <summary>The days in a list, ISO with spaces between; what is no day is passed over.</summary>
    public static IReadOnlyList<DateOnly> Days(string list) => [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null)
        .OfType<DateOnly>()
        .Order()];

    /// <summary>A period of months or terms that holds the date is checked whole.</summary>
    private static DateOnly Whole(DateOnly last, Cadence cadence) =>
        cadence.Unit == CadenceUnit.Month ? Period.Month(last.Year, last.Month).End : last;

    private static List<Period> Between(IReadOnlyList<DateOnly> days, SchoolCalendar calendar, DateOnly last)
    {
        var periods = new List<Period>();
        var start = calendar.SchoolYear.Start;
        foreach (var day in days.Where(d => d >= calendar.SchoolYear.Start && d <= last && d <= calendar.SchoolYear.End).Distinct())
        {
            periods.Add(new Period(start, day));
            start = day.AddDays(1);
        }

        return periods;
    }
}
