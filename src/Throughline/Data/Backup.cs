using System.Data;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Throughline.Data;

/// <summary>
/// All data in one file that either database can take back: a zip of one file a table (JSON Lines, a row an array) and
/// a manifest with versions, row counts and checksums. Written from one snapshot while the site runs.
/// </summary>
public static class Backup
{
    internal const int Format = 1;
    internal const string ManifestName = "manifest.json";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a backup.</summary>
    /// <param name="database">What to keep.</param>
    /// <param name="path">A file that does not exist yet: nothing is overwritten.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="cancel">Stops the work; no file is left.</param>
    /// <returns>What is in the file.</returns>
    public static async Task<Manifest> WriteAsync(Database database, string path, TimeProvider clock, CancellationToken cancel)
    {
        if (File.Exists(path))
        {
            throw new Problem(Texts.BackupExists.With(path));
        }

        var partial = path + ".partial";
        try
        {
            Manifest manifest;
            await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write))
            await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: false, null, cancel))
            {
                manifest = await WriteTablesAsync(database, zip, clock, cancel);
                await using var entry = await zip.CreateEntry(ManifestName).OpenAsync(cancel);
                await JsonSerializer.SerializeAsync(entry, manifest, Json, cancel);
            }

            File.Move(partial, path, overwrite: false);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Problem(Texts.BackupUnwritable.With(path), e);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    private static async Task<Manifest> WriteTablesAsync(Database database, ZipArchive zip, TimeProvider clock, CancellationToken cancel)
    {
        await using var db = database.Context();
        // One snapshot of everything: a deferred transaction in WAL mode, repeatable read on PostgreSQL.
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
#pragma warning disable CA1849 // only the synchronous call can ask for a deferred transaction, which takes no lock
        await using var transaction = database.IsSqlite
            ? ((Microsoft.Data.Sqlite.SqliteConnection)connection).BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
#pragma warning restore CA1849
        await db.Database.UseTransactionAsync(transaction, cancel);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancel);
        var tables = new List<ManifestTable>();
        foreach (var table in TableShape.All(db))
        {
            // The keys of cookies stay out, so that nobody who holds a backup can make one: the table goes in without its rows.
            var rowsKept = table.Name == TableShape.Keys ? "WHERE 1 = 0" : "";
            await using var entry = await zip.CreateEntry(table.EntryName, CompressionLevel.Fastest).OpenAsync(cancel);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var select = connection.CreateCommand();
            select.Transaction = transaction;
#pragma warning disable CA2100 // the names are those of our own tables
            select.CommandText = $"SELECT {table.ColumnList} FROM \"{table.Name}\" {rowsKept} ORDER BY {table.KeyColumns}";
#pragma warning restore CA2100
            await using var rows = await select.ExecuteReaderAsync(cancel);
            using var line = new MemoryStream();
            await using var writer = new Utf8JsonWriter(line);
            long count = 0;
            while (await rows.ReadAsync(cancel))
            {
                line.SetLength(0);
                writer.Reset(line);
                table.Write(writer, rows);
                await writer.FlushAsync(cancel);
                line.WriteByte((byte)'\n');
                var bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
                hash.AppendData(bytes.Span);
                await entry.WriteAsync(bytes, cancel);
                count++;
            }

            tables.Add(new ManifestTable(table.Name, table.Columns, count, Convert.ToHexStringLower(hash.GetHashAndReset())));
        }

        return new Manifest(Format, Product.Version, applied.Last(), clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), tables);
    }
}

/// <summary>What a backup holds.</summary>
/// <param name="Format">The version of the file's own form.</param>
/// <param name="Product">The version of the program that wrote it.</param>
/// <param name="Migration">The last migration of the data in it.</param>
/// <param name="WrittenAt">When, ISO 8601.</param>
/// <param name="Tables">In the order in which they go back.</param>
public sealed record Manifest(int Format, string Product, string Migration, string WrittenAt, IReadOnlyList<ManifestTable> Tables);

/// <param name="Name">The table.</param>
/// <param name="Columns">In the order of the cells; the key first.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">Of the table's file, in lower-case hexadecimal.</param>
public sealed record ManifestTable(string Name, IReadOnlyList<ManifestColumn> Columns, long Rows, string Sha256);
