using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Measures;

/// <summary>One figure of a measure, with what it was made from.</summary>
/// <param name="Measure">By which definition.</param>
/// <param name="Organization">Of which school, district or state.</param>
/// <param name="Group">Of which student group.</param>
/// <param name="Period">The period asked about; year to date it stands for the days up to its end.</param>
/// <param name="Reading">Which of its days are counted.</param>
/// <param name="Counts">What was counted.</param>
/// <param name="Completeness">How much of what was expected has arrived.</param>
public sealed record Cell(
    Measure Measure, int Organization, string Group, Period Period, PeriodReading Reading, Counts Counts, Completeness Completeness)
{
    /// <summary>In the measure's unit, not rounded for display; null where the denominator is 0: not defined is not 0.</summary>
    public Exact? Value => Measure.ValueOf(Counts);

    /// <summary>Whether it rests on as many as the measure asks for.</summary>
    public bool IsLargeEnough => Counts.N >= Measure.MinimumN;
}

/// <summary>Of the days or sources expected, how many arrived.</summary>
/// <param name="Arrived">0 to <see cref="Expected"/>.</param>
/// <param name="Expected">0 where nothing says what to expect.</param>
public readonly record struct Completeness(int Arrived, int Expected)
{
    /// <summary>Whether nothing that was expected is missing.</summary>
    public bool IsWhole => Arrived >= Expected;
}
