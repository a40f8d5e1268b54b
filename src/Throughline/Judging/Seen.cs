using Throughline.Access;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>Pictures for whoever is looking: as much as their grants show, and no more.</summary>
public static class Seen
{
    /// <summary>Which of the protected figures of an organization are shown to a person.</summary>
    public static Audience AudienceIn(this Viewer viewer, Organization organization) =>
        new(viewer.Has(GrantKind.Students, organization), viewer.Has(GrantKind.Observations, organization));

    /// <summary>The plan of an organization that is in force, as a person may see it; null where it has none.</summary>
    public static async ValueTask<PlanPicture?> InForceAsync(
        this Pictures pictures, Viewer viewer, Organization organization, DateOnly today, CancellationToken cancel) =>
        await pictures.PlansOfAsync(organization.Id, today, cancel) is [var plan, ..]
            ? await pictures.GetAsync(plan.Id, today, viewer.AudienceIn(organization), cancel)
            : null;
}
