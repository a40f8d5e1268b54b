using Throughline.Model;

namespace Throughline.Access;

/// <summary>
/// Somebody signed in, with the roles and grants that hold today. A role or grant in an organization reaches all that
/// stands under it, and nothing else.
/// </summary>
public sealed class Viewer(Account account, IReadOnlyList<Role> roles, IReadOnlyList<Grant> grants, OrganizationTree tree)
{
    public int Id => account.Id;

    public string Name => account.Name;

    public bool IsSample => account.IsSample;

    public DateTimeOffset? PreviousVisit => account.PreviousVisit;

    public OrganizationTree Tree => tree;

    public IReadOnlyList<Role> Roles => roles;

    public IReadOnlyList<Grant> Grants => grants;

    /// <summary>The organizations in which this person has a role, in the order of the roles.</summary>
    public IEnumerable<Organization> Places => roles.OrderBy(r => r.Kind).Select(r => tree.Find(r.OrganizationId)).OfType<Organization>().DistinctBy(o => o.Id);

    /// <summary>The most that any role gives in an organization; null where none reaches it.</summary>
    public RoleKind? RoleIn(Organization organization)
    {
        RoleKind? most = null;
        foreach (var at in tree.Upward(organization))
        {
            foreach (var role in roles)
            {
                if (role.OrganizationId == at.Id && (most is null || role.Kind < most))
                {
                    most = role.Kind;
                }
            }
        }

        return most;
    }

    public bool Sees(Organization organization) => RoleIn(organization) is not null;

    public bool May(Right right, Organization organization) => right switch
    {
        Right.Anyone or Right.SignedIn => true,
        _ => RoleIn(organization) is { } role && Allows(role, right, organization),
    };

    /// <summary>Whether figures about few students (or few rooms) of an organization are shown to this person.</summary>
    public bool Has(GrantKind kind, Organization organization) =>
        grants.Any(g => g.Kind == kind && tree.Upward(organization).Any(o => o.Id == g.OrganizationId));

    /// <summary>
    /// A school's plan is its own to write: district and state read it. They write the plans of their own organization.
    /// </summary>
    private bool Allows(RoleKind role, Right right, Organization organization) => right switch
    {
        Right.See => true,
        Right.Enter => role is RoleKind.Administrator or RoleKind.SchoolLeader or RoleKind.TeamMember || IsOwn(role, organization),
        Right.Write => role is RoleKind.Administrator or RoleKind.SchoolLeader or RoleKind.TeamMember || IsOwn(role, organization),
        Right.Lead => role is RoleKind.Administrator or RoleKind.SchoolLeader || IsOwn(role, organization),
        _ => role is RoleKind.Administrator,
    };

    private bool IsOwn(RoleKind role, Organization organization) =>
        role is RoleKind.State or RoleKind.District && roles.Any(r => r.Kind == role && r.OrganizationId == organization.Id);
}

/// <summary>Who is looking, and at which organization: everything a page loads is loaded through this.</summary>
public sealed record Here(Viewer Viewer, Organization Organization)
{
    public bool May(Right right) => Viewer.May(right, Organization);

    public bool Has(GrantKind kind) => Viewer.Has(kind, Organization);
}
