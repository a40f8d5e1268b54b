using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>
/// Who may do what, kept in memory by stamp and day: a request costs one tiny query while nothing changed, and sees what
/// changed, here or in another process, at once.
/// </summary>
public sealed class People(Database database, Stamps stamps, TimeProvider clock, Listening listening) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Installation? latest;

    public async ValueTask<Installation> NowAsync(CancellationToken cancel)
    {
        if (Current(await stamps.AllAsync(cancel)) is { } current)
        {
            return current;
        }

        await loading.WaitAsync(cancel);
        try
        {
            // The stamp is read before what it stands for: what is kept may be newer than its stamp, never older.
            var all = await stamps.AllAsync(cancel);
            return Current(all) ?? (latest = await LoadAsync(all, cancel));
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The person behind a session; null where the account, or that session of it, has ended.</summary>
    public async ValueTask<Viewer?> ViewerAsync(Installation installation, int accountId, string securityStamp, CancellationToken cancel)
    {
        if (!installation.Accounts.TryGetValue(accountId, out var known))
        {
            known = await LoadAsync(installation, accountId, cancel);
            installation.Accounts.TryAdd(accountId, known);
        }

        return known is not null
            && known.SecurityStamp == securityStamp
            && (!known.Viewer.IsSample || installation.LetsSampleIn)
            ? known.Viewer
            : null;
    }

    public void Dispose() => loading.Dispose();

    private Installation? Current(long all) => latest is { } known && known.Stamps.All == all && known.Day == known.Clock.Today ? known : null;

    private async Task<Installation> LoadAsync(long all, CancellationToken cancel)
    {
        var now = (
            All: all,
            Access: await stamps.OfAsync(Account.StampName, cancel),
            Organizations: await stamps.OfAsync(Organization.StampName, cancel),
            Settings: await stamps.OfAsync(Setting.StampName, cancel));
        var known = latest;
        if (known is not null && known.Day == known.Clock.Today && (now with { All = known.Stamps.All }) == known.Stamps)
        {
            return known with { Stamps = now };
        }

        await using var db = database.Context();
        var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, StringComparer.Ordinal, cancel);
        var tree = known is not null && known.Stamps.Organizations == now.Organizations
            ? known.Tree
            : new OrganizationTree(await db.Organizations.AsNoTracking().ToListAsync(cancel));
        var siteClock = new SiteClock(clock, SiteClock.PinnedBy(settings.GetValueOrDefault(Setting.SampleDay)));
        var isSample = settings.ContainsKey(Setting.Sample);
        var hasAccounts = await db.Accounts.AnyAsync(cancel);
        return new Installation
        {
            Stamps = now,
            Day = siteClock.Today,
            Tree = tree,
            Clock = siteClock,
            IsSample = isSample,
            NeedsSetUp = !hasAccounts,
            LetsSampleIn = isSample && listening.IsLoopback && !await db.Accounts.AnyAsync(a => !a.IsSample, cancel),
        };
    }

    private async Task<Installation.Known?> LoadAsync(Installation installation, int accountId, CancellationToken cancel)
    {
        var day = installation.Day;
        await using var db = database.Context();
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, cancel);
        if (account is null)
        {
            return null;
        }

        var roles = await db.Roles.AsNoTracking()
            .Where(r => r.AccountId == accountId && r.FirstDay <= day && (r.LastDay == null || r.LastDay >= day))
            .OrderBy(r => r.Id).ToListAsync(cancel);
        var grants = await db.Grants.AsNoTracking()
            .Where(g => g.AccountId == accountId && g.FirstDay <= day && (g.LastDay == null || g.LastDay >= day))
            .OrderBy(g => g.Id).ToListAsync(cancel);
        return new Installation.Known(account.SecurityStamp, new Viewer(account, roles, grants, installation.Tree));
    }
}
