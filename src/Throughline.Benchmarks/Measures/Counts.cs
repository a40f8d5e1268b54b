namespace Throughline.Benchmarks.Measures;

/// <summary>What was counted: the two sides of a ratio, kept apart so that they can be added, and how many it rests on.</summary>
/// <param name="Numerator">The count or the sum above the line, at most six decimals; days are counted in halves.</param>
/// <param name="Denominator">Below the line; null where the measure is a plain count, a sum or a median.</param>
/// <param name="N">How many students, visits or answers it rests on: what a minimum number is asked of.</param>
/// <param name="Rooms">In how many different rooms; 0 where rooms are not counted.</param>
public readonly record struct Counts(Exact Numerator, Exact? Denominator, long N, long Rooms = 0)
{
    /// <summary>Both together, as of two schools or two months. Students in both count twice.</summary>
    public static Counts operator +(Counts a, Counts b) =>
        new(a.Numerator + b.Numerator, a.Denominator is null ? b.Denominator : a.Denominator + (b.Denominator ?? Exact.Zero), a.N + b.N, a.Rooms + b.Rooms);
}
