using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>What was typed becomes a benchmark, or the next version of one; published where that is asked for.</summary>
internal sealed class WorkbenchSaving(ThroughlineDb db, Entry entry, Understanding understood, BenchmarkSpec? spec, string who, DateTimeOffset now)
{
    /// <summary>
    /// The structure with what stands around the sentence: the day a path starts on, and how often the figures come.
    /// </summary>
    public static BenchmarkSpec? Fitted(BenchmarkSpec? spec, Entry entry)
    {
        if (spec?.Target is FromTo { On: null } way && entry.StartsOn is { } starts && starts < way.By)
        {
            spec = spec with { Target = way with { On = starts } };
        }

        return spec is null ? null
            : entry.Days(out _).Count > 0 ? spec with { Measure = spec.Measure with { Cadence = null } }
            : Cadence.TryParse(entry.Every, out var every) ? spec with { Measure = spec.Measure with { Cadence = every } }
            : spec;
    }

    /// <summary>Adds it once for each key, and says where it is shown: its page once published, else its workbench.</summary>
    public Task<string> AddAsync(NewPlace place, bool isPublishing, Func<string, string> addressOf, CancellationToken cancel) => Creations.MakeAsync(
        db, Creations.IsKey(entry.Key) ? entry.Key! : Creations.NewKey(), place.Plan.Plan.Stamp, now, () => MakeAsync(place, isPublishing, addressOf, cancel), cancel);

    /// <summary>Changes it; null where somebody else changed it meanwhile.</summary>
    public async Task<Benchmark?> ChangeAsync(int id, bool isPublishing, CancellationToken cancel)
    {
        var benchmark = await db.Benchmarks.Include(b => b.Plan).Include(b => b.Publications).SingleAsync(b => b.Id == id, cancel);
        if (benchmark.Version != entry.Version)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            var named = entry.Named();
            Keep(benchmark.Rewrite(entry.Text.Trim(), spec, named, await VersionAsync(cancel), who, now));
            Keep(benchmark.Describe(entry.Details(), who, now));
            await FinishAsync(benchmark, isPublishing, cancel);
            await transaction.CommitAsync(cancel);
            return benchmark;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private async Task<string> MakeAsync(NewPlace place, bool isPublishing, Func<string, string> addressOf, CancellationToken cancel)
    {
        var plan = await db.Plans.SingleAsync(p => p.Id == place.Plan.Plan.Id, cancel);
        var (named, version, text) = (entry.Named(), await VersionAsync(cancel), entry.Text.Trim());
        var type = place.Types.FirstOrDefault(t => t == entry.BenchmarkType, place.Type);
        var used = await db.Benchmarks.Where(b => b.PlanId == plan.Id).Select(b => b.Code).ToListAsync(cancel);
        var (benchmark, added) = place.Under is { } under
            ? plan.AddBenchmark(Codes.Benchmark(under, type, used), type, text, spec, named, version, who, now)
            : plan.AddBenchmark(text, spec, named, version, who, now);
        (benchmark.InitiativeId, benchmark.ObjectiveId) = (place.Initiative?.Id, place.Objective?.Id);
        benchmark.Position = used.Count + 1;
        _ = benchmark.Describe(entry.Details(), who, now);
        await db.SaveNewAsync(benchmark, () => benchmark.Id, added, cancel);
        await FinishAsync(benchmark, isPublishing, cancel);
        return addressOf(benchmark.Code) + (isPublishing ? "?done=published" : "/edit?saved=yes");
    }

    /// <summary>The groups' own targets, and the publication. What is in force is not changed by a draft.</summary>
    private async Task FinishAsync(Benchmark benchmark, bool isPublishing, CancellationToken cancel)
    {
        if (isPublishing || benchmark.Publications.Count == 0)
        {
            await SetGroupsAsync(benchmark, cancel);
        }

        var published = isPublishing ? benchmark.Publish(understood.Findings.Any(f => f.Severity == Throughline.Benchmarks.Language.Severity.Fix) ? Entry.Trimmed(entry.Kept) : null, who, now) : null;
        await db.SaveChangesAsync(cancel);
        if (published is var (publication, said))
        {
            await db.SaveNewAsync(publication, () => benchmark.Id, said, cancel);
        }
    }

    private async Task SetGroupsAsync(Benchmark benchmark, CancellationToken cancel)
    {
        var known = (await db.GroupTargets.Where(t => t.BenchmarkId == benchmark.Id).ToListAsync(cancel)).ToDictionary(t => t.Group);
        foreach (var group in entry.Groups.Where(g => g.Group is not null && Throughline.Benchmarks.Measures.StudentGroup.IsKnown(g.Group)).DistinctBy(g => g.Group))
        {
            var before = known.GetValueOrDefault(group.Group!);
            var after = spec is not null && GroupTargets.Of(spec, group) is { } own ? BenchmarkJson.ToText(own) : null;
            if (benchmark.TargetFor(group.Group!, before?.Structure, after, who, now) is not { } changed)
            {
                continue;
            }

            Keep(changed);
            if (after is null)
            {
                db.GroupTargets.Remove(before!);
            }
            else if (before is null)
            {
                db.GroupTargets.Add(new GroupTarget { PlanId = benchmark.PlanId, BenchmarkId = benchmark.Id, Group = group.Group!, Structure = after, RecordedAt = now });
            }
            else
            {
                (before.Structure, before.RecordedAt) = (after, now);
            }
        }
    }

    private async Task<MeasureVersion?> VersionAsync(CancellationToken cancel) =>
        (spec?.Measure ?? understood.Measure) is { } measure ? await BenchmarkWriting.VersionAsync(db, measure, cancel) : null;

    private void Keep(Event? changed)
    {
        if (changed is not null)
        {
            db.Events.Add(changed);
        }
    }
}
