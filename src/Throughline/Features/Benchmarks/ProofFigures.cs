using Throughline.Benchmarks.Targets;
using Throughline.Judging;

namespace Throughline.Features.Benchmarks;

/// <summary>A figure on record for a group and what became of it in the verdict.</summary>
/// <param name="Observation">The figure.</param>
/// <param name="IsUsed">Whether the verdict rests on it.</param>
/// <param name="LeftOut">Why it was left out; null where it counts.</param>
internal sealed record ProofFigure(Observation Observation, bool IsUsed, ExclusionReason? LeftOut)
{
    /// <summary>A replaced figure is named without its number: small groups may be told by what replaced figures leave.</summary>
    public bool IsReplaced => LeftOut == ExclusionReason.Replaced;

    /// <summary>Whether it can have rows behind it: what a source published says on how many it rests as little as from whom.</summary>
    public bool CanHaveRows => !IsReplaced && (Observation.Numerator is not null || Observation.Count is not null);
}

/// <summary>All figures of a group that its reader may see, oldest first.</summary>
internal static class ProofFigures
{
    public static IReadOnlyList<ProofFigure> Of(GroupPicture group)
    {
        if (group.IsHidden || group.Answer is not { } answer)
        {
            return [];
        }

        var latest = group.Case.Observations.GroupBy(o => o.Period).Select(g => g.MaxBy(o => (o.RecordedAt, o.Index))!.Index).ToHashSet();
        var leftOut = answer.Proof.Excluded.ToDictionary(e => e.Observation, e => e.Reason);
        return [.. group.Case.Observations
            .OrderBy(o => o.Period.End).ThenBy(o => o.RecordedAt)
            .Select(o => new ProofFigure(
                o, answer.Proof.Observations.Contains(o.Index),
                !latest.Contains(o.Index) ? ExclusionReason.Replaced : leftOut.TryGetValue(o.Index, out var why) ? why : null))];
    }
}
