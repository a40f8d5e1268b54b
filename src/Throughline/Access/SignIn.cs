using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>Signs people in. A wrong password, an address that nobody has and one that waits all look and last the same.</summary>
public sealed class SignIn(ThroughlineDb db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>So many wrong passwords in a row, and the address waits.</summary>
    public const int MostFailures = 10;

    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    /// <summary>The hash of nobody's password: checking it takes as long as checking anybody's.</summary>
    private static string? nobodys;

    /// <summary>The account that an address and a password open; null where they open none.</summary>
    public async Task<Account?> CheckAsync(string email, string password, CancellationToken cancel)
    {
        var name = normalizer.NormalizeName(email.Trim());
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == name && !a.IsSample, cancel);
        var now = clock.GetUtcNow();
        if (account?.PasswordHash is not { } hash || !await CountTryAsync(account.Id, now, cancel))
        {
            _ = hasher.VerifyHashedPassword(Nobody, nobodys ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), PasswordRules.Normal(password));
            return null;
        }

        if (hasher.VerifyHashedPassword(account, hash, PasswordRules.Normal(password)) == PasswordVerificationResult.Failed)
        {
            return null;
        }

        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), cancel);
        return account;
    }

    /// <summary>Begins a session and remembers the visit.</summary>
    public async Task BeginAsync(HttpContext context, Account account, CancellationToken cancel)
    {
        var visit = context.Clock().Now;
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.PreviousVisit, x => x.LatestVisit ?? x.PreviousVisit).SetProperty(x => x.LatestVisit, visit), cancel);
        await db.CountChangesAsync([Account.StampName], cancel);
        var ticket = Session.Begin(account, clock.GetUtcNow());
        await context.SignInAsync(ticket.Principal, ticket.Properties);
    }

    private static Account Nobody { get; } = new() { Name = "" };

    /// <summary>
    /// A try counts before the password is looked at, so that many at once are no way around the limit.
    /// </summary>
    /// <returns>Whether the password may be looked at.</returns>
    private async Task<bool> CountTryAsync(int id, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = db.Accounts.Where(a => a.Id == id);
        await rows.Where(a => a.LockoutEnd != null && a.LockoutEnd <= now).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null).SetProperty(x => x.AccessFailedCount, 0), cancel);
        var counted = await rows.Where(a => a.LockoutEnd == null && a.AccessFailedCount < MostFailures).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount + 1), cancel);
        await rows.Where(a => a.LockoutEnd == null && a.AccessFailedCount >= MostFailures).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.LockoutEnd, now + Wait), cancel);
        return counted == 1;
    }
}
