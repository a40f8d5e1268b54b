using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.StateSchools;

/// <summary>The benchmarks of the state's plans that speak of each school, and one of them judged.</summary>
public sealed class StateBenchmarks(ThroughlineDb db, Judge judge, TimeProvider clock, IHttpContextAccessor request)
{
    /// <summary>The site's day, which the sample's date moves.</summary>
    public DateOnly Today => request.HttpContext!.Clock().Today;

    /// <summary>Those that can be judged school by school, in the order they were added; each with its plan and organization.</summary>
    public async Task<List<Benchmark>> AllAsync(CancellationToken cancel)
    {
        var all = await db.Benchmarks.AsNoTracking()
            .Include(b => b.Plan!.Organization)
            .Include(b => b.Publications)
            .Where(b => b.Plan!.Organization!.Kind == OrganizationKind.State)
            .OrderBy(b => b.Id)
            .ToListAsync(cancel);
        return all.FindAll(b =>
            b.Wording(clock.GetUtcNow())?.Spec().Target is EveryMember { Member: MemberKind.School } each && Evaluator.CanJudge(each));
    }

    /// <summary>The one that an address asks for, or the first; null where there is none.</summary>
    public static Benchmark? Chosen(IReadOnlyList<Benchmark> all, SchoolsQuery query) =>
        query.Benchmark is { } id ? all.FirstOrDefault(b => b.Id == id) : all.Count > 0 ? all[0] : null;

    /// <summary>The benchmark an address asks for, judged on its dates; null where there is none.</summary>
    /// <param name="query">The address.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="only">The code of the one school to judge; null judges all.</param>
    public async Task<JudgedBenchmark?> JudgeAsync(SchoolsQuery query, CancellationToken cancel, string? only = null) =>
        Chosen(await AllAsync(cancel), query) is { } benchmark ? await JudgeAsync(benchmark, query, cancel, only) : null;

    public Task<JudgedBenchmark> JudgeAsync(Benchmark benchmark, SchoolsQuery query, CancellationToken cancel, string? only = null) =>
        judge.JudgeAsync(benchmark, query.AsOf ?? Today, query.KnownAt ?? clock.GetUtcNow(), cancel, only);
}
