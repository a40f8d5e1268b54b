using System.Globalization;

namespace Throughline.Model;

/// <summary>What is done to a person's account. Every verb returns its event, which holds the name and nothing else of the person.</summary>
public sealed partial class Account
{
    private const int MostEmail = 254;

    /// <summary>An account that is not stored yet; it opens with the password that its person sets.</summary>
    public static Account Of(string name, string email, DateTimeOffset now) => new()
    {
        Name = name,
        UserName = email,
        Email = email,
        EmailConfirmed = true,
        LockoutEnabled = true,
        RecordedAt = now,
    };

    /// <summary>Whether a text can be an e-mail address: something, an at sign, something. Only mail itself says more.</summary>
    public static bool IsEmail(string? text) => text?.Trim() is { Length: <= MostEmail } trimmed
        && trimmed.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>An event about this person; it holds the name and nothing else of the person.</summary>
    public Event EventOf(string what, string? before, string? after, string who, DateTimeOffset now) => new()
    {
        At = now,
        Who = who,
        Subject = "account",
        SubjectId = Id,
        What = what,
        Before = before,
        After = after,
    };

    /// <summary>A role in an organization, from a day to a day, both included; the last is null for as long as nobody ends it.</summary>
    public (Role Role, Event Given) Give(RoleKind kind, Organization organization, DateOnly first, DateOnly? last, string who, DateTimeOffset now)
    {
        var role = Hold(new Role { Who = who }, kind, organization, first, last, now);
        return (role, EventOf("role given", null, Said(kind, organization, first, last), who, now));
    }

    /// <summary>A protected kind of data that the person may see from now on.</summary>
    public (Grant Grant, Event Given) Let(GrantKind kind, Organization organization, DateOnly first, DateOnly? last, string who, DateTimeOffset now)
    {
        var grant = Hold(new Grant { Who = who }, kind, organization, first, last, now);
        return (grant, EventOf("grant given", null, Said(kind, organization, first, last), who, now));
    }

    private T Hold<T, TKind>(T held, TKind kind, Organization organization, DateOnly first, DateOnly? last, DateTimeOffset now)
        where T : Held<TKind>
        where TKind : struct, Enum
    {
        Version++;
        held.AccountId = Id;
        held.OrganizationId = organization.Id;
        held.Kind = kind;
        held.FirstDay = first;
        held.LastDay = last;
        held.RecordedAt = now;
        return held;
    }

    /// <summary>Says on which day a role or a grant holds last; null where that is already so.</summary>
    public Event? End(IHeld held, Organization organization, DateOnly? last, string who, DateTimeOffset now)
    {
        if (held.LastDay == last)
        {
            return null;
        }

        var before = Said(held.What, organization, held.FirstDay, held.LastDay);
        held.LastDay = last;
        Version++;
        return EventOf(held is Role ? "role ended" : "grant ended", before, Said(held.What, organization, held.FirstDay, last), who, now);
    }

    /// <summary>Gives the person another name; null where it is that one.</summary>
    public Event? Rename(string name, string who, DateTimeOffset now)
    {
        if (name == Name)
        {
            return null;
        }

        var renamed = EventOf("renamed", Name, name, who, now);
        Name = name;
        Version++;
        return renamed;
    }

    /// <summary>Nobody signs in with it any more until a new link is made; sessions end at once.</summary>
    public Event Close(string who, DateTimeOffset now)
    {
        (PasswordHash, SecurityStamp) = (null, Guid.NewGuid().ToString("N"));
        Version++;
        return EventOf("closed", null, null, who, now);
    }

    /// <summary>A link that lets the person set a password; who holds its secret is that person.</summary>
    public (Invitation Invitation, Event Invited) Invite(string tokenHash, DateTimeOffset expiresAt, string who, DateTimeOffset now) => (
        new Invitation { AccountId = Id, TokenHash = tokenHash, ExpiresAt = expiresAt, Who = who },
        EventOf("invited", null, null, who, now));

    /// <summary>"SchoolLeader 00350518 2025-08-01..2026-06-30": as files and histories hold it, for pages to put into words.</summary>
    public static string Said(Enum kind, Organization organization, DateOnly first, DateOnly? last) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {organization.Code} {first:yyyy-MM-dd}..{last:yyyy-MM-dd}");
}
