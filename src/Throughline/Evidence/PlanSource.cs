using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>A source of evidence with the benchmarks of a plan that it feeds.</summary>
/// <param name="Kind">"attendance", a kind of record, "published", or <see cref="ByHand"/> and the words for where figures are taken from.</param>
/// <param name="Feeds">In the order of the plan.</param>
/// <param name="Last">When something last came in; null for never.</param>
/// <param name="Said">What the school said about it; null for nothing.</param>
internal sealed record PlanSource(string Kind, IReadOnlyList<BenchmarkPicture> Feeds, DateTimeOffset? Last, Source? Said)
{
    public const string ByHand = "by hand: ";
    public const string Attendance = "attendance";
    public const string Published = "published";

    public bool IsByHand => Kind.StartsWith(ByHand, StringComparison.Ordinal);

    /// <summary>How often it is expected, where the school said so.</summary>
    public Cadence? Every => Cadence.TryParse(Said?.Every, out var every) ? every : null;

    /// <summary>Who keeps it: whom the school named, else who answers for the benchmarks. Null for nobody.</summary>
    public string? KeptBy => Said?.KeptBy ?? Owners;

    /// <summary>Who answers for the benchmarks it feeds.</summary>
    public string? Owners => Feeds.Select(b => b.Benchmark.Owner).OfType<string>().Distinct().ToList() is [_, ..] all ? string.Join(", ", all.Take(2)) : null;

    /// <summary>What is due next; null where nothing is any more this year.</summary>
    /// <param name="first">The day the plan begins, from which a source that never spoke is expected to.</param>
    /// <param name="zone">In which the instant of the last evidence is a day.</param>
    public Expected? Next(DateOnly first, TimeZoneInfo zone)
    {
        var last = Last is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : (DateOnly?)null;
        return Every is { } every
            ? Expected.After(last ?? first, every)
            : Expected.FirstOf(Feeds.Select(b => NextOf(b, IsByHand ? null : last)).OfType<Expected>());
    }

    /// <summary>The benchmark's first check since its last figure that has none; of one that follows evidence, since evidence came.</summary>
    private static Expected? NextOf(BenchmarkPicture benchmark, DateOnly? last)
    {
        if (benchmark.Main is not { } main)
        {
            return null;
        }

        var known = main.Checks.ToList().FindLastIndex(c => c.State is CheckState.Judged or CheckState.Start or CheckState.Hidden);
        var next = main.Checks.Skip(known + 1).FirstOrDefault(c => c.State is CheckState.Missing or CheckState.ToCome && !(last > c.Period.End));
        return next is null ? null : new Expected(next.Period.End, main.Spec.Target is Milestone ? 0 : Cadence.Of(next.Period).Grace ?? 0);
    }
}
