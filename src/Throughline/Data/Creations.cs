using Microsoft.EntityFrameworkCore;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>Makes a thing once for each key that its form carried: sent twice, the second time leads to what the first made.</summary>
public static class Creations
{
    private const int LongestKey = 64;

    /// <summary>A key for a form that makes something.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    public static bool IsKey(string? key) => key is { Length: > 0 and <= LongestKey };

    /// <summary>The address of what was made with a key; null where nothing was yet.</summary>
    public static async Task<string?> FindAsync(ThroughlineDb db, string key, CancellationToken cancel) =>
        (await db.CreationKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Key == key, cancel))?.Address;

    /// <summary>
    /// Makes something and gives its address. The key is kept in the same transaction, so of two that come together one
    /// makes it and the other finds it.
    /// </summary>
    /// <param name="db">Where; nothing may be changed in it but by <paramref name="make"/>.</param>
    /// <param name="key">What the form carried.</param>
    /// <param name="stamp">The stamp of what it is added to: those who add to the same thing do so one after another.</param>
    /// <param name="now">When.</param>
    /// <param name="make">Saves the new thing and its event, and gives its address.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<string> MakeAsync(
        ThroughlineDb db, string key, string stamp, DateTimeOffset now, Func<Task<string>> make, CancellationToken cancel)
    {
        if (await FindAsync(db, key, cancel) is { } before)
        {
            return before;
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.CountChangesAsync([stamp], cancel);
            if (await FindAsync(db, key, cancel) is { } meanwhile)
            {
                return meanwhile;
            }

            var address = await make();
            db.CreationKeys.Add(new CreationKey { Key = key, Address = address, At = now });
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return address;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(db, key, cancel) is { } first)
            {
                return first;
            }

            throw;
        }
    }
}
