using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;

namespace Throughline.Features.SignIn;

/// <summary>Signs in as one of the sample's people, while that can be done.</summary>
[Needs(Right.Anyone)]
[ResponseCache(NoStore = true)]
public sealed class SampleModel(Access.SignIn signIn, ThroughlineDb db) : PageModel
{
    public IActionResult OnGet() => Redirect(Door.SignInPath);

    public async Task<IActionResult> OnPostAsync(int id, [FromForm(Name = "return")] string? back, CancellationToken cancel)
    {
        if (!HttpContext.Installation().LetsSampleIn
            || await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.IsSample, cancel) is not { } account)
        {
            return NotFound();
        }

        await signIn.BeginAsync(HttpContext, account, cancel);
        return Redirect(HttpContextAccess.Local(back) ?? "/");
    }
}
