using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;

namespace Throughline.Features.Progress;

/// <summary>What of the grid somebody asks for; all of it stands in the address.</summary>
/// <param name="Type">One type of benchmark; null for evidence and outcomes.</param>
/// <param name="NeedsOnly">Only what is off track, at risk or without data.</param>
/// <param name="Group">The student group whose rows are shown in place of the benchmark's own; null for its own.</param>
/// <param name="Open">The codes of the benchmarks whose groups are shown.</param>
/// <param name="AllMonths">Whether a phone shows every month too.</param>
public sealed record GridQuery(BenchmarkType? Type, bool NeedsOnly, string? Group, IReadOnlyList<string> Open, bool AllMonths)
{
    private const int MostOpen = 60;

    private static readonly Dictionary<string, BenchmarkType> Types = Enum.GetValues<BenchmarkType>().ToDictionary(Words.Of);

    public static GridQuery Of(IQueryCollection query) => new(
        Types.TryGetValue(query["type"].ToString(), out var type) ? type : null,
        query["need"] == "1",
        query["g"].ToString() is { Length: > 0 } group ? group : null,
        [.. query["open"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Take(MostOpen)],
        query["all"] == "1");

    /// <summary>Whether a benchmark is of the types asked for.</summary>
    public bool Takes(BenchmarkPicture benchmark) => Type is { } type ? benchmark.Benchmark.Type == type : benchmark.Benchmark.Type != BenchmarkType.Activity;

    /// <summary>The group that stands for a benchmark here; null where it has no such group.</summary>
    public GroupPicture? Of(BenchmarkPicture benchmark) => Group is null ? benchmark.Main : benchmark.Of(Group);

    public bool IsOpen(string code) => Open.Contains(code);

    /// <summary>The same with the groups of one more benchmark shown, or one fewer.</summary>
    public GridQuery Turned(string code) => this with { Open = IsOpen(code) ? [.. Open.Where(c => c != code)] : [.. Open, code] };

    public static bool NeedsAttention(Status? status) => status is Status.OffTrack or Status.AtRisk or Status.NoData;

    public string Href(string address)
    {
        var parts = new List<string>();
        if (Type is { } type)
        {
            parts.Add("type=" + Words.Of(type));
        }

        if (NeedsOnly)
        {
            parts.Add("need=1");
        }

        if (Group is { } group)
        {
            parts.Add("g=" + Uri.EscapeDataString(group));
        }

        if (Open.Count > 0)
        {
            parts.Add("open=" + string.Join(',', Open.Select(Uri.EscapeDataString)));
        }

        if (AllMonths)
        {
            parts.Add("all=1");
        }

        return parts.Count == 0 ? address : $"{address}?{string.Join('&', parts)}";
    }
}
