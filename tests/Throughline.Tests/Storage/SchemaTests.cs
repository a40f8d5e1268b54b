using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Tests.Support;

namespace Throughline.Tests.Storage;

public sealed class SchemaTests
{
    [Theory, Sqlite, Postgres]
    public async Task The_migrated_schema_is_the_models(string provider)
    {
        await using var migrated = await TestDatabase.CreateAsync(provider);
        await using var made = await TestDatabase.EmptyAsync(provider);
        await using (var db = made.Database.Context())
        {
            await db.Database.EnsureCreatedAsync();
        }

        var expected = await DescribeAsync(made.Database);
        var actual = await DescribeAsync(migrated.Database);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual.Where(line => !line.Contains("__EFMigrationsHistory", StringComparison.Ordinal)));
    }

    [Theory, Sqlite, Postgres]
    public async Task Migrating_again_changes_nothing(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var db = test.Database.Context();
        Assert.Equal(0, await Migrator.MigrateAsync(db, null, default));
        Assert.Equal(MeasureCatalog.Default.Measures.Count, await db.MeasureVersions.CountAsync());
    }

    [Theory, Sqlite, Postgres]
    public async Task Programs_that_start_together_migrate_once(string provider)
    {
        await using var test = await TestDatabase.EmptyAsync(provider);
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = test.Database.Context();
            return await Migrator.MigrateAsync(db, null, default);
        })));
        Assert.Equal(11, counts.Sum());
    }

    /// <summary>Every table, column, key and index, a line each, in order.</summary>
    private static async Task<List<string>> DescribeAsync(Database database)
    {
        var sql = database.IsSqlite
            ? """
              SELECT m.name || '.' || c.name || ' ' || c.type || ' notnull ' || c."notnull" || ' pk ' || c.pk AS "Value"
              FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'
              UNION ALL
              SELECT m.name || ' -> ' || f."table" || ' ' || f."from" || ' ' || f.on_delete
              FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
              UNION ALL
              SELECT m.tbl_name || ' index ' || m.name || ' ' || COALESCE(m.sql, '') FROM sqlite_master m WHERE m.type = 'index' AND m.name NOT LIKE 'sqlite%'
              UNION ALL
              SELECT name || ' autoincrement' FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'
              """
            : """
              SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity
                || ' ' || COALESCE(identity_generation, '') AS "Value"
              FROM information_schema.columns WHERE table_schema = 'public'
              UNION ALL
              SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
              WHERE connamespace = 'public'::regnamespace
              UNION ALL
              SELECT tablename || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
              """;
        await using var db = database.Context();
        return [.. (await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal)];
    }
}
