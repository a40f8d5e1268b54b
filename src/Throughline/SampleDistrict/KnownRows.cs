using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>What plans refer to: organizations, priorities, accounts with their place, and versions of measures.</summary>
internal sealed class KnownRows
{
    private readonly Dictionary<string, Organization> organizations;
    private readonly Dictionary<(string, int), MeasureVersion> versions;
    private readonly Dictionary<(string Place, string Name), int> accounts;

    private KnownRows(List<Organization> organizations, List<MeasureVersion> versions, List<Priority> priorities, Dictionary<(string, string), int> accounts)
    {
        this.organizations = organizations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        this.versions = versions.ToDictionary(v => (v.Measure, v.Version));
        this.accounts = accounts;
        Priorities = priorities.ToDictionary(p => p.Name, p => p.Id, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, int> Priorities { get; }

    public static async Task<KnownRows> LoadAsync(ThroughlineDb db, CancellationToken cancel)
    {
        var accounts = await db.Roles
            .Join(db.Accounts, r => r.AccountId, a => a.Id, (r, a) => new { r.OrganizationId, a.Name, a.Id })
            .Join(db.Organizations, r => r.OrganizationId, o => o.Id, (r, o) => new { o.Code, r.Name, r.Id })
            .ToListAsync(cancel);
        return new KnownRows(
            await db.Organizations.AsNoTracking().ToListAsync(cancel),
            await db.MeasureVersions.AsNoTracking().ToListAsync(cancel),
            await db.Priorities.AsNoTracking().ToListAsync(cancel),
            accounts.ToDictionary(a => (a.Code, a.Name.ToUpperInvariant()), a => a.Id));
    }

    public Organization Organization(string code) => organizations[code];

    /// <summary>The stored version of a measure of the catalog; null for a plan's own.</summary>
    public MeasureVersion? Version(Measure measure) => versions.GetValueOrDefault((measure.Id, measure.Version));

    /// <summary>The account of a role in a school; null where it has none.</summary>
    public int? Account(string school, string name) => accounts.TryGetValue((school, name.ToUpperInvariant()), out var id) ? id : null;
}
