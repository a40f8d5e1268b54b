using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>
/// How often something has changed, read from the database once at every request: one prepared statement on a connection
/// that is kept open, so that what another process changed is seen at once and what did not change costs nothing else.
/// </summary>
/// <param name="database">Where the stamps are.</param>
/// <param name="requests">The request being answered. A page that only reads is answered from one moment, its first look.</param>
public sealed class Stamps(Database database, IHttpContextAccessor? requests = null) : IDisposable
{
    /// <summary>Raises the stamp @name by one, on both databases.</summary>
    internal const string Raise =
        "INSERT INTO stamps (name, value) VALUES (@name, 1) ON CONFLICT (name) DO UPDATE SET value = stamps.value + 1";

    private const int MostIdle = 8;

    private readonly ConcurrentBag<Reader> idle = [];

    /// <summary>Stamps with that of every change from just before they were read.</summary>
    private readonly ConcurrentDictionary<string, (long All, long Value)> known = new(StringComparer.Ordinal);

    /// <summary>The stamp that every change raises: while it is the same, nothing has changed.</summary>
    public async ValueTask<long> AllAsync(CancellationToken cancel)
    {
        var request = requests?.HttpContext;
        if (request?.Features.Get<Moment>() is { } moment)
        {
            return moment.All;
        }

        var all = await NowAsync(StampRow.All, cancel);
        if (request is not null && (HttpMethods.IsGet(request.Request.Method) || HttpMethods.IsHead(request.Request.Method)))
        {
            request.Features.Set(new Moment(all));
        }

        return all;
    }

    /// <summary>One stamp by its name; 0 while nothing under that name has changed yet.</summary>
    public async ValueTask<long> OfAsync(string name, CancellationToken cancel)
    {
        var all = await AllAsync(cancel);
        if (!known.TryGetValue(name, out var one) || one.All != all)
        {
            known[name] = one = (all, await NowAsync(name, cancel));
        }

        return one.Value;
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private async ValueTask<long> NowAsync(string name, CancellationToken cancel)
    {
#pragma warning disable CA2000 // reading puts it back, or disposes of it
        if (idle.TryTake(out var kept))
#pragma warning restore CA2000
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

    /// <summary>What a request that only reads saw when it first looked.</summary>
    private sealed record Moment(long All);

    private sealed class Reader(DbConnection connection, DbCommand command, DbParameter name) : IDisposable
    {
        private bool isPrepared;

        public static async Task<Reader> OpenAsync(Database database, CancellationToken cancel)
        {
#pragma warning disable CA2000 // the reader owns its connection and its command
            var connection = await database.ConnectAsync(cancel);
            var command = connection.CreateCommand();
#pragma warning restore CA2000
            command.CommandText = "SELECT value FROM stamps WHERE name = @name";
            var name = command.CreateParameter();
            name.ParameterName = "@name";
            name.DbType = System.Data.DbType.String;
            command.Parameters.Add(name);
            return new Reader(connection, command, name);
        }

        public async ValueTask<long> ReadAsync(string stamp, CancellationToken cancel)
        {
            name.Value = stamp;
            if (!isPrepared)
            {
                await command.PrepareAsync(cancel);
                isPrepared = true;
            }

            return await command.ExecuteScalarAsync(cancel) is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
        }

        public void Dispose()
        {
            command.Dispose();
            connection.Dispose();
        }
    }
}
