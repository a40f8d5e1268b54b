using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Imports;
using Throughline.Judging;

namespace Throughline.Tests.Support;

/// <summary>The published figures of every public school of Massachusetts, once on each database.</summary>
public sealed class Massachusetts : IAsyncLifetime
{
    /// <summary>When the figures count as known from.</summary>
    public static readonly DateTimeOffset RecordedAt = new(2025, 6, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, (TestDatabase Test, ImportResult Series)> loaded = [];

    public async Task InitializeAsync()
    {
        if (Shared.Folder is null)
        {
            return;
        }

        foreach (var provider in TestDatabase.Providers)
        {
            var test = await TestDatabase.CreateAsync(provider);
            var options = new ImportOptions(RecordedAt, DryRun: false, AcceptGoodRows: true, "tester");
            await OrganizationImport.RunAsync(test.Database, [SchoolDirectory, DistrictDirectory], "Massachusetts", options, default);
            loaded[provider] = (test, await SeriesImport.RunAsync(test.Database, SeriesFile, options, default));
        }
    }

    public static string SchoolDirectory => Shared.Path("data", "public", "ma_school_directory.csv");

    public static string DistrictDirectory => Shared.Path("data", "public", "ma_district_directory.csv");

    public static string SeriesFile => Shared.Path("data", "public", "ma_school_series_tidy.csv");

    public TestDatabase On(string provider) => loaded[provider].Test;

    public ImportResult Series(string provider) => loaded[provider].Series;

    public async Task DisposeAsync()
    {
        foreach (var (test, _) in loaded.Values)
        {
            await test.DisposeAsync();
        }
    }

    /// <summary>Adds a plan and a benchmark to it, and judges it.</summary>
    /// <param name="provider">On which database.</param>
    /// <param name="organization">Whose plan, by code.</param>
    /// <param name="years">The plan's school year or years: "2024-25", "2023-24..2024-25".</param>
    /// <param name="statement">The sentence.</param>
    /// <param name="measure">The measure a person names; null where the words do.</param>
    /// <param name="kept">Why findings are kept; null where there are none to keep.</param>
    /// <param name="asOf">Decides what is due.</param>
    /// <param name="knownAt">Decides what was known; the day after the figures came, if left out.</param>
    internal async Task<JudgedBenchmark> JudgeAsync(
        string provider, string organization, string years, string statement, string? measure, string? kept, DateOnly asOf, DateTimeOffset? knownAt = null)
    {
        await using var db = On(provider).Database.Context();
        var owner = await db.Organizations.SingleAsync(o => o.Code == organization);
        var parts = years.Split("..");
        Assert.True(SchoolYear.TryParse(parts[0], out var first) & SchoolYear.TryParse(parts[^1], out var latest));
        var (plan, added) = owner.AddPlan("Test plan", Throughline.Model.Plan.UsualKind, first, latest, "tester", RecordedAt);
        await db.SaveNewAsync(plan, () => plan.Id, added, default);
        var named = measure is null ? null : MeasureCatalog.Default.Find(measure)!;
        var outcome = await BenchmarkWriting.AddAsync(db, plan, statement, named, kept, "tester", RecordedAt, default);
        Assert.True(
            outcome.Benchmark is not null,
            string.Join("; ", outcome.Understood.Findings.Select(f => f.Code)));
        return (await new Judge(db).JudgeAsync(outcome.Benchmark.Id, asOf, knownAt ?? RecordedAt.AddDays(1), default))!;
    }
}

[CollectionDefinition(Name)]
public sealed class MassachusettsGroup : ICollectionFixture<Massachusetts>
{
    public const string Name = "Massachusetts";
}
