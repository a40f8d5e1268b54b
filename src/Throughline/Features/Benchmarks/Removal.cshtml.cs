using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>Takes a benchmark out of its plan, and puts it back: nothing is deleted.</summary>
[Needs(Right.Write)]
public sealed class RemovalModel(ThroughlineDb db) : PageModel
{
    public Benchmark Benchmark { get; private set; } = null!;

    /// <summary>That it was removed; null while it stands in its plan.</summary>
    public Removal? Removal { get; private set; }

    public Here Here => HttpContext.Here();

    public string Address => ShownBenchmark.AddressOf(Here.Organization, Benchmark.Code);

    public string PlanAddress => $"{Frame.PathOf(Here.Organization)}/plan";

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancel) =>
        await FindAsync(code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? code, string? undo, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel))
        {
            return NotFound();
        }

        var (who, now) = (Here.Viewer.Name, HttpContext.Clock().Now);
        if (undo is null && Removal is null)
        {
            var (removal, removed) = Benchmark.Remove(who, now);
            db.Removals.Add(removal);
            db.Events.Add(removed);
        }
        else if (undo is not null && Removal is not null)
        {
            db.Removals.Remove(Removal);
            db.Events.Add(Benchmark.Restore(who, now));
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody did the same at the same moment: what was wanted is so.
        }

        return undo is null ? Redirect($"{Address}/removal") : Redirect($"{Address}?done=restored");
    }

    private async Task<bool> FindAsync(string? code, CancellationToken cancel)
    {
        // The plan in force today first, as everywhere.
        var year = SchoolYear.Of(HttpContext.Clock().Today).EndYear;
        var found = await db.Benchmarks
            .Where(b => b.Code == code && b.Plan!.OrganizationId == Here.Organization.Id)
            .OrderByDescending(b => b.Plan!.FirstYear <= year && b.Plan.LatestYear >= year)
            .ThenByDescending(b => b.Plan!.FirstYear).ThenByDescending(b => b.PlanId)
            .FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return false;
        }

        var subject = found.Subject;
        Benchmark = found;
        Removal = await db.Removals.FirstOrDefaultAsync(r => r.PlanId == found.PlanId && r.Subject == subject && r.SubjectId == found.Id, cancel);
        return true;
    }
}
