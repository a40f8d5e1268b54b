using System.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.People;

/// <summary>One person: roles and grants with their dates, the way in, and what was done when.</summary>
[Needs(Right.Lead)]
[ResponseCache(NoStore = true)]
public sealed partial class PersonModel(ThroughlineDb db, Accounts accounts) : PageModel
{
    private const int MostEvents = 100;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The version that a change was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public IReadOnlyList<Grant> Grants { get; private set; } = [];

    public IReadOnlyList<Event> History { get; private set; } = [];

    /// <summary>The link that was just made; it is shown this once.</summary>
    public string? Link { get; private set; }

    /// <summary>What could not be done, and why.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Somebody else changed this person first.</summary>
    public Conflict? Conflict { get; private set; }

    public Viewer Viewer => HttpContext.SignedIn();

    public DateOnly Today => HttpContext.Clock().Today;

    /// <summary>Whether the reader may do what touches the whole account.</summary>
    public bool Oversees => Viewer.Oversees([.. Roles, .. Grants], Today);

    public bool MayEnd(IHeld held) => (held.LastDay is null || held.LastDay >= Today) && Viewer.Tree.Find(held.OrganizationId) is { } at
        && (held is Role role ? Viewer.MayGive(role.Kind, at) : Viewer.MayGrant(at));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == Id, cancel);
        Roles = await db.Roles.AsNoTracking().Where(r => r.AccountId == Id).OrderBy(r => r.Id).ToListAsync(cancel);
        if (account is null || !IsTheirs())
        {
            return false;
        }

        Account = account;
        Grants = await db.Grants.AsNoTracking().Where(g => g.AccountId == Id).OrderBy(g => g.Id).ToListAsync(cancel);
        History = await db.Events.AsNoTracking().Where(e => e.Subject == "account" && e.SubjectId == Id)
            .OrderByDescending(e => e.Id).Take(MostEvents).ToListAsync(cancel);
        Key = Creations.NewKey();
        return true;
    }

    /// <summary>The same people as in the list.</summary>
    private bool IsTheirs()
    {
        if (!Viewer.GivesAnywhere())
        {
            return false;
        }

        var places = Viewer.GivesIn();
        return places.Any(p => p.Kind == OrganizationKind.State) || Roles.Any(r => places.Any(p => p.Id == r.OrganizationId));
    }

    /// <summary>
    /// One change, all or nothing: who may, from the version that was looked at, and what nobody else changed meanwhile.
    /// </summary>
    /// <param name="asked">What was asked for, in words, should somebody else have been faster.</param>
    /// <param name="now">How that stands now, in words.</param>
    /// <param name="change">Makes the change; gives why it cannot be made, or null.</param>
    /// <param name="cancel">Stops the work with nothing changed.</param>
    private async Task<IActionResult> ChangeAsync(string asked, Func<string> now, Func<Account, Task<string?>> change, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Account.Version != Version)
        {
            return Overtaken(asked, now);
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
            Refusal = await change(await db.Accounts.SingleAsync(a => a.Id == Id, cancel));
            if (Refusal is null)
            {
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return Link is null ? Redirect($"/people/{Id}") : await ShowAsync(StatusCodes.Status200OK, cancel);
            }
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || IsOvertaken(e))
        {
            return await LoadAsync(cancel) ? Overtaken(asked, now) : NotFound();
        }

        return await ShowAsync(StatusCodes.Status400BadRequest, cancel);
    }

    private async Task<IActionResult> ShowAsync(int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    private PageResult Overtaken(string asked, Func<string> now)
    {
        var fields = Request.Form.Where(f => f.Key is not ("version" or "form-token"))
            .SelectMany(f => f.Value, (f, value) => (f.Key, value ?? "")).ToList();
        Conflict = new Conflict($"{Request.Path}{Request.QueryString}", asked, now(), fields);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static bool IsOvertaken(Exception e) => (e as PostgresException ?? e.InnerException as PostgresException)?.SqlState
        is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private string Said(IHeld held) => PeopleWords.Said(held.What, Viewer.Tree.Find(held.OrganizationId)?.Name ?? "", held.FirstDay, held.LastDay);
}

/// <summary>A change that somebody else was faster with: what was asked, how it stands, and what to send to do it all the same.</summary>
public sealed record Conflict(string Address, string Mine, string Theirs, IReadOnlyList<(string Name, string Value)> Fields);
