using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>Makes the first account of an installation and, where there is none, its state.</summary>
public sealed class SetUp(ThroughlineDb db, UserManager<Account> users)
{
    /// <summary>The first administrator; null where somebody else was faster.</summary>
    /// <param name="account">Not stored yet.</param>
    /// <param name="password">As typed; it has been looked at.</param>
    /// <param name="state">The state's name, where there is no state yet.</param>
    /// <param name="clock">What day it is.</param>
    /// <param name="cancel">Stops the work with nothing changed.</param>
    public async Task<Account?> RunAsync(Account account, string password, string? state, SiteClock clock, CancellationToken cancel)
    {
        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
        try
        {
            if (await db.Accounts.AnyAsync(cancel))
            {
                return null;
            }

            var organization = await db.Organizations.FirstOrDefaultAsync(o => o.Code == Organization.StateCode, cancel);
            if (organization is null)
            {
                organization = new Organization { Code = Organization.StateCode, Kind = OrganizationKind.State, Name = state!, RecordedAt = now };
                organization.Names.Add(new OrganizationName { Name = state!, RecordedAt = now });
                db.Organizations.Add(organization);
                await db.SaveChangesAsync(cancel);
            }

            var made = await users.CreateAsync(account, PasswordRules.Normal(password));
            if (!made.Succeeded)
            {
                throw new Problem(string.Join(' ', made.Errors.Select(e => e.Description)));
            }

            db.Events.Add(account.EventOf("added", null, account.Name, account.Name, now));
            var (role, given) = account.Give(RoleKind.Administrator, organization, clock.Today, null, account.Name, now);
            db.AddRange(role, given);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return account;
        }
        catch (Exception e) when (e is DbUpdateException or Npgsql.PostgresException)
        {
            // Two people with the same link: the database let one of them through.
            return null;
        }
    }
}
