using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Model;

namespace Throughline.Features.Organizations;

/// <summary>The organizations that the reader administers.</summary>
[Needs(Right.Administer)]
public sealed class IndexModel : PageModel
{
    private const int RowsOnPage = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "page", SupportsGet = true)]
    public string? PageNumber { get; set; }

    public IReadOnlyList<Organization> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int PageShown { get; private set; } = 1;

    public int PageCount => Math.Max(1, (Count + RowsOnPage - 1) / RowsOnPage);

    public void OnGet()
    {
        var viewer = HttpContext.SignedIn();
        var text = Search?.Trim() ?? "";
        var all = viewer.Tree.All
            .Where(o => viewer.May(Right.Administer, o))
            .Where(o => o.Name.Contains(text, StringComparison.CurrentCultureIgnoreCase) || o.Code.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(o => o.Kind).ThenBy(o => o.Name, StringComparer.CurrentCulture).ToList();
        Count = all.Count;
        PageShown = int.TryParse(PageNumber, out var page) ? Math.Clamp(page, 1, PageCount) : 1;
        Rows = [.. all.Skip((PageShown - 1) * RowsOnPage).Take(RowsOnPage)];
    }

    public string Href(int page) => Search is { Length: > 0 } q ? $"/organizations?q={Uri.EscapeDataString(q)}&page={page}" : $"/organizations?page={page}";

    /// <summary>"School".</summary>
    public static string KindOf(Organization organization) => organization.Kind switch
    {
        OrganizationKind.State => PeopleTexts.KindState,
        OrganizationKind.District => PageTexts.District,
        _ => PageTexts.School,
    };
}
