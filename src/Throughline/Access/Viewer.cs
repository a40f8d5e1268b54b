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

    public bool May(Right right, Organization organization) => right is Right.Anyone or Right.SignedIn
        || tree.Upward(organization).Any(at => roles.Any(r => r.OrganizationId == at.Id && Allows(r.Kind, right, isOwn: at.Id == organization.Id)));

    /// <summary>The roles that give a right in an organization, in the order of what they may do.</summary>
    public static IEnumerable<RoleKind> RolesThatMay(Right right, Organization organization) =>
        Enum.GetValues<RoleKind>().Where(k => Fits(k, organization.Kind) && Allows(k, right, isOwn: true));

    /// <summary>Whether a role can be held in a kind of organization: staff of a level in one of that level, those who write a school's plan in it.</summary>
    public static bool Fits(RoleKind role, OrganizationKind kind) => role switch
    {
        RoleKind.State => kind == OrganizationKind.State,
        RoleKind.District => kind == OrganizationKind.District,
        RoleKind.SchoolLeader or RoleKind.TeamMember => kind == OrganizationKind.School,
        _ => true,
    };

    /// <summary>Whether figures about few students (or few rooms) of an organization are shown to this person.</summary>
    public bool Has(GrantKind kind, Organization organization) =>
        grants.Any(g => g.Kind == kind && tree.Upward(organization).Any(o => o.Id == g.OrganizationId));

    /// <summary>
    /// A school's plan is its own to write: district and state read it. They write the plans of their own organization.
    /// </summary>
    private static bool Allows(RoleKind role, Right right, bool isOwn) => right switch
    {
        Right.See => true,
        Right.Enter or Right.Write => role is RoleKind.Administrator or RoleKind.SchoolLeader or RoleKind.TeamMember || IsStaff(role, isOwn),
        Right.Lead => role is RoleKind.Administrator or RoleKind.SchoolLeader || IsStaff(role, isOwn),
        _ => role is RoleKind.Administrator,
    };

    private static bool IsStaff(RoleKind role, bool isOwn) => isOwn && (role is RoleKind.State or RoleKind.District);
}

/// <summary>Who is looking, and at which organization: everything a page loads is loaded through this.</summary>
public sealed record Here(Viewer Viewer, Organization Organization)
{
    public bool May(Right right) => Viewer.May(right, Organization);

    public bool Has(GrantKind kind) => Viewer.Has(kind, Organization);
}
