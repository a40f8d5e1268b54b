using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Tests.Support;

/// <summary>Accounts put straight into a database: no password, no page.</summary>
internal static class AccountsForTests
{
    /// <summary>Whom the client of a running site is signed in as, where a test names nobody else.</summary>
    public const string StateReader = "State reader";

    private static readonly DateOnly Long = new(2020, 7, 1);

    /// <summary>An account with at most one role; a sample's one where the sample is what the database holds, so that the sample's others stay.</summary>
    /// <param name="database">Where.</param>
    /// <param name="name">What tests call it: SignInAsync(name).</param>
    /// <param name="kind">The role; null for somebody without any.</param>
    /// <param name="organization">The code of where; the state is made if it is missing.</param>
    /// <param name="last">The last day of the role; null for one that goes on.</param>
    /// <param name="isSample">Whether it is one of the sample's.</param>
    public static async Task<Account> AddAsync(
        this Database database, string name, RoleKind? kind = null, string organization = Organization.StateCode, DateOnly? last = null, bool? isSample = null)
    {
        await using var db = database.Context();
        var now = new DateTimeOffset(RunningSite.Today.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero);
        var account = Account.Of(name, $"{Guid.NewGuid():N}@example.org", now);
        account.NormalizedUserName = account.UserName!.ToUpperInvariant();
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.IsSample = isSample ?? await db.Settings.AnyAsync(s => s.Name == Setting.Sample);
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        if (kind is { } role)
        {
            var place = await db.Organizations.FirstOrDefaultAsync(o => o.Code == organization);
            if (place is null)
            {
                Assert.Equal(Organization.StateCode, organization);
                place = new Organization { Code = organization, Kind = OrganizationKind.State, Name = "Test state", RecordedAt = now };
                db.Organizations.Add(place);
                await db.SaveChangesAsync();
            }

            var (given, said) = account.Give(role, place, Long, last, "tester", now);
            db.AddRange(given, said);
            await db.SaveChangesAsync();
        }

        return account;
    }
}
