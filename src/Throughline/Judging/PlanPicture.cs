using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>Which of the protected figures are shown: those about few students, and those about few rooms.</summary>
public readonly record struct Audience(bool FewStudents, bool FewRooms);

/// <summary>
/// A plan with all its parts, judged on one day from what was known at one instant, as one audience may see it: what
/// is hidden from the audience is not in here at all.
/// </summary>
public sealed record PlanPicture(
    Plan Plan, Organization Organization, DateOnly Today, DateTimeOffset KnownAt,
    IReadOnlyList<ObjectivePicture> Objectives, IReadOnlyList<BenchmarkPicture> Outside)
{
    /// <summary>The school year that today is in, which grids and charts show.</summary>
    public SchoolYear Year { get; } = SchoolYear.Of(Today);

    /// <summary>Every benchmark in the order of the plan: objective by objective, then those outside the chain.</summary>
    public IReadOnlyList<BenchmarkPicture> Benchmarks { get; } = [.. Objectives.SelectMany(o => o.Benchmarks), .. Outside];

    public BenchmarkPicture? Find(string code) => Benchmarks.FirstOrDefault(b => b.Benchmark.Code == code);

    /// <summary>Whether any figure is hidden from this audience.</summary>
    public bool HasHidden => Benchmarks.Any(b => b.Groups.Any(g => g.HasHidden));

    /// <summary>When the latest figure came in; null before the first.</summary>
    public DateTimeOffset? DataAsOf => Benchmarks.Max(b => b.LatestRecorded);
}

/// <summary>An objective with its root causes, its initiatives, and the final outcomes that they share.</summary>
public sealed record ObjectivePicture(
    Objective Objective, IReadOnlyList<RootCause> RootCauses, IReadOnlyList<InitiativePicture> Initiatives, IReadOnlyList<BenchmarkPicture> Finals)
{
    /// <summary>Initiative by initiative, then the final outcomes.</summary>
    public IEnumerable<BenchmarkPicture> Benchmarks => Initiatives.SelectMany(i => i.Benchmarks).Concat(Finals);
}

/// <summary>An initiative with its activities and its own benchmarks; final outcomes of its objective follow in the chain.</summary>
public sealed record InitiativePicture(
    Initiative Initiative, IReadOnlyList<Activity> Activities, IReadOnlyList<BenchmarkPicture> Benchmarks, IReadOnlyList<BenchmarkPicture> SharedFinals);

/// <summary>A benchmark with what is in force of it, and how each student group stands.</summary>
/// <param name="Benchmark">As it is being written, with its publications.</param>
/// <param name="InForce">The wording that is judged; null for a draft that was never published.</param>
/// <param name="Spec">What that wording was read as; null for a draft.</param>
/// <param name="Groups">The groups of the benchmark first, then others that figures or targets are known for; empty for a draft.</param>
/// <param name="LatestRecorded">When its latest figure came in; null before the first.</param>
public sealed record BenchmarkPicture(
    Benchmark Benchmark, Publication? InForce, BenchmarkSpec? Spec, IReadOnlyList<GroupPicture> Groups, DateTimeOffset? LatestRecorded)
{
    public string Code => Benchmark.Code;

    /// <summary>What people call it: its name, else its sentence.</summary>
    public string Title => Benchmark.Name ?? InForce?.Statement ?? Benchmark.Statement;

    /// <summary>The group that stands for the benchmark: the first of those it names. Null for a draft.</summary>
    public GroupPicture? Main => Groups.Count > 0 ? Groups[0] : null;

    /// <summary>Where it stands; null for a draft, and for forms that cannot be judged yet.</summary>
    public Status? Status => Main?.Status;

    public bool IsDraft => InForce is null;

    /// <summary>Whether other words than those in force are being written.</summary>
    public bool HasChanges => InForce is not null && (InForce.Statement != Benchmark.Statement || InForce.Structure != Benchmark.Structure);

    public GroupPicture? Of(string group) => Groups.FirstOrDefault(g => g.Group == group);
}

/// <summary>How one student group stands on a benchmark.</summary>
/// <param name="Group">The group's id, "all".</param>
/// <param name="Spec">What it is held to: its own target or the benchmark's.</param>
/// <param name="Case">What it was judged on, without what is hidden from this audience.</param>
/// <param name="Answer">The verdict; null where the form cannot be judged yet.</param>
/// <param name="Checks">The school year's checks in order, past and to come.</param>
/// <param name="Size">On how many its latest figure rests; null where unknown or hidden.</param>
/// <param name="HasHidden">Whether any of its figures is hidden from this audience.</param>
public sealed record GroupPicture(
    string Group, BenchmarkSpec Spec, Case Case, Answer? Answer, IReadOnlyList<CheckPicture> Checks, long? Size, bool HasHidden)
{
    public Status? Status => Answer?.Status;

    public Measure Measure => Spec.Measure;

    /// <summary>Hidden as a whole.</summary>
    public bool IsHidden => Status == Benchmarks.Targets.Status.Hidden;

    /// <summary>The latest check with a figure; null before the first.</summary>
    public CheckPicture? Latest => Checks.LastOrDefault(c => c.Actual is not null);

    /// <summary>The first check still to come, today included; null after the last.</summary>
    public CheckPicture? Next => Checks.FirstOrDefault(c => c.State == CheckState.ToCome);

    /// <summary>The first check since the latest figure for which none came; null where nothing is missing.</summary>
    public CheckPicture? Missing
    {
        get
        {
            var last = Latest;
            return Checks.FirstOrDefault(c => c.State == CheckState.Missing && (last is null || c.Period.End > last.Period.End));
        }
    }
}

/// <summary>What one check shows.</summary>
public enum CheckState
{
    /// <summary>A figure, judged.</summary>
    Judged,

    /// <summary>A figure from before the benchmark began: its starting value.</summary>
    Start,

    /// <summary>It was due, and nothing came.</summary>
    Missing,

    /// <summary>It is not over yet, or its figure may still come.</summary>
    ToCome,

    /// <summary>There is a figure that this audience may not see.</summary>
    Hidden,
}

/// <summary>One check of a benchmark for one group: a period, what was, and what was asked for.</summary>
/// <param name="Period">The days it speaks of; it counts on the last.</param>
/// <param name="State">What it shows.</param>
/// <param name="Status">Where the benchmark stood on that figure; null where there is none to judge.</param>
/// <param name="Actual">In the measure's unit.</param>
/// <param name="Numerator">Where counts are known.</param>
/// <param name="Denominator">Where counts are known.</param>
/// <param name="Expected">What the path or the target asks for; null where that is not known.</param>
/// <param name="LastYear">The figure of the same period a year before; null where none is known.</param>
/// <param name="DoneOn">The day it was done; for milestones.</param>
public sealed record CheckPicture(
    Period Period, CheckState State, Status? Status, Exact? Actual, long? Numerator, long? Denominator, Exact? Expected, Exact? LastYear, DateOnly? DoneOn);
