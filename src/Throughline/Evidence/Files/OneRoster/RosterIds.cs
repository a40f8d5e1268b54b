using Throughline.Data;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>
/// The codes of organizations and people by the identifiers of a roster: those that the bundle itself gives, and those of
/// earlier bundles, because a bundle of what changed names by identifier alone.
/// </summary>
internal sealed class RosterIds
{
    public const string Org = "org";
    public const string User = "user";

    private readonly string source;
    private readonly Dictionary<(string What, string Id), string> known;
    private readonly Dictionary<(string What, string Id), string> said = [];

    private RosterIds(string source, Dictionary<(string, string), string> known) => (this.source, this.known) = (source, known);

    public static async Task<RosterIds> LoadAsync(Database database, string source, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        var rows = await session.RowsAsync(
            "SELECT what, sourced_id, code FROM roster_ids WHERE source = @source",
            r => (What: r.GetString(0), Id: r.GetString(1), Code: r.GetString(2)),
            cancel,
            ("@source", source));
        return new RosterIds(source, rows.ToDictionary(r => (r.What, r.Id), r => r.Code));
    }

    /// <summary>The code behind an identifier; null where neither this bundle nor an earlier one says it.</summary>
    public string? CodeOf(string what, string id) => said.GetValueOrDefault((what, id)) ?? known.GetValueOrDefault((what, id));

    public void Say(string what, string id, string code) => said[(what, id)] = code;

    /// <summary>The codes of all organizations that the roster has ever named.</summary>
    public HashSet<string> Organizations() => known.Concat(said).Where(k => k.Key.What == Org).Select(k => k.Value).ToHashSet(StringComparer.Ordinal);

    public async Task StoreAsync(Session session, CancellationToken cancel)
    {
        await using var insert = session.Command(
            """
            INSERT INTO roster_ids (source, what, sourced_id, code) VALUES (@source, @what, @id, @code)
            ON CONFLICT (source, what, sourced_id) DO UPDATE SET code = excluded.code
            """,
            ("source", source), ("what", ""), ("id", ""), ("code", ""));
        foreach (var ((what, id), code) in said.Where(s => known.GetValueOrDefault(s.Key) != s.Value))
        {
            (insert.Parameters[1].Value, insert.Parameters[2].Value, insert.Parameters[3].Value) = (what, id, code);
            await insert.ExecuteNonQueryAsync(cancel);
        }
    }
}
