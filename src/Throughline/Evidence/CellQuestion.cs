using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Evidence;

/// <summary>Which cells of a measure are asked for.</summary>
/// <param name="Measure">The measure; it has a formula.</param>
/// <param name="Year">The school year.</param>
/// <param name="Periods">Within the year.</param>
/// <param name="Reading">Whether a period speaks of its own days or of the year to its end.</param>
/// <param name="Organizations">Their ids; null for every one.</param>
/// <param name="Groups">The numbers of shared groups.</param>
/// <param name="KnownAt">As known at; null for now.</param>
internal sealed record CellQuestion(
    Measure Measure, SchoolYear Year, IReadOnlyList<Period> Periods, PeriodReading Reading,
    IReadOnlyCollection<int>? Organizations, IReadOnlyList<int> Groups, DateTimeOffset? KnownAt);
