using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>A benchmark: words first, then its chart, its groups, its numbers and how the verdict came about.</summary>
[Needs(Right.See)]
public sealed class BenchmarkModel(Database database) : PageModel
{
    public ShownBenchmark Shown { get; private set; } = null!;

    /// <summary>The student group that words, chart and table speak of; null for a draft.</summary>
    public GroupPicture? Group { get; private set; }

    /// <summary>What was just done here: "published", "figure".</summary>
    [FromQuery(Name = "done")]
    public string? Done { get; set; }

    /// <summary>Whether its figures are counted from rows that are kept here.</summary>
    public bool HasRows { get; private set; }

    public Wording Words { get; } = new(CultureInfo.CurrentUICulture);

    public BenchmarkPicture Picture => Shown.Picture;

    public Benchmark Benchmark => Shown.Picture.Benchmark;

    public bool MayWrite => Shown.Here.May(Right.Write);

    public bool MayEnter => !Picture.IsDraft && Shown.Here.May(Right.Enter);

    public async Task<IActionResult> OnGetAsync(string? code, string? g)
    {
        if (await ShownBenchmark.FindAsync(HttpContext, code) is not { } shown)
        {
            return NotFound();
        }

        Shown = shown;
        Group = (g is null ? null : Picture.Of(g)) ?? Picture.Main;
        HasRows = Group is not null && await BehindFigure.HasRowsAsync(database, Group.Measure.Id, shown.Here.Organization.Id, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>The same page for another group.</summary>
    public string AddressOf(GroupPicture group) =>
        group == Picture.Main ? Shown.Address : $"{Shown.Address}?g={Uri.EscapeDataString(group.Group)}";

    /// <summary>"Short-term outcome", "Lower is better", "Checked monthly", "Led by …": what is known of them.</summary>
    public IEnumerable<string> Facts()
    {
        yield return Say.Type(Benchmark.Type);
        if (Picture.Spec is { } spec)
        {
            if (spec.Target is not Milestone)
            {
                yield return spec.Direction == Throughline.Benchmarks.Measures.Direction.Decrease ? BenchmarkTexts.LowerIsBetter : BenchmarkTexts.HigherIsBetter;
            }

            yield return Checked(spec);
        }

        if (Benchmark.Owner is { } owner)
        {
            yield return BenchmarkTexts.LedBy.With(owner);
        }
    }

    private string Checked(BenchmarkSpec spec)
    {
        if (spec.Target is Milestone)
        {
            return BenchmarkTexts.CheckedOnce;
        }

        if (Benchmark.CheckOn is { Length: > 0 } days)
        {
            return BenchmarkTexts.CheckedOn.With(string.Join(", ", Schedule.Days(days).Select(Say.Day)));
        }

        var cadence = Evaluator.EveryOf(spec.Target)
            ?? (Cadence.TryParse(Benchmark.Every, out var own) ? own : spec.Measure.Cadence ?? Cadence.Month);
        return Cadences.Checked(cadence);
    }
}
