using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>Which benchmarks of which students a district's table is about.</summary>
/// <param name="Group">The student group's id.</param>
/// <param name="Type">One type of benchmark; null for evidence and outcomes.</param>
public sealed record DistrictQuestion(string Group, BenchmarkType? Type)
{
    public bool Takes(BenchmarkPicture benchmark) =>
        !benchmark.IsDraft && (Type is { } type ? benchmark.Benchmark.Type == type : benchmark.Benchmark.Type != BenchmarkType.Activity);
}

/// <summary>A district's schools by its priorities, as one person may see them.</summary>
/// <param name="District">The district.</param>
/// <param name="Today">The day it was made for.</param>
/// <param name="Question">What it is about.</param>
/// <param name="Priorities">The columns, in the district's order.</param>
/// <param name="Rows">A school each, by name.</param>
/// <param name="Groups">The student groups that any school's benchmarks know, in the usual order.</param>
public sealed record DistrictTable(
    Organization District, DateOnly Today, DistrictQuestion Question, IReadOnlyList<Priority> Priorities, IReadOnlyList<DistrictRow> Rows,
    IReadOnlyList<string> Groups)
{
    /// <summary>Cells of which every figure is hidden from this person.</summary>
    public int HiddenCells { get; } = Rows.Sum(r => r.Cells.Count(c => c?.IsHidden == true));

    /// <summary>Most need first: off track, then no data, then at risk, then what the district owes and is late with.</summary>
    public static IEnumerable<DistrictRow> ByNeed(IEnumerable<DistrictRow> rows) => rows
        .OrderByDescending(r => r.Count(Status.OffTrack))
        .ThenByDescending(r => r.Count(Status.NoData))
        .ThenByDescending(r => r.Count(Status.AtRisk))
        .ThenByDescending(r => r.LateSupports)
        .ThenBy(r => r.Cells.All(c => c is null or { IsHidden: true }));
}

/// <summary>A school in its district's table.</summary>
/// <param name="School">The school.</param>
/// <param name="HasPlan">Whether it has a plan at all.</param>
/// <param name="Size">How many students of the group it has, as far as known.</param>
/// <param name="IsSizeHidden">Whether that is hidden from this person.</param>
/// <param name="Cells">One a priority; null where the school has nothing under it.</param>
/// <param name="Waiting">Days since the last figure of the benchmark that has waited longest for one; null where none waits.</param>
/// <param name="WaitingCode">That benchmark's code.</param>
/// <param name="LateSupports">How many promises to it are late.</param>
public sealed record DistrictRow(
    Organization School, bool HasPlan, long? Size, bool IsSizeHidden, IReadOnlyList<DistrictCell?> Cells, int? Waiting, string? WaitingCode, int LateSupports)
{
    public int Count(Status status) => Cells.Sum(c => c?.Statuses.Count(s => s == status) ?? 0);
}

/// <summary>A school's benchmarks under a priority.</summary>
/// <param name="Statuses">Of each benchmark that has the group.</param>
public sealed record DistrictCell(IReadOnlyList<Status> Statuses)
{
    /// <summary>The mark it shows.</summary>
    public Status Worst { get; } = Chain.RollUp([.. Statuses])!.Value;

    /// <summary>How many are met or on track.</summary>
    public int Good { get; } = Statuses.Count(s => s is Status.Met or Status.OnTrack);

    /// <summary>How many are judged at all.</summary>
    public int Judged { get; } = Statuses.Count(s => s is not (Status.Hidden or Status.NotYetDue));

    public bool IsHidden => Worst == Status.Hidden;
}
