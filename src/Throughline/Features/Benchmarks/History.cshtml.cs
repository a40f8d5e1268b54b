using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>Every change of a benchmark: who, when, what, from what to what.</summary>
[Needs(Right.See)]
public sealed class HistoryModel(ThroughlineDb db) : PageModel
{
    private const int Most = 200;

    public ShownBenchmark Shown { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Event> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancel)
    {
        if (await ShownBenchmark.FindAsync(HttpContext, code) is not { } shown)
        {
            return NotFound();
        }

        Shown = shown;
        var (subject, id) = (shown.Picture.Benchmark.Subject, shown.Picture.Benchmark.Id);
        Events = await db.Events.AsNoTracking()
            .Where(e => e.Subject == subject && e.SubjectId == id)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return Page();
    }

    /// <summary>What was done, in words: "Wording changed".</summary>
    public static string What(Event one) => BenchmarkTexts.ResourceManager.GetString("What_" + one.What.Replace(' ', '_'), BenchmarkTexts.Culture) ?? one.What;

    /// <summary>Whether before and after are texts for people.</summary>
    public static bool IsText(Event one) => one.What is "wording" or "published" or "added";
}
