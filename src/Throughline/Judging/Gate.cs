using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Disclosure;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>
/// The one gate for small groups: what an audience may not see never reaches a page, a chart or a file, since the
/// picture they are made from does not hold it.
/// </summary>
internal static class Gate
{
    private static readonly HashSet<(string, Period)> Nothing = [];

    /// <summary>The figures of one benchmark that are hidden from an audience. Published figures do not come here: their source decided.</summary>
    public static IReadOnlySet<(string Group, Period Period)> Hidden(Benchmark benchmark, IEnumerable<Observation> entered, Audience audience)
    {
        var isOpen = benchmark.Counts switch
        {
            Counted.Students => audience.FewStudents,
            Counted.Rooms => audience.FewRooms,
            _ => true,
        };
        return isOpen ? Nothing : SmallGroups.Hidden([
            .. entered.Where(o => o.Done is null && (o.Value is not null || o.Numerator is not null))
                .GroupBy(o => (o.Group, o.Period))
                .Select(g => new SizedFigure(g.Key.Group, g.Key.Period, SizeOf(g)))]);
    }

    /// <summary>The latest size or, where a correction replaced a figure about few, that one's: it was few once.</summary>
    private static long? SizeOf(IEnumerable<Observation> records)
    {
        var sizes = records.OrderBy(o => (o.RecordedAt, o.Index)).Select(o => o.Size).ToList();
        return sizes.Exists(s => s is null) ? null : sizes.Find(s => s < SmallGroups.Minimum) ?? sizes[^1];
    }
}
