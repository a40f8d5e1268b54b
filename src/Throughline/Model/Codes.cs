using System.Globalization;
using Throughline.Benchmarks.Language;

namespace Throughline.Model;

/// <summary>
/// Codes of a plan's parts: objectives A, B … Z, AA; initiatives A1; benchmarks A1-E1, and A-F1 for an objective's
/// final outcome. A code is never used again, so all that ever existed are given, removed parts included.
/// </summary>
public static class Codes
{
    private const int Letters = 26;

    /// <summary>The next objective's code.</summary>
    public static string Objective(IEnumerable<string> used)
    {
        var taken = used.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, int.MaxValue).Select(Letter).First(c => !taken.Contains(c));
    }

    /// <summary>The next initiative's code under an objective: one more than the highest ever used there.</summary>
    public static string Initiative(string objective, IEnumerable<string> used) => Next(objective, used);

    /// <summary>The next benchmark's code under an initiative or, for a final outcome, an objective.</summary>
    public static string Benchmark(string under, BenchmarkType type, IEnumerable<string> used) => Next($"{under}-{LetterOf(type)}", used);

    /// <summary>A for activities, E for early evidence, S for short-term outcomes, F for final outcomes.</summary>
    public static char LetterOf(BenchmarkType type) => type switch
    {
        BenchmarkType.Activity => 'A',
        BenchmarkType.EarlyEvidence => 'E',
        BenchmarkType.ShortTermOutcome => 'S',
        _ => 'F',
    };

    private static string Next(string prefix, IEnumerable<string> used)
    {
        var last = used.Where(c => c.StartsWith(prefix, StringComparison.Ordinal))
            .Select(c => int.TryParse(c.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1}");
    }

    private static string Letter(int index) =>
        index < Letters ? ((char)('A' + index)).ToString() : Letter((index / Letters) - 1) + (char)('A' + (index % Letters));
}
