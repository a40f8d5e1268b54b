using Microsoft.EntityFrameworkCore;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>
/// Forms that make something carry a key, so that sending one twice (a double click, a page sent again) makes one
/// thing: the key is kept in the same transaction as what was made, with the address where that is shown.
/// </summary>
public static class Creations
{
    private const int LongestKey = 64;

    /// <summary>A key for a form that has not been sent yet.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>Whether a form sent a key that can be kept.</summary>
    public static bool IsKey(string? key) => key is { Length: > 0 and <= LongestKey };

    /// <summary>Where what was made with a key is shown; null for a key that has made nothing.</summary>
    public static async Task<string?> FindAsync(ThroughlineDb db, string key, CancellationToken cancel) =>
        (await db.CreationKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Key == key, cancel))?.Address;

    /// <summary>Keeps a key with the next save. Of two that save the same key, the second fails and asks <see cref="FindAsync"/>.</summary>
    public static void Add(ThroughlineDb db, string key, string address, DateTimeOffset now) =>
        db.CreationKeys.Add(new CreationKey { Key = key, Address = address, At = now });
}
