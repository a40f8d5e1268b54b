namespace Throughline.Access;

/// <summary>What the gate of the site found out about a request, for its page.</summary>
public static class HttpContextAccess
{
    /// <summary>Who is signed in; null where nobody is, on an address that anyone may open.</summary>
    public static Viewer? Viewer(this HttpContext context) => context.Features.Get<Viewer>();

    /// <summary>Who is signed in, for addresses that ask for it.</summary>
    public static Viewer SignedIn(this HttpContext context) => context.Features.Get<Viewer>()
        ?? throw new InvalidOperationException("This address asks nobody to sign in.");

    /// <summary>Who is looking at which organization. Only for addresses that need a right in one.</summary>
    public static Here Here(this HttpContext context) => context.Features.Get<Here>()
        ?? throw new InvalidOperationException("This address asks for no right in an organization.");

    /// <summary>What is known of the installation; null on an error page while the database does not answer.</summary>
    public static Installation? InstallationOrNull(this HttpContext context) => context.Features.Get<Installation>();

    public static Installation Installation(this HttpContext context) => context.Features.Get<Installation>()
        ?? throw new InvalidOperationException("The gate has not looked at this request.");

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
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && address.All(c => char.IsAscii(c) && !char.IsControl(c)) && !address.Contains('\\', StringComparison.Ordinal)
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
