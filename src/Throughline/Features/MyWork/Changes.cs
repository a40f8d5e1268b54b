using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;

namespace Throughline.Features.MyWork;

/// <summary>What stood otherwise at somebody's last visit. Kept with the picture it is compared with, so while that one holds.</summary>
internal static class Changes
{
    private static readonly ConditionalWeakTable<PlanPicture, ConcurrentDictionary<DateTimeOffset, IReadOnlyList<StatusChange>>> Known = [];

    /// <param name="pictures">Where pictures come from.</param>
    /// <param name="now">The plan as it is seen now.</param>
    /// <param name="audience">For whom both are made.</param>
    /// <param name="visit">When the person was here before.</param>
    /// <param name="zone">In which that instant's day is told.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<IReadOnlyList<StatusChange>> SinceAsync(
        Pictures pictures, PlanPicture now, Audience audience, DateTimeOffset visit, TimeZoneInfo zone, CancellationToken cancel)
    {
        var known = Known.GetOrCreateValue(now);
        if (known.TryGetValue(visit, out var changes))
        {
            return changes;
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(visit, zone).DateTime);
        var then = await pictures.AsKnownAsync(now.Plan.Id, day < now.Today ? day : now.Today, visit, audience, cancel);
        return known[visit] = then is null ? [] : Between(then, now);
    }

    /// <summary>The benchmarks themselves first, then their groups; in the order of the plan.</summary>
    private static List<StatusChange> Between(PlanPicture then, PlanPicture now)
    {
        var before = then.Benchmarks.Where(b => !b.IsDraft).ToDictionary(b => b.Code);
        return [
            .. now.Benchmarks
                .SelectMany(b => b.Groups.Select((g, i) => (Benchmark: b, Group: g, IsMain: i == 0)))
                .Select(x => before.TryGetValue(x.Benchmark.Code, out var b) && b.Of(x.Group.Group)?.Status is { } from && x.Group.Status is { } to && from != to
                    ? new StatusChange(x.Benchmark, x.Group, x.IsMain, from, to)
                    : null)
                .OfType<StatusChange>()
                .OrderByDescending(c => c.IsMain)];
    }
}

/// <summary>That a group's status on a benchmark is another one now.</summary>
internal sealed record StatusChange(BenchmarkPicture Benchmark, GroupPicture Group, bool IsMain, Status From, Status To);
