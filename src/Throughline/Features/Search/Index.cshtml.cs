using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Data;

namespace Throughline.Features.Search;

/// <summary>Finds by a piece of text, among what this person may see and nothing else.</summary>
[Needs(Right.SignedIn)]
public sealed class IndexModel(ThroughlineDb db) : PageModel
{
    private const int MostLetters = 100;

    public string Text { get; private set; } = "";

    public Findings Findings { get; private set; } = new([], IsMore: false);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var typed = Request.Query["q"].ToString().Replace("\0", "", StringComparison.Ordinal).Trim();
        Text = typed.Length > MostLetters ? typed[..MostLetters] : typed;
        if (Text.Length > 0)
        {
            Findings = await new Finder(db, HttpContext.SignedIn()).FindAsync(Text, cancel);
        }
    }
}
