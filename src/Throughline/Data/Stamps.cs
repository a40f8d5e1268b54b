using Throughline.Model;

namespace Throughline.Data;

/// <summary>
/// Reads how often things have changed, straight from the database: what was read under the same number is still true,
/// whichever program changed what. One small query on a pooled connection.
/// </summary>
public sealed class Stamps(Database database)
{
    /// <summary>Raises the stamp @name by one, on both databases.</summary>
    internal const string Raise =
        "INSERT INTO stamps (name, value) VALUES (@name, 1) ON CONFLICT (name) DO UPDATE SET value = stamps.value + 1";

    /// <summary>The stamp that every change raises.</summary>
    public ValueTask<long> AllAsync(CancellationToken cancel) => OfAsync(StampRow.All, cancel);

    /// <summary>The number of a stamp; 0 for one that was never raised.</summary>
    public async ValueTask<long> OfAsync(string name, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM stamps WHERE name = @name";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@name", name);
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(cancel) is long value ? value : 0;
    }
}
