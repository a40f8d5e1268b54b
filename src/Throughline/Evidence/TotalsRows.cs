using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>The standing totals of schools, districts and the state, as they are kept.</summary>
internal sealed class TotalsRows(Session session)
{
    /// <summary>What is kept of an organization; null where nothing is, or the answers to other questions.</summary>
    public async Task<AttendanceTotals?> ReadAsync(int organization, SchoolYear year, CancellationToken cancel)
    {
        var found = await session.RowsAsync(
            "SELECT totals FROM attendance_totals WHERE school_year = @year AND organization_id = @organization AND shape = @shape",
            r => r.GetFieldValue<byte[]>(0),
            cancel,
            ("year", year.EndYear),
            ("organization", organization),
            ("shape", Standing.Shape));
        return found.Count == 0 ? null : Standing.Read(found[0]);
    }

    /// <summary>Which organizations something is kept of, in the order of their ids.</summary>
    public async Task<IReadOnlyList<int>> OrganizationsAsync(SchoolYear year, CancellationToken cancel) => await session.RowsAsync(
        "SELECT organization_id FROM attendance_totals WHERE school_year = @year AND shape = @shape ORDER BY organization_id",
        r => r.GetInt32(0),
        cancel,
        ("year", year.EndYear),
        ("shape", Standing.Shape));

    /// <summary>
    /// Whether what is kept of the year answers other questions than those of today. All of a year is made anew together, so the
    /// first row speaks for all: reading each took longer than adding up a school's day.
    /// </summary>
    public async Task<bool> IsOfOtherShapeAsync(SchoolYear year, CancellationToken cancel) => await session.NumberAsync(
        "SELECT CASE WHEN shape = @shape THEN 0 ELSE 1 END FROM attendance_totals WHERE school_year = @year LIMIT 1",
        cancel,
        ("year", year.EndYear),
        ("shape", Standing.Shape)) > 0;

    /// <summary>Writes all totals of the year in the place of whatever is kept of it.</summary>
    public async Task ReplaceAsync(Tabulated all, SchoolYear year, CancellationToken cancel)
    {
        await session.RunAsync("DELETE FROM attendance_totals WHERE school_year = @year", cancel, ("year", year.EndYear));
        await WriteAsync(all.Organizations.Select(o => (o.Key, o.Value)), year, cancel);
    }

    public async Task WriteAsync(IEnumerable<(int Organization, AttendanceTotals Totals)> all, SchoolYear year, CancellationToken cancel)
    {
        await using var write = session.Command(
            """
            INSERT INTO attendance_totals (school_year, organization_id, shape, totals) VALUES (@year, @organization, @shape, @totals)
            ON CONFLICT (school_year, organization_id) DO UPDATE SET shape = excluded.shape, totals = excluded.totals
            """,
            ("year", year.EndYear),
            ("organization", 0),
            ("shape", Standing.Shape),
            ("totals", Array.Empty<byte>()));
        foreach (var (organization, totals) in all)
        {
            write.Parameters[1].Value = organization;
            write.Parameters[3].Value = totals.ToBytes();
            await write.ExecuteNonQueryAsync(cancel);
        }
    }
}
