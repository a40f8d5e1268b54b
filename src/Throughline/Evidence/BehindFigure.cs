using System.Globalization;
using Throughline.Benchmarks.Measures;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>A student or a record behind a figure.</summary>
/// <param name="Name">The number under which the source knows it.</param>
/// <param name="Days">Days on the roll that count; null for a record.</param>
/// <param name="Absent">Of them, days absent; null for a record.</param>
/// <param name="Holds">Whether the measure's question is answered with yes; null where it asks none.</param>
/// <param name="LeftOut">Why it does not count; null where it does.</param>
public sealed record RowLine(string Name, decimal? Days, decimal? Absent, bool? Holds, string? LeftOut);

/// <summary>Puts what a figure was made from into lines for people.</summary>
/// <param name="database">Where students and records have their numbers.</param>
internal sealed class BehindFigure(Database database)
{
    /// <summary>Whether a measure is counted from rows, and an organization or one below it has any.</summary>
    public static async Task<bool> HasRowsAsync(Database database, string measure, int organization, CancellationToken cancel)
    {
        await using var db = database.Context();
        if ((await OwnMeasures.FindAsync(db, measure, cancel))?.Formula is not (AttendanceFormula or RecordFormula))
        {
            return false;
        }

        const string Here = "SELECT id FROM organizations WHERE id = @here OR parent_id = @here OR parent_id IN (SELECT id FROM organizations WHERE parent_id = @here)";
        await using var session = await Session.BeginReadAsync(database, cancel);
        return await session.NumberAsync(
            $"""
            SELECT CASE WHEN EXISTS (SELECT 1 FROM school_years WHERE organization_id IN ({Here}))
                OR EXISTS (SELECT 1 FROM records WHERE organization_id IN ({Here})) THEN 1 ELSE 0 END
            """,
            cancel,
            ("here", organization)) > 0;
    }

    /// <summary>In words, why something is not in a figure.</summary>
    public static string Reason(WhyLeftOut reason) => reason switch
    {
        WhyLeftOut.TooFewDays => EvidenceTexts.LeftOutTooFewDays,
        WhyLeftOut.NotOnTheRoll => EvidenceTexts.LeftOutNotOnTheRoll,
        WhyLeftOut.NotInGroup => EvidenceTexts.LeftOutNotInGroup,
        WhyLeftOut.OutsidePeriod => EvidenceTexts.LeftOutOutsidePeriod,
        WhyLeftOut.UnknownStudent => EvidenceTexts.LeftOutUnknownStudent,
        _ => EvidenceTexts.LeftOutNotAskedFor,
    };

    /// <param name="found">What a figure was made from.</param>
    /// <param name="most">No more lines than this.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Those that count first and, of them, those the question holds for; records of other periods are no lines.</returns>
    public async Task<IReadOnlyList<RowLine>> LinesAsync(Reconciliation found, int most, CancellationToken cancel)
    {
        var counted = found.Counted.OrderByDescending(c => c.Holds == true).Take(most).ToList();
        var left = found.LeftOut.Where(l => l.Reason is not (WhyLeftOut.OutsidePeriod or WhyLeftOut.NotInGroup or WhyLeftOut.NotAskedFor)).Take(most - counted.Count).ToList();
        var isStudent = counted.Exists(c => c.IsStudent) || left.Exists(l => l.IsStudent);
        var ids = counted.Select(c => c.Row).Concat(left.Select(l => l.Row)).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        await using var session = await Session.BeginReadAsync(database, cancel);
        var list = string.Join(',', ids.Select(i => i.ToString(CultureInfo.InvariantCulture)));
        var names = (await session.RowsAsync(
            isStudent ? $"SELECT id, code FROM students WHERE id IN ({list})" : $"SELECT id, \"key\" FROM records WHERE id IN ({list})",
            r => (r.GetInt64(0), r.GetString(1)),
            cancel)).ToDictionary();
        return
        [
            .. counted.Select(c => new RowLine(names[c.Row], c.IsStudent ? c.Days.Member / 2m : null, c.IsStudent ? c.Days.Absent / 2m : null, c.Holds, null)),
            .. left.Select(l => new RowLine(names[l.Row], l.IsStudent ? l.Days.Member / 2m : null, l.IsStudent ? l.Days.Absent / 2m : null, null, Reason(l.Reason))),
        ];
    }
}
