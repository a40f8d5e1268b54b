using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>
/// Every form that makes something carries a key; the same key makes it once, however often the form is sent, and leads
/// to what was made the first time.
/// </summary>
public static class Creations
{
    /// <summary>What the hidden field of such a form is called.</summary>
    public const string FieldName = "key";

    private const int MostLength = 64;

    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>Where the thing that a key made is shown; null where it made nothing yet.</summary>
    public static async Task<string?> FindAsync(this ThroughlineDb db, string? key, CancellationToken cancel) =>
        await db.CreationKeys.AsNoTracking().Where(k => k.Key == key).Select(k => k.Address).FirstOrDefaultAsync(cancel);

    /// <summary>Makes something, in one transaction with its key.</summary>
    /// <param name="db">Where.</param>
    /// <param name="key">Of the form; without one the form was not ours, and it is made as if it had one of its own.</param>
    /// <param name="now">When.</param>
    /// <param name="make">Saves the thing and gives the address that shows it.</param>
    /// <param name="cancel">Stops the work with nothing made.</param>
    /// <returns>The address of what was made now or the first time.</returns>
    public static async Task<string> OnceAsync(
        this ThroughlineDb db, string? key, DateTimeOffset now, Func<Task<string>> make, CancellationToken cancel)
    {
        var own = key is { Length: > 0 and <= MostLength } ? key : NewKey();
        if (await db.FindAsync(own, cancel) is { } made)
        {
            return made;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            // The key first: who sends it a second time waits here until the first is done, and then finds it.
            var row = new CreationKey { Key = own, Address = "", At = now };
            db.CreationKeys.Add(row);
            await db.SaveChangesAsync(cancel);
            row.Address = await make();
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return row.Address;
        }
        catch (DbUpdateException e) when (IsTwice(e))
        {
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            if (await db.FindAsync(own, cancel) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    /// <summary>Whether a row was refused because one with its key is there.</summary>
    public static bool IsTwice(DbUpdateException e) => e.InnerException
        is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
