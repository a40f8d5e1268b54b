using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>Adds people and lets them set a password; for pages and for commands, each inside a transaction of its own or the caller's.</summary>
public sealed class Accounts(ThroughlineDb db, UserManager<Account> users, TimeProvider clock)
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan InvitationHolds = TimeSpan.FromDays(7);

    public const string InvitationPath = "/invitation/";

    /// <summary>The account with an address; null where nobody has it.</summary>
    public Task<Account?> FindAsync(string email, CancellationToken cancel)
    {
        var name = users.NormalizeName(email.Trim());
        return db.Accounts.FirstOrDefaultAsync(a => a.NormalizedUserName == name, cancel);
    }

    /// <summary>Gives somebody a role, and an account where the address has none yet. Saved inside the caller's transaction.</summary>
    public async Task<Account> AddAsync(NewPerson person, string who, DateTimeOffset now, CancellationToken cancel)
    {
        var account = await FindAsync(person.Email, cancel);
        if (account is not null)
        {
            await WidenAsync(account, Giving.IsWide(person.Role), who, now, cancel);
        }
        else
        {
            account = Account.Of(person.Name.Trim(), person.Email.Trim(), now);
            var made = await users.CreateAsync(account);
            if (!made.Succeeded)
            {
                throw new Problem(string.Join(' ', made.Errors.Select(e => e.Description)));
            }

            db.Events.Add(account.EventOf("added", null, account.Name, who, now));
        }

        var (role, given) = account.Give(person.Role, person.Organization, person.First, person.Last, who, now);
        db.AddRange(role, given);
        await db.SaveChangesAsync(cancel);
        return account;
    }

    /// <summary>
    /// Before somebody gets a role or a grant: links that others made for the account lead nowhere from now on. Where what
    /// is given reaches beyond a school, whoever may have set the password through such a link sets it anew, by a link
    /// from the one who gives.
    /// </summary>
    public async Task WidenAsync(Account account, bool isWide, string who, DateTimeOffset now, CancellationToken cancel)
    {
        await EndInvitationsAsync(account.Id, cancel);
        var held = await db.Roles.Where(r => r.AccountId == account.Id).Select(r => r.Kind).ToListAsync(cancel);
        if (isWide && account.PasswordHash is not null && !held.Exists(Giving.IsWide))
        {
            account.PasswordHash = null;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            account.Version++;
            db.Events.Add(account.EventOf("password taken back", null, null, who, now));
        }
    }

    /// <summary>A new link for somebody; links made before lead nowhere from now on. Saved.</summary>
    /// <returns>The path of the link; only its hash is kept, so it cannot be shown again.</returns>
    public async Task<string> InviteAsync(Account account, string who, DateTimeOffset now, CancellationToken cancel)
    {
        var secret = LinkSecret.Make();
        await EndInvitationsAsync(account.Id, cancel);
        var (invitation, invited) = account.Invite(LinkSecret.Hash(secret), clock.GetUtcNow() + InvitationHolds, who, now);
        db.AddRange(invitation, invited);
        await db.SaveChangesAsync(cancel);
        return InvitationPath + secret;
    }

    /// <summary>Whose link it is; null for one that was used, is too old or never was.</summary>
    public async Task<Account?> InvitedAsync(string secret, CancellationToken cancel)
    {
        var (hash, now) = (LinkSecret.Hash(secret), clock.GetUtcNow());
        return await db.Accounts.FirstOrDefaultAsync(
            a => db.Invitations.Any(i => i.AccountId == a.Id && i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now), cancel);
    }

    /// <summary>Sets the password of whoever holds the link, once.</summary>
    public async Task<Account?> AcceptAsync(string secret, string password, DateTimeOffset siteNow, CancellationToken cancel)
    {
        var (hash, now) = (LinkSecret.Hash(secret), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await InvitedAsync(secret, cancel);
        var used = await db.Invitations.Where(i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedAt, now), cancel);
        if (account is null || used == 0)
        {
            return null;
        }

        await SetPasswordAsync(account, password, siteNow, cancel);
        await transaction.CommitAsync(cancel);
        return account;
    }

    /// <summary>Takes the password and every link from an account and ends what it holds, from today on.</summary>
    public async Task CloseAsync(Account account, OrganizationTree tree, DateOnly today, string who, DateTimeOffset now, CancellationToken cancel)
    {
        var yesterday = today.AddDays(-1);
        IEnumerable<IHeld> holds = [
            .. await db.Roles.Where(r => r.AccountId == account.Id && (r.LastDay == null || r.LastDay >= today)).ToListAsync(cancel),
            .. await db.Grants.Where(g => g.AccountId == account.Id && (g.LastDay == null || g.LastDay >= today)).ToListAsync(cancel)];
        foreach (var held in holds)
        {
            db.Events.Add(account.End(held, tree.Find(held.OrganizationId)!, yesterday, who, now)!);
        }

        db.Events.Add(account.Close(who, now));
        await EndInvitationsAsync(account.Id, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Whether nobody else would administer the state for good if a role ended.</summary>
    public async Task<bool> IsLastAdministratorAsync(int accountId, int? roleId, OrganizationTree tree, DateOnly today, CancellationToken cancel)
    {
        if (tree.State is not { } state)
        {
            return false;
        }

        var lasting = db.Roles.Where(r => r.Kind == RoleKind.Administrator && r.OrganizationId == state.Id && r.FirstDay <= today && r.LastDay == null);
        var ending = lasting.Where(r => r.AccountId == accountId && (roleId == null || r.Id == roleId));
        return await ending.AnyAsync(cancel) && !await lasting.AnyAsync(r => !ending.Any(e => e.Id == r.Id), cancel);
    }

    private async Task SetPasswordAsync(Account account, string password, DateTimeOffset now, CancellationToken cancel)
    {
        account.PasswordHash = users.PasswordHasher.HashPassword(account, PasswordRules.Normal(password));
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        account.Version++;
        db.Events.Add(account.EventOf("password set", null, null, account.Name, now));
        await db.SaveChangesAsync(cancel);
    }

    private Task<int> EndInvitationsAsync(int accountId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Invitations.Where(i => i.AccountId == accountId && i.UsedAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.ExpiresAt, now), cancel);
    }
}

/// <summary>Somebody to be given a role, who may have an account already.</summary>
public sealed record NewPerson(string Name, string Email, RoleKind Role, Organization Organization, DateOnly First, DateOnly? Last);
