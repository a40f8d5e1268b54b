using Throughline.Model;

namespace Throughline.Imports.Published;

/// <summary>
/// The organizations by code and by name. A name is compared by its letters and digits; where it is that of several, or of
/// one in another district, nobody is meant: a figure is rather refused than given to the wrong school.
/// </summary>
internal sealed class NamedOrganizations
{
    private readonly Dictionary<string, Organization> byCode;
    private readonly ILookup<string, Organization> byName;
    private readonly HashSet<string> stateNames;

    /// <param name="organizations">All of them, with their parents and earlier names.</param>
    /// <param name="stateNames">Names under which a table has the state.</param>
    public NamedOrganizations(IReadOnlyCollection<Organization> organizations, IEnumerable<string> stateNames)
    {
        byCode = organizations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        byName = organizations
            .SelectMany(o => o.Names.Select(n => n.Name).Append(o.Name).Select(SheetWords.Plain).Distinct(StringComparer.Ordinal).Select(n => (Name: n, Organization: o)))
            .ToLookup(x => x.Name, x => x.Organization, StringComparer.Ordinal);
        this.stateNames = stateNames.Select(SheetWords.Plain).ToHashSet(StringComparer.Ordinal);
    }

    public Organization? WithCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The state, where the name is one that the table gives it.</summary>
    public Organization? State(string name) => stateNames.Contains(SheetWords.Plain(name)) ? byCode.GetValueOrDefault(Organization.StateCode) : null;

    /// <summary>The organization of that name; or none, with the reason.</summary>
    /// <param name="name">As the table writes it.</param>
    /// <param name="kind">"school" or "district"; null for any.</param>
    /// <param name="district">The name of its district; null where the table does not say.</param>
    public (Organization? Found, string? Reason) WithName(string name, string? kind, string? district)
    {
        var named = byName[SheetWords.Plain(name)].Where(o => kind is null || o.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)).ToList();
        var there = district is null ? named : named.FindAll(o => o.Parent is { } parent && IsSame(parent.Name, district));
        return there switch
        {
            [var one] => (one, null),
            [] when named.Count > 0 => (null, ImportTexts.NameElsewhere.With(district)),
            [] => (null, ImportTexts.NameUnknown),
            _ => (null, ImportTexts.NameOfSeveral),
        };
    }

    /// <summary>Whether one name begins with the other: tables write "Southwick" and "Southwick Regional" for one district.</summary>
    private static bool IsSame(string one, string other)
    {
        var (a, b) = (SheetWords.Plain(one), SheetWords.Plain(other));
        return a.Length > 0 && b.Length > 0 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
    }
}
