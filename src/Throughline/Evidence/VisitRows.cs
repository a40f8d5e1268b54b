using System.Text.Json;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>What a visitor saw of one indicator, as texts of the record's fields; empty for what was not asked.</summary>
internal sealed record Seen(string Indicator, string Rating, string Count, string LookedAt);

/// <summary>Keeps visits that people enter, each once, and counts them.</summary>
/// <param name="database">Where they are kept.</param>
internal sealed class VisitRows(Database database)
{
    private static readonly RecordKind Kind = RecordKinds.Default.Find(VisitQuestion.Kind)!;

    /// <summary>Keeps a visit with what was seen, and lets the figures follow. A key that is known changes nothing.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="seen">A record for each; what could not be told is no record.</param>
    /// <param name="room">The room's id, where somebody who may see rooms named it.</param>
    /// <param name="today">Periods that ended before it have figures.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> KeepAsync(Visit visit, IReadOnlyList<Seen> seen, int? room, DateOnly today, CancellationToken cancel)
    {
        await using (var session = await Session.BeginAsync(database, cancel))
        {
            // One after the other, so that of two with one key the second finds the first.
            await session.LockAsync("records", cancel);
            if (await session.NumberAsync(
                """SELECT COUNT(*) FROM visits WHERE organization_id = @organization AND "key" = @key""", cancel, ("organization", visit.OrganizationId), ("key", visit.Key)) > 0)
            {
                return false;
            }

            await session.RunAsync(
                """
                INSERT INTO visits (organization_id, "key", at, grade, subject, note, account_id, who, recorded_at)
                VALUES (@organization, @key, @at, @grade, @subject, @note, @account, @who, @recorded)
                """,
                cancel,
                ("organization", visit.OrganizationId),
                ("key", visit.Key),
                ("at", visit.At.ToUnixTimeMilliseconds()),
                ("grade", visit.Grade),
                ("subject", visit.Subject),
                ("note", visit.Note),
                ("account", visit.AccountId),
                ("who", visit.Who),
                ("recorded", visit.RecordedAt.ToUnixTimeMilliseconds()));
            await new RecordRows(session).RecordAsync(seen.Select(s => RecordOf(visit, s, room)), cancel);
            await session.RunAsync(Stamps.Raise, cancel, ("name", StampRow.All));
            await session.CommitAsync(cancel);
        }

        await new FiguresFromEvidence(database).UpdateAsync(visit.OrganizationId, VisitQuestion.Kind, today, visit.RecordedAt, cancel);
        return true;
    }

    /// <summary>How many visits a school has in a period: of the indicators, the one that was looked for most often.</summary>
    public async Task<int> CountAsync(int organization, Period days, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        var records = await new RecordRows(session).InForceAsync(Kind, [organization], days, DateTimeOffset.MaxValue, cancel);
        var indicator = Kind.Field("indicator")!.Place;
        return records.CountBy(r => r.Values[indicator].Text ?? "").Select(c => c.Value).DefaultIfEmpty().Max();
    }

    private static Record RecordOf(Visit visit, Seen seen, int? room)
    {
        var fields = Kind.Fields.Select(f => f.Id switch { "indicator" => seen.Indicator, "rating" => seen.Rating, "seen" => seen.Count, "looked_at" => seen.LookedAt, _ => "" });
        return new Record
        {
            Kind = Kind.Id,
            OrganizationId = visit.OrganizationId,
            Key = $"{visit.Key}|{seen.Indicator}",
            Day = DateOnly.FromDateTime(visit.At.DateTime),
            About = room,
            Fields = JsonSerializer.Serialize(fields),
            RecordedAt = visit.RecordedAt,
        };
    }
}
