using Throughline.Access;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>A benchmark as whoever asks may see it: everything its pages and files show comes from this picture.</summary>
public sealed record ShownBenchmark(Here Here, SiteClock Clock, PlanPicture Plan, BenchmarkPicture Picture)
{
    /// <summary>"/s/00010003": what the addresses of its organization begin with.</summary>
    public string Place => Frame.PathOf(Here.Organization);

    /// <summary>Its page.</summary>
    public string Address => AddressOf(Here.Organization, Picture.Code);

    public static string AddressOf(Organization organization, string code) => $"{Frame.PathOf(organization)}/b/{Uri.EscapeDataString(code)}";

    /// <summary>That of the address; the plan in force today is asked first. Null where no plan of the organization has the code.</summary>
    public static async ValueTask<ShownBenchmark?> FindAsync(HttpContext context, string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        var clock = context.Clock();
        await foreach (var plan in PlansAsync(context))
        {
            if (plan.Find(code) is { } picture)
            {
                return new ShownBenchmark(context.Here(), clock, plan, picture);
            }
        }

        return null;
    }

    /// <summary>The plans of the organization, the one in force today first.</summary>
    public static async IAsyncEnumerable<PlanPicture> PlansAsync(HttpContext context)
    {
        var (pictures, here, clock) = (context.RequestServices.GetRequiredService<Pictures>(), context.Here(), context.Clock());
        var audience = new Audience(here.Has(GrantKind.Students), here.Has(GrantKind.Observations));
        foreach (var entry in await pictures.PlansOfAsync(here.Organization.Id, clock.Today, context.RequestAborted))
        {
            if (await pictures.GetAsync(entry.Id, clock.Today, audience, context.RequestAborted) is { } plan)
            {
                yield return plan;
            }
        }
    }
}
