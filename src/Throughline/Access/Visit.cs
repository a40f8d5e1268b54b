namespace Throughline.Access;

/// <summary>What the gate found out about a request, for its page.</summary>
public static class Visit
{
    public static Viewer? ViewerOrNull(this HttpContext context) => context.Features.Get<Viewer>();

    /// <summary>Who is signed in; only where the page asks for it.</summary>
    public static Viewer Viewer(this HttpContext context) => context.Features.GetRequiredFeature<Viewer>();

    /// <summary>Who is looking at which organization; only where the address names one.</summary>
    public static Here Here(this HttpContext context) => context.Features.GetRequiredFeature<Here>();

    public static Installation Installation(this HttpContext context) => context.Features.GetRequiredFeature<Installation>();

    /// <summary>What day it is for the site.</summary>
    public static SiteClock Clock(this HttpContext context) => context.Installation().Clock;

    /// <summary>Answers a page with why this person may not do something in an organization.</summary>
    public static void Deny(this HttpContext context, Right right, Model.Organization? organization)
    {
        context.Features.Set(new Denied(right, organization));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>An address of this site, as a place to go on to; null for any other text.</summary>
    public static string? Local(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && !address.Contains('\\', StringComparison.Ordinal)
            ? address
            : null;

    /// <summary>The page of this site that the request came from; null where it came from elsewhere.</summary>
    public static string? CameFrom(this HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value
            ? Local(from.PathAndQuery)
            : null;
}

/// <summary>What was asked for and is not allowed, for the page that says so.</summary>
public sealed record Denied(Right Right, Model.Organization? Organization);
