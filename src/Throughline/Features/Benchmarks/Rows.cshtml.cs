using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Disclosure;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>
/// What one figure was made from: what arrived of each school, who is counted, who is left out and why. Single students are
/// named, by their numbers, only to whoever may see figures about few.
/// </summary>
[Needs(Right.See)]
public sealed class RowsModel(Database database) : PageModel
{
    private const int MostRows = 2_000;

    public ShownBenchmark Shown { get; private set; } = null!;

    public GroupPicture Group { get; private set; } = null!;

    /// <summary>The figure that pages show.</summary>
    public Observation Figure { get; private set; } = null!;

    public Measure Measure { get; private set; } = null!;

    /// <summary>What the rows come to; null where nothing is counted.</summary>
    public Cell? Cell { get; private set; }

    /// <summary>By the name of the school.</summary>
    public IReadOnlyList<(string Name, int Arrived, DateTimeOffset? Last, IReadOnlyList<DateOnly> Missing)> Sources { get; private set; } = [];

    /// <summary>How many are left out, by the reason; null for fewer than may be told.</summary>
    public IReadOnlyList<(string Reason, int? Count)> LeftOut { get; private set; } = [];

    /// <summary>A line for each student or record, those that the measure's question holds for first; empty for whoever may not see them.</summary>
    public IReadOnlyList<RowLine> Lines { get; private set; } = [];

    public bool IsOfDays => Measure.Formula is AttendanceFormula;

    /// <summary>Whether the page's figure and the rows say the same.</summary>
    public bool Agrees { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, string? g, string? on, CancellationToken cancel)
    {
        if (await ShownBenchmark.FindAsync(HttpContext, code) is not { Picture: { IsDraft: false, Main: { } main } } shown
            || !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end))
        {
            return NotFound();
        }

        (Shown, Group) = (shown, (g is null ? main : shown.Picture.Of(g)) ?? main);
        var figure = ProofFigures.Of(Group).LastOrDefault(f => f.Observation.Period.End == end && f.CanHaveRows)?.Observation;
        await using var db = database.Context();
        var measure = await OwnMeasures.FindAsync(db, Group.Measure.Id, cancel);
        if (figure is null || measure?.Formula is not (AttendanceFormula or RecordFormula) || StudentGroup.NumberOf(Group.Group) is not { } group)
        {
            return NotFound();
        }

        (Figure, Measure) = (figure, measure);
        await LoadAsync(group, cancel);
        return Page();
    }

    private async Task LoadAsync(int group, CancellationToken cancel)
    {
        var places = await Places.LoadAsync(database, cancel);
        var found = await new Reconciler(database, places).OfAsync(
            new CellQuestion(Measure, SchoolYear.Of(Figure.Period.End), [Figure.Period], Measure.Readings[0], [Shown.Here.Organization.Id], [group], null), cancel);
        var mayName = MayName();

        // The figure may be shown and what it comes to now rest on too few to be told.
        Cell = found.Cells is [var cell, ..] && (mayName || cell.Counts.N >= SmallGroups.Minimum || Shown.Picture.Benchmark.Counts == Model.Counted.Other) ? cell : null;
        Agrees = Cell?.Value is { } value && Figure.In(Group.Measure.Unit) is { } shown && shown.Round(6) == value.Round(6);
        var tree = Shown.Here.Viewer.Tree;
        Sources = [.. found.Sources.Select(s => (tree.Find(s.Organization)?.Name ?? "", s.Arrived, s.LastArrivedAt, s.MissingDays))];
        LeftOut = [.. found.LeftOut.Where(l => l.Reason != WhyLeftOut.OutsidePeriod).GroupBy(l => l.Reason).OrderBy(r => r.Key)
            .Select(r => (BehindFigure.Reason(r.Key), mayName || r.Count() >= SmallGroups.Minimum ? r.Count() : (int?)null))];
        Lines = mayName ? await new BehindFigure(database).LinesAsync(found, MostRows, cancel) : [];
    }

    /// <summary>Students are named to whoever may see few of them, rooms to whoever may see few of those.</summary>
    private bool MayName() => Shown.Here.Has(
        Measure.Formula is RecordFormula { Kind.About: Throughline.Benchmarks.Evidence.RecordSubject.Room } ? GrantKind.Observations : GrantKind.Students);
}
