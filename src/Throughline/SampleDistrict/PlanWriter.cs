using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>Files of plans become rows: what is read from a sentence is read by the product's own reader.</summary>
/// <param name="db">Where the plans go; in a transaction.</param>
/// <param name="clock">For the instants of the story.</param>
/// <param name="known">What stands there already.</param>
internal sealed partial class PlanWriter(ThroughlineDb db, SampleClock clock, KnownRows known)
{
    private readonly List<Event> events = [];

    public IReadOnlyList<Event> Events => events;

    public List<Tally> Tallies { get; } = [];

    /// <summary>What a sentence of a plan is judged as; the day its starting value speaks of is the benchmark's.</summary>
    public static BenchmarkSpec Read(BenchmarkFile file, string statement, string firstYear) =>
        Read(file, statement, SchoolYear.TryParse(firstYear, out var first) ? first : default)
        ?? throw new InvalidOperationException($"The sample's sentence cannot be judged: {statement}");

    public async Task WriteAsync(IReadOnlyList<PlanFile> files, CancellationToken cancel)
    {
        var plans = await PlansAsync(files, cancel);
        var objectives = plans.SelectMany(p => p.File.Objectives.Select((o, i) => (
            p.File, p.Plan, Source: o, Made: p.Plan.AddObjective(((char)('A' + i)).ToString(), o.Title, i + 1, p.File.By, clock.At(p.File.Added))))).ToList();
        await AddAsync(objectives.Select(o => ((PlanPart)o.Made.Objective, o.Made.Added)), cancel);
        var initiatives = objectives.SelectMany(o => o.Source.Initiatives.Select((s, i) => (
            o.File, o.Plan, o.Made.Objective, Source: s, Made: Initiative(o.File, o.Made.Objective, s, i)))).ToList();
        await AddAsync(initiatives.Select(i => ((PlanPart)i.Made.Initiative, i.Made.Added)), cancel);
        var causes = objectives.SelectMany(o => o.Source.Causes.Select((c, i) =>
            o.Made.Objective.AddRootCause(c.Text, c.HeldBy, i + 1, o.File.By, clock.At(o.File.Added))));
        await AddAsync(causes.Select(c => ((PlanPart)c.RootCause, c.Added)), cancel);
        var activities = initiatives.SelectMany(n => n.Source.Activities.Select((a, i) =>
            n.Made.Initiative.AddActivity(a.Text, a.Owner, a.By, a.Done, i + 1, n.File.By, clock.At(n.File.Added))));
        await AddAsync(activities.Select(a => ((PlanPart)a.Activity, a.Added)), cancel);
        var benchmarks = initiatives.SelectMany(n => n.Source.Benchmarks.Select((b, i) => Benchmark(n.File, n.Plan, n.Objective, n.Made.Initiative, b, i)))
            .Concat(objectives.SelectMany(o => o.Source.Final.Select((b, i) => Benchmark(o.File, o.Plan, o.Made.Objective, null, b, i))))
            .ToList();
        db.Benchmarks.AddRange(benchmarks.Select(b => b.Row));
        await db.SaveChangesAsync(cancel);
        foreach (var (file, source, row, added) in benchmarks)
        {
            Noted(added, row.Id, row.PlanId);
            Publish(file, source, row);
            Fill(source, row);
        }

        await db.SaveChangesAsync(cancel);
    }

    private static BenchmarkSpec? Read(BenchmarkFile file, string statement, SchoolYear first)
    {
        var spec = Understanding.Of(statement, file.MeasureOf()).Spec;
        return spec switch
        {
            null => null,
            { Target: FromTo way } => spec with { Target = way with { On = file.StartsOn } },
            _ => new Plan { Name = "", FirstYear = first.EndYear }.Pin(spec),
        };
    }

    private async Task<List<(PlanFile File, Plan Plan)>> PlansAsync(IReadOnlyList<PlanFile> files, CancellationToken cancel)
    {
        var made = files.Select(f => known.Organization(f.School).AddPlan(f.Name, f.Kind, f.First, f.Latest, f.By, clock.At(f.Added))).ToList();
        db.Plans.AddRange(made.Select(m => m.Plan));
        await db.SaveChangesAsync(cancel);
        foreach (var (plan, added) in made)
        {
            Noted(added, plan.Id, plan.Id);
        }

        return [.. files.Zip(made, (f, m) => (f, m.Plan))];
    }

    private (Initiative Initiative, Event Added) Initiative(PlanFile file, Objective under, InitiativeFile source, int at) => under.AddInitiative(
        string.Create(CultureInfo.InvariantCulture, $"{under.Code}{at + 1}"), source.Title, source.Lead, source.Practices,
        known.Priorities[source.Priority], at + 1, file.By, clock.At(file.Added));

    private (PlanFile File, BenchmarkFile Source, Benchmark Row, Event Added) Benchmark(
        PlanFile file, Plan plan, Objective objective, Initiative? initiative, BenchmarkFile source, int at)
    {
        var measure = source.MeasureOf();
        var (row, added) = plan.AddBenchmark(
            source.Code, source.Type, source.Original ?? source.Statement, Read(source, source.Original ?? source.Statement, new SchoolYear(plan.FirstYear)),
            measure, known.Version(measure), file.By, clock.At(file.Added));
        (row.ObjectiveId, row.InitiativeId, row.Position) = (objective.Id, initiative?.Id, at + 1);
        (row.Name, row.Owner, row.OwnerId) = (source.Name, source.Owner, known.Account(file.School, source.Account ?? source.Owner));
        (row.Evidence, row.Every, row.CheckOn) = (source.Evidence, source.Every, source.CheckOn);
        (row.StartsOn, row.Counts) = (source.StartsOn, source.Counts);
        return (file, source, row, added);
    }
}
