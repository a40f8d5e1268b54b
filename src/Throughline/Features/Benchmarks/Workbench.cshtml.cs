using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Examples;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>Where a benchmark is written: the sentence, how it is read, what would be judged, and what stands around it.</summary>
[Needs(Right.Write)]
public sealed class WorkbenchModel(ThroughlineDb db) : PageModel
{
    /// <summary>A longer text is not read while it is typed: all of it would come back marked.</summary>
    private const int MostTyped = 4 * Reading.Limit;

    private const string Summary = "Findings";

    private WorkbenchOptions options = null!;

    [BindProperty]
    public Entry Entry { get; set; } = new();

    /// <summary>Where a new one goes; null for one that is there.</summary>
    public NewPlace? New { get; private set; }

    /// <summary>The benchmark; null for a new one.</summary>
    public ShownBenchmark? Shown { get; private set; }

    /// <summary>How the sentence is read now.</summary>
    public Understanding Understood { get; private set; } = null!;

    /// <summary>What would be judged; null where the sentence determines nothing yet.</summary>
    public BenchmarkSpec? Spec { get; private set; }

    /// <summary>What somebody else saved meanwhile; null without a conflict.</summary>
    public Benchmark? Theirs { get; private set; }

    public WorkbenchOptions Options => options;

    public Here Here => HttpContext.Here();

    public string Place => Frame.PathOf(Here.Organization);

    public PlanPicture Plan => Shown?.Plan ?? New!.Plan;

    public bool MayLead => Here.May(Right.Lead);

    public string Code => Shown?.Picture.Code ?? BenchmarkTexts.NewBenchmark;

    public RevisionPass Pass => Entry.Pass ?? RevisionPass.Dated;

    public BenchmarkType Type => Shown?.Picture.Benchmark.Type ?? Entry.BenchmarkType;

    public IReadOnlyList<Finding> Fix => [.. Understood.Findings.Where(f => f.Severity == Severity.Fix)];

    /// <summary>The six criteria, as far as the sentence shows them.</summary>
    public IEnumerable<CheckSeen> Checks => new SixChecks(
        Understood, Type, Plan.Benchmarks.Count + (Shown is null ? 1 : 0)).All();

    /// <summary>Where typing is read: the same page, with its answer alone.</summary>
    public string ReadingAddress => $"{Request.PathBase}{Request.Path}{QueryString.Create(
        Request.Query.Where(q => q.Key is "under" or "type").Append(new("handler", "reading")))}";

    public async Task<IActionResult> OnGetAsync(string? code, string? under, string? type, CancellationToken cancel)
    {
        if (!await FindAsync(code, under, type))
        {
            return NotFound();
        }

        if (Shown is not null)
        {
            Entry = Entry.Of(Shown.Picture);
            Entry.Groups = await GroupsAsync(cancel);
        }
        else
        {
            (Entry.Key, Entry.Type) = (Creations.NewKey(), New!.Type.Name());
            Entry.Statement = ExampleLibrary.Default.Find(Request.Query["example"].ToString())?.Statement;
        }

        Entry.Pass = Enum.TryParse<RevisionPass>(Request.Query["pass"], ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked
            : Shown is { Picture.IsDraft: false } ? RevisionPass.Dated
            : Passes.At(Entry.Statement);
        await ReadAsync(cancel);
        return Page();
    }

    /// <summary>What was typed, read: for the page that is open, without a word saved.</summary>
    public async Task<IActionResult> OnPostReadingAsync(string? code, string? under, string? type, CancellationToken cancel)
    {
        if (!await FindAsync(code, under, type))
        {
            return NotFound();
        }

        if (Entry.Text.Length > MostTyped)
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        await ReadAsync(cancel);
        ModelState.Clear();
        return Partial("_Reading", this);
    }

    public async Task<IActionResult> OnPostAsync(
        string? code, string? under, string? type, [FromForm(Name = "do")] string? what, [FromForm] string? use, [FromForm] string? pick, CancellationToken cancel)
    {
        if (!await FindAsync(code, under, type))
        {
            return NotFound();
        }

        if (use is not null)
        {
            (Entry.Statement, Entry.Pass) = (use, Passes.After(Pass, use));
            ModelState.Remove("Entry.Statement");
            ModelState.Remove("Entry.Pass");
        }

        if (pick is not null)
        {
            Entry.Measure = pick;
            if (pick == Entry.Own)
            {
                Entry.NameOwnMeasure();
            }

            ModelState.Clear();
        }

        await ReadAsync(cancel);
        if (what == "combine" && Shown is not null)
        {
            (Theirs, Entry.Version) = (Shown.Picture.Benchmark, Shown.Picture.Benchmark.Version);
            ModelState.Remove("Entry.Version");
            return Page();
        }

        if (use is not null || pick is not null || what == "check")
        {
            return Page();
        }

        var isPublishing = what == "publish";
        new WorkbenchChecks(ModelState, Entry, Understood, Spec, Options, Here, Shown?.Picture.Benchmark.Counts).Check(isPublishing, MayLead);
        if (ModelState.IsValid)
        {
            return await SaveAsync(isPublishing, cancel);
        }

        // What keeps it from being published is not left out of sight.
        Entry.Pass = isPublishing ? RevisionPass.Dated : Entry.Pass;
        return Page();
    }

    private async Task<IActionResult> SaveAsync(bool isPublishing, CancellationToken cancel)
    {
        var saving = new WorkbenchSaving(db, Entry, Understood, Spec, Here.Viewer.Name, HttpContext.Clock().Now);
        if (New is { } place)
        {
            return Redirect(await saving.AddAsync(place, isPublishing, c => ShownBenchmark.AddressOf(Here.Organization, c), cancel) + InPass(isPublishing));
        }

        var saved = await saving.ChangeAsync(Shown!.Picture.Benchmark.Id, isPublishing, cancel);
        if (saved is null)
        {
            Theirs = await db.Benchmarks.AsNoTracking().SingleAsync(b => b.Id == Shown.Picture.Benchmark.Id, cancel);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect(isPublishing ? $"{Shown.Address}?done=published" : $"{Shown.Address}/edit?saved=yes{InPass(isPublishing)}");
    }

    /// <summary>A draft opens in the pass that it was left in.</summary>
    private string InPass(bool isPublishing) => isPublishing || Entry.Pass is not { } pass ? "" : $"&pass={pass.ToString().ToLowerInvariant()}";

    private async Task<bool> FindAsync(string? code, string? under, string? type)
    {
        if (code is null)
        {
            New = await NewPlace.FindAsync(HttpContext, under, type);
            return New is not null;
        }

        Shown = await ShownBenchmark.FindAsync(HttpContext, code);
        return Shown is not null;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Entry.Statement = Entry.Statement?.ReplaceLineEndings("\n");
        var stored = Shown?.Picture.Benchmark;
        Entry.Stored = stored is null ? null : Entry.Of(Shown!.Picture);
        Entry.StoredMeasure = stored is null ? null : Entry.NamedMeasure(stored);
        Understood = Understanding.Of(Entry.Text, Entry.Named());
        // What nobody touched stays what it was read as, with all that no field shows.
        Spec = stored?.Structure is { } structure && Entry.IsReadAlike ? Publication.Read(structure) : WorkbenchSaving.Fitted(Understood.Spec, Entry);
        Understood = Understood with { Findings = [.. Understood.Findings.Concat(FromPlace()).OrderBy(f => f.Severity)] };
        options = await WorkbenchOptions.LoadAsync(db, Here, Understood, HttpContext.Clock().Today, cancel);
        var known = Entry.Groups.Select(g => g.Group).ToHashSet(StringComparer.Ordinal);
        Entry.Groups.AddRange(GroupTargets.Offered(Spec).Where(g => !known.Contains(g)).Select(g => new GroupEntry { Group = g }));
    }

    private IEnumerable<Finding> FromPlace()
    {
        var chain = Shown is not null ? ChainPlace.Of(Plan, Shown.Picture).Stage(Type) : New!.Beside(Type);
        return new PlaceFindings(Plan, Type, chain?.Where(b => b != Shown?.Picture).ToList(), Entry.Counts).Of(Understood.Reading, Spec);
    }

    private async Task<List<GroupEntry>> GroupsAsync(CancellationToken cancel) =>
        [.. (await db.GroupTargets.AsNoTracking().Where(t => t.BenchmarkId == Shown!.Picture.Benchmark.Id).OrderBy(t => t.Id).ToListAsync(cancel))
            .Select(t => GroupTargets.EntryOf(t.Group, t.Structure))];

    /// <summary>The school year whose dates are offered and drawn.</summary>
    public SchoolYear Year => SchoolYear.Of(HttpContext.Clock().Today);

    public string FindingId(int index) => $"{Summary}-{index.ToString(CultureInfo.InvariantCulture)}";
}
