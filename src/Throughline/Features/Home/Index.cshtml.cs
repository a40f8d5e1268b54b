using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Model;

namespace Throughline.Features.Home;

/// <summary>Leads people to their first place; says so to those who have none.</summary>
[Needs(Right.SignedIn)]
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => HttpContext.SignedIn().Places.FirstOrDefault() switch
    {
        { Kind: OrganizationKind.School } school => Redirect($"/s/{Uri.EscapeDataString(school.Code)}/plan"),
        { Kind: OrganizationKind.District } district => Redirect($"/d/{Uri.EscapeDataString(district.Code)}/schools"),
        not null => Redirect("/state/schools"),
        _ => Page(),
    };
}
