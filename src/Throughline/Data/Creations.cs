using Microsoft.EntityFrameworkCore;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>A form that makes something carries a key; sent twice, it makes it once.</summary>
public static class Creations
{
    private const int LongestKey = 64;

    /// <summary>For a form that is shown.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>The address of what a key has made; null where it made nothing yet.</summary>
    public static async Task<string?> FindAsync(ThroughlineDb db, string key, CancellationToken cancel) =>
        (await db.CreationKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Key == key, cancel))?.Address;

    /// <summary>Makes something in one transaction with its key, or finds what the key has made before. Answers its address.</summary>
    /// <param name="db">Where it is made.</param>
    /// <param name="key">The form's; null makes without one.</param>
    /// <param name="now">When.</param>
    /// <param name="make">Makes and saves it, and answers its address.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<string> OnceAsync(ThroughlineDb db, string? key, DateTimeOffset now, Func<Task<string>> make, CancellationToken cancel)
    {
        if (key is not { Length: > 0 and <= LongestKey })
        {
            return await make();
        }

        if (await FindAsync(db, key, cancel) is { } before)
        {
            return before;
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var address = await make();
            db.CreationKeys.Add(new CreationKey { Key = key, Address = address, At = now });
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return address;
        }
        catch (DbUpdateException)
        {
            // The other click came first; its row stands, and nothing of this one does.
            db.ChangeTracker.Clear();
            if (await FindAsync(db, key, cancel) is { } first)
            {
                return first;
            }

            throw;
        }
    }
}
