namespace Throughline.Model;

/// <summary>
/// By which identifier a roster (OneRoster's sourcedId) names an organization or a person that has another code here. A file
/// of what changed names them by it alone.
/// </summary>
public sealed class RosterId
{
    /// <summary>Whose identifiers they are: the code of the system that writes the roster.</summary>
    public required string Source { get; set; }

    /// <summary>"org" or "user".</summary>
    public required string What { get; set; }

    public required string SourcedId { get; set; }

    public required string Code { get; set; }
}
