using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>What the cookie of somebody signed in holds: who, and the stamp that ends it when it changes.</summary>
public sealed record Session(int AccountId, string SecurityStamp)
{
    public const string CookieName = "throughline";

    private const string StampClaim = "stamp";

    private const string BeganAt = "began";

    /// <summary>A session that nobody uses ends after this time.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Every session ends after this time, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static Session? Read(ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && principal.FindFirstValue(StampClaim) is { } stamp
            ? new Session(id, stamp)
            : null;

    /// <summary>What a cookie for an account holds from now on.</summary>
    public static AuthenticationTicket Begin(Account account, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(StampClaim, account.SecurityStamp ?? ""),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Idle, AllowRefresh = true };
        properties.SetString(BeganAt, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, CookieAuthenticationDefaults.AuthenticationScheme);
    }

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = context =>
        {
            var now = (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow();
            if (!long.TryParse(context.Properties.GetString(BeganAt), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
                || now - DateTimeOffset.FromUnixTimeSeconds(began) > Longest)
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };
    }
}
