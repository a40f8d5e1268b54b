using System.Data.Common;
using System.Text.Json;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>Reads and writes records within a transaction.</summary>
internal sealed class RecordRows(Session session)
{
    /// <summary>
    /// Records what a source says now. The same again changes nothing; what is different takes the place of what was said under
    /// the same key, which is kept.
    /// </summary>
    /// <returns>How many were new, how many took the place of others, and how many were the same.</returns>
    public async Task<(int Added, int Changed, int Unchanged)> RecordAsync(IEnumerable<Record> records, CancellationToken cancel)
    {
        await session.LockAsync("records", cancel);
        await using var find = session.Command(
            """
            SELECT day, about, fields, withdrawn, recorded_at FROM records
            WHERE kind = @kind AND organization_id = @organization AND "key" = @key ORDER BY recorded_at DESC LIMIT 1
            """,
            ("kind", ""), ("organization", 0), ("key", ""));
        await using var write = session.Command(
            """
            INSERT INTO records (kind, organization_id, "key", day, about, fields, withdrawn, recorded_at)
            VALUES (@kind, @organization, @key, @day, @about, @fields, @withdrawn, @at)
            ON CONFLICT (kind, organization_id, "key", recorded_at)
            DO UPDATE SET day = excluded.day, about = excluded.about, fields = excluded.fields, withdrawn = excluded.withdrawn
            """,
            ("kind", ""), ("organization", 0), ("key", ""), ("day", default(DateOnly)), ("about", 0), ("fields", ""), ("withdrawn", false), ("at", 0L));
        var (added, changed, unchanged) = (0, 0, 0);
        foreach (var record in records)
        {
            (find.Parameters[0].Value, find.Parameters[1].Value, find.Parameters[2].Value) = (record.Kind, record.OrganizationId, record.Key);
            var (known, same) = (false, false);
            await using (var row = await find.ExecuteReaderAsync(cancel))
            {
                if (await row.ReadAsync(cancel))
                {
                    known = true;
                    same = IsSame(row, record);
                }
            }

            (added, changed, unchanged) = (added + (known ? 0 : 1), changed + (known && !same ? 1 : 0), unchanged + (same ? 1 : 0));
            if (!same)
            {
                object?[] values = [record.Kind, record.OrganizationId, record.Key, record.Day, record.About, record.Fields, record.Withdrawn, record.RecordedAt.ToUnixTimeMilliseconds()];
                for (var i = 0; i < values.Length; i++)
                {
                    write.Parameters[i].Value = values[i] ?? DBNull.Value;
                }

                await write.ExecuteNonQueryAsync(cancel);
            }
        }

        return (added, changed, unchanged);
    }

    /// <summary>Whether a row says what a record says; one that was recorded later throws.</summary>
    private static bool IsSame(DbDataReader row, Record record) => row.GetInt64(4) > record.RecordedAt.ToUnixTimeMilliseconds()
        ? throw new Problem(EvidenceTexts.RecordedLater.With(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))))
        : row.GetFieldValue<DateOnly>(0) == record.Day && (row.IsDBNull(1) ? null : row.GetInt32(1)) == record.About
            && row.GetString(2) == record.Fields && row.GetBoolean(3) == record.Withdrawn;

    /// <summary>The records of a kind in force at an instant, with a day within a period, at some organizations or at every one.</summary>
    public Task<List<EvidenceRecord>> InForceAsync(
        RecordKind kind, IReadOnlyCollection<int>? organizations, Period days, DateTimeOffset at, CancellationToken cancel) => session.RowsAsync(
            $"""
            SELECT r.id, r.organization_id, r.day, r.about, r.fields
            FROM (
                SELECT organization_id, "key", MAX(recorded_at) AS recorded_at FROM records
                WHERE kind = @kind AND recorded_at <= @at {(organizations is null ? "" : $"AND organization_id IN ({AttendanceRows.Ids(organizations)})")}
                GROUP BY organization_id, "key") l
            JOIN records r ON r.kind = @kind AND r.organization_id = l.organization_id AND r."key" = l."key" AND r.recorded_at = l.recorded_at
            WHERE r.day BETWEEN @first AND @last AND NOT r.withdrawn
            ORDER BY r.id
            """,
            r => EvidenceRecord.Read(
                kind, r.GetInt64(0), r.GetInt32(1), r.GetFieldValue<DateOnly>(2), r.IsDBNull(3) ? null : r.GetInt32(3),
                JsonSerializer.Deserialize<string[]>(r.GetString(4))!) ?? throw new InvalidDataException("A stored record is none of its kind."),
            cancel,
            ("kind", kind.Id),
            ("first", days.Start),
            ("last", days.End),
            ("at", at.ToUnixTimeMilliseconds()));
}
