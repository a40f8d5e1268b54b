using System.Collections.Concurrent;

namespace Throughline.Tests.Support;

/// <summary>The sample as sites of tests start with it: made once on each database, then copied.</summary>
internal static class SampleCopies
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<TestDatabase>>> Made = new();

    /// <param name="provider">Which database.</param>
    /// <param name="clock">Of all tests the same.</param>
    public static async Task<TestDatabase> MakeAsync(string provider, FixedClock clock) =>
        await TestDatabase.CopyAsync(await Made.GetOrAdd(provider, p => new Lazy<Task<TestDatabase>>(() => FirstAsync(p, clock))).Value);

    private static async Task<TestDatabase> FirstAsync(string provider, FixedClock clock)
    {
        var first = await TestDatabase.CreateAsync(provider);
        await Sample.LoadAsync(first.Database, clock, default);
        await first.ReleaseAsync();
        if (provider == SqliteAttribute.Name)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(first.Folder, recursive: true);
        }

        return first;
    }
}
