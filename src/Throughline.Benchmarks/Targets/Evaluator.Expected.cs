using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>What a target asks for on a day to come: the path that charts draw ahead of the figures.</summary>
public static partial class Evaluator
{
    /// <summary>
    /// The value asked for on a day: the path of a from-to target or of a change with its starting value given, the
    /// level of the others. Null where it depends on a figure that is not known yet (better than last year's).
    /// </summary>
    /// <param name="benchmark">What was promised.</param>
    /// <param name="firstDay">The first school day: where a path without a date of its own begins, included.</param>
    /// <param name="day">The day asked about; after the target's date the target itself.</param>
    public static Exact? ExpectedOn(BenchmarkSpec benchmark, DateOnly firstDay, DateOnly day) => benchmark.Target switch
    {
        Level level => level.Value,
        Maintain { Floor: { } floor } => floor,
        Maintain { Ceiling: { } ceiling } => ceiling,
        FromTo way => TargetPaths.Expected(way, way.On ?? firstDay, day),
        Change { Baseline.Value: { } from } change => TargetPaths.Expected(
            new FromTo(from, EndOf(change, from, benchmark.Direction), change.By, TargetPath.Linear), change.Baseline.On ?? firstDay, day),
        _ => null,
    };

    /// <summary>How much worse than asked is still at risk; null where that depends on a figure that is not known yet.</summary>
    public static Exact? MarginOf(BenchmarkSpec benchmark) => benchmark.Target switch
    {
        Level level => MarginOf(benchmark.Measure, null, level.Value),
        Maintain { Floor: { } floor } => MarginOf(benchmark.Measure, null, floor),
        Maintain { Ceiling: { } ceiling } => MarginOf(benchmark.Measure, null, ceiling),
        FromTo way => MarginOf(benchmark.Measure, way.From, way.To),
        Change { Baseline.Value: { } from } change => MarginOf(benchmark.Measure, from, EndOf(change, from, benchmark.Direction)),
        _ => benchmark.Measure.Margin,
    };

    private static Exact EndOf(Change change, Exact from, Direction better)
    {
        var amount = change.In == ChangeUnit.Points ? change.Amount : from.Abs() * change.Amount / 100;
        return better == Direction.Increase ? from + amount : from - amount;
    }

    /// <summary>The last day of a dated target, included; null for a recurring one.</summary>
    public static DateOnly? DueOf(Target target) => target switch
    {
        Level level => level.By,
        FromTo way => way.By,
        Change change => change.By,
        Milestone milestone => milestone.By,
        EveryMember every => DueOf(every.Inner),
        _ => null,
    };

    /// <summary>How often a recurring target is asked; null for a dated one.</summary>
    public static Calendar.Cadence? EveryOf(Target target) => target switch
    {
        Level level => level.Every,
        Maintain maintain => maintain.Every,
        PriorPeriod prior => prior.Every,
        SamePeriodLastYear same => same.Every,
        EveryMember every => EveryOf(every.Inner),
        _ => null,
    };
}
