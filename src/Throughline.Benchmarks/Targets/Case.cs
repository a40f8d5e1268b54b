using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// Everything a verdict depends on and nothing else: the same case gives the same answers on any machine.
/// </summary>
/// <param name="Benchmark">What was promised.</param>
/// <param name="Calendar">The school year in which a benchmark without a starting date begins.</param>
/// <param name="Observations">What is known.</param>
/// <param name="AsOf">Decides what is due, included: a period that ends today counts today.</param>
/// <param name="KnownAt">Decides which recorded figures count, included.</param>
public sealed record Case(
    BenchmarkSpec Benchmark,
    SchoolCalendar Calendar,
    IReadOnlyList<Observation> Observations,
    DateOnly AsOf,
    DateTimeOffset KnownAt)
{
    /// <summary>A figure about fewer people than this is hidden; 0 hides nothing. A figure of unknown size is not hidden.</summary>
    public int MinimumN { get; init; } = 10;

    /// <summary>
    /// Who has to be judged under an every_member target, whether or not figures are known for them; null where the
    /// figures themselves name the members.
    /// </summary>
    public IReadOnlyList<string>? Members { get; init; }
}
