using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Disclosure;

/// <summary>A figure of a table, of which only the size counts here: how many students (or rooms) it is about.</summary>
/// <param name="Group">The student group: one of the shared groups, or a district's own.</param>
/// <param name="Period">The days it speaks of. Figures are compared where their periods are the same on both ends.</param>
/// <param name="Size">
/// From 0, under <see cref="Exact.CountLimit"/>. Null where it is not known; a size under 0 is not known either.
/// </param>
public readonly record struct SizedFigure(string Group, Period Period, long? Size);
