using System.Globalization;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Features.StateSchools;

/// <summary>The rows that a query asks for, in its order.</summary>
public sealed class SchoolList
{
    public const int PageSize = 50;

    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;

    private static readonly CompareInfo Names = CultureInfo.InvariantCulture.CompareInfo;

    /// <param name="all">Every row of the benchmark.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="better">Which way the benchmark wants its figures to go.</param>
    public SchoolList(IReadOnlyList<SchoolRow> all, SchoolsQuery query, Direction better)
    {
        var words = query.Search.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = all
            .Where(r => query.District is null || r.School.Parent?.Code == query.District)
            .Where(r => words.All(w => Holds(r.School.Name, w) || Holds(r.School.Code, w)))
            .ToList();
        Counts = found.CountBy(r => r.Answer.Status).ToDictionary();
        InAllStatuses = found.Count;
        Rows = Sorted(query.Status is { } status ? found.FindAll(r => r.Answer.Status == status) : found, query, better);
        Page = Math.Min(query.Page, PageCount);
    }

    /// <summary>Every status in the order of need: who needs most comes first.</summary>
    public static IReadOnlyList<Status> ByNeed { get; } =
    [
        Status.OffTrack, Status.NoData, Status.AtRisk, Status.CannotTell, Status.Hidden, Status.NotYetDue, Status.OnTrack, Status.Met,
    ];

    /// <summary>All rows of the filter.</summary>
    public IReadOnlyList<SchoolRow> Rows { get; }

    /// <summary>How many stand in each status, whatever status is asked for; a status without any is absent.</summary>
    public IReadOnlyDictionary<Status, int> Counts { get; }

    public int InAllStatuses { get; }

    public int PageCount => Math.Max(1, (Rows.Count + PageSize - 1) / PageSize);

    /// <summary>The page shown: the one asked for, or the last there is.</summary>
    public int Page { get; }

    public int First => Rows.Count == 0 ? 0 : ((Page - 1) * PageSize) + 1;

    public int Last => Math.Min(Page * PageSize, Rows.Count);

    public IEnumerable<SchoolRow> OnPage => Rows.Skip((Page - 1) * PageSize).Take(PageSize);

    private static bool Holds(string text, string word) => Names.IndexOf(text, word, Loosely) >= 0;

    private static List<SchoolRow> Sorted(List<SchoolRow> rows, SchoolsQuery query, Direction better)
    {
        var need = ByNeed.Select((status, place) => (status, place)).ToDictionary(x => x.status, x => x.place);
        var byName = Comparer<SchoolRow>.Create((a, b) =>
            Names.Compare(a.School.Name, b.School.Name, Loosely) is var c and not 0 ? c : string.CompareOrdinal(a.School.Code, b.School.Code));
        var byValue = Comparer<SchoolRow>.Create((a, b) => Nullable.Compare(a.Value, b.Value));
        var worstFirst = Comparer<SchoolRow>.Create((a, b) =>
            better == Direction.Increase ? Nullable.Compare(a.Value, b.Value) : Nullable.Compare(b.Value, a.Value));
        var column = query.Sort switch
        {
            SchoolSort.Name => byName,
            SchoolSort.District => Comparer<SchoolRow>.Create((a, b) =>
                Names.Compare(a.School.Parent?.Name ?? "", b.School.Parent?.Name ?? "", Loosely)),
            SchoolSort.Value => byValue,
            SchoolSort.Year => Comparer<SchoolRow>.Create((a, b) => Nullable.Compare(a.Year, b.Year)),
            _ => Comparer<SchoolRow>.Create((a, b) => need[a.Answer.Status].CompareTo(need[b.Answer.Status]) is var c and not 0
                ? c
                : worstFirst.Compare(a, b)),
        };
        // Rows without a figure stand last whichever way values are sorted.
        var known = query.Sort == SchoolSort.Value ? rows.OrderBy(r => r.Value is null) : rows.OrderBy(_ => 0);
        var sorted = query.IsDescending ? known.ThenByDescending(r => r, column) : known.ThenBy(r => r, column);
        return [.. sorted.ThenBy(r => r, byName)];
    }
}
