using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>One shape of a target with the name of its pattern: from the target to what fills the blanks, and back.</summary>
/// <param name="Name">Of the pattern in Sentences.resx.</param>
/// <param name="Write">Null where the target has another shape.</param>
/// <param name="Read">Null where the words are there but do not agree with each other.</param>
internal sealed record Form(string Name, Func<Target, Direction, Filling?> Write, Func<Filling, Target?> Read)
{
    /// <summary>A form of one type of target.</summary>
    public static Form Of<T>(string name, Func<T, Direction, Filling?> write, Func<Filling, Target?> read)
        where T : Target => new(name, (target, way) => target is T t ? write(t, way) : null, read);
}
