using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>A benchmark as the machine judges it: what is measured, for whom, and how much by when.</summary>
/// <param name="Measure">What is measured, with its unit and its better direction.</param>
/// <param name="Groups">The student groups it is judged for; "all" where the sentence names none.</param>
/// <param name="Target">How much, by when.</param>
public sealed record BenchmarkSpec(Measure Measure, IReadOnlyList<string> Groups, Target Target)
{
    /// <summary>
    /// Which way the benchmark wants the figure to move: as the target itself says (a floor, a ceiling, from one value
    /// to another), else as the measure does. Increase where nothing decides.
    /// </summary>
    public Direction Direction => DirectionOf(Target) ?? Measure.Direction ?? Measures.Direction.Increase;

    private static Direction? DirectionOf(Target target) => target switch
    {
        FromTo { From: var from, To: var to } when from != to => to < from ? Measures.Direction.Decrease : Measures.Direction.Increase,
        Maintain { Floor: not null } => Measures.Direction.Increase,
        Maintain { Ceiling: not null } => Measures.Direction.Decrease,
        EveryMember every => DirectionOf(every.Inner),
        _ => null,
    };
}
