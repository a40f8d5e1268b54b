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

    /// <summary>The number of a cell in its file: a row of a published table has several figures.</summary>
    private const string Cell = "(line * 65536 + place)";

    private readonly Session session;

    private SeriesStaging(Session session) => this.session = session;

    public static async Task<SeriesStaging> BeginAsync(Database database, CancellationToken cancel)
    {
#pragma warning disable CA2000 // what is made holds it, and lets it go
        var session = await Session.BeginAsync(database, cancel);
#pragma warning restore CA2000
        try
        {
            var day = database.IsSqlite ? "text" : "date";
            await session.RunAsync(
                $"""
                CREATE TEMPORARY TABLE staged_values (
                    line bigint NOT NULL, place integer NOT NULL, organization_id integer NOT NULL, measure_version_id integer NOT NULL, "group" text NOT NULL,
                    period_start {day} NOT NULL, period_end {day} NOT NULL, value numeric, current_id bigint)
                """,
                cancel);
            // One import at a time: two that overlap would both take the same figure for new.
            await session.LockAsync("published_values", cancel);
            return new SeriesStaging(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public BulkRows Rows() => session.Rows(
        "staged_values", "line", "place", "organization_id", "measure_version_id", "group", "period_start", "period_end", "value");

    /// <summary>Refuses rows that contradict each other, compares the rest with what is in force, and stores what is new.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Figures that were staged, and rows that were refused.</param>
    /// <param name="header">The headings, for what is said of a figure.</param>
    /// <param name="refusals">Where refused rows go.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops with nothing stored.</param>
    public async Task<ImportResult> StoreAsync(
        string path, long read, IReadOnlyList<string> header, Refusals refusals, ImportOptions options, CancellationToken cancel)
    {
        // Of a row with several figures that contradict others, each is left out; the row is refused once.
        var before = refusals.Rows;
        read -= await RefuseContradictionsAsync(header, refusals, cancel);
        read += refusals.Rows - before;
        await session.RunAsync(
            $"DELETE FROM staged_values WHERE {Cell} NOT IN (SELECT MIN({Cell}) FROM staged_values GROUP BY {Key})", cancel);
        var at = options.RecordedAt.ToUnixTimeMilliseconds();
        await session.RunAsync(
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
        var added = await session.NumberAsync("SELECT COUNT(*) FROM staged_values s WHERE s.current_id IS NULL", cancel);
        var changed = await session.NumberAsync($"SELECT COUNT(*) FROM staged_values s WHERE s.current_id IS NOT NULL AND {Differs}", cancel);
        var notPublished = await session.NumberAsync("SELECT COUNT(*) FROM staged_values s WHERE s.value IS NULL", cancel);
        var result = new ImportResult(Path.GetFileName(path), read, added, changed, read - added - changed - refusals.Rows, refusals.Rows)
        {
            NotPublished = notPublished,
            FirstRefusals = refusals.First,
            RefusedFile = refusals.File,
            Stored = !options.DryRun && (refusals.Rows == 0 || options.AcceptGoodRows),
        };
        if (!result.Stored)
        {
            await session.Transaction.RollbackAsync(cancel);
            return result;
        }

        var import = await session.NumberAsync(
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
        await session.RunAsync(
            $"""
            INSERT INTO published_values ({Key}, value, recorded_at, import_id)
            SELECT {Key}, value, @at, @import FROM staged_values s WHERE s.current_id IS NULL OR {Differs} ORDER BY {Key}
            """,
            cancel,
            ("@at", at),
            ("@import", (int)import));
        await session.RunAsync("DROP TABLE staged_values", cancel);
        foreach (var stamp in (string[])[StampRow.All, PublishedValue.StampName])
        {
            await session.RunAsync(Stamps.Raise, cancel, ("@name", stamp));
        }

        await session.CommitAsync(cancel);
        return result;
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    /// <summary>Two values for one key: nobody but the sender knows which is right, so every such row is refused.</summary>
    /// <returns>How many figures that concerns.</returns>
    private async Task<long> RefuseContradictionsAsync(IReadOnlyList<string> header, Refusals refusals, CancellationToken cancel)
    {
        var figures = 0L;
        const string Contradictions = $"""
            (SELECT {Key} FROM staged_values GROUP BY {Key}
             HAVING COUNT(*) > 1 AND (MIN(value) IS DISTINCT FROM MAX(value) OR COUNT(value) NOT IN (0, COUNT(*))))
            """;
        await session.RunAsync($"CREATE TEMPORARY TABLE contradictions AS SELECT {Key} FROM {Contradictions} c", cancel);
        const string Match = """
            FROM contradictions c WHERE c.measure_version_id = s.measure_version_id AND c.organization_id = s.organization_id
                AND c."group" = s."group" AND c.period_start = s.period_start AND c.period_end = s.period_end
            """;
        await using (var select = session.Command(
            $"SELECT s.line, s.value, s.place FROM staged_values s WHERE EXISTS (SELECT 1 {Match}) ORDER BY s.line, s.place"))
        await using (var rows = await select.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
            {
                var value = await rows.IsDBNullAsync(1, cancel) ? "" : rows.GetDecimal(1).ToString(CultureInfo.InvariantCulture);
                refusals.Add(new Refusal(rows.GetInt64(0), header[rows.GetInt32(2)], value, ImportTexts.TwoValues));
                figures++;
            }
        }

        await session.RunAsync($"DELETE FROM staged_values AS s WHERE EXISTS (SELECT 1 {Match})", cancel);
        await session.RunAsync("DROP TABLE contradictions", cancel);
        return figures;
    }
}
