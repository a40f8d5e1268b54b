using System.Buffers.Binary;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Throughline.Data;

/// <summary>
/// Looks before anything is written: a folder that cannot be written, a database that is newer, foreign, locked or
/// damaged is a <see cref="Problem"/> that says what to do.
/// </summary>
public static class DatabaseCheck
{
    /// <summary>Up to this size the whole file is checked when the program starts; beyond it only its head.</summary>
    private const long WholeCheck = 64L << 20;

    private const int HeaderBytes = 100;

    private const string HistoryTable = "__EFMigrationsHistory";

    /// <summary>Makes sure that there is a database of this program's version, migrating an older one.</summary>
    /// <param name="database">Where the data is.</param>
    /// <param name="create">Whether a database may be made where there is none; else its absence is a problem.</param>
    /// <param name="cancel">Stops the work with nothing changed.</param>
    /// <returns>Whether the database is new.</returns>
    public static Task<bool> PrepareAsync(Database database, bool create, CancellationToken cancel) =>
        ExplainAsync(database, async () =>
        {
            var isNew = database.IsSqlite ? IsMissing(database, create) : false;
            if (database.IsSqlite && !isNew)
            {
                CheckHeader(database.File!);
            }

            await using var db = database.Context();
            var applied = isNew ? [] : await AppliedAsync(db, cancel);
            var newer = applied.Except(Migrator.Known(db), StringComparer.Ordinal).ToList();
            if (newer.Count > 0)
            {
                throw new Problem(Texts.DatabaseNewer.With(Name(database), newer[^1], Product.Version));
            }

            if (database.IsSqlite && !isNew)
            {
                await CheckWholeAsync(db, database.File!, create, cancel);
            }

            if (applied.Count < Migrator.Known(db).Count)
            {
                if (applied.Count == 0 && !create)
                {
                    throw new Problem(Texts.DatabaseMissing.With(database.Folder));
                }

                await Migrator.MigrateAsync(db, null, cancel);
            }

            return applied.Count == 0;
        });

    /// <summary>Runs something that uses the database; what databases throw becomes a problem with words.</summary>
    public static async Task<T> ExplainAsync<T>(Database database, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (Explain(database, e) is { } problem)
        {
            throw problem;
        }
    }

    /// <summary>The problem behind an exception of a database or a file system; null when it is something else.</summary>
    public static Problem? Explain(Database database, Exception e) => Innermost(e) switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => new Problem(Texts.DatabaseLocked.With(Name(database)), e),
        SqliteException { SqliteErrorCode: 8 or 14 } => new Problem(Texts.DatabaseReadOnly.With(database.Folder), e),
        SqliteException { SqliteErrorCode: 11 or 26 } => new Problem(Texts.DatabaseDamaged.With(Name(database)), e),
        SqliteException { SqliteErrorCode: 13 } => new Problem(Texts.DiskFull.With(database.Folder), e),
        PostgresException { SqlState: "25006" } => new Problem(Texts.PostgresReadOnly, e),
        PostgresException p => new Problem(Texts.PostgresRefused.With(p.MessageText), e),
        NpgsqlException n => new Problem(Texts.PostgresUnreachable.With(n.InnerException?.Message ?? n.Message), e),
        IOException io => new Problem(Texts.FilesUnusable.With(io.Message), e),
        UnauthorizedAccessException => new Problem(Texts.DatabaseReadOnly.With(database.Folder), e),
        _ => null,
    };

    /// <summary>The mapper wraps what the database said: once where saving failed, once where it suspects a passing fault.</summary>
    private static Exception Innermost(Exception e) =>
        e is DbUpdateException or InvalidOperationException && e.InnerException is { } inner and (DbUpdateException or DbException)
            ? Innermost(inner)
            : e;

    private static bool IsMissing(Database database, bool create)
    {
        var file = new FileInfo(database.File!);
        if (file.Exists && file.Length > 0)
        {
            return false;
        }

        if (!create)
        {
            throw new Problem(Texts.DatabaseMissing.With(database.Folder));
        }

        try
        {
            Directory.CreateDirectory(database.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Problem(Texts.DatabaseReadOnly.With(database.Folder), e);
        }

        return true;
    }

    /// <summary>The first hundred bytes say what the file is and how long it should be (SQLite file format, section 1.3).</summary>
    private static void CheckHeader(string path)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes
            || !header.StartsWith("SQLite format 3\0"u8))
        {
            throw new Problem(Texts.DatabaseDamaged.With(path));
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        var isCurrent = header[24..28].SequenceEqual(header[92..96]);
        if (isCurrent && file.Length < pages * (pageSize == 1 ? 65_536L : pageSize))
        {
            throw new Problem(Texts.DatabaseDamaged.With(path));
        }
    }

    private static async Task<List<string>> AppliedAsync(ThroughlineDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite() && !await db.Database.CanConnectAsync(cancel) && await IsAbsentAsync(db, cancel))
        {
            return [];
        }

        var tables = await db.Database.SqlQueryRaw<string>(db.Database.IsSqlite()
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            : "SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = current_schema()").ToListAsync(cancel);
        if (tables.Count == 0)
        {
            return [];
        }

        if (!tables.Contains(HistoryTable))
        {
            throw new Problem(Texts.DatabaseForeign);
        }

        return [.. await db.Database.GetAppliedMigrationsAsync(cancel)];
    }

    /// <summary>Whether PostgreSQL answers and just the database is not there yet; a server out of reach throws.</summary>
    private static async Task<bool> IsAbsentAsync(ThroughlineDb db, CancellationToken cancel)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            await db.Database.CloseConnectionAsync();
            return false;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return true;
        }
    }

    private static async Task CheckWholeAsync(ThroughlineDb db, string path, bool writes, CancellationToken cancel)
    {
        // Taking the write lock and giving it back shows a file that is locked or may not be written. Who only reads is
        // not kept waiting by an import.
        if (writes)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
            await transaction.RollbackAsync(cancel);
        }

        if (new FileInfo(path).Length <= WholeCheck)
        {
            await db.Database.OpenConnectionAsync(cancel);
            await using var check = db.Database.GetDbConnection().CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (await check.ExecuteScalarAsync(cancel) is not "ok")
            {
                throw new Problem(Texts.DatabaseDamaged.With(path));
            }
        }
    }

    private static string Name(Database database) => database.File ?? "PostgreSQL";
}
