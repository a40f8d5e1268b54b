using System.Runtime.CompilerServices;
using Throughline.Benchmarks.Language;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.MyWork;

/// <summary>What a plan's picture asks of people: figures that are due, drafts to mend, where its chains break. Made once a picture.</summary>
internal sealed class PlanWork
{
    /// <summary>How many days ahead a check is named.</summary>
    public const int DaysAhead = 14;

    private static readonly ConditionalWeakTable<PlanPicture, PlanWork> Known = [];

    private PlanWork(PlanPicture picture)
    {
        var published = picture.Benchmarks.Where(b => !b.IsDraft).ToList();
        Due = [.. published.Select(b => DueItem.Of(b, picture.Today)).OfType<DueItem>().OrderBy(d => d.On)];
        NextCheck = published.Select(b => b.Main?.Checks.FirstOrDefault(c => c.State == CheckState.ToCome && c.Period.End > picture.Today.AddDays(DaysAhead)))
            .OfType<CheckPicture>().Select(c => (DateOnly?)c.Period.End).Min();
        Drafts = [.. picture.Benchmarks.Where(b => b.IsDraft || b.HasChanges).Select(b => new DraftItem(b, Fixes(b.Benchmark)))];
        Threads = [.. picture.Objectives.Select(o => PlanThread.Of(picture, o))];
    }

    /// <summary>Earliest first, what is late before all else.</summary>
    public IReadOnlyList<DueItem> Due { get; }

    /// <summary>The first check that is further ahead; null where none is.</summary>
    public DateOnly? NextCheck { get; }

    public IReadOnlyList<DraftItem> Drafts { get; }

    public IReadOnlyList<PlanThread> Threads { get; }

    public static PlanWork Of(PlanPicture picture) => Known.GetValue(picture, p => new PlanWork(p));

    private static int Fixes(Benchmark draft) =>
        Understanding.Of(draft.Statement, draft.NamedMeasure is { } named ? Publication.ReadMeasure(named) : null).Findings.Count(f => f.Severity == Severity.Fix);
}

/// <summary>A draft and how many findings say Fix.</summary>
internal sealed record DraftItem(BenchmarkPicture Benchmark, int Fixes);

/// <summary>A check whose figure is late, due or soon to come.</summary>
/// <param name="Benchmark">Of which benchmark.</param>
/// <param name="On">The last day of its period.</param>
/// <param name="IsLate">Whether its time is over, grace included.</param>
internal sealed record DueItem(BenchmarkPicture Benchmark, DateOnly On, bool IsLate)
{
    /// <summary>What a benchmark asks for now: the latest check that was missed, else the next within two weeks; null for nothing.</summary>
    public static DueItem? Of(BenchmarkPicture benchmark, DateOnly today)
    {
        if (benchmark.Main is not { } main)
        {
            return null;
        }

        if (main.Missing is not null && main.Checks.LastOrDefault(c => c.State == CheckState.Missing) is { } missed)
        {
            return new DueItem(benchmark, missed.Period.End, IsLate: true);
        }

        return main.Next is { } next && next.Period.End <= today.AddDays(PlanWork.DaysAhead) ? new DueItem(benchmark, next.Period.End, IsLate: false) : null;
    }

    /// <summary>Whether it is to be done by the Sunday of this week.</summary>
    public bool IsThisWeek(DateOnly today) => On <= today.AddDays((7 - (int)today.DayOfWeek) % 7);
}
