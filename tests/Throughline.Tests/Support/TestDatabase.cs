using Npgsql;
using Throughline.Data;

namespace Throughline.Tests.Support;

/// <summary>A database of its own for a test, migrated and empty; gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary>An Npgsql connection string to a server; unset means that only SQLite is tested.</summary>
    private const string Variable = "THROUGHLINE_TEST_POSTGRES";

    private readonly string? name;

    private TestDatabase(Database database, string? name)
    {
        Database = database;
        this.name = name;
    }

    public static bool HasPostgres => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public Database Database { get; }

    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("throughline-test-").FullName;
        string? name = null, connection = null;
        if (provider == Postgres)
        {
            name = $"throughline_test_{Guid.NewGuid():N}";
            await OnServerAsync($"CREATE DATABASE {name}");
            connection = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Database = name }.ToString();
        }

        var database = new Database(folder, connection);
        await DatabaseCheck.PrepareAsync(database, create: true, default);
        return new TestDatabase(database, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (name is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Database.Folder, recursive: true);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(Variable));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
