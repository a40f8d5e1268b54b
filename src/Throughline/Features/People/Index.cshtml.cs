using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.People;

/// <summary>Everybody who has or had a role where the reader gives roles.</summary>
[Needs(Right.Lead)]
public sealed class IndexModel(ThroughlineDb db) : PageModel
{
    private const int RowsOnPage = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "page", SupportsGet = true)]
    public string? PageNumber { get; set; }

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int PageShown { get; private set; } = 1;

    public int PageCount => Math.Max(1, (Count + RowsOnPage - 1) / RowsOnPage);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var viewer = HttpContext.SignedIn();
        if (!viewer.GivesAnywhere())
        {
            HttpContext.Deny(Right.Administer, null);
            return new EmptyResult();
        }

        var accounts = Accounts(viewer);
        if (Search?.Trim() is { Length: > 0 } text)
        {
            var part = text.ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // the database does it
            accounts = accounts.Where(a => a.NormalizedEmail!.Contains(part) || a.Name.ToUpper().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862
        }

        Count = await accounts.CountAsync(cancel);
        PageShown = int.TryParse(PageNumber, out var page) ? Math.Clamp(page, 1, PageCount) : 1;
        var shown = await accounts.AsNoTracking().OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Skip((PageShown - 1) * RowsOnPage).Take(RowsOnPage).ToListAsync(cancel);
        var ids = shown.ConvertAll(a => a.Id);
        var today = HttpContext.Clock().Today;
        var roles = await db.Roles.AsNoTracking().Where(r => ids.Contains(r.AccountId) && (r.LastDay == null || r.LastDay >= today))
            .OrderBy(r => r.Id).ToListAsync(cancel);
        Rows = [.. shown.Select(a => new PersonRow(a, [.. roles.Where(r => r.AccountId == a.Id)]))];
        return Page();
    }

    public string Href(int page) => Search is { Length: > 0 } q ? $"/people?q={Uri.EscapeDataString(q)}&page={page}" : $"/people?page={page}";

    /// <summary>Who administers the state sees everybody; others see whoever has or had a role in what is theirs.</summary>
    private IQueryable<Account> Accounts(Viewer viewer)
    {
        if (viewer.Tree.State is { } state && viewer.May(Right.Administer, state))
        {
            return db.Accounts;
        }

        var ids = viewer.GivesIn().Select(o => o.Id).ToList();
        return db.Accounts.Where(a => db.Roles.Any(r => r.AccountId == a.Id && ids.Contains(r.OrganizationId)));
    }
}

/// <summary>Somebody in the list, with the roles that have not ended.</summary>
public sealed record PersonRow(Account Account, IReadOnlyList<Role> Roles);
