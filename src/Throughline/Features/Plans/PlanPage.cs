using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Plans;

/// <summary>A page about a plan of the organization that the address names: a school, a district or the state.</summary>
public abstract class PlanPage(Pictures pictures) : PageModel
{
    /// <summary>Which of several plans; null for the one in force.</summary>
    [BindProperty(SupportsGet = true, Name = "plan")]
    public int? Number { get; set; }

    public Here Here => HttpContext.Here();

    public SiteClock Clock => HttpContext.Clock();

    public bool MayWrite => Here.May(Right.Write);

    /// <summary>Its plans, the one in force first.</summary>
    public IReadOnlyList<PlanEntry> Plans { get; private set; } = [];

    /// <summary>The plan that the address means; null where there is none.</summary>
    public PlanEntry? Entry { get; private set; }

    protected string Who => Here.Viewer.Name;

    /// <summary>"initiative-5": where a part stands on the page on which it is written, and in the names of fields there.</summary>
    public static string Anchor(PlanPart part) => string.Create(CultureInfo.InvariantCulture, $"{part.Subject}-{part.Id}");

    /// <summary>"/s/00010003/plan/write", with the plan's number where the address has it.</summary>
    public string Href(string rest = "", string? query = null)
    {
        var all = string.Join('&', new[] { query, Number is { } n ? string.Create(CultureInfo.InvariantCulture, $"plan={n}") : null }.Where(q => !string.IsNullOrEmpty(q)));
        return Frame.PathOf(Here.Organization) + "/plan" + (rest.Length > 0 ? "/" + rest : "") + (all.Length > 0 ? "?" + all : "");
    }

    /// <summary>The page of another of its plans.</summary>
    public string HrefOf(PlanEntry other) => string.Create(CultureInfo.InvariantCulture, $"{Frame.PathOf(Here.Organization)}/plan?plan={other.Id}");

    /// <summary>"/s/00010003/b/A1-E1".</summary>
    public string BenchmarkHref(string code) => $"{Frame.PathOf(Here.Organization)}/b/{Uri.EscapeDataString(code)}";

    /// <summary>Where a new benchmark is written, under an initiative or an objective: "under=A1".</summary>
    public string NewBenchmarkHref(string under) => Href("", under).Replace("/plan?", "/b/new?", StringComparison.Ordinal);

    /// <summary>Finds the plan; false where the address names one that this organization has not.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        Plans = await pictures.PlansOfAsync(Here.Organization.Id, Clock.Today, cancel);
        Entry = Number is { } n ? Plans.FirstOrDefault(p => p.Id == n) : Plans.Count > 0 ? Plans[0] : null;
        return Entry is not null || Number is null;
    }

    /// <summary>The same by a part's plan.</summary>
    protected async Task<bool> FindAsync(int planId, CancellationToken cancel)
    {
        Plans = await pictures.PlansOfAsync(Here.Organization.Id, Clock.Today, cancel);
        Entry = Plans.FirstOrDefault(p => p.Id == planId);
        Number = Entry is not null && Plans[0].Id != planId ? planId : null;
        return Entry is not null;
    }

    /// <summary>The plan's picture, as whoever looks may see it.</summary>
    protected ValueTask<PlanPicture?> PictureAsync(CancellationToken cancel) => pictures.GetAsync(
        Entry!.Id, Clock.Today, new Audience(Here.Has(GrantKind.Students), Here.Has(GrantKind.Observations)), cancel);
}
