using Microsoft.AspNetCore.Mvc;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Packs;
using Throughline.Ui;

namespace Throughline.Features.Plans;

/// <summary>The plan as a causal story, as a picture or as an outline, and where it breaks.</summary>
[Needs(Right.See)]
public sealed class IndexModel(Pictures pictures) : PlanPage(pictures)
{
    private const string Outline = "outline";
    private const string Breaks = "breaks";

    /// <summary>How many groups stand beside each other; the others are in a list to open.</summary>
    private const int GroupsShown = 5;

    private string? asked;

    /// <summary>Null where there is no plan yet.</summary>
    public PlanPicture? Picture { get; private set; }

    public bool IsOutline { get; private set; }

    public bool OnlyBreaks { get; private set; }

    /// <summary>The student group that the stations speak of.</summary>
    public string Group { get; private set; } = StudentGroup.All;

    /// <summary>Every group that some benchmark knows; one means that there is nothing to choose.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    public IEnumerable<string> FirstGroups => Groups.Take(GroupsShown);

    public IEnumerable<string> MoreGroups => Groups.Skip(GroupsShown);

    /// <summary>Each objective with its lines; with only breaks asked for, those that break.</summary>
    public IReadOnlyList<(ObjectivePicture Objective, IReadOnlyList<ChainLine> Lines)> Objectives { get; private set; } = [];

    public int BreakCount { get; private set; }

    public Framework? Framework => PlanKinds.Find(Entry!.Kind).Framework;

    public string Year => PlanWords.YearOf(Entry!, SchoolYear.Of(Clock.Today).EndYear);

    /// <summary>"The chain breaks in two places."</summary>
    public string Headline => BreakCount switch
    {
        0 when !Picture!.Benchmarks.Any(b => b.Status is not null) => PlanTexts.NothingJudged,
        0 => PlanTexts.NoBreak,
        1 => PlanTexts.OneBreak,
        _ => PlanTexts.ManyBreaks.With(PlanWords.Number(BreakCount)),
    };

    public async Task<IActionResult> OnGetAsync(string? view, string? g, string? only, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Entry is null || await PictureAsync(cancel) is not { } picture)
        {
            return Page();
        }

        (Picture, IsOutline, OnlyBreaks, asked) = (picture, view == Outline, only == Breaks, g);
        return Page();
    }

    /// <summary>Follows the chains of the plan for the group that was asked for; the page does so when it draws them.</summary>
    public void Follow()
    {
        var picture = Picture!;
        var known = picture.Benchmarks.SelectMany(b => b.Groups).Select(x => x.Group).ToHashSet(StringComparer.Ordinal);
        Groups = [StudentGroup.All, .. GroupOrder.All.Where(x => x != StudentGroup.All && known.Contains(x)), .. known.Except(GroupOrder.All).Order(StringComparer.Ordinal)];
        Group = asked is not null && known.Contains(asked) ? asked : StudentGroup.All;
        var all = picture.Objectives.Select(o => (o, Lines: o.Initiatives.Select(i => PlanChain.Of(i, Group, picture.Today)).ToList())).ToList();
        BreakCount = all.Sum(o => o.Lines.Count(l => l.Break is not null));
        Objectives = [.. all
            .Select(o => (o.o, Lines: (IReadOnlyList<ChainLine>)(OnlyBreaks ? o.Lines.FindAll(l => l.Break is not null) : o.Lines)))
            .Where(o => !OnlyBreaks || o.Lines.Count > 0)];
    }

    /// <summary>This page with another answer to one of its questions.</summary>
    public string With(string? group = null, bool? outline = null, bool? breaks = null)
    {
        var g = group ?? Group;
        return Href("", string.Join('&', new[]
        {
            outline ?? IsOutline ? "view=" + Outline : null,
            g == StudentGroup.All ? null : "g=" + Uri.EscapeDataString(g),
            breaks ?? OnlyBreaks ? "only=" + Breaks : null,
        }.OfType<string>()));
    }

    /// <summary>What a station says: how much is done, where it stands, or with whom it is shared.</summary>
    public static string Station(ChainStage stage, string? sharedWith)
    {
        if (sharedWith is not null)
        {
            return PlanTexts.SharedWith.With(sharedWith);
        }

        if (stage.Status is not { } status)
        {
            return stage.Benchmarks.Count > 0 ? PlanTexts.OnlyDrafts : PlanTexts.NothingHere;
        }

        if (stage.Type != Throughline.Benchmarks.Language.BenchmarkType.Activity || (stage.Met == 0 && stage.OnTrack == 0))
        {
            return Show.Word(status);
        }

        var done = stage.Met > 0 ? PlanTexts.OfDone.With(stage.Met, stage.Judged) : PlanTexts.OfOnTrack.With(stage.OnTrack, stage.Judged);
        return status is Status.Met or Status.OnTrack ? done : PlanTexts.DoneButOff.With(done, Show.Word(status).ToLowerInvariant());
    }

    /// <summary>The first line of an objective shows its final outcomes; the others say that they share them.</summary>
    public static string? SharedWith(ObjectivePicture objective, ChainLine line, ChainStage stage) =>
        stage.Type == Throughline.Benchmarks.Language.BenchmarkType.FinalOutcome && line.Initiative.SharedFinals.Count > 0
        && stage.Benchmarks.Count == line.Initiative.SharedFinals.Count && line.Initiative != objective.Initiatives[0]
            ? objective.Initiatives[0].Initiative.Code
            : null;

    /// <summary>The benchmark that a break shows first.</summary>
    public static BenchmarkPicture? Shown(ChainLine line) =>
        line.Stages[(int)line.BreaksAt!].Benchmarks.FirstOrDefault(b => b.Code == line.Break!.Codes[0]);
}
