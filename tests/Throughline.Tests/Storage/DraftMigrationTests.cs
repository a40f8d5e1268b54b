using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Tests.Support;

namespace Throughline.Tests.Storage;

public sealed class DraftMigrationTests
{
    private const string Structure =
        """{"measure":{"id":"chronic_absence","version":1,"unit":"percent","direction":"decrease"},"groups":["all"],"target":{"form":"level","value":10,"by":"2025-06-30"}}""";

    /// <summary>What an installation of the first version holds keeps its number and is judged as before.</summary>
    [Theory, Sqlite, Postgres]
    public async Task A_benchmark_from_before_there_were_drafts_is_published_since_it_was_recorded(string provider)
    {
        await using var test = await TestDatabase.EmptyAsync(provider);
        await using (var db = test.Database.Context())
        {
            await Migrator.MigrateAsync(db, "0003_plans", default);
            var text = Structure;
            await db.Database.ExecuteSqlAsync($"INSERT INTO organizations (id, code, kind, name, recorded_at) VALUES (4, 'state', 'State', 'Ours', 5)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO plans (id, organization_id, name, first_year, latest_year, last_code, recorded_at) VALUES (3, 4, 'Plan', 2025, 2025, 1, 6)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO measure_versions (id, measure, version) VALUES (900, 'chronic_absence', 1)");
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO benchmarks (id, plan_id, code, statement, structure, measure_version_id, measure_confirmed, recorded_at) VALUES (7, 3, 'B1', 'A sentence', {text}, 900, TRUE, 7000)");
        }

        await using var now = test.Database.Context();
        await Migrator.MigrateAsync(now, null, default);
        var benchmark = await now.Benchmarks.Include(b => b.Publications).SingleAsync();
        Assert.Equal((7, "B1", "A sentence", 1), (benchmark.Id, benchmark.Code, benchmark.Statement, benchmark.Version));
        var publication = Assert.Single(benchmark.Publications);
        Assert.Equal((Structure, DateTimeOffset.FromUnixTimeMilliseconds(7000)), (publication.Structure, publication.At));
        Assert.Equal(Structure, benchmark.Structure);
    }
}
