using Throughline.Data;
using Throughline.Model;

namespace Throughline.Imports;

/// <summary>Keeps that a file came in, and tells the pages that something has changed; within the import's transaction.</summary>
internal static class ImportLog
{
    public static async Task KeepAsync(Session session, string kind, ImportResult result, DateTimeOffset at, CancellationToken cancel)
    {
        await session.RunAsync(
            """
            INSERT INTO imports (kind, file_name, recorded_at, rows_read, added, changed, unchanged, refused)
            VALUES (@kind, @file, @at, @read, @added, @changed, @unchanged, @refused)
            """,
            cancel,
            ("@kind", kind),
            ("@file", result.File),
            ("@at", at.ToUnixTimeMilliseconds()),
            ("@read", result.Read),
            ("@added", result.Added),
            ("@changed", result.Changed),
            ("@unchanged", result.Unchanged),
            ("@refused", result.Refused));
        await session.RunAsync(Stamps.Raise, cancel, ("@name", StampRow.All));
    }

    /// <summary>Stores what a file said, or gives it up: after a check, and where rows were refused and the good ones are not wanted alone.</summary>
    public static async Task<ImportResult> EndAsync(Session session, string kind, ImportResult result, ImportOptions options, CancellationToken cancel)
    {
        if (options.DryRun || (result.Refused > 0 && !options.AcceptGoodRows))
        {
            await session.Transaction.RollbackAsync(cancel);
            return result;
        }

        await KeepAsync(session, kind, result, options.RecordedAt, cancel);
        await session.CommitAsync(cancel);
        return result with { Stored = true };
    }
}
