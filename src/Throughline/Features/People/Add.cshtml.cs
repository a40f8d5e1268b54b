using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.People;

/// <summary>Adds one person with one role.</summary>
[Needs(Right.Lead)]
public sealed class AddModel(ThroughlineDb db, Accounts accounts) : PageModel
{
    /// <summary>Up to so many organizations are a list to choose from; beyond it people write the code.</summary>
    private const int MostChoices = 100;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    public IReadOnlyList<Organization> Places { get; private set; } = [];

    public bool IsList => Places.Count <= MostChoices;

    public IEnumerable<SelectListItem> PlaceOptions => Places.Select(o => new SelectListItem(o.Name, o.Code));

    /// <summary>The roles that this person gives somewhere.</summary>
    public IEnumerable<SelectListItem> RoleOptions => Enum.GetValues<RoleKind>()
        .Where(k => Places.Any(o => HttpContext.SignedIn().MayGive(k, o)))
        .Select(k => new SelectListItem(PeopleWords.Capital(PeopleWords.Of(k)), k.ToString()));

    public IActionResult OnGet()
    {
        if (!Load())
        {
            return new EmptyResult();
        }

        (Key, First) = (Creations.NewKey(), Dates.Iso(HttpContext.Clock().Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Load())
        {
            return new EmptyResult();
        }

        var viewer = HttpContext.SignedIn();
        var read = PersonReader.Read(new PersonText(Name, Email, Role, Organization, First, Last), viewer, HttpContext.Clock().Today);
        if (read.Person is not { } person)
        {
            foreach (var (field, message) in read.Problems)
            {
                ModelState.AddModelError(field, message);
            }

            return Page();
        }

        var now = HttpContext.Clock().Now;
        return Redirect(await Creations.MakeAsync(
                db,
                Creations.IsKey(Key) ? Key! : Creations.NewKey(),
                Account.StampName,
                now,
            async () => $"/people/{(await accounts.AddAsync(person, viewer.Name, now, cancel)).Id}",
            cancel));
    }

    private bool Load()
    {
        Places = HttpContext.SignedIn().GivesIn();
        if (Places.Count == 0)
        {
            HttpContext.Deny(Right.Administer, null);
        }

        return Places.Count > 0;
    }
}
