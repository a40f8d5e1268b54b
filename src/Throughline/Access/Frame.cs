using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>
/// What stands around a page: whose place it is, the ways on from there, and the places this person may go to.
/// </summary>
/// <param name="Viewer">Who is signed in; null on pages for everyone.</param>
/// <param name="Place">The organization the page is about, or that the person works in; null where there is none.</param>
/// <param name="Ways">The main navigation, in order.</param>
public sealed record Frame(Viewer? Viewer, Organization? Place, IReadOnlyList<Way> Ways)
{
    /// <summary>A viewer never changes, so what stands around their pages does not either.</summary>
    private static readonly ConditionalWeakTable<Viewer, ConcurrentDictionary<int, Frame>> ByViewer = [];

    public static Frame Of(HttpContext context)
    {
        var (viewer, here) = (context.Viewer(), context.Features.Get<Here>()?.Organization);
        return viewer is null ? new Frame(null, here, []) : ByViewer.GetOrCreateValue(viewer).GetOrAdd(here?.Id ?? 0, _ => Of(viewer, here));
    }

    private static Frame Of(Viewer viewer, Organization? here)
    {
        var place = here ?? viewer.Places.FirstOrDefault();
        return new Frame(viewer, place, place is null ? [] : [.. WaysFrom(viewer, place)]);
    }

    /// <summary>The way that a page belongs to, by its path: of several the nearest; null for none.</summary>
    public WayTo? WayTo(string path) => Ways.Where(w => w.LeadsTo(path)).MaxBy(w => w.Address.Length)?.To;

    /// <summary>Where the menu of places leads: an organization's first page.</summary>
    public static string AddressOf(Organization place) => place.Kind switch
    {
        OrganizationKind.School => $"{PathOf(place)}/plan",
        OrganizationKind.District => $"{PathOf(place)}/schools",
        _ => "/state",
    };

    /// <summary>"/s/00010003": what all addresses of an organization begin with.</summary>
    public static string PathOf(Organization place) => place.Kind switch
    {
        OrganizationKind.School => $"/s/{Uri.EscapeDataString(place.Code)}",
        OrganizationKind.District => $"/d/{Uri.EscapeDataString(place.Code)}",
        _ => "/state",
    };

    private static IEnumerable<Way> WaysFrom(Viewer viewer, Organization place)
    {
        var path = PathOf(place);
        yield return new Way(Access.WayTo.MyWork, "/");
        switch (place.Kind)
        {
            case OrganizationKind.School:
                yield return new Way(Access.WayTo.Plan, $"{path}/plan");
                yield return new Way(Access.WayTo.Progress, $"{path}/progress");
                yield return new Way(Access.WayTo.Evidence, $"{path}/evidence");
                break;
            case OrganizationKind.District:
                yield return new Way(Access.WayTo.Schools, $"{path}/schools");
                yield return new Way(Access.WayTo.Plan, $"{path}/plan");
                yield return new Way(Access.WayTo.Supports, $"{path}/supports");
                break;
            default:
                yield return new Way(Access.WayTo.Districts, "/state");
                yield return new Way(Access.WayTo.Schools, "/state/schools");
                yield return new Way(Access.WayTo.Plan, "/state/plan");
                break;
        }

        if (viewer.May(Right.Lead, place))
        {
            yield return new Way(Access.WayTo.People, "/people");
        }
    }
}

/// <summary>One of the ways on from a page.</summary>
public sealed record Way(WayTo To, string Address)
{
    /// <summary>Whether a page belongs to it, by its path.</summary>
    public bool LeadsTo(string path) => Address == "/" ? path == "/"
        : path == Address || path.StartsWith(Address + "/", StringComparison.Ordinal)
        // A visit is evidence; a benchmark's pages belong to the progress of its school.
        || (To == WayTo.Evidence && path == "/v")
        || (To == WayTo.Progress && path.Contains("/b/", StringComparison.Ordinal) && path.StartsWith(Address[..^"progress".Length], StringComparison.Ordinal));
}

public enum WayTo
{
    MyWork,
    Plan,
    Progress,
    Evidence,
    Schools,
    Supports,
    Districts,
    People,
}
