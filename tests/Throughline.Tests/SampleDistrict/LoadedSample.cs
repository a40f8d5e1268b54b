using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.SampleDistrict;

/// <summary>The sample, once on each database; tests only read it.</summary>
public sealed class LoadedSample : IAsyncLifetime
{
    public const string Hill = "tannery-hill";

    public static readonly DateOnly Today = new(2026, 2, 11);

    private static readonly DateTimeOffset Now = new(2026, 2, 11, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, TestDatabase> loaded = [];

    public async Task InitializeAsync()
    {
        foreach (var provider in TestDatabase.Providers)
        {
            loaded[provider] = await LoadAsync(provider);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var test in loaded.Values)
        {
            await test.DisposeAsync();
        }
    }

    public ThroughlineDb On(string provider) => loaded[provider].Database.Context();

    public Database DatabaseOn(string provider) => loaded[provider].Database;

    internal static async Task<TestDatabase> LoadAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await Sample.LoadAsync(test.Database, new FixedClock(Now), default);
        return test;
    }

    /// <summary>Every benchmark of the schools with what it is judged on.</summary>
    internal async Task<List<Known>> AllAsync(string provider)
    {
        await using var db = On(provider);
        var benchmarks = await db.Benchmarks.AsNoTracking().Include(b => b.Plan!.Organization).Include(b => b.Publications)
            .Where(b => b.Plan!.Organization!.Kind == OrganizationKind.School)
            .OrderBy(b => b.Id).ToListAsync();
        var tallies = (await db.Tallies.AsNoTracking().OrderBy(t => t.Id).ToListAsync()).ToLookup(t => t.BenchmarkId);
        var targets = (await db.GroupTargets.AsNoTracking().ToListAsync()).ToLookup(t => t.BenchmarkId);
        return benchmarks.ConvertAll(b => new Known(b, [.. tallies[b.Id]], [.. targets[b.Id]]));
    }

    internal async Task<Known> OneAsync(string provider, string code) =>
        (await AllAsync(provider)).Single(k => k.School == Hill && k.Benchmark.Code == code);

    /// <summary>A benchmark with its figures.</summary>
    internal sealed record Known(Benchmark Benchmark, IReadOnlyList<Tally> Tallies, IReadOnlyList<GroupTarget> Targets)
    {
        public string School => Benchmark.Plan!.Organization!.Code;

        public BenchmarkSpec Spec => Benchmark.Wording(Now)!.Spec();

        public IEnumerable<string> Groups => Tallies.Select(t => t.Group).Append("all").Distinct();

        public Status Stands(string group = "all", int minimum = 0, DateOnly? on = null)
        {
            var own = Targets.SingleOrDefault(t => t.Group == group);
            var spec = own is null ? Spec with { Groups = [group] } : BenchmarkJson.Read(own.Structure, Benchmarks.Measures.MeasureCatalog.Default).Benchmark!;
            var year = spec.Target switch
            {
                FromTo way => SchoolYear.Of(way.By),
                Level { By: { } by } => SchoolYear.Of(by),
                Change change => SchoolYear.Of(change.By),
                Milestone milestone => SchoolYear.Of(milestone.By),
                _ => SchoolYear.Of(Today),
            };
            var figures = Tallies.Where(t => t.Group == group).Select((t, i) => new Observation(i, group, null, t.Period)
            {
                Numerator = t.Numerator,
                Denominator = t.Denominator,
                Value = t.Value is { } value ? Exact.From(value) : null,
                Count = t.Count,
                DoneDate = t.DoneOn,
                RecordedAt = t.RecordedAt,
            });
            return Evaluator.Evaluate(new Case(spec, DefaultCalendar.For(year), [.. figures], on ?? Today, Now) { MinimumN = minimum })[0].Status;
        }
    }
}
