namespace Throughline.Access;

/// <summary>Who is looking and where, as the gate of the site put it there.</summary>
public static class HttpContextAccess
{
    /// <summary>Who is signed in; null for an address that anyone may open.</summary>
    public static Viewer? Viewer(this HttpContext context) => context.Features.Get<Viewer>();

    /// <summary>Who is looking at which organization. Only for addresses that need a right in one.</summary>
    public static Here Here(this HttpContext context) => context.Features.Get<Here>()
        ?? throw new InvalidOperationException("This address asks for no right in an organization.");

    /// <summary>Who is signed in, for addresses that ask for it.</summary>
    public static Viewer SignedIn(this HttpContext context) => context.Features.Get<Viewer>()
        ?? throw new InvalidOperationException("This address asks nobody to sign in.");

    /// <summary>What day it is for the site.</summary>
    public static SiteClock Clock(this HttpContext context) => context.Features.Get<SiteClock>()
        ?? throw new InvalidOperationException("The gate has not looked at this request.");
}
