using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>Where a plan's benchmarks stand, as everybody may know it: what is hidden from anybody counts as hidden.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="OrganizationId">Whose it is.</param>
/// <param name="Published">How many benchmarks are in force.</param>
/// <param name="Counts">How many of them stand where.</param>
/// <param name="Latest">When the latest figure came in; null before the first.</param>
public sealed record Standing(int PlanId, int OrganizationId, int Published, IReadOnlyDictionary<Status, int> Counts, DateTimeOffset? Latest);

/// <summary>What is ready of all standings.</summary>
/// <param name="ByOrganization">Those that are ready; a figure that came in since may be missing until its plan's turn.</param>
/// <param name="Ready">How many are up to date.</param>
/// <param name="Plans">Of how many plans.</param>
public sealed record StandingsSoFar(ILookup<int, Standing> ByOrganization, int Ready, int Plans)
{
    public bool IsWhole => Ready >= Plans;
}

/// <summary>
/// Judges every plan of the installation in the background, one after the other, and keeps what it found while the plan's
/// stamps hold. It works when somebody has asked and something has changed, and sleeps else.
/// </summary>
public sealed class Standings(Database database, Stamps stamps, Pictures pictures, TimeProvider clock, ILogger<Standings> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<int, Kept> kept = new();
    private volatile int plans = -1;
    private long made = -1;
    private int madeOn;

    /// <summary>What is ready now; more is made after this call where something is missing.</summary>
    public async ValueTask<StandingsSoFar> SoFarAsync(DateOnly today, CancellationToken cancel)
    {
        var all = await stamps.AllAsync(cancel);
        var isCurrent = Interlocked.Read(ref made) == all && madeOn == today.DayNumber;
        if (!isCurrent)
        {
            asked.Writer.TryWrite(true);
        }

        if (plans < 0)
        {
            await using var db = database.Context();
            plans = await db.Plans.CountAsync(cancel);
        }

        var ready = kept.Values.Count(k => k.Day == today.DayNumber);
        return new StandingsSoFar(kept.Values.Where(k => k.Day == today.DayNumber).ToLookup(k => k.Standing.OrganizationId, k => k.Standing), ready, plans);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await MakeAsync(stoppingToken);
            }
            catch (Exception e) when (DatabaseCheck.Explain(database, e) is { } problem)
            {
                log.LogWarning("Standings wait: {Reason}", problem.Message);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    private async Task MakeAsync(CancellationToken cancel)
    {
        // Read before what it stands for: what is kept may be newer than its stamp, never older.
        var all = await stamps.AllAsync(cancel);
        var (list, byName, today) = await ListAsync(cancel);
        plans = list.Count;
        foreach (var gone in kept.Keys.Except(list.Select(p => p.Id)))
        {
            kept.TryRemove(gone, out _);
        }

        var evidence = byName.GetValueOrDefault(PublishedValue.StampName);
        foreach (var (id, organizationId) in list)
        {
            var stamp = byName.GetValueOrDefault(Plan.StampOf(id));
            if (kept.TryGetValue(id, out var known) && known.Stamp == stamp && known.Evidence == evidence && known.Day == today.DayNumber)
            {
                continue;
            }

            if (await pictures.AsKnownAsync(id, today, DateTimeOffset.MaxValue, default, cancel) is { } picture)
            {
                kept[id] = new Kept(stamp, evidence, today.DayNumber, Of(picture, organizationId));
            }

            // Readers come first: two processors and two thousand plans.
            await Task.Delay(Pause, clock, cancel);
        }

        madeOn = today.DayNumber;
        Interlocked.Exchange(ref made, all);
    }

    private async Task<(List<(int Id, int OrganizationId)> Plans, Dictionary<string, long> Stamps, DateOnly Today)> ListAsync(CancellationToken cancel)
    {
        await using var db = database.Context();
        var pinned = (await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Name == Setting.SampleDay, cancel))?.Value;
        var day = new SiteClock(clock, SiteClock.PinnedBy(pinned)).Today;
        var year = Benchmarks.Calendar.SchoolYear.Of(day).EndYear;
        var byName = await db.Stamps.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, StringComparer.Ordinal, cancel);
        var all = await db.Plans.AsNoTracking().Where(p => p.FirstYear <= year && p.LatestYear >= year)
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.OrganizationId }).ToListAsync(cancel);
        return (all.ConvertAll(p => (p.Id, p.OrganizationId)), byName, day);
    }

    private static Standing Of(PlanPicture picture, int organizationId)
    {
        var published = picture.Benchmarks.Where(b => !b.IsDraft).ToList();
        var counts = published.Select(b => b.Status).OfType<Status>().CountBy(s => s).ToDictionary();
        return new Standing(picture.Plan.Id, organizationId, published.Count, counts, picture.DataAsOf);
    }

    private sealed record Kept(long Stamp, long Evidence, int Day, Standing Standing);
}
