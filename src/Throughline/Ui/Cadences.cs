using Throughline.Benchmarks.Calendar;

namespace Throughline.Ui;

/// <summary>How often, in words.</summary>
internal static class Cadences
{
    /// <summary>The ones that people choose from; others come from sentences.</summary>
    public static IReadOnlyList<string> Offered { get; } = ["week", "two_weeks", "month", "6_weeks", "quarter", "semester", "year"];

    /// <summary>"Every month".</summary>
    public static string Name(string cadence) => BenchmarkTexts.ResourceManager.GetString("Every_" + cadence, BenchmarkTexts.Culture) ?? cadence;

    /// <summary>"Checked every month".</summary>
    public static string Checked(Cadence cadence) => cadence switch
    {
        { Unit: CadenceUnit.Week, Count: > 2 } => BenchmarkTexts.CheckedEveryWeeks.With(cadence.Count),
        _ => BenchmarkTexts.ResourceManager.GetString("Checked_" + cadence, BenchmarkTexts.Culture) ?? BenchmarkTexts.CheckedSometimes,
    };
}
