using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Throughline.Data;

/// <summary>One transaction of bulk work on a connection of its own, with statements of ours in SQL that both databases know.</summary>
internal sealed class Session : IAsyncDisposable
{
    private Session(Database database, DbConnection connection, DbTransaction transaction)
    {
        Database = database;
        Connection = connection;
        Transaction = transaction;
    }

    public Database Database { get; }

    public DbConnection Connection { get; }

    public DbTransaction Transaction { get; }

    public bool IsSqlite => Database.IsSqlite;

    /// <summary>Begins; on SQLite the write lock is taken at once, so that what is read stays so.</summary>
    public static async Task<Session> BeginAsync(Database database, CancellationToken cancel)
    {
        var connection = await database.ConnectAsync(cancel);
        var transaction = await connection.BeginTransactionAsync(
            database.IsSqlite ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted, cancel);
        return new Session(database, connection, transaction);
    }

    /// <summary>Begins to read; nobody waits for it, and all that is read is of one moment.</summary>
    public static async Task<Session> BeginReadAsync(Database database, CancellationToken cancel)
    {
        var connection = await database.ConnectAsync(cancel);
#pragma warning disable CA1849 // only the method that does not wait can begin a deferred transaction
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
#pragma warning restore CA1849
        return new Session(database, connection, transaction);
    }

    /// <summary>One writer at a time: on PostgreSQL by a lock of the table that readers do not wait for.</summary>
    public Task LockAsync(string table, CancellationToken cancel) =>
        IsSqlite ? Task.CompletedTask : RunAsync($"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE", cancel);

    public async Task RunAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A whole number; 0 where there is none.</summary>
    public async Task<long> NumberAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancel) is { } found and not DBNull ? Convert.ToInt64(found, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Rows, each made of the columns as they come.</summary>
    public async Task<List<T>> RowsAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var list = new List<T>();
        while (await rows.ReadAsync(cancel))
        {
            list.Add(read(rows));
        }

        return list;
    }

    /// <summary>A statement for many rows: its parameters are set again for each.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // the statements are ours; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public BulkRows Rows(string table, params ReadOnlySpan<string> columns) => BulkRows.Into(Connection, Transaction, table, columns);

    public Task CommitAsync(CancellationToken cancel) => Transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
