using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>
/// Lets a request through to its page or not, by what the page asks for and who calls. What does not say what it asks is
/// served to nobody; an organization that is not the caller's is not there.
/// </summary>
public sealed class Door(RequestDelegate next, People people, Database database, ILogger<Door> log)
{
    public const string SignInPath = "/sign-in";
    public const string SetUpPath = "/set-up";

    private static readonly string[] Pages = [HttpMethods.Get, HttpMethods.Head];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page about an error; it is for everybody, and stands when the database does not.
            await TryIdentifyAsync(context);
            await next(context);
            return;
        }

        // Nothing has this address, or it takes other methods: routing has the answer ready.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        if (endpoint.Metadata.GetMetadata<NeedsAttribute>() is not { } needs)
        {
            log.LogError("{Address} does not say what it needs, so nobody is let in", endpoint.RoutePattern.RawText);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var page = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>();
        if (page is not null && !Takes(page, context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = string.Join(", ", Takes(page, HttpMethods.Post) ? [.. Pages, HttpMethods.Post] : Pages);
            return;
        }

        var isReading = Pages.Contains(context.Request.Method);
        if (isReading && context.Request.HasFormContentType)
        {
            // What is read depends on its address alone.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (!isReading && context.Request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"])
        {
            // Another site's page sends this with the reader's cookie.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (await AllowsAsync(context, isReading ? needs.Right : needs.ToChange, isPage: page is not null))
        {
            await next(context);
        }
    }

    private async Task<bool> AllowsAsync(HttpContext context, Right right, bool isPage)
    {
        if (right == Right.Anyone)
        {
            // Style sheets and the like ask the database nothing.
            if (isPage)
            {
                await TryIdentifyAsync(context);
            }

            return true;
        }

        var viewer = await IdentifyAsync(context);
        if (viewer is null)
        {
            context.Response.Redirect(context.Installation().NeedsSetUp ? SetUpPath : SignInAddress(context.Request));
            return false;
        }

        var (isNamed, organization) = Named(context);
        if (isNamed && (organization is null || !viewer.Sees(organization)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }

        if (organization is not null)
        {
            context.Features.Set(new Here(viewer, organization));
        }

        var isAllowed = right == Right.SignedIn
            || (organization is not null ? viewer.May(right, organization) : viewer.Places.Any(o => viewer.May(right, o)));
        if (!isAllowed)
        {
            context.Deny(right, organization);
        }

        return isAllowed;
    }

    private static bool Takes(CompiledPageActionDescriptor page, string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method)
        || page.HandlerMethods.Any(h => h.HttpMethod.Equals(method, StringComparison.OrdinalIgnoreCase));

    /// <summary>The organization that an address belongs to: by the code in it, or the state.</summary>
    private static (bool IsNamed, Organization? Organization) Named(HttpContext context)
    {
        var tree = context.Installation().Tree;
        var values = context.Request.RouteValues;
        return values.TryGetValue("school", out var school) ? (true, Of(school, OrganizationKind.School))
            : values.TryGetValue("district", out var district) ? (true, Of(district, OrganizationKind.District))
            : context.Request.Path.StartsWithSegments("/state", StringComparison.OrdinalIgnoreCase) ? (true, tree.State)
            : (false, null);

        Organization? Of(object? code, OrganizationKind kind) =>
            code is string text && tree.Find(text) is { } found && found.Kind == kind ? found : null;
    }

    /// <summary>A page goes on to where it was; what was sent goes back to the page it was sent from.</summary>
    private static string SignInAddress(HttpRequest request)
    {
        var back = Pages.Contains(request.Method) ? HttpContextAccess.Local($"{request.PathBase}{request.Path}{request.QueryString}") : request.CameFrom();
        return back is null or "/" ? SignInPath : $"{SignInPath}?return={Uri.EscapeDataString(back)}";
    }

    private async Task TryIdentifyAsync(HttpContext context)
    {
        try
        {
            await IdentifyAsync(context);
        }
        catch (Exception e) when (DatabaseCheck.Explain(database, e) is not null)
        {
            log.LogWarning("Nobody can be recognized, because the database does not answer");
        }
    }

    private async Task<Viewer?> IdentifyAsync(HttpContext context)
    {
        if (context.Features.Get<Installation>() is not null)
        {
            return context.Viewer();
        }

        var installation = await people.NowAsync(context.RequestAborted);
        context.Features.Set(installation);
        var ticket = await context.AuthenticateAsync();
        if (!ticket.Succeeded)
        {
            return null;
        }

        if (Session.Read(ticket.Principal) is { } session
            && await people.ViewerAsync(installation, session.AccountId, session.SecurityStamp, context.RequestAborted) is { } viewer)
        {
            context.User = ticket.Principal;
            context.Features.Set(viewer);
            return viewer;
        }

        await context.SignOutAsync();
        return null;
    }
}
