using System.Globalization;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;

namespace Throughline.Features.Districts;

/// <summary>What of a district's schools somebody asks for; all of it stands in the address.</summary>
/// <param name="Group">The student group.</param>
/// <param name="Type">One type of benchmark; null for evidence and outcomes.</param>
/// <param name="Sort">"need", "name", "size", "waiting", "supports", or a priority's number.</param>
public sealed record SchoolsQuery(string Group, BenchmarkType? Type, string Sort)
{
    public const string Need = "need";
    public const string Name = "name";
    public const string Size = "size";
    public const string Waiting = "waiting";
    public const string Supports = "supports";

    private static readonly Dictionary<string, BenchmarkType> Types = Enum.GetValues<BenchmarkType>().ToDictionary(Words.Of);

    public DistrictQuestion Question => new(Group, Type);

    public static SchoolsQuery Of(IQueryCollection query) => new(
        query["g"].ToString() is { Length: > 0 } group && GroupOrder.All.Contains(group) ? group : GroupOrder.All[0],
        Types.TryGetValue(query["type"].ToString(), out var type) ? type : null,
        query["sort"].ToString() is { Length: > 0 } sort ? sort : Need);

    public string Href(string address) => $"{address}?g={Uri.EscapeDataString(Group)}{(Type is { } type ? "&type=" + Words.Of(type) : "")}&sort={Uri.EscapeDataString(Sort)}";

    /// <summary>The rows in the order asked for; by name where that says nothing.</summary>
    public IReadOnlyList<DistrictRow> Sorted(DistrictTable table)
    {
        var column = Column(table);
        return [.. Sort switch
        {
            Name => table.Rows.AsEnumerable(),
            Size => table.Rows.OrderByDescending(r => r.Size ?? -1),
            Waiting => table.Rows.OrderByDescending(r => r.Waiting ?? -1),
            Supports => table.Rows.OrderByDescending(r => r.LateSupports),
            _ when column >= 0 => table.Rows.OrderBy(r => Rank(r.Cells[column])).ThenBy(r => Share(r.Cells[column])),
            _ => DistrictTable.ByNeed(table.Rows),
        }];
    }

    private int Column(DistrictTable table)
    {
        for (var i = 0; i < table.Priorities.Count; i++)
        {
            if (table.Priorities[i].Id.ToString(CultureInfo.InvariantCulture) == Sort)
            {
                return i;
            }
        }

        return -1;
    }

    private static int Rank(DistrictCell? cell) => cell?.Worst switch
    {
        Status.OffTrack => 0,
        Status.NoData => 1,
        Status.AtRisk => 2,
        Status.CannotTell => 3,
        Status.OnTrack => 4,
        Status.Met => 5,
        Status.NotYetDue => 6,
        Status.Hidden => 7,
        _ => 8,
    };

    private static double Share(DistrictCell? cell) => cell is { Judged: > 0 } ? (double)cell.Good / cell.Judged : 1;
}
