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

    /// <summary>A place for one: the folder or the database is there, and nothing in it.</summary>
    public static async Task<TestDatabase> EmptyAsync(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("throughline-test-").FullName;
        if (provider == SqliteAttribute.Name)
        {
            return new TestDatabase(new Database(folder, null), null);
        }

        var server = PostgresAttribute.Server!;
        var name = "t" + Guid.NewGuid().ToString("N");
        await RunAsync(server, $"CREATE DATABASE {name}");
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
