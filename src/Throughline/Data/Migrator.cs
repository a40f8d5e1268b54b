using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Throughline.Benchmarks.Measures;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>
/// Brings the database to the newest version: every missing migration and the catalog's measures, all in one
/// transaction, so that a program that is stopped half-way leaves the old version. Concurrent programs wait for each
/// other on the write lock.
/// </summary>
public static class Migrator
{
    /// <summary>The number under which PostgreSQL keeps programs that migrate apart.</summary>
    private const int AdvisoryLock = 80_10_24;

    /// <summary>The migrations this program knows, oldest first.</summary>
    public static IReadOnlyList<string> Known(ThroughlineDb db) =>
        [.. db.GetService<IMigrationsAssembly>().Migrations.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Brings the database to a version, by default the newest this program knows.</summary>
    /// <param name="db">The database; it need not exist yet.</param>
    /// <param name="last">The last migration wanted; restoring an older backup stops there first.</param>
    /// <param name="cancel">Stops the work with nothing changed.</param>
    /// <remarks>Inside a transaction of the caller's it joins that one, and the caller commits.</remarks>
    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> MigrateAsync(ThroughlineDb db, string? last, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await ApplyMissingAsync(db, last, cancel);
        }

        await MakeAsync(db, cancel);

        // On SQLite a serializable transaction takes the write lock at once. On PostgreSQL the advisory lock does, and what
        // is read after waiting for it must be what the other program committed.
        await using var transaction = await db.Database.BeginTransactionAsync(
            db.Database.IsSqlite() ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted, cancel);
        var count = await ApplyMissingAsync(db, last, cancel);
        await transaction.CommitAsync(cancel);
        return count;
    }

    /// <summary>Makes the file or the database, with nothing in it.</summary>
    internal static async Task MakeAsync(ThroughlineDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
        {
            await CreatePostgresAsync(db, cancel);
        }
        else
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        }
    }

    private static async Task<int> ApplyMissingAsync(ThroughlineDb db, string? last, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancel);
        }

        var history = db.GetService<IHistoryRepository>();
        await db.Database.ExecuteSqlRawAsync(history.GetCreateIfNotExistsScript(), cancel);
        var applied = (await history.GetAppliedMigrationsAsync(cancel)).Select(m => m.MigrationId).ToHashSet(StringComparer.Ordinal);
        var assembly = db.GetService<IMigrationsAssembly>();
        var count = 0;
        foreach (var id in Known(db).Where(id => !applied.Contains(id) && (last is null || string.CompareOrdinal(id, last) <= 0)))
        {
            await ApplyAsync(db, assembly.CreateMigration(assembly.Migrations[id], db.Database.ProviderName!), id, history, cancel);
            count++;
        }

        if (last is null)
        {
            await AddMeasuresAsync(db, cancel);
        }

        return count;
    }

    private static async Task ApplyAsync(
        ThroughlineDb db, Migration migration, string id, IHistoryRepository history, CancellationToken cancel)
    {
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(migration.UpOperations);
        var connection = db.GetService<IRelationalConnection>();
        foreach (var command in commands)
        {
            await command.ExecuteNonQueryAsync(connection, cancellationToken: cancel);
        }

        var row = new HistoryRow(id, typeof(Migrator).Assembly.GetName().Version!.ToString(3));
        await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(row), cancel);
    }

    private static async Task AddMeasuresAsync(ThroughlineDb db, CancellationToken cancel)
    {
        var known = await db.MeasureVersions.AsNoTracking().ToListAsync(cancel);
        var missing = MeasureCatalog.Default.Measures
            .Where(m => !known.Exists(k => k.Measure == m.Id && k.Version == m.Version))
            .Select(m => new MeasureVersion { Measure = m.Id, Version = m.Version })
            .ToList();
        if (missing.Count > 0)
        {
            db.MeasureVersions.AddRange(missing);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static async Task CreatePostgresAsync(ThroughlineDb db, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancel))
        {
            await creator.CreateAsync(cancel);
        }
    }
}
