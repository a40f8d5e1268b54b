using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Model;

/// <summary>A benchmark of a plan: the sentence as people wrote it and the structure it was read as.</summary>
public sealed class Benchmark
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    public Plan? Plan { get; set; }

    /// <summary>Its name for people, "B1"; never changed and never used again within its plan.</summary>
    public required string Code { get; set; }

    /// <summary>The sentence as typed.</summary>
    public required string Statement { get; set; }

    /// <summary>What it was read as, in the form of docs/contracts.md.</summary>
    public required string Structure { get; set; }

    public int MeasureVersionId { get; set; }

    /// <summary>Whether a person named the measure; else it was matched by the words of the sentence.</summary>
    public bool MeasureConfirmed { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>The structure, read back.</summary>
    public BenchmarkSpec Spec() => BenchmarkJson.Read(Structure, MeasureCatalog.Default).Benchmark
        ?? throw new InvalidOperationException($"The structure of benchmark {Id} cannot be read.");

    /// <summary>A person says that the measure found for it is the right one; null where that was said already.</summary>
    public Event? ConfirmMeasure(string who, DateTimeOffset now)
    {
        if (MeasureConfirmed)
        {
            return null;
        }

        MeasureConfirmed = true;
        return new Event
        {
            At = now,
            Who = who,
            Subject = "benchmark",
            SubjectId = Id,
            What = "measure confirmed",
            After = Spec().Measure.Id,
        };
    }
}
