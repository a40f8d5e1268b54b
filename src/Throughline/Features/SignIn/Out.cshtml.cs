using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.SignIn;

/// <summary>Says who is signed in and as what; signs out here, or everywhere.</summary>
[Needs(Right.SignedIn)]
[ResponseCache(NoStore = true)]
public sealed class OutModel(ThroughlineDb db, UserManager<Account> users) : PageModel
{
    public Viewer Viewer => HttpContext.SignedIn();

    public async Task<IActionResult> OnPostAsync(bool everywhere, CancellationToken cancel)
    {
        if (everywhere && await db.Accounts.FindAsync([Viewer.Id], cancel) is { } account)
        {
            // Every cookie carries the old stamp; from the next request on none of them holds.
            await users.UpdateSecurityStampAsync(account);
        }

        await HttpContext.SignOutAsync();
        return Redirect(Door.SignInPath);
    }
}
