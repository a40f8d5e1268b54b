using System.Collections.Concurrent;

namespace Throughline.Access;

/// <summary>Whether only this machine can reach the site.</summary>
public sealed record Listening(bool IsLoopback);

/// <summary>What is known of this installation while its stamps and its day stay the same.</summary>
public sealed record Installation
{
    /// <summary>The stamp of every change, and those of which this is made.</summary>
    public required (long All, long Access, long Organizations, long Settings) Stamps { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Those who signed in since; null for an account that is not there any more.</summary>
    internal ConcurrentDictionary<int, Known?> Accounts { get; init; } = [];

    public required OrganizationTree Tree { get; init; }

    public required SiteClock Clock { get; init; }

    /// <summary>Whether the invented sample district is what it holds.</summary>
    public required bool IsSample { get; init; }

    /// <summary>Whether nobody has an account: the set-up page makes the first.</summary>
    public required bool NeedsSetUp { get; init; }

    /// <summary>Whether the accounts of the sample can be used: on this machine only, and gone for good once somebody has a real one.</summary>
    public required bool LetsSampleIn { get; init; }

    /// <summary>An account with what it may do, and the stamp that its sessions must carry.</summary>
    internal sealed record Known(string? SecurityStamp, Viewer Viewer);
}
