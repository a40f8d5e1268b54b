using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>
/// Pictures of plans, kept while nothing they rest on changes. Every request asks the database whether that is so, so
/// that what one person writes the next request shows, in whichever process.
/// </summary>
public sealed class Pictures(Database database, Stamps stamps) : IDisposable
{
    /// <summary>How many pictures stay in memory, those longest unused leaving first: a district's plans twice over, some megabytes.</summary>
    private const int MostKept = 400;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private volatile PlanList plans = new(-1, Enumerable.Empty<PlanEntry>().ToLookup(p => p.OrganizationId));

    /// <summary>A plan as an audience sees it on a day, from all that is known; null where there is no such plan.</summary>
    public async ValueTask<PlanPicture?> GetAsync(int planId, DateOnly today, Audience audience, CancellationToken cancel)
    {
        var all = await stamps.AllAsync(cancel);
        if (kept.TryGetValue((planId, today, audience), out Kept? known) && known!.All == all)
        {
            return known.Picture;
        }

        var (plan, evidence) = (await stamps.OfAsync(Plan.StampOf(planId), cancel), await stamps.OfAsync(PublishedValue.StampName, cancel));
        if (known is not null && known.Plan == plan && known.Evidence == evidence)
        {
            Keep((planId, today, audience), known with { All = all });
            return known.Picture;
        }

        var picture = await MakeAsync(planId, today, DateTimeOffset.MaxValue, audience, cancel);
        if (picture is not null)
        {
            Keep((planId, today, audience), new Kept(all, plan, evidence, picture));
        }

        return picture;
    }

    /// <summary>The same as it was known at an instant; not kept.</summary>
    public Task<PlanPicture?> AsKnownAsync(int planId, DateOnly today, DateTimeOffset knownAt, Audience audience, CancellationToken cancel) =>
        MakeAsync(planId, today, knownAt, audience, cancel);

    /// <summary>The plans of an organization, the one in force on a day first: the latest begun of those that cover its school year.</summary>
    public async ValueTask<IReadOnlyList<PlanEntry>> PlansOfAsync(int organizationId, DateOnly today, CancellationToken cancel)
    {
        var list = await ListAsync(cancel);
        var year = Benchmarks.Calendar.SchoolYear.Of(today).EndYear;
        return [.. list.ByOrganization[organizationId]
            .OrderByDescending(p => p.FirstYear <= year && p.LatestYear >= year)
            .ThenByDescending(p => p.FirstYear)
            .ThenByDescending(p => p.Id)];
    }

    public void Dispose() => kept.Dispose();

    private async ValueTask<PlanList> ListAsync(CancellationToken cancel)
    {
        var stamp = await stamps.OfAsync(Plan.ListStamp, cancel);
        if (plans.Stamp != stamp)
        {
            await using var db = database.Context();
            var all = await db.Plans.AsNoTracking()
                .Select(p => new PlanEntry(p.Id, p.OrganizationId, p.Name, p.Kind, p.FirstYear, p.LatestYear))
                .ToListAsync(cancel);
            plans = new PlanList(stamp, all.ToLookup(p => p.OrganizationId));
        }

        return plans;
    }

    private async Task<PlanPicture?> MakeAsync(int planId, DateOnly today, DateTimeOffset knownAt, Audience audience, CancellationToken cancel)
    {
        await using var db = database.Context();
        return await PlanRows.LoadAsync(db, planId, cancel) is { } rows ? new PlanJudge(rows, today, knownAt, audience).Judge() : null;
    }

    private void Keep(object key, Kept one) => kept.Set(key, one, new MemoryCacheEntryOptions { Size = 1 });

    private sealed record Kept(long All, long Plan, long Evidence, PlanPicture Picture);

    private sealed record PlanList(long Stamp, ILookup<int, PlanEntry> ByOrganization);
}

/// <summary>A plan in a list: whose it is, what it is called, and its school years by the calendar year they end in, both included.</summary>
public sealed record PlanEntry(int Id, int OrganizationId, string Name, string Kind, int FirstYear, int LatestYear);
