using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Writing;

/// <summary>What a sentence speaks of, which decides how its figures are said.</summary>
/// <param name="Measure">Its unit gives the words after a figure.</param>
/// <param name="Way">Which way is better.</param>
internal sealed record Subject(Measure Measure, Direction Way);
