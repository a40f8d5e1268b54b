using Microsoft.AspNetCore.Identity;

namespace Throughline.Model;

/// <summary>A person who can sign in. The e-mail address is the user name.</summary>
public sealed partial class Account : IdentityUser<int>, IStamped
{
    public const string StampName = "access";

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
}

/// <summary>A role or a grant: held by an account in an organization, from a day to a day, both included.</summary>
public interface IHeld : IStamped
{
    int Id { get; }

    int AccountId { get; }

    int OrganizationId { get; }

    DateOnly FirstDay { get; }

    DateOnly? LastDay { get; set; }

    string Who { get; }

    /// <summary>Which role, or which grant.</summary>
    Enum What { get; }
}

/// <summary>What roles and grants have in common.</summary>
public abstract class Held<TKind> : IHeld
    where TKind : struct, Enum
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    public int OrganizationId { get; set; }

    public TKind Kind { get; set; }

    public Enum What => Kind;

    public DateOnly FirstDay { get; set; }

    /// <summary>Null for as long as nobody ends it.</summary>
    public DateOnly? LastDay { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public required string Who { get; set; }

    public string Stamp => Account.StampName;
}

/// <summary>What somebody may do in an organization and all that is under it, from a day to a day, both included.</summary>
public sealed class Role : Held<RoleKind>;

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

/// <summary>A protected kind of data that somebody may see in an organization and all that is under it, from a day to a day, both included.</summary>
public sealed class Grant : Held<GrantKind>;

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
