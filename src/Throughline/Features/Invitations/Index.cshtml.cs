using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Model;

namespace Throughline.Features.Invitations;

/// <summary>Lets whoever holds a link set the password of its account, once.</summary>
[Needs(Right.Anyone)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(Accounts accounts, Access.SignIn signIn) : PageModel
{
    private const int MostToken = 100;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whose link it is; null where it leads nowhere any more.</summary>
    public Account? Invited { get; private set; }

    /// <summary>The address holds the secret, so no page that is opened from here learns it.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Invited = await FindAsync(cancel);
        Response.StatusCode = Invited is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Invited = await FindAsync(cancel);
        if (Invited is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        if (PasswordRules.Problem(Password, Invited.Name, Invited.Email ?? "") is { } problem)
        {
            ModelState.AddModelError(nameof(Password), problem);
        }

        if (Again != Password)
        {
            ModelState.AddModelError(nameof(Again), PeopleTexts.NotTwice);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await accounts.AcceptAsync(Token, Password!, HttpContext.Clock().Now, cancel) is not { } account)
        {
            return Redirect(Request.Path);
        }

        await signIn.BeginAsync(HttpContext, account, cancel);
        return Redirect("/");
    }

    private async Task<Account?> FindAsync(CancellationToken cancel) =>
        Token.Length <= MostToken ? await accounts.InvitedAsync(Token, cancel) : null;
}
