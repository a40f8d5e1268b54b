using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>A plan's rows become its picture. Pure: the same rows, day, instant and audience give the same picture.</summary>
public sealed class PlanJudge(PlanRows rows, DateOnly today, DateTimeOffset knownAt, Audience audience)
{
    public PlanPicture Judge()
    {
        var benchmarks = rows.Benchmarks.Select(Judge).ToList();
        var ofInitiative = benchmarks.Where(b => b.Benchmark.InitiativeId is not null).ToLookup(b => b.Benchmark.InitiativeId!.Value);
        var ofObjective = benchmarks.Where(b => b.Benchmark is { InitiativeId: null, ObjectiveId: not null }).ToLookup(b => b.Benchmark.ObjectiveId!.Value);
        var activities = rows.Activities.ToLookup(a => a.InitiativeId);
        var initiatives = rows.Initiatives.ToLookup(i => i.ObjectiveId);
        var causes = rows.RootCauses.ToLookup(c => c.ObjectiveId);
        var objectives = rows.Objectives.Select(o =>
        {
            var finals = ofObjective[o.Id].ToList();
            return new ObjectivePicture(
                o, [.. causes[o.Id]],
                [.. initiatives[o.Id].Select(i => new InitiativePicture(i, [.. activities[i.Id]], [.. InChain(ofInitiative[i.Id])], finals))],
                finals);
        }).ToList();
        var shown = objectives.SelectMany(o => o.Benchmarks).Select(b => b.Benchmark.Id).ToHashSet();
        var organization = rows.Plan.Organization!;
        return new PlanPicture(rows.Plan, organization, today, knownAt, objectives, [.. benchmarks.Where(b => !shown.Contains(b.Benchmark.Id))]);
    }

    /// <summary>In the order of the chain: activities, early evidence, short-term outcomes, final outcomes.</summary>
    private static IEnumerable<BenchmarkPicture> InChain(IEnumerable<BenchmarkPicture> benchmarks) => benchmarks.OrderBy(b => b.Benchmark.Type);

    private BenchmarkPicture Judge(Benchmark benchmark)
    {
        if (benchmark.Wording(knownAt) is not { } wording)
        {
            return new BenchmarkPicture(benchmark, null, null, [], null);
        }

        var spec = wording.Spec();
        var (observations, entered) = Observations(benchmark, wording);
        var targets = rows.GroupTargets[benchmark.Id].Where(t => t.RecordedAt <= knownAt).ToDictionary(t => t.Group, t => Publication.Read(t.Structure));
        var groups = spec.Groups
            .Concat(targets.Keys)
            .Concat(observations.Select(o => o.Group))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(g => Rank(spec, g))
            .ToList();
        var hidden = Gate.Hidden(benchmark, observations.Take(entered), audience);
        var calendar = CalendarFor(spec);
        var pictures = groups.ConvertAll(g =>
            new GroupJudge(benchmark, targets.GetValueOrDefault(g, spec with { Groups = [g] }), g, observations, hidden, calendar, today, knownAt).Judge());
        return new BenchmarkPicture(benchmark, wording, spec, pictures, observations.Where(o => o.RecordedAt <= knownAt).Max(o => o.RecordedAt));
    }

    /// <summary>The groups it names in its own order, then the others in the order that people list them.</summary>
    private static int Rank(BenchmarkSpec spec, string group)
    {
        for (var i = 0; i < spec.Groups.Count; i++)
        {
            if (spec.Groups[i] == group)
            {
                return i;
            }
        }

        var usual = Array.IndexOf(GroupOrder.Ids, group);
        return spec.Groups.Count + (usual < 0 ? GroupOrder.Ids.Length : usual);
    }

    /// <summary>The school year of its date or, for a recurring target, the year that today is in.</summary>
    private SchoolCalendar CalendarFor(BenchmarkSpec spec)
    {
        var year = Judging.Judge.YearOf(spec, rows.Plan, today);
        return DefaultCalendar.For(year);
    }

    /// <summary>Entered figures first, and how many; then those its organization published. Numbered as the case numbers them.</summary>
    private (List<Observation> All, int Entered) Observations(Benchmark benchmark, Publication wording)
    {
        var found = new List<Observation>();
        foreach (var t in rows.Tallies[benchmark.Id])
        {
            found.Add(new Observation(found.Count, t.Group, null, t.Period)
            {
                Numerator = t.Numerator,
                Denominator = t.Denominator,
                Value = t.Value is { } value ? Benchmarks.Exact.From(value) : null,
                Count = t.Count,
                Done = t.DoneOn is null ? null : true,
                DoneDate = t.DoneOn,
                RecordedAt = t.RecordedAt,
            });
        }

        var entered = found.Count;
        if (wording.MeasureVersionId is { } version)
        {
            foreach (var v in rows.Published[version])
            {
                found.Add(new Observation(found.Count, v.Group, null, new Period(v.PeriodStart, v.PeriodEnd))
                {
                    Value = v.Value is { } value ? Benchmarks.Exact.From(value) : null,
                    RecordedAt = v.RecordedAt,
                });
            }
        }

        return (found, entered);
    }
}
