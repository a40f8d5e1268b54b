using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>Makes tables of districts from the pictures of their schools' plans, and keeps them while nothing at all changes.</summary>
public sealed class DistrictTables(Database database, Pictures pictures, Promises promises, Stamps stamps) : IDisposable
{
    private const int MostKept = 200;

    private readonly ConditionalWeakTable<Viewer, ConcurrentDictionary<int, SeenSchools>> byViewer = [];
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public async ValueTask<DistrictTable> GetAsync(
        Viewer viewer, Organization district, DateOnly today, DistrictQuestion question, CancellationToken cancel)
    {
        var seen = byViewer.GetOrCreateValue(viewer).GetOrAdd(district.Id, _ => SeenBy(viewer, district));
        var key = (district.Id, today, question, seen.Letters);
        var all = await stamps.AllAsync(cancel);
        if (kept.TryGetValue(key, out Kept? known) && known!.All == all)
        {
            return known.Table;
        }

        var table = await MakeAsync(district, seen.Schools, today, question, cancel);
        kept.Set(key, new Kept(all, table), new MemoryCacheEntryOptions { Size = 1 });
        return table;
    }

    public void Dispose() => kept.Dispose();

    private static SeenSchools SeenBy(Viewer viewer, Organization district)
    {
        var schools = viewer.Tree.Under(district).Where(o => o.Kind == OrganizationKind.School).Select(o => (o, viewer.AudienceIn(o))).ToList();
        return new SeenSchools(schools, string.Concat(schools.Select(s => Letter(s.Item2))));
    }

    private static char Letter(Audience audience) => (char)('a' + (audience.FewStudents ? 1 : 0) + (audience.FewRooms ? 2 : 0));

    private async Task<DistrictTable> MakeAsync(
        Organization district, IReadOnlyList<(Organization School, Audience Audience)> schools, DateOnly today, DistrictQuestion question, CancellationToken cancel)
    {
        await using var db = database.Context();
        var priorities = await db.Priorities.AsNoTracking()
            .Where(p => p.OrganizationId == district.Id).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancel);
        var owed = await promises.BySchoolAsync(cancel);
        var rows = new List<DistrictRow>();
        var groups = new HashSet<string>();
        foreach (var (school, audience) in schools)
        {
            var plans = await pictures.PlansOfAsync(school.Id, today, cancel);
            var picture = plans.Count == 0 ? null : await pictures.GetAsync(plans[0].Id, today, audience, cancel);
            groups.UnionWith(picture?.Benchmarks.SelectMany(b => b.Groups).Select(g => g.Group) ?? []);
            rows.Add(RowOf(school, picture, priorities, question, owed[school.Id].Count(s => s.IsLate(today))));
        }

        return new DistrictTable(district, today, question, priorities, rows, [.. GroupOrder.All.Where(groups.Contains)]);
    }

    private static DistrictRow RowOf(Organization school, PlanPicture? picture, List<Priority> priorities, DistrictQuestion question, int late)
    {
        var taken = picture?.Benchmarks.Where(question.Takes).ToList() ?? [];
        var byPriority = picture is null ? Enumerable.Empty<BenchmarkPicture>().ToLookup(b => 0) : Of(picture).Where(x => taken.Contains(x.Benchmark)).ToLookup(x => x.Priority, x => x.Benchmark);
        var cells = priorities.ConvertAll(p => CellOf(byPriority[p.Id], question.Group));
        // What counts absences or courses of students speaks of more than there are; only what speaks of each of them once says how many.
        var counted = taken.Where(b => b.Benchmark.Counts == Counted.Students && IsOfAll(b, school)).Select(b => b.Of(question.Group)).OfType<GroupPicture>().ToList();
        var size = question.Group == GroupOrder.All[0] && school.Enrolment is { } enrolled ? enrolled : counted.Max(g => g.Size);
        var waiting = taken.Select(b => (b.Code, Days: Waiting(b, picture!.Today))).Where(w => w.Days is not null).OrderByDescending(w => w.Days).FirstOrDefault();
        return new DistrictRow(
            school, picture is not null, size, size is null && counted.Exists(g => g.HasHidden), cells, waiting.Days, waiting.Code, late);
    }

    private static bool IsOfAll(BenchmarkPicture benchmark, Organization school) =>
        school.Enrolment is not { } enrolled || benchmark.Of(GroupOrder.All[0])?.Size is not { } size || Math.Abs(size - enrolled) * 10 <= enrolled;

    /// <summary>Each benchmark with the priority that its initiative serves; a shared final outcome with that of the objective's first.</summary>
    private static IEnumerable<(int Priority, BenchmarkPicture Benchmark)> Of(PlanPicture picture) => picture.Objectives.SelectMany(o =>
        o.Initiatives.SelectMany(i => i.Benchmarks, (i, b) => (i.Initiative.PriorityId, b))
            .Concat(o.Finals.Select(b => (o.Initiatives.Count > 0 ? o.Initiatives[0].Initiative.PriorityId : null, b)))
            .Where(x => x.Item1 is not null)
            .Select(x => (x.Item1!.Value, x.b)));

    private static DistrictCell? CellOf(IEnumerable<BenchmarkPicture> benchmarks, string group) =>
        benchmarks.Select(b => b.Of(group)?.Status).OfType<Benchmarks.Targets.Status>().ToList() is { Count: > 0 } statuses ? new DistrictCell(statuses) : null;

    /// <summary>Days since the last figure of a benchmark whose figure is late; since its first check where none ever came.</summary>
    private static int? Waiting(BenchmarkPicture benchmark, DateOnly today) => benchmark.Main is { Missing: { } missing } main
        ? today.DayNumber - (main.Latest?.Period.End ?? missing.Period.End).DayNumber
        : null;

    /// <summary>A district's schools with what somebody may see in each, and that as one word.</summary>
    private sealed record SeenSchools(IReadOnlyList<(Organization School, Audience Audience)> Schools, string Letters);

    private sealed record Kept(long All, DistrictTable Table);
}
