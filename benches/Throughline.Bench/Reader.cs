using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Throughline.Benchmarks.Language;

namespace Throughline.Bench;

/// <summary>Reads statements for some seconds in a process of its own, and says how many a second and how many bytes each took.</summary>
internal static class Reader
{
    /// <summary>The verb under which the measuring program starts itself as the reader.</summary>
    public const string Verb = "reader";

    private const int WarmUp = 5;

    public static void Read(string file, int seconds)
    {
        var statements = File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!).ToList();
        // Until what is used most has been compiled for the second time, which happens on the same core.
        Over(statements, WarmUp * seconds);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (count, took) = Over(statements, seconds);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / took.TotalSeconds:F0} {bytes}"));
    }

    private static (long Count, TimeSpan Took) Over(List<string> statements, int seconds)
    {
        var (count, findings) = (0L, 0L);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            foreach (var statement in statements)
            {
                findings += Reading.Of(statement).Findings.Count;
            }

            count += statements.Count;
        }

        return findings > 0 ? (count, Stopwatch.GetElapsedTime(started)) : throw new InvalidOperationException("Nothing was found in any statement.");
    }
}
