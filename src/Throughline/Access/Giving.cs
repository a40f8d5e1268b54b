using Throughline.Model;

namespace Throughline.Access;

/// <summary>
/// Who gives which roles where: an administrator every role in what the administration reaches, a school's leader those
/// of its team and its readers. Nobody gives more than that.
/// </summary>
public static class Giving
{
    public static bool MayGive(this Viewer viewer, RoleKind role, Organization organization) => Viewer.Fits(role, organization.Kind)
        && (viewer.May(Right.Administer, organization) || (role is RoleKind.TeamMember or RoleKind.Reader && viewer.Leads(organization)));

    /// <summary>Whether a role reaches beyond one school, so that no school's leader gives it.</summary>
    public static bool IsWide(RoleKind role) => role is RoleKind.Administrator or RoleKind.State or RoleKind.District;

    /// <summary>Whether somebody may let others see what is protected.</summary>
    public static bool MayGrant(this Viewer viewer, Organization organization) => viewer.May(Right.Administer, organization);

    /// <summary>Where this person gives roles, the highest first.</summary>
    public static IReadOnlyList<Organization> GivesIn(this Viewer viewer) => [
        .. viewer.Tree.All.Where(o => viewer.May(Right.Administer, o) || viewer.Leads(o)).OrderBy(o => o.Kind).ThenBy(o => o.Name, StringComparer.Ordinal)];

    public static bool GivesAnywhere(this Viewer viewer) => viewer.Roles.Any(r => r.Kind is RoleKind.Administrator or RoleKind.SchoolLeader);

    /// <summary>
    /// Whether somebody may do what touches the whole account (a new link, another name, closing it): only who could give
    /// all that it holds, or else a link would be a way to more than one has.
    /// </summary>
    public static bool Oversees(this Viewer viewer, IEnumerable<IHeld> holds, DateOnly today) => holds
        .Where(h => h.LastDay is null || h.LastDay >= today || h is Role { Kind: RoleKind.Administrator or RoleKind.State or RoleKind.District })
        .All(h => viewer.Tree.Find(h.OrganizationId) is { } at && (h is Role role ? viewer.MayGive(role.Kind, at) : viewer.MayGrant(at)));

    private static bool Leads(this Viewer viewer, Organization organization) =>
        viewer.Roles.Any(r => r.Kind == RoleKind.SchoolLeader && r.OrganizationId == organization.Id);
}
