using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Evidence;

namespace Throughline.SampleDistrict;

/// <summary>
/// The story that the sample tells: fourteen schools with their plans and figures as they are known on one day. Made
/// from the files beside it, the same each time.
/// </summary>
internal static class District
{
    /// <summary>Adds it to a database that holds the sample's schools and their yearly figures: what stands behind the plans, then the plans.</summary>
    public static async Task LoadAsync(Data.Database database, ThroughlineDb db, SampleClock clock, CancellationToken cancel)
    {
        await OwnMeasures.AddAsync(db, await SampleFiles.TextAsync("measures.json", cancel), "sample", clock.At(SampleClock.LastLoad.AddYears(-2)), cancel);
        await db.SaveChangesAsync(cancel);
        var evidence = SchoolEvidence.Of(await PlansAsync(db, cancel), await OwnMeasures.CatalogAsync(db, cancel), await AbsenceAsync(db, cancel));
        await using (var session = await Session.BeginAsync(database, cancel))
        {
            await new EvidenceWriter(session, clock).WriteAsync(evidence, cancel);
            await session.CommitAsync(cancel);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await People.WriteAsync(db, clock, cancel);
        var writer = new PlanWriter(db, clock, await KnownRows.LoadAsync(db, cancel));
        await writer.WriteAsync(evidence.Plans, cancel);
        await WriteAsync(db.Database.GetDbConnection(), transaction.GetDbTransaction(), writer, cancel);
        db.Settings.Add(SampleClock.DaySetting);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The pictured school's plan, then the others'.</summary>
    internal static async Task<List<PlanFile>> PlansAsync(ThroughlineDb db, CancellationToken cancel)
    {
        var students = await db.Organizations.ToDictionaryAsync(o => o.Code, o => o.Enrolment ?? 0, cancel);
        var absence = await AbsenceAsync(db, cancel);
        var file = SampleFiles.Templates();
        var templates = file.Templates.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var made = SampleFiles.Schools().Select((s, i) =>
            new SchoolPlans(templates, file.Pools, s, i, students[s.School], absence.GetValueOrDefault(s.School)).Make());
        return [SampleFiles.Plan(), .. made];
    }

    /// <summary>Chronic absence of last year as it was published, in percent, by school.</summary>
    private static async Task<Dictionary<string, decimal?>> AbsenceAsync(ThroughlineDb db, CancellationToken cancel)
    {
        var year = new SchoolYear(2025).Period;
        return await db.PublishedValues
            .Where(v => v.PeriodStart == year.Start && v.PeriodEnd == year.End)
            .Join(db.MeasureVersions.Where(m => m.Measure == "chronic_absence"), v => v.MeasureVersionId, m => m.Id, (v, _) => v)
            .Join(db.Organizations, v => v.OrganizationId, o => o.Id, (v, o) => new { o.Code, v.Value })
            .ToDictionaryAsync(v => v.Code, v => v.Value, cancel);
    }

    private static async Task WriteAsync(DbConnection connection, DbTransaction transaction, PlanWriter writer, CancellationToken cancel)
    {
        await using (var rows = BulkRows.Into(
            connection, transaction, "tallies",
            "plan_id", "benchmark_id", "group", "period_start", "period_end", "numerator", "denominator", "value", "count", "done_on", "recorded_at", "who"))
        {
            foreach (var t in writer.Tallies)
            {
                rows.Write(
                    t.PlanId, t.BenchmarkId, t.Group, t.PeriodStart, t.PeriodEnd, t.Numerator, t.Denominator, t.Value, t.Count, t.DoneOn,
                    t.RecordedAt.ToUnixTimeMilliseconds(), t.Who);
            }

            await rows.CompleteAsync(cancel);
        }

        await using (var rows = BulkRows.Into(connection, transaction, "events", "at", "who", "subject", "subject_id", "plan_id", "what", "before", "after"))
        {
            foreach (var e in writer.Events.OrderBy(e => e.At))
            {
                rows.Write(e.At.ToUnixTimeMilliseconds(), e.Who, e.Subject, e.SubjectId, e.PlanId, e.What, e.Before, e.After);
            }

            await rows.CompleteAsync(cancel);
        }
    }
}
