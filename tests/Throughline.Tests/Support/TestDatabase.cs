using Npgsql;
using Throughline.Data;

namespace Throughline.Tests.Support;

/// <summary>A database of a test's own: a folder, or a database on the PostgreSQL server that ./test starts.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? server;

    private TestDatabase(Database database, string? server)
    {
        Database = database;
        this.server = server;
    }

    /// <summary>Every database there is to test on: for theories whose rows are about something else.</summary>
    public static IReadOnlyList<string> Providers { get; } =
        PostgresAttribute.Server is null ? [SqliteAttribute.Name] : [SqliteAttribute.Name, PostgresAttribute.Name];

    public Database Database { get; }

    public string Folder => Database.Folder;

    /// <summary>A new one, brought to this version.</summary>
    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        var test = await EmptyAsync(provider);
        await DatabaseCheck.PrepareAsync(test.Database, create: true, default);
        return test;
    }

    /// <summary>One with all that another holds, to which nobody is connected; in a fraction of the time that making it took.</summary>
    public static async Task<TestDatabase> CopyAsync(TestDatabase from)
    {
        if (from.server is null)
        {
            var copy = await EmptyAsync(SqliteAttribute.Name);
            foreach (var file in Directory.EnumerateFiles(from.Folder))
            {
                File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
            }

            return copy;
        }

        return await EmptyAsync(PostgresAttribute.Name, $" TEMPLATE {from.Name}");
    }

    /// <summary>A place for one: the folder or the database is there, and nothing in it.</summary>
    public static Task<TestDatabase> EmptyAsync(string provider) => EmptyAsync(provider, "");

    /// <summary>Ends every connection, so that the database can be copied.</summary>
    public async Task ReleaseAsync()
    {
        await using var db = Database.Context();
        if (server is null)
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "PRAGMA wal_checkpoint(TRUNCATE)");
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearPool((NpgsqlConnection)Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database));
        }
    }

    private string Name
    {
        get
        {
            using var db = Database.Context();
            return Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database).Database;
        }
    }

    private static async Task<TestDatabase> EmptyAsync(string provider, string how)
    {
        var folder = Directory.CreateTempSubdirectory("throughline-test-").FullName;
        if (provider == SqliteAttribute.Name)
        {
            return new TestDatabase(new Database(folder, null), null);
        }

        var server = PostgresAttribute.Server!;
        var name = "t" + Guid.NewGuid().ToString("N");
        await RunAsync(server, $"CREATE DATABASE {name}{how}");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 10 };
        return new TestDatabase(new Database(folder, connection.ToString()), server);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        else
        {
            await using var db = Database.Context();
            var connection = (NpgsqlConnection)Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database);
            NpgsqlConnection.ClearPool(connection);
            await RunAsync(server, $"DROP DATABASE {connection.Database} WITH (FORCE)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
