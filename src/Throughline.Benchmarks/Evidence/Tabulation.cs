using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>The cells that records came to, and the records that are in none of them.</summary>
/// <param name="Cells">By organization, period and group, each ascending as it was given; a cell in which nobody was is not there.</param>
/// <param name="LeftOut">In the order of their numbers.</param>
public sealed record Tabulation(IReadOnlyList<Cell> Cells, IReadOnlyList<LeftOut> LeftOut);

/// <summary>A record that counts in no cell, with the reason.</summary>
public readonly record struct LeftOut(long Record, LeftOutReason Reason);

public enum LeftOutReason
{
    /// <summary>The measure does not ask for records like it.</summary>
    NotAskedFor,

    /// <summary>Its day is in none of the periods.</summary>
    OutsidePeriods,

    /// <summary>It names nobody whom we know.</summary>
    UnknownStudent,

    /// <summary>The student was not on the roll of that school that day.</summary>
    NotEnrolled,

    /// <summary>The student was in a grade that the measure does not count.</summary>
    NotEligible,
}
