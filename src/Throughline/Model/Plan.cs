using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;

namespace Throughline.Model;

/// <summary>An improvement plan of an organization, over whole school years.</summary>
public sealed class Plan
{
    public int Id { get; set; }

    public int OrganizationId { get; set; }

    public Organization? Organization { get; set; }

    public required string Name { get; set; }

    /// <summary>The first school year, by the calendar year it ends in.</summary>
    public int FirstYear { get; set; }

    /// <summary>The last school year, included.</summary>
    public int LatestYear { get; set; }

    /// <summary>How many codes its benchmarks have used, removed ones included.</summary>
    public int LastCode { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public ICollection<Benchmark> Benchmarks { get; } = [];

    /// <summary>The days over which its benchmarks run: from 1 July of the first to 30 June of the last year.</summary>
    public SchoolCalendar Span() => new(new SchoolYear(FirstYear).Start, new SchoolYear(LatestYear).End);

    /// <summary>A new benchmark of this plan, with the next code that the plan has never used.</summary>
    /// <param name="statement">The sentence as typed.</param>
    /// <param name="spec">What it was read as.</param>
    /// <param name="measure">The stored version of the spec's measure.</param>
    /// <param name="confirmed">Whether a person named the measure.</param>
    /// <param name="kept">Why findings that say Fix were kept; null where there were none.</param>
    /// <param name="who">Who adds it.</param>
    /// <param name="now">When.</param>
    public (Benchmark Benchmark, Event Added) AddBenchmark(
        string statement, BenchmarkSpec spec, MeasureVersion measure, bool confirmed, string? kept, string who, DateTimeOffset now)
    {
        var benchmark = new Benchmark
        {
            PlanId = Id,
            Code = string.Create(CultureInfo.InvariantCulture, $"B{++LastCode}"),
            Statement = statement,
            Structure = BenchmarkJson.ToText(Pin(spec)),
            MeasureVersionId = measure.Id,
            MeasureConfirmed = confirmed,
            RecordedAt = now,
        };
        var after = kept is null ? statement : $"{statement}\n{kept}";
        return (benchmark, new Event { At = now, Who = who, Subject = "benchmark", What = "added", After = after });
    }

    /// <summary>
    /// The structure that is kept: a change without a starting value counts from the year before the plan, so that the
    /// start never moves as figures come in.
    /// </summary>
    private BenchmarkSpec Pin(BenchmarkSpec spec) => spec with { Target = Pin(spec.Target) };

    private Target Pin(Target target) => target switch
    {
        Change { Baseline: null } change => change with { Baseline = new Baseline(null, new SchoolYear(FirstYear).Previous.End) },
        EveryMember every => every with { Inner = Pin(every.Inner) },
        AllOf all => all with { Targets = [.. all.Targets.Select(Pin)] },
        _ => target,
    };
}
