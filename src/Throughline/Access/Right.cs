namespace Throughline.Access;

/// <summary>What an address asks of whoever calls it, in the organization it belongs to.</summary>
public enum Right
{
    /// <summary>Nobody need sign in.</summary>
    Anyone,

    /// <summary>Signed in, with or without a role.</summary>
    SignedIn,

    /// <summary>Look at the organization's plans and results.</summary>
    See,

    /// <summary>Enter figures.</summary>
    Enter,

    /// <summary>Write the plan and publish its benchmarks.</summary>
    Write,

    /// <summary>Keep findings that say Fix, with a reason; say who is on the team.</summary>
    Lead,

    /// <summary>Everything, organizations and settings included.</summary>
    Administer,
}

/// <summary>What a page or an endpoint asks; one without it is served to nobody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute : Attribute
{
    public NeedsAttribute(Right right) => Right = ToChange = right;

    /// <summary>For a GET or a HEAD.</summary>
    public Right Right { get; }

    /// <summary>For every other method; the same where it is not said.</summary>
    public Right ToChange { get; init; }
}
