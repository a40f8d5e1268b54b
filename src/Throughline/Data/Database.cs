using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Throughline.Data;

/// <summary>
/// Where the data is: a SQLite file in the data folder or, by connection string, a PostgreSQL database. Files that
/// people should find (refused rows) go to the data folder in both cases.
/// </summary>
public sealed class Database
{
    /// <summary>The environment variable that holds an Npgsql connection string; unset or empty means SQLite.</summary>
    public const string Variable = "THROUGHLINE_DATABASE";

    /// <summary>How long a command waits for another program's write before it says that the database is locked, in seconds.</summary>
    private const int BusySeconds = 5;

    private readonly string connectionString;

    public Database(string folder, string? postgres)
    {
        Folder = Path.GetFullPath(folder);
        File = string.IsNullOrWhiteSpace(postgres) ? Path.Combine(Folder, "throughline.db") : null;
        connectionString = File is null ? Checked(postgres!) : new SqliteConnectionStringBuilder
        {
            DataSource = File,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        }.ToString();
    }

    /// <summary>The data folder, as a full path.</summary>
    public string Folder { get; }

    /// <summary>The SQLite file; null for PostgreSQL.</summary>
    public string? File { get; }

    public bool IsSqlite => File is not null;

    /// <summary>The place that a folder and the environment name.</summary>
    public static Database At(string folder) => new(folder, Environment.GetEnvironmentVariable(Variable));

    public void Configure(DbContextOptionsBuilder options)
    {
        // The migrations are written by hand, so there is no snapshot to compare with; a test compares the schemas.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (IsSqlite)
        {
            options.UseSqlite(connectionString);
        }
        else
        {
            options.UseNpgsql(connectionString);
        }
    }

    public ThroughlineDb Context()
    {
        var options = new DbContextOptionsBuilder<ThroughlineDb>();
        Configure(options);
        return new ThroughlineDb(options.Options);
    }

    /// <summary>An open connection of its own, for bulk work outside the context.</summary>
    public async Task<DbConnection> ConnectAsync(CancellationToken cancel)
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static string Checked(string postgres)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(postgres).ToString();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new Problem(Texts.ConnectionStringUnreadable.With(Variable), e);
        }
    }
}
