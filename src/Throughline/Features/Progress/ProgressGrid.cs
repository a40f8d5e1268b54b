using Throughline.Benchmarks.Targets;
using Throughline.Judging;

namespace Throughline.Features.Progress;

/// <summary>A plan's picture as a grid: a section an objective, a row a benchmark or group, a column a month.</summary>
public sealed class ProgressGrid
{
    private const int SchoolMonths = 10;

    public ProgressGrid(PlanPicture picture, GridQuery query)
    {
        var published = picture.Benchmarks.Where(b => !b.IsDraft).ToList();
        var taken = published.FindAll(query.Takes);
        Total = taken.Count;
        Count = of => published.Count(of);
        NeedCount = taken.Count(b => GridQuery.NeedsAttention(query.Of(b)?.Status));
        ByStatus = taken.Select(b => query.Of(b)?.Status).OfType<Status>().CountBy(s => s).ToDictionary();
        Groups = [.. GroupOrder.All.Where(published.SelectMany(b => b.Groups).Select(g => g.Group).ToHashSet().Contains)];
        Drafts = [.. picture.Benchmarks.Where(b => b.IsDraft)];
        Months = MonthsOf(picture, taken);
        var shown = taken.Where(b => !query.NeedsOnly || GridQuery.NeedsAttention(query.Of(b)?.Status)).ToHashSet();
        Sections = [
            .. picture.Objectives.Select(o => new GridSection(o.Objective.Code, o.Objective.Title, Rows(o.Benchmarks.Where(shown.Contains), query)))
                .Append(new GridSection(null, null, Rows(picture.Outside.Where(shown.Contains), query)))
                .Where(s => s.Rows.Count > 0)];
        HasHidden = Sections.Any(s => s.Rows.Any(r => r.Group?.HasHidden == true));
    }

    /// <summary>The first day of each month shown.</summary>
    public IReadOnlyList<DateOnly> Months { get; }

    public IReadOnlyList<GridSection> Sections { get; }

    /// <summary>Not judged yet, so in no row.</summary>
    public IReadOnlyList<BenchmarkPicture> Drafts { get; }

    /// <summary>The student groups that any benchmark knows, in the usual order.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>How many benchmarks are of the types asked for.</summary>
    public int Total { get; }

    public int NeedCount { get; }

    /// <summary>How many of those in force fit.</summary>
    public Func<Func<BenchmarkPicture, bool>, int> Count { get; }

    public IReadOnlyDictionary<Status, int> ByStatus { get; }

    /// <summary>Whether a row that is shown has a figure hidden from this reader.</summary>
    public bool HasHidden { get; }

    /// <summary>September to June, and the summer where something is checked in it.</summary>
    private static List<DateOnly> MonthsOf(PlanPicture picture, List<BenchmarkPicture> benchmarks)
    {
        var used = benchmarks.SelectMany(b => b.Groups).SelectMany(g => g.Checks).Select(c => (c.Period.End.Year, c.Period.End.Month)).ToHashSet();
        var first = picture.Year.Start;
        return [.. Enumerable.Range(0, 12).Select(first.AddMonths).Where((m, i) => i >= 12 - SchoolMonths || used.Contains((m.Year, m.Month)))];
    }

    private List<GridRow> Rows(IEnumerable<BenchmarkPicture> benchmarks, GridQuery query)
    {
        var rows = new List<GridRow>();
        foreach (var benchmark in benchmarks)
        {
            var own = query.Of(benchmark);
            rows.Add(new GridRow(benchmark, own, IsGroup: false, Cells(own)));
            if (query.IsOpen(benchmark.Code))
            {
                rows.AddRange(benchmark.Groups.Where(g => g != own).Select(g => new GridRow(benchmark, g, IsGroup: true, Cells(g))));
            }
        }

        return rows;
    }

    private List<GridCell?> Cells(GroupPicture? group) => [.. Months.Select(m => Cell(group, m))];

    /// <summary>The latest check that ends in a month and has something to show, else the first of those to come.</summary>
    private static GridCell? Cell(GroupPicture? group, DateOnly month)
    {
        var checks = group?.Checks.Where(c => c.Period.End.Year == month.Year && c.Period.End.Month == month.Month).ToList();
        if (checks is not { Count: > 0 })
        {
            return null;
        }

        var shown = checks.FindLast(c => c.State != CheckState.ToCome) ?? checks[0];
        return new GridCell(shown, [.. checks.Where(c => c != shown)]);
    }
}

/// <summary>An objective's rows; without a code those that belong to none.</summary>
public sealed record GridSection(string? Code, string? Title, IReadOnlyList<GridRow> Rows);

/// <summary>A benchmark or, under it, one of its groups.</summary>
/// <param name="Benchmark">The benchmark.</param>
/// <param name="Group">Whose figures are shown; null where the benchmark has no such group.</param>
/// <param name="IsGroup">Whether it stands under the benchmark's own row.</param>
/// <param name="Cells">One a month; null where nothing is checked.</param>
public sealed record GridRow(BenchmarkPicture Benchmark, GroupPicture? Group, bool IsGroup, IReadOnlyList<GridCell?> Cells);

/// <summary>The check that a month shows, and the others of that month.</summary>
public sealed record GridCell(CheckPicture Check, IReadOnlyList<CheckPicture> Others);
