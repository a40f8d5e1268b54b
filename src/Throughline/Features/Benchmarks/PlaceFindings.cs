using Throughline.Benchmarks.Disclosure;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>What a sentence leaves to think about at its place in the plan: its stage, its neighbors, its groups here.</summary>
/// <param name="plan">As whoever writes may see it: what is hidden from them gives nothing away here either.</param>
/// <param name="type">The stage it is written for.</param>
/// <param name="beside">The other benchmarks of the same stage of the same chain; null outside the chain.</param>
/// <param name="counts">What its figures count.</param>
internal sealed class PlaceFindings(PlanPicture plan, BenchmarkType type, IReadOnlyList<BenchmarkPicture>? beside, Counted counts)
{
    public IEnumerable<Finding> Of(Reading reading, BenchmarkSpec? spec)
    {
        if (string.IsNullOrWhiteSpace(reading.Text))
        {
            yield break;
        }

        if (beside is not null && SenseChecks.Against(reading, type) is { } misplaced)
        {
            yield return misplaced;
        }

        if (spec is not null && beside?.FirstOrDefault(b => IsSame(b, spec)) is { } same)
        {
            yield return PlaceChecks.SameInChain(reading, same.Code);
        }

        foreach (var group in counts == Counted.Students ? spec?.Groups ?? reading.Groups : [])
        {
            if (group != StudentGroup.All && IsSmall(group))
            {
                yield return PlaceChecks.SmallGroup(reading, StudentGroups.Name(group));
            }
        }

        if (PlaceChecks.ExampleUnchanged(reading) is { } unchanged)
        {
            yield return unchanged;
        }
    }

    /// <summary>As both are being written: one measure, in one form, of the same groups.</summary>
    private static bool IsSame(BenchmarkPicture other, BenchmarkSpec spec) =>
        other.Benchmark.Draft() is { } theirs && theirs.Measure.Id == spec.Measure.Id && theirs.Target.GetType() == spec.Target.GetType()
            && theirs.Groups.ToHashSet(StringComparer.Ordinal).SetEquals(spec.Groups);

    /// <summary>
    /// By the latest figures of the plan that count students: hidden, or on few. Where one rests on more, or there is
    /// none, nothing is claimed.
    /// </summary>
    private bool IsSmall(string group)
    {
        var figures = plan.Benchmarks.Where(b => b.Benchmark.Counts == Counted.Students).Select(b => b.Of(group)).OfType<GroupPicture>().ToList();
        return !figures.Exists(g => g.Size >= SmallGroups.Minimum) && figures.Exists(g => g.IsHidden || g.Size < SmallGroups.Minimum);
    }
}
