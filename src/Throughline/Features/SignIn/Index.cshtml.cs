using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Ui;

namespace Throughline.Features.SignIn;

/// <summary>Sign in with an e-mail address and a password or, in the sample on this machine, as one of its people.</summary>
[Needs(Right.Anyone)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(Access.SignIn signIn, ThroughlineDb db) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go on to; only addresses of this site count.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>The people of the sample, each with what it may do; empty where they cannot be used.</summary>
    public IReadOnlyList<SamplePerson> SamplePeople { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (HttpContext.Installation().NeedsSetUp)
        {
            return Redirect(Door.SetUpPath);
        }

        if (HttpContext.Viewer() is not null)
        {
            return Redirect(Onward());
        }

        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), PeopleTexts.EnterEmail);
        }

        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), PeopleTexts.EnterPassword);
        }

        if (ModelState.IsValid)
        {
            // No password is longer; what is sent in the hope of keeping the machine busy is not hashed.
            if (Password!.Length <= PasswordRules.Most * 4 && await signIn.CheckAsync(Email!, Password, cancel) is { } account)
            {
                await signIn.BeginAsync(HttpContext, account, cancel);
                return Redirect(Onward());
            }

            ModelState.AddModelError(nameof(Email), PeopleTexts.NotThatPassword.With(Access.SignIn.MostFailures, Access.SignIn.Wait.TotalMinutes));
        }

        await LoadAsync(cancel);
        return Page();
    }

    private string Onward() => HttpContextAccess.Local(Return) ?? "/";

    private async Task LoadAsync(CancellationToken cancel)
    {
        var installation = HttpContext.Installation();
        if (!installation.LetsSampleIn)
        {
            return;
        }

        var accounts = await db.Accounts.AsNoTracking().Where(a => a.IsSample).OrderBy(a => a.Id).ToListAsync(cancel);
        var roles = await db.Roles.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancel);
        SamplePeople = [.. accounts.Select(a => new SamplePerson(
            a.Id, a.Name, string.Join(", ", roles.Where(r => r.AccountId == a.Id).Select(r => PeopleWords.At(r.Kind, installation.Tree.Find(r.OrganizationId))))))];
    }
}

/// <summary>One of the sample's people: "Principal", "School leader, Tannery Hill Middle School".</summary>
public sealed record SamplePerson(int Id, string Name, string Role);
