using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Throughline.Data;

/// <summary>
/// Takes a backup back into a database that holds nothing, on either kind of database; an older backup is brought to
/// this version afterwards. All or nothing: row counts and checksums are compared before anything is kept.
/// </summary>
public static class Restore
{
    public static async Task<Manifest> ReadAsync(Database database, string path, CancellationToken cancel)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancel);
            var manifest = await ManifestAsync(zip, path, cancel);
            await RefuseExistingAsync(database, cancel);
            await ReadAsync(database, zip, manifest, path, cancel);
            return manifest;
        }
        catch (FileNotFoundException e)
        {
            throw new Problem(Texts.BackupMissing.With(path), e);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or InvalidOperationException || Contradicts(e))
        {
            throw new Problem(Texts.BackupDamaged.With(path), e);
        }
    }

    /// <summary>Whether a database refused rows because they contradict each other, as rows of a changed file may.</summary>
    private static bool Contradicts(Exception e) => e is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 1 or 19 }
        || (e is Npgsql.PostgresException p && p.SqlState[..2] is "22" or "23" or "42");

    private static async Task<Manifest> ManifestAsync(ZipArchive zip, string path, CancellationToken cancel)
    {
        var entry = zip.GetEntry(Backup.ManifestName) ?? throw new Problem(Texts.BackupDamaged.With(path));
        await using var stream = await entry.OpenAsync(cancel);
        var manifest = await JsonSerializer.DeserializeAsync<Manifest>(stream, Backup.Json, cancel);
        return manifest switch
        {
            { Tables: null } or { Migration: null } or { Format: < 1 } or null => throw new Problem(Texts.BackupDamaged.With(path)),
            _ when manifest.Tables.Any(t => t is not { Name: not null, Sha256: not null, Columns.Count: > 0 } || t.Columns.Any(c => c?.Name is null)) =>
                throw new Problem(Texts.BackupDamaged.With(path)),
            { Format: > Backup.Format } => throw new Problem(Texts.BackupNewer.With(path, manifest.Product, Product.Version)),
            _ => manifest,
        };
    }

    private static async Task RefuseExistingAsync(Database database, CancellationToken cancel)
    {
        // A file or a database without any table is what a stopped restore leaves: nothing.
        if (database.IsSqlite && (!File.Exists(database.File) || new FileInfo(database.File).Length == 0))
        {
            return;
        }

        await using var db = database.Context();
        if ((database.IsSqlite || await db.Database.CanConnectAsync(cancel)) && (await TablesAsync(db, cancel)).Count > 0)
        {
            throw new Problem(Texts.RestoreExists.With(database.IsSqlite ? database.Folder : "PostgreSQL"));
        }
    }

    private static Task<List<string>> TablesAsync(ThroughlineDb db, CancellationToken cancel) => db.Database.SqlQueryRaw<string>(
        db.Database.IsSqlite()
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            : "SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = current_schema()").ToListAsync(cancel);

    private static async Task ReadAsync(Database database, ZipArchive zip, Manifest manifest, string path, CancellationToken cancel)
    {
        Directory.CreateDirectory(database.Folder);
        await using var db = database.Context();
        if (!Migrator.Known(db).Contains(manifest.Migration, StringComparer.Ordinal))
        {
            throw new Problem(Texts.BackupNewer.With(path, manifest.Product, Product.Version));
        }

        // One transaction for the schema and all rows: stopped at any moment, there is nothing.
        await Migrator.MakeAsync(db, cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await Migrator.MigrateAsync(db, manifest.Migration, cancel);
            var expected = (await TablesAsync(db, cancel)).Where(t => !t.StartsWith("__", StringComparison.Ordinal));
            if (!expected.Order(StringComparer.Ordinal).SequenceEqual(manifest.Tables.Select(t => t.Name).Order(StringComparer.Ordinal)))
            {
                throw new Problem(Texts.BackupDamaged.With(path));
            }

            foreach (var table in manifest.Tables)
            {
                var shape = new TableShape(table.Name, table.Columns);
                if (!shape.IsPlain)
                {
                    throw new Problem(Texts.BackupDamaged.With(path));
                }

                var entry = zip.GetEntry(shape.EntryName) ?? throw new Problem(Texts.BackupDamaged.With(path));
                await using var stream = await entry.OpenAsync(cancel);
                var (rows, hash) = await RowsAsync(db, shape, stream, transaction, cancel);
                if (rows != table.Rows || hash != table.Sha256)
                {
                    throw new Problem(Texts.BackupDamaged.With(path));
                }

                if (!database.IsSqlite && shape.HasNumber)
                {
#pragma warning disable EF1002 // the name is that of our own table
                    await db.Database.ExecuteSqlRawAsync(
                        $"SELECT setval(pg_get_serial_sequence('\"{shape.Name}\"', 'id'), (SELECT COALESCE(MAX(id), 0) + 1 FROM \"{shape.Name}\"), false)", cancel);
#pragma warning restore EF1002
                }
            }

            await Migrator.MigrateAsync(db, null, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    private static async Task<(long Rows, string Hash)> RowsAsync(
        ThroughlineDb db, TableShape shape, Stream stream, IDbContextTransaction transaction, CancellationToken cancel)
    {
        await using var rows = BulkRows.Into(db.Database.GetDbConnection(), transaction.GetDbTransaction(), shape.Name, [.. shape.Columns.Select(c => c.Name)]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var reader = new StreamReader(stream);
        var values = new object?[shape.Columns.Count];
        long count = 0;
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetArrayLength() != values.Length)
            {
                throw new InvalidDataException();
            }

            shape.Read(json.RootElement, values);
            rows.Write(values);
            count++;
        }

        await rows.CompleteAsync(cancel);
        return (count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
