using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>The organizations, by id: which belongs to which, and their codes.</summary>
internal sealed class Places
{
    private readonly Dictionary<int, Place> all;
    private readonly ILookup<int, int> children;
    private readonly Dictionary<string, int> codes;
    private Dictionary<int, int>? parents;

    private Places(IEnumerable<Place> places)
    {
        all = places.ToDictionary(p => p.Id);
        codes = all.Values.ToDictionary(p => p.Code, p => p.Id, StringComparer.Ordinal);
        children = all.Values.Where(p => p.Parent > 0).ToLookup(p => p.Parent, p => p.Id);
    }

    /// <summary>The district of each school that has one.</summary>
    public IReadOnlyDictionary<int, int> Districts => all.Values.Where(p => p is { Kind: "School", Parent: > 0 }).ToDictionary(p => p.Id, p => p.Parent);

    /// <summary>Of each school its district, of each district its state.</summary>
    public IReadOnlyDictionary<int, int> Parents => parents ??= all.Values.Where(p => p.Parent > 0).ToDictionary(p => p.Id, p => p.Parent);

    public IEnumerable<int> Schools => all.Values.Where(p => p.Kind == "School").Select(p => p.Id);

    /// <summary>The state's id; 0 where there is none.</summary>
    public int State => all.Values.FirstOrDefault(p => p.Kind == "State")?.Id ?? 0;

    public static async Task<Places> LoadAsync(Database database, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        return await LoadAsync(session, cancel);
    }

    public static async Task<Places> LoadAsync(Session session, CancellationToken cancel) =>
        new(await session.RowsAsync(
            "SELECT id, COALESCE(parent_id, 0), kind, code FROM organizations",
            r => new Place(r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetString(3)),
            cancel));

    public string CodeOf(int organization) => all[organization].Code;

    /// <summary>The organization with a code, exactly as written; null where there is none.</summary>
    public int? WithCode(string code) => codes.TryGetValue(code, out var id) ? id : null;

    public bool IsSchool(int organization) => all[organization].Kind == "School";

    /// <summary>The schools of an organization; of a school itself.</summary>
    public IEnumerable<int> SchoolsOf(int organization) => all[organization].Kind == "School" ? [organization] : children[organization].SelectMany(SchoolsOf);

    /// <summary>The schools of some organizations, each once; null, which means every school, for null or the state.</summary>
    public IReadOnlyCollection<int>? SchoolsOf(IReadOnlyCollection<int>? organizations) =>
        organizations is null || organizations.Contains(State) ? null : organizations.SelectMany(SchoolsOf).ToHashSet();

    private sealed record Place(int Id, int Parent, string Kind, string Code);
}
