using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>The accounts of the sample, which have no password, the district's priorities, and what it promised its schools.</summary>
internal static class People
{
    private const string Who = "sample";
    private const string District = "ashmere";

    private static readonly DateOnly FirstDay = new(2025, 7, 1);
    private static readonly DateOnly LatestBefore = new(2026, 2, 9);

    public static async Task WriteAsync(ThroughlineDb db, SampleClock clock, CancellationToken cancel)
    {
        var file = SampleFiles.People();
        var places = await db.Organizations.ToDictionaryAsync(o => o.Code, o => o.Id, cancel);
        db.Priorities.AddRange(file.Priorities.Select((name, i) => new Priority { OrganizationId = places[District], Name = name, Position = i + 1 }));
        var promised = clock.At(new DateOnly(2025, 8, 20));
        db.Supports.AddRange(file.Supports.Select(s => new Support
        {
            OrganizationId = places[s.At],
            Text = s.Text,
            Owner = s.Owner,
            PromisedFor = s.PromisedFor,
            DeliveredOn = s.DeliveredOn,
            SchoolSays = s.SchoolSays,
            RecordedAt = promised,
        }));
        var accounts = file.Accounts.Select(p => AccountOf(p, clock)).ToList();
        db.Accounts.AddRange(accounts);
        await db.SaveChangesAsync(cancel);
        for (var i = 0; i < accounts.Count; i++)
        {
            var (person, account) = (file.Accounts[i], accounts[i]);
            db.Roles.Add(new Role
            {
                AccountId = account.Id,
                OrganizationId = places[person.At],
                Kind = person.Role,
                FirstDay = FirstDay,
                RecordedAt = account.RecordedAt,
                Who = Who,
            });
            db.Grants.AddRange((person.Grants ?? []).Select(kind => new Grant
            {
                AccountId = account.Id,
                OrganizationId = places[person.At],
                Kind = kind,
                FirstDay = FirstDay,
                RecordedAt = account.RecordedAt,
                Who = Who,
            }));
        }

        await db.SaveChangesAsync(cancel);
    }

    private static Account AccountOf(PersonFile person, SampleClock clock)
    {
        var email = $"{person.Email}@ashmere.example";
        // Stamps are the same in every sample: nobody signs in to these accounts with a password.
        var stamp = string.Create(CultureInfo.InvariantCulture, $"sample-{person.Email}");
        return new Account
        {
            Name = person.Name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            IsSample = true,
            LockoutEnabled = true,
            SecurityStamp = stamp,
            ConcurrencyStamp = stamp,
            PreviousVisit = clock.At(LatestBefore, new TimeOnly(7, 20)),
            RecordedAt = clock.At(FirstDay),
        };
    }
}
