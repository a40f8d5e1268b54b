using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Plans;

/// <summary>Two people changed the same thing: what each of them wrote, question by question.</summary>
/// <param name="Who">Who was first.</param>
/// <param name="At">When, as people read it.</param>
/// <param name="Fields">Every answer that differs.</param>
/// <param name="Mine">What was sent, so that it can be sent again as it is.</param>
/// <param name="Version">The version that it would now replace.</param>
/// <param name="Back">Where to go to leave theirs.</param>
public sealed record Conflict(
    string Who, string At, IReadOnlyList<ConflictField> Fields, IReadOnlyList<KeyValuePair<string, string>> Mine, int Version, string Back)
{
    private const string VersionField = "Version";
    private const string TokenField = "form-token";

    private static readonly string[] Moves = ["moved", "moved under"];

    /// <summary>What leaves a version as it is.</summary>
    private static readonly string[] Around = ["added", "removed", "restored", "figure entered"];

    /// <summary>What two sets of answers differ in; null where they are the same.</summary>
    public static Conflict? Between(
        IEnumerable<Answered> mine, IEnumerable<Answered> theirs, Event? first, TimeProvider zone, HttpRequest sent, int version, string back)
    {
        var fields = mine.Zip(theirs, (m, t) => new ConflictField(m.Label, m.Text, t.Text)).Where(f => f.Mine != f.Theirs).ToList();
        return fields.Count == 0 ? null : new Conflict(
            first?.Who ?? PlanTexts.SomebodyElse,
            first is null ? "" : Dates.Short(first.At, zone),
            fields,
            [.. sent.Form.Where(f => f.Key is not (VersionField or TokenField)).SelectMany(f => f.Value, (f, v) => KeyValuePair.Create(f.Key, v ?? ""))],
            version,
            back);
    }

    /// <summary>Whether all that happened to a thing since a version is that it was put in another place: its words are the same.</summary>
    public static async Task<bool> IsOnlyPlaceAsync(ThroughlineDb db, PlanPart part, int version, CancellationToken cancel)
    {
        var since = part.Version - version;
        if (since <= 0)
        {
            return false;
        }

        var changes = await Changes(db, part.PlanId, part.Subject, part.Id).Take(since).Select(e => e.What).ToListAsync(cancel);
        return changes.Count == since && changes.TrueForAll(Moves.Contains);
    }

    /// <summary>The latest change of a thing's words; null where nothing tells of it.</summary>
    public static Task<Event?> LatestAsync(ThroughlineDb db, int planId, string subject, int id, CancellationToken cancel) =>
        Changes(db, planId, subject, id).FirstOrDefaultAsync(e => !Moves.Contains(e.What), cancel);

    private static IQueryable<Event> Changes(ThroughlineDb db, int planId, string subject, int id) => db.Events.AsNoTracking()
        .Where(e => e.PlanId == planId && e.Subject == subject && e.SubjectId == id && !Around.Contains(e.What))
        .OrderByDescending(e => e.Id);
}

/// <summary>One answer that differs.</summary>
public sealed record ConflictField(string Label, string Mine, string Theirs);

/// <summary>An answer in words, under the label of its question.</summary>
public sealed record Answered(string Label, string Text);
