using Throughline.Access;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Evidence;

/// <summary>The plan of an organization that is in force today, as whoever asks may see it.</summary>
internal static class PlanInForce
{
    /// <summary>Null where the organization has no plan.</summary>
    public static async ValueTask<PlanPicture?> FindAsync(HttpContext context, Pictures pictures)
    {
        var (here, today) = (context.Here(), context.Clock().Today);
        var audience = new Audience(here.Has(GrantKind.Students), here.Has(GrantKind.Observations));
        return await pictures.PlansOfAsync(here.Organization.Id, today, context.RequestAborted) is [var first, ..]
            ? await pictures.GetAsync(first.Id, today, audience, context.RequestAborted)
            : null;
    }
}
