using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace Throughline.Model;

/// <summary>A person who can sign in. The e-mail address is the user name.</summary>
public sealed class Account : IdentityUser<int>, IStamped
{
    public const string StampName = "access";

    private const int MostEmail = 254;

    /// <summary>What pages call this person: a role or a name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it is one of the sample's, which have no password.</summary>
    public bool IsSample { get; set; }

    /// <summary>The sign-in before the latest: what changed since then is new to this person.</summary>
    public DateTimeOffset? PreviousVisit { get; set; }

    public DateTimeOffset? LatestVisit { get; set; }

    public int Version { get; set; } = 1;

    public DateTimeOffset RecordedAt { get; set; }

    public string Stamp => StampName;

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
        Version++;
        var role = new Role
        {
            AccountId = Id,
            OrganizationId = organization.Id,
            Kind = kind,
            FirstDay = first,
            LastDay = last,
            RecordedAt = now,
            Who = who,
        };
        return (role, EventOf("role given", null, Said(kind, organization, first, last), who, now));
    }

    /// <summary>"SchoolLeader 00350518 2025-08-01..2026-06-30": as files and histories hold it, for pages to put into words.</summary>
    public static string Said(Enum kind, Organization organization, DateOnly first, DateOnly? last) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {organization.Code} {first:yyyy-MM-dd}..{last:yyyy-MM-dd}");
}

/// <summary>What somebody may do in an organization and all that is under it, from a day to a day, both included.</summary>
public sealed class Role : IStamped
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    public int OrganizationId { get; set; }

    public RoleKind Kind { get; set; }

    public DateOnly FirstDay { get; set; }

    /// <summary>Null for as long as nobody ends it.</summary>
    public DateOnly? LastDay { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public required string Who { get; set; }

    public string Stamp => Account.StampName;
}

/// <summary>A role, beginning with the one that may do most.</summary>
public enum RoleKind
{
    Administrator,
    State,
    District,
    SchoolLeader,
    TeamMember,
    Reader,
}

/// <summary>A protected kind of data that somebody may see in an organization and all that is under it, from a day to a day.</summary>
public sealed class Grant : IStamped
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    public int OrganizationId { get; set; }

    public GrantKind Kind { get; set; }

    public DateOnly FirstDay { get; set; }

    public DateOnly? LastDay { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public required string Who { get; set; }

    public string Stamp => Account.StampName;
}

/// <summary>Figures about few students, or about few rooms.</summary>
public enum GrantKind
{
    Students,
    Observations,
}

/// <summary>A link that lets a person set the first password, or a new one; only its hash is kept.</summary>
public sealed class Invitation
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    public required string TokenHash { get; set; }

    /// <summary>After this instant the link leads nowhere.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public required string Who { get; set; }
}

/// <summary>A key that protects cookies and forms, as the framework writes it.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; set; }

    public required string Xml { get; set; }
}

/// <summary>How often something has changed; what was read under another number is out of date.</summary>
public sealed class StampRow
{
    /// <summary>The stamp that every change raises.</summary>
    public const string All = "all";

    public required string Name { get; set; }

    public long Value { get; set; }
}
