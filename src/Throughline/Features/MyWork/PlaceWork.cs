using Throughline.Access;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.MyWork;

/// <summary>What one of somebody's places asks of them: its plan, and for a district its schools.</summary>
internal sealed class PlaceWork
{
    private const int MostSchools = 5;
    private const int MostChanges = 8;

    private readonly Viewer viewer;

    public PlaceWork(Viewer viewer, Organization place, PlanPicture? picture, IReadOnlyList<StatusChange> changes, IReadOnlyList<Support> owed, DistrictTable? table)
    {
        (this.viewer, Place, Picture, Owed, Table) = (viewer, place, picture, owed, table);
        Path = Frame.PathOf(place);
        Changes = [.. changes.Take(MostChanges)];
        MoreChanges = changes.Count - Changes.Count;
        Work = picture is null ? null : PlanWork.Of(picture);
        MayEnter = viewer.May(Right.Enter, place);
        MayWrite = viewer.May(Right.Write, place);
        Schools = table is null ? [] : [.. DistrictTable.ByNeed(table.Rows.Where(r => r.HasPlan)).Take(MostSchools)];
        var isLeader = viewer.May(Right.Lead, place);
        Due = Work is null ? [] : [.. Work.Due.Where(d => IsOwn(d) || isLeader).OrderByDescending(IsOwn)];
    }

    public Organization Place { get; }

    /// <summary>"/s/00010003".</summary>
    public string Path { get; }

    public PlanPicture? Picture { get; }

    public PlanWork? Work { get; }

    /// <summary>What this person owns first; for leaders everybody's after it.</summary>
    public IReadOnlyList<DueItem> Due { get; }

    public IReadOnlyList<StatusChange> Changes { get; }

    public int MoreChanges { get; }

    /// <summary>What the district is late with: to this school, or to any of this district's.</summary>
    public IReadOnlyList<Support> Owed { get; }

    public DistrictTable? Table { get; }

    /// <summary>A district's schools that need most.</summary>
    public IReadOnlyList<DistrictRow> Schools { get; }

    public bool MayEnter { get; }

    public bool MayWrite { get; }

    public bool IsOwn(DueItem item) => item.Benchmark.Benchmark.OwnerId == viewer.Id;

    public string Address(BenchmarkPicture benchmark) => $"{Path}/b/{Uri.EscapeDataString(benchmark.Code)}";

    public static async Task<PlaceWork> LoadAsync(
        Viewer viewer, Organization place, Sources sources, SiteClock clock, CancellationToken cancel)
    {
        var picture = await sources.Pictures.InForceAsync(viewer, place, clock.Today, cancel);
        var changes = picture is not null && viewer.PreviousVisit is { } visit
            ? await MyWork.Changes.SinceAsync(sources.Pictures, picture, viewer.AudienceIn(place), visit, clock.Zone, cancel)
            : [];
        var bySchool = await sources.Promises.BySchoolAsync(cancel);
        var schools = place.Kind switch
        {
            OrganizationKind.School => Enumerable.Repeat(place, 1),
            OrganizationKind.District => viewer.Tree.Under(place),
            _ => Enumerable.Empty<Organization>(),
        };
        var late = schools.SelectMany(s => bySchool[s.Id]).Where(s => s.IsLate(clock.Today)).OrderBy(s => s.PromisedFor).ToList();
        var table = place.Kind == OrganizationKind.District
            ? await sources.Tables.GetAsync(viewer, place, clock.Today, new DistrictQuestion(GroupOrder.All[0], null), cancel)
            : null;
        return new PlaceWork(viewer, place, picture, changes, late, table);
    }
}

/// <summary>Where the page gets all it shows from; each keeps what it made.</summary>
internal sealed record Sources(Pictures Pictures, DistrictTables Tables, Data.Promises Promises);
