using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Evidence;

/// <summary>Who keeps a source and how often it is expected, said by those who write the plan.</summary>
[Needs(Right.Write)]
public sealed class SourceModel(Database database, ThroughlineDb db, Pictures pictures) : PageModel
{
    [BindProperty]
    public string? KeptBy { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Every { get; set; }

    [BindProperty]
    public bool Preliminary { get; set; }

    internal PlanSource Source { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string Back => Frame.PathOf(HttpContext.Here().Organization) + "/evidence";

    public static IReadOnlyList<SelectListItem> Cadences { get; } =
        [new(SourceTexts.FormEveryOwn, ""), .. Ui.Cadences.Offered.Select(c => new SelectListItem(Ui.Cadences.Name(c), c))];

    public async Task<IActionResult> OnGetAsync(string? of, CancellationToken cancel)
    {
        if (!await FindAsync(of, cancel))
        {
            return NotFound();
        }

        (KeptBy, Address, Every, Preliminary) = (Source.Said?.KeptBy, Source.Said?.Address, Source.Said?.Every, Source.Said?.Preliminary ?? false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? of, CancellationToken cancel)
    {
        if (!await FindAsync(of, cancel))
        {
            return NotFound();
        }

        (KeptBy, Address, Every) = (Text(KeptBy), Text(Address), Text(Every));
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await SaveAsync(HttpContext.Here(), HttpContext.Clock().Now, cancel);
        return Redirect(Back);
    }

    private async Task SaveAsync(Here here, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Whoever says something about sources does so one after the other.
        await db.CountChangesAsync([], cancel);
        var (organization, kind, who) = (here.Organization.Id, Source.Kind, here.Viewer.Name);
        var source = await db.Sources.FirstOrDefaultAsync(s => s.OrganizationId == organization && s.Kind == kind, cancel);
        if (source is null)
        {
            source = new Source { OrganizationId = organization, Kind = kind, RecordedAt = now, Who = who };
            db.Sources.Add(source);
            await db.SaveChangesAsync(cancel);
        }

        if (source.Say(KeptBy, Address, Every, Preliminary, who, now) is { } said)
        {
            db.Events.Add(said);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private void Check()
    {
        foreach (var (name, text) in new[] { (nameof(KeptBy), KeptBy), (nameof(Address), Address) })
        {
            if (text?.Length > Model.Source.LongestText)
            {
                ModelState.AddModelError(name, SourceTexts.ErrorTooLong.With(Model.Source.LongestText));
            }
        }

        // A mailto address must be nothing else: no second address, no subject, no line.
        if (Address is not null && !(new EmailAddressAttribute().IsValid(Address) && Address.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+')))
        {
            ModelState.AddModelError(nameof(Address), SourceTexts.ErrorAddress);
        }

        if (Every is not null && !Ui.Cadences.Offered.Contains(Every))
        {
            ModelState.AddModelError(nameof(Every), SourceTexts.ErrorEvery);
        }
    }

    private async Task<bool> FindAsync(string? kind, CancellationToken cancel)
    {
        if (await PlanInForce.FindAsync(HttpContext, pictures) is not { } plan
            || (await new PlanSources(database).OfAsync(plan, cancel)).FirstOrDefault(s => s.Kind == kind) is not { } source)
        {
            return false;
        }

        (Source, Name) = (source, SourceRow.NameOf(source));
        return true;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
