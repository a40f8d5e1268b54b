using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>
/// Judges stored benchmarks on stored figures. Two dates throughout: <c>asOf</c> decides what is due, <c>knownAt</c>
/// which recorded figures count.
/// </summary>
public sealed class Judge(ThroughlineDb db)
{
    /// <summary>The benchmark with its verdicts; null where there is none of that id, or it is a draft.</summary>
    public async Task<JudgedBenchmark?> JudgeAsync(int benchmarkId, DateOnly asOf, DateTimeOffset knownAt, CancellationToken cancel)
    {
        var benchmark = await db.Benchmarks.AsNoTracking()
            .Include(b => b.Plan!.Organization)
            .Include(b => b.Publications)
            .FirstOrDefaultAsync(b => b.Id == benchmarkId, cancel);
        return benchmark?.Wording(knownAt) is null ? null : await JudgeAsync(benchmark, asOf, knownAt, cancel);
    }

    /// <param name="benchmark">Published; loaded with its publications, its plan and the plan's organization.</param>
    /// <param name="asOf">Decides what is due, included.</param>
    /// <param name="knownAt">Decides which figures were known, included.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="only">The code of the one school to judge; null judges all that the benchmark speaks of.</param>
    public async Task<JudgedBenchmark> JudgeAsync(
        Benchmark benchmark, DateOnly asOf, DateTimeOffset knownAt, CancellationToken cancel, string? only = null)
    {
        var plan = benchmark.Plan!;
        var wording = benchmark.Wording(knownAt) ?? throw new ArgumentException("A draft is not judged.", nameof(benchmark));
        var spec = wording.Spec();
        var members = spec.Target is EveryMember { Member: MemberKind.School }
            ? await SchoolsAsync(plan.Organization!, await LatestAsync(YearOf(spec, plan, asOf), cancel), only, cancel)
            : [];
        var figures = await FiguresAsync(plan.Organization!, wording, spec, members, isWhole: only is null, cancel);
        var codes = members.ToDictionary(m => m.Id, m => m.Code);
        var observations = new Observation[figures.Count];
        for (var i = 0; i < figures.Count; i++)
        {
            var f = figures[i];
            observations[i] = new Observation(i, f.Group, codes.GetValueOrDefault(f.OrganizationId), new Period(f.PeriodStart, f.PeriodEnd))
            {
                Value = f.Value is { } value ? Benchmarks.Exact.From(value) : null,
                RecordedAt = f.RecordedAt,
            };
        }

        var subject = new Case(spec, plan.Span(), observations, asOf, knownAt)
        {
            // A figure that the state itself has published is not hidden again.
            MinimumN = 0,
            Members = spec.Target is EveryMember ? [.. members.Select(m => m.Code)] : null,
        };
        // Rooms and people have no figures of their own yet, so "each" of them is not judged rather than found empty.
        var canJudge = Evaluator.CanJudge(spec.Target) && spec.Target is not EveryMember { Member: not MemberKind.School };
        var answers = canJudge ? Evaluator.Evaluate(subject) : null;
        return new JudgedBenchmark(benchmark, wording, subject, answers, members);
    }

    /// <summary>The school year whose schools are judged: that of the target's date, else the latest of the plan that has begun.</summary>
    public static SchoolYear YearOf(BenchmarkSpec spec, Plan plan, DateOnly asOf)
    {
        var last = new SchoolYear(plan.LatestYear);
        return Evaluator.DueOf(spec.Target) is { } by ? SchoolYear.Of(by)
            : SchoolYear.Of(asOf) is var now && now < last ? new SchoolYear(Math.Max(now.EndYear, plan.FirstYear))
            : last;
    }

    /// <summary>A year that no directory has reached yet is judged for the schools of the latest that one has.</summary>
    private async Task<SchoolYear> LatestAsync(SchoolYear year, CancellationToken cancel)
    {
        var latest = await db.Organizations.Where(o => o.Kind == OrganizationKind.School).MaxAsync(o => o.LatestYear, cancel);
        return latest < year.EndYear ? new SchoolYear(latest.Value) : year;
    }

    private async Task<List<Organization>> SchoolsAsync(Organization under, SchoolYear year, string? only, CancellationToken cancel)
    {
        var schools = db.Organizations.AsNoTracking().Include(o => o.Parent)
            .Where(o => o.Kind == OrganizationKind.School && o.FirstYear <= year.EndYear && o.LatestYear >= year.EndYear)
            .Where(o => only == null || o.Code == only);
        schools = under.Kind switch
        {
            OrganizationKind.State => schools,
            OrganizationKind.District => schools.Where(o => o.ParentId == under.Id),
            _ => schools.Where(o => o.Id == under.Id),
        };
        return await schools.OrderBy(o => o.Code).ToListAsync(cancel);
    }

    private async Task<List<PublishedValue>> FiguresAsync(
        Organization organization, Publication wording, BenchmarkSpec spec, List<Organization> members, bool isWhole, CancellationToken cancel)
    {
        var values = db.PublishedValues.AsNoTracking()
            .Where(v => v.MeasureVersionId == wording.MeasureVersionId && spec.Groups.Contains(v.Group));
        if (spec.Target is not EveryMember)
        {
            values = values.Where(v => v.OrganizationId == organization.Id);
        }
        else if (isWhole && organization.Kind == OrganizationKind.State)
        {
            var known = members.Select(m => m.Id).ToHashSet();
            return [.. (await values.OrderBy(v => v.Id).ToListAsync(cancel)).Where(v => known.Contains(v.OrganizationId))];
        }
        else
        {
            var ids = members.Select(m => m.Id).ToList();
            values = values.Where(v => ids.Contains(v.OrganizationId));
        }

        return await values.OrderBy(v => v.Id).ToListAsync(cancel);
    }
}
