using Throughline.Model;

namespace Throughline.Access;

/// <summary>Every organization, by number and by code, with what is above and under it. Rows are not tracked.</summary>
public sealed class OrganizationTree
{
    private readonly Dictionary<int, Organization> byId;
    private readonly Dictionary<string, Organization> byCode;
    private readonly ILookup<int, Organization> children;
    private readonly int schools;

    public OrganizationTree(IReadOnlyList<Organization> all)
    {
        byId = all.ToDictionary(o => o.Id);
        byCode = all.ToDictionary(o => o.Code, StringComparer.Ordinal);
        schools = all.Count(o => o.Kind == OrganizationKind.School);
        children = all.Where(o => o.ParentId is not null).OrderBy(o => o.Name, StringComparer.Ordinal).ToLookup(o => o.ParentId!.Value);
    }

    public IReadOnlyCollection<Organization> All => byId.Values;

    public Organization? State => byCode.GetValueOrDefault(Organization.StateCode);

    public Organization? Find(int id) => byId.GetValueOrDefault(id);

    public Organization? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Those directly under it, by name.</summary>
    public IEnumerable<Organization> Under(Organization organization) => children[organization.Id];

    /// <summary>How many schools stand under a district or the state; 0 under a school.</summary>
    public int SchoolsUnder(Organization organization) => organization.Kind switch
    {
        OrganizationKind.State => schools,
        OrganizationKind.District => children[organization.Id].Count(o => o.Kind == OrganizationKind.School),
        _ => 0,
    };

    public Organization? Above(Organization organization) => organization.ParentId is { } id ? Find(id) : null;

    /// <summary>Itself first, then what it stands under, up to the state.</summary>
    public IEnumerable<Organization> Upward(Organization organization)
    {
        for (var at = organization; at is not null; at = Above(at))
        {
            yield return at;
        }
    }
}
