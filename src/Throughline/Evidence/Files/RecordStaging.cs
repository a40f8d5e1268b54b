using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>
/// Records of a file on their way in: a temporary table beside the records, in one transaction. Comparing happens in the
/// database, so memory does not grow with the file and a stop at any moment leaves nothing.
/// </summary>
internal sealed class RecordStaging : IAsyncDisposable
{
    /// <summary>The record that is in force under a staged key.</summary>
    private const string InForce = """
        SELECT r.id FROM records r WHERE r.kind = @kind AND r.organization_id = staged_records.organization_id AND r."key" = staged_records."key"
        ORDER BY r.recorded_at DESC LIMIT 1
        """;

    /// <summary>Whether a staged record says something else than what is in force.</summary>
    private const string Differs = """
        EXISTS (SELECT 1 FROM records r WHERE r.id = s.current_id
            AND (r.day <> s.day OR r.about IS DISTINCT FROM s.about OR r.fields <> s.fields OR r.withdrawn))
        """;

    private readonly Session session;
    private readonly RecordFile table;
    private readonly DateTimeOffset recordedAt;
    private readonly long at;

    private RecordStaging(Session session, RecordFile table, DateTimeOffset recordedAt) =>
        (this.session, this.table, this.recordedAt, at) = (session, table, recordedAt, recordedAt.ToUnixTimeMilliseconds());

    public static async Task<RecordStaging> BeginAsync(Database database, RecordFile table, DateTimeOffset recordedAt, CancellationToken cancel)
    {
#pragma warning disable CA2000 // what is made holds it, and lets it go
        var session = await Session.BeginAsync(database, cancel);
#pragma warning restore CA2000
        try
        {
            await session.RunAsync(
                $"""
                CREATE TEMPORARY TABLE staged_records (
                    seq bigint PRIMARY KEY, line bigint NOT NULL, organization_id integer NOT NULL, "key" text NOT NULL, day {(database.IsSqlite ? "text" : "date")} NOT NULL,
                    about integer, room text, fields text NOT NULL, scope text NOT NULL, current_id bigint)
                """,
                cancel);
            // One import at a time: two that overlap would both take the same record for new.
            await session.LockAsync("records", cancel);
            await session.LockAsync("rooms", cancel);
            return new RecordStaging(session, table, recordedAt);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public BulkRows Rows() => session.Rows("staged_records", "seq", "line", "organization_id", "key", "day", "about", "room", "fields", "scope");

    /// <summary>Settles rooms and rows that have one key, and finds what is in force under each.</summary>
    public async Task CompareAsync(Action<Refusal> refuse, CancellationToken cancel)
    {
        await session.RunAsync("CREATE INDEX staged_records_key ON staged_records (organization_id, \"key\")", cancel);
        await session.RunAsync(
            """
            INSERT INTO rooms (organization_id, code, recorded_at)
            SELECT s.organization_id, s.room, @at FROM staged_records s WHERE s.room IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM rooms r WHERE r.organization_id = s.organization_id AND r.code = s.room)
            GROUP BY s.organization_id, s.room ORDER BY MIN(s.seq)
            """,
            cancel,
            ("@at", at));
        await session.RunAsync(
            "UPDATE staged_records SET about = (SELECT r.id FROM rooms r WHERE r.organization_id = staged_records.organization_id AND r.code = staged_records.room) WHERE room IS NOT NULL",
            cancel);

        // The same row twice is one row.
        await session.RunAsync(
            """DELETE FROM staged_records WHERE seq NOT IN (SELECT MIN(seq) FROM staged_records GROUP BY organization_id, "key", day, COALESCE(about, 0), fields)""",
            cancel);
        if (table.Repeats)
        {
            await session.RunAsync(
                """
                CREATE TEMPORARY TABLE places AS SELECT seq, place FROM (
                    SELECT seq, ROW_NUMBER() OVER (PARTITION BY organization_id, "key" ORDER BY seq) AS place FROM staged_records) n WHERE place > 1
                """,
                cancel);
            await session.RunAsync(
                """UPDATE staged_records SET "key" = "key" || '~' || CAST(p.place AS text) FROM places p WHERE p.seq = staged_records.seq""", cancel);
            await session.RunAsync("DROP TABLE places", cancel);
        }
        else
        {
            await RefuseContradictionsAsync(refuse, cancel);
        }

        var later = await session.NumberAsync(
            """
            SELECT MAX(r.recorded_at) FROM records r JOIN staged_records s ON r.organization_id = s.organization_id AND r."key" = s."key"
            WHERE r.kind = @kind AND r.recorded_at > @at
            """,
            cancel,
            ("@kind", table.Kind),
            ("@at", at));
        if (later > 0)
        {
            throw new Problem(ImportTexts.RecordedLater.With(DateTimeOffset.FromUnixTimeMilliseconds(later)));
        }

        await session.RunAsync($"UPDATE staged_records SET current_id = ({InForce})", cancel, ("@kind", table.Kind));
    }

    /// <summary>How many lines hold something new, and how many of the others something changed.</summary>
    public async Task<(long Added, long Changed)> CountAsync(CancellationToken cancel)
    {
        var changed = await session.NumberAsync($"SELECT COUNT(DISTINCT s.line) FROM staged_records s WHERE {Differs}", cancel);
        var touched = await session.NumberAsync($"SELECT COUNT(DISTINCT s.line) FROM staged_records s WHERE s.current_id IS NULL OR {Differs}", cancel);
        return (touched - changed, changed);
    }

    /// <summary>Takes back what a complete file does not have any more: of the schools, days and scopes that it speaks of.</summary>
    /// <returns>How many.</returns>
    public async Task<long> WithdrawAsync(DateOnly? first, DateOnly? last, CancellationToken cancel)
    {
        var scope = table.Scope is { } field ? table.Record.Field(field)!.Place : -1;
        var ofRecord = session.IsSqlite ? $"json_extract(r.fields, '$[{scope}]')" : $"(r.fields::json ->> {scope})";
        return (await session.RowsAsync(
            $"""
            INSERT INTO records (kind, organization_id, "key", day, about, fields, withdrawn, recorded_at)
            SELECT r.kind, r.organization_id, r."key", r.day, r.about, r.fields, @yes, @at FROM records r
            WHERE r.kind = @kind AND NOT r.withdrawn AND r.recorded_at <= @at
                AND r.day BETWEEN COALESCE(@first, (SELECT MIN(day) FROM staged_records)) AND COALESCE(@last, (SELECT MAX(day) FROM staged_records))
                AND r.organization_id IN (SELECT organization_id FROM staged_records)
                {(scope < 0 ? "" : $"AND {ofRecord} IN (SELECT scope FROM staged_records)")}
                AND NOT EXISTS (SELECT 1 FROM staged_records s WHERE s.organization_id = r.organization_id AND s."key" = r."key")
                AND NOT EXISTS (SELECT 1 FROM records l WHERE l.kind = r.kind AND l.organization_id = r.organization_id AND l."key" = r."key" AND l.recorded_at > r.recorded_at)
            ON CONFLICT (kind, organization_id, "key", recorded_at) DO UPDATE SET withdrawn = excluded.withdrawn
            RETURNING id
            """,
            r => r.GetInt64(0),
            cancel,
            ("@kind", table.Kind),
            ("@at", at),
            ("@yes", true),
            ("@first", first),
            ("@last", last))).Count;
    }

    /// <summary>Stores what is new or different, and the import's line in the history.</summary>
    public async Task StoreAsync(ImportResult result, Func<Session, ImportResult, Task>? along, CancellationToken cancel)
    {
        await WriteAsync(cancel);
        if (along is not null)
        {
            await along(session, result);
        }

        await session.RunAsync("DROP TABLE staged_records", cancel);
        await ImportLog.KeepAsync(session, table.Import, result, recordedAt, cancel);
        await session.CommitAsync(cancel);
    }

    /// <summary>Lets somebody look at the records as they would be. Nothing of it stays.</summary>
    public async Task TryAsync(ImportResult result, Func<Session, ImportResult, Task> look, CancellationToken cancel)
    {
        await WriteAsync(cancel);
        await look(session, result);
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private Task WriteAsync(CancellationToken cancel) => session.RunAsync(
        $"""
        INSERT INTO records (kind, organization_id, "key", day, about, fields, withdrawn, recorded_at)
        SELECT @kind, s.organization_id, s."key", s.day, s.about, s.fields, @no, @at FROM staged_records s
        WHERE s.current_id IS NULL OR {Differs} ORDER BY s.seq
        ON CONFLICT (kind, organization_id, "key", recorded_at)
        DO UPDATE SET day = excluded.day, about = excluded.about, fields = excluded.fields, withdrawn = excluded.withdrawn
        """,
        cancel,
        ("@kind", table.Kind),
        ("@no", false),
        ("@at", at));

    /// <summary>Two rows of one key that differ: nobody but the sender knows which is right, so every such row is refused.</summary>
    private async Task RefuseContradictionsAsync(Action<Refusal> refuse, CancellationToken cancel)
    {
        await session.RunAsync(
            """
            CREATE TEMPORARY TABLE contradictory AS SELECT s.line, MIN(CAST(s.organization_id AS text) || ' ' || s."key") AS what FROM staged_records s
            JOIN (SELECT organization_id, "key" FROM staged_records GROUP BY organization_id, "key" HAVING COUNT(*) > 1) c
                ON c.organization_id = s.organization_id AND c."key" = s."key" GROUP BY s.line
            """,
            cancel);
        foreach (var (line, what) in await session.RowsAsync("SELECT line, what FROM contradictory ORDER BY line", r => (r.GetInt64(0), r.GetString(1)), cancel))
        {
            refuse(new Refusal(line, "", "", ImportTexts.TwoRows) { Contradicts = what });
        }

        await session.RunAsync("DELETE FROM staged_records WHERE line IN (SELECT line FROM contradictory)", cancel);
        await session.RunAsync("DROP TABLE contradictory", cancel);
    }
}
