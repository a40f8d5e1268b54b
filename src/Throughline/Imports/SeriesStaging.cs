using System.Data;
using System.Data.Common;
using System.Globalization;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Imports;

/// <summary>
/// The rows of a file on their way in: a temporary table beside the figures, in one transaction. Comparing happens in
/// the database, so memory does not grow with the file and a stop at any moment leaves nothing.
/// </summary>
internal sealed class SeriesStaging : IAsyncDisposable
{
    private const string Key = "measure_version_id, organization_id, \"group\", period_start, period_end";

    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private SeriesStaging(DbConnection connection, DbTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    public static async Task<SeriesStaging> BeginAsync(Database database, CancellationToken cancel)
    {
        var connection = await database.ConnectAsync(cancel);
        var transaction = await connection.BeginTransactionAsync(
            database.IsSqlite ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted, cancel);
        var staging = new SeriesStaging(connection, transaction);
        var day = database.IsSqlite ? "text" : "date";
        await staging.RunAsync(
            $"""
            CREATE TEMPORARY TABLE staged_values (
                line bigint NOT NULL, organization_id integer NOT NULL, measure_version_id integer NOT NULL, "group" text NOT NULL,
                period_start {day} NOT NULL, period_end {day} NOT NULL, value numeric, current_id bigint)
            """,
            cancel);
        if (!database.IsSqlite)
        {
            // One import at a time: two that overlap would both take the same figure for new.
            await staging.RunAsync("LOCK TABLE published_values IN SHARE ROW EXCLUSIVE MODE", cancel);
        }

        return staging;
    }

    public BulkRows Rows() => BulkRows.Into(
        connection, transaction, "staged_values", "line", "organization_id", "measure_version_id", "group", "period_start", "period_end", "value");

    /// <summary>Refuses rows that contradict each other, compares the rest with what is in force, and stores what is new.</summary>
    public async Task<ImportResult> StoreAsync(string path, long read, Refusals refusals, ImportOptions options, CancellationToken cancel)
    {
        await RefuseContradictionsAsync(refusals, cancel);
        await RunAsync(
            $"DELETE FROM staged_values WHERE line NOT IN (SELECT MIN(line) FROM staged_values GROUP BY {Key})", cancel);
        var at = options.RecordedAt.ToUnixTimeMilliseconds();
        await RunAsync(
            """
            UPDATE staged_values SET current_id = (
                SELECT v.id FROM published_values v
                WHERE v.measure_version_id = staged_values.measure_version_id AND v.organization_id = staged_values.organization_id
                    AND v."group" = staged_values."group" AND v.period_start = staged_values.period_start
                    AND v.period_end = staged_values.period_end AND v.recorded_at <= @at
                ORDER BY v.recorded_at DESC, v.id DESC LIMIT 1)
            """,
            cancel,
            ("@at", at));
        const string Differs = "(SELECT v.value FROM published_values v WHERE v.id = s.current_id) IS DISTINCT FROM s.value";
        var added = await CountAsync("SELECT COUNT(*) FROM staged_values s WHERE s.current_id IS NULL", cancel);
        var changed = await CountAsync($"SELECT COUNT(*) FROM staged_values s WHERE s.current_id IS NOT NULL AND {Differs}", cancel);
        var notPublished = await CountAsync("SELECT COUNT(*) FROM staged_values s WHERE s.value IS NULL", cancel);
        var result = new ImportResult(Path.GetFileName(path), read, added, changed, read - added - changed - refusals.Rows, refusals.Rows)
        {
            NotPublished = notPublished,
            FirstRefusals = refusals.First,
            RefusedFile = refusals.File,
            Stored = !options.DryRun && (refusals.Rows == 0 || options.AcceptGoodRows),
        };
        if (!result.Stored)
        {
            await transaction.RollbackAsync(cancel);
            return result;
        }

        var import = await CountAsync(
            """
            INSERT INTO imports (kind, file_name, recorded_at, rows_read, added, changed, unchanged, refused)
            VALUES ('series', @file, @at, @read, @added, @changed, @unchanged, @refused) RETURNING id
            """,
            cancel,
            ("@file", result.File),
            ("@at", at),
            ("@read", read),
            ("@added", added),
            ("@changed", changed),
            ("@unchanged", result.Unchanged),
            ("@refused", refusals.Rows));
        await RunAsync(
            $"""
            INSERT INTO published_values ({Key}, value, recorded_at, import_id)
            SELECT {Key}, value, @at, @import FROM staged_values s WHERE s.current_id IS NULL OR {Differs} ORDER BY {Key}
            """,
            cancel,
            ("@at", at),
            ("@import", (int)import));
        await RunAsync("DROP TABLE staged_values", cancel);
        foreach (var stamp in (string[])[StampRow.All, PublishedValue.StampName])
        {
            await RunAsync(Stamps.Raise, cancel, ("@name", stamp));
        }

        await transaction.CommitAsync(cancel);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    /// <summary>Two values for one key: nobody but the sender knows which is right, so every such row is refused.</summary>
    private async Task RefuseContradictionsAsync(Refusals refusals, CancellationToken cancel)
    {
        const string Contradictions = $"""
            (SELECT {Key} FROM staged_values GROUP BY {Key}
             HAVING COUNT(*) > 1 AND (MIN(value) IS DISTINCT FROM MAX(value) OR COUNT(value) NOT IN (0, COUNT(*))))
            """;
        await RunAsync($"CREATE TEMPORARY TABLE contradictions AS SELECT {Key} FROM {Contradictions} c", cancel);
        const string Match = """
            FROM contradictions c WHERE c.measure_version_id = s.measure_version_id AND c.organization_id = s.organization_id
                AND c."group" = s."group" AND c.period_start = s.period_start AND c.period_end = s.period_end
            """;
        await using (var select = Command(
            $"SELECT s.line, s.value FROM staged_values s WHERE EXISTS (SELECT 1 {Match}) ORDER BY s.line"))
        await using (var rows = await select.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
            {
                var value = await rows.IsDBNullAsync(1, cancel) ? "" : rows.GetDecimal(1).ToString(CultureInfo.InvariantCulture);
                refusals.Add(new Refusal(rows.GetInt64(0), "value", value, ImportTexts.TwoValues));
            }
        }

        await RunAsync($"DELETE FROM staged_values AS s WHERE EXISTS (SELECT 1 {Match})", cancel);
        await RunAsync("DROP TABLE contradictions", cancel);
    }

    private async Task RunAsync(string sql, CancellationToken cancel, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<long> CountAsync(string sql, CancellationToken cancel, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql, values);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private DbCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // the text is this file's own; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
