using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>
/// How often something has changed, read from the database at every request: one prepared statement on a connection that
/// is kept open, so that what another process changed is seen at once and what did not change costs nothing else.
/// </summary>
public sealed class Stamps(Database database) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<Reader> idle = [];

    /// <summary>The stamp that every change raises: while it is the same, nothing has changed.</summary>
    public ValueTask<long> AllAsync(CancellationToken cancel) => OfAsync(StampRow.All, cancel);

    /// <summary>One stamp by its name; 0 while nothing under that name has changed yet.</summary>
    public async ValueTask<long> OfAsync(string name, CancellationToken cancel)
    {
        if (idle.TryTake(out var kept))
        {
            try
            {
                return await ReadAsync(kept, name, cancel);
            }
            catch (DbException)
            {
                // A connection that was kept may have died since; a new one says whether the database did.
            }
        }

        return await ReadAsync(await Reader.OpenAsync(database, cancel), name, cancel);
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private async ValueTask<long> ReadAsync(Reader reader, string name, CancellationToken cancel)
    {
        var isWhole = false;
        try
        {
            var value = await reader.ReadAsync(name, cancel);
            isWhole = true;
            return value;
        }
        finally
        {
            if (isWhole && idle.Count < MostIdle)
            {
                idle.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    private sealed class Reader(DbConnection connection, DbCommand command, DbParameter name) : IDisposable
    {
        public static async Task<Reader> OpenAsync(Database database, CancellationToken cancel)
        {
            var connection = await database.ConnectAsync(cancel);
            try
            {
                var command = connection.CreateCommand();
                command.CommandText = "SELECT value FROM stamps WHERE name = @name";
                var name = command.CreateParameter();
                name.ParameterName = "@name";
                name.DbType = System.Data.DbType.String;
                command.Parameters.Add(name);
                await command.PrepareAsync(cancel);
                return new Reader(connection, command, name);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }

        public async ValueTask<long> ReadAsync(string stamp, CancellationToken cancel)
        {
            name.Value = stamp;
            return await command.ExecuteScalarAsync(cancel) is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
        }

        public void Dispose()
        {
            command.Dispose();
            connection.Dispose();
        }
    }
}
