using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Model;

namespace Throughline.Features.SetUp;

/// <summary>Makes the first administrator of an installation that has no accounts, with the link that the terminal shows.</summary>
[Needs(Right.Anyone)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(Access.SetUp setUp, Access.SignIn signIn, SetUpLink link) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>The name of the state, asked for where there is none.</summary>
    [BindProperty]
    public string? State { get; set; }

    public bool AsksForState => HttpContext.Installation().Tree.State is null;

    public bool AsksForToken => !link.Opens(Token);

    public IActionResult OnGet() => HttpContext.Installation().NeedsSetUp ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!HttpContext.Installation().NeedsSetUp)
        {
            return Redirect("/");
        }

        Check(AsksForToken, nameof(Token), PeopleTexts.NotThatToken);
        Check(AsksForState && string.IsNullOrWhiteSpace(State), nameof(State), PeopleTexts.EnterStateName);
        Check(string.IsNullOrWhiteSpace(Name), nameof(Name), PeopleTexts.EnterName);
        Check(!Account.IsEmail(Email), nameof(Email), PeopleTexts.EnterEmail);
        Check(PasswordRules.Problem(Password, Name ?? "", Email ?? ""), nameof(Password));
        Check(Again != Password, nameof(Again), PeopleTexts.NotTwice);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var clock = HttpContext.Clock();
        var account = await setUp.RunAsync(Account.Of(Name!.Trim(), Email!.Trim(), clock.Now), Password!, State?.Trim(), clock, cancel);
        if (account is not null)
        {
            await signIn.BeginAsync(HttpContext, account, cancel);
        }

        return Redirect("/");
    }

    private void Check(bool isWrong, string field, string message)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, message);
        }
    }

    private void Check(string? problem, string field) => Check(problem is not null, field, problem ?? "");
}
