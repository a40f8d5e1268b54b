using Throughline.Benchmarks.Statistics;

namespace Throughline.Benchmarks.Equity;

/// <summary>Why a gap moved: which of the two sides did.</summary>
public enum GapCause
{
    /// <summary>Neither side moved toward or away from the other.</summary>
    Unchanged,

    /// <summary>The group moved toward the reference, which held or did better still.</summary>
    GroupGained,

    /// <summary>The gap is smaller only because the reference did worse. That is not a gap closed.</summary>
    ReferenceLost,

    /// <summary>The group moved toward the reference while the reference did worse.</summary>
    Both,

    /// <summary>The gap is larger.</summary>
    Widened,
}

/// <summary>
/// A gap between a reference group and another at two times. The gap is what the reference has and the group has not, so that
/// it is over 0 where the group is behind.
/// </summary>
/// <param name="Before">The two rates at the first time.</param>
/// <param name="After">The same at the second.</param>
/// <param name="HigherIsBetter">Whether more is better; where it is not, the gap is counted the other way around.</param>
public sealed record GapChange((GroupCount Reference, GroupCount Group) Before, (GroupCount Reference, GroupCount Group) After, bool HigherIsBetter)
{
    /// <summary>In percentage points; null where a side has no students.</summary>
    public Exact? First => Gap(Before);

    /// <summary>In percentage points; null where a side has no students.</summary>
    public Exact? Last => Gap(After);

    /// <summary>The last gap less the first: under 0 where it is smaller.</summary>
    public Exact? Change => Last - First;

    /// <summary>What part of the first gap is gone: 1 is all of it; null where there was none to close.</summary>
    public Exact? Closed => (First, Last) is ({ Sign: > 0 } first, { } last) ? (first - last) / first : null;

    /// <summary>Which side moved; null where a side has no students.</summary>
    public GapCause? Cause
    {
        get
        {
            if ((Moved(Before.Group, After.Group), Moved(Before.Reference, After.Reference), Change) is not ({ } group, { } reference, { } change))
            {
                return null;
            }

            return change.Sign switch
            {
                > 0 => GapCause.Widened,
                0 => GapCause.Unchanged,
                _ when group.Sign <= 0 => GapCause.ReferenceLost,
                _ when reference.Sign < 0 => GapCause.Both,
                _ => GapCause.GroupGained,
            };
        }
    }

    /// <summary>The 95% interval of the change, as shares from -2 to 2 (MOVER of two Newcombe intervals); null where a side has no students.</summary>
    public Interval? ChangeInterval => (First, Last) is (not null, not null) ? Newcombe.Between(Shares(After), Shares(Before)) : null;

    private Exact? Gap((GroupCount Reference, GroupCount Group) at) =>
        HigherIsBetter ? Disproportion.RateDifference(at.Reference, at.Group) : Disproportion.RateDifference(at.Group, at.Reference);

    /// <summary>How far a side moved for the better.</summary>
    private Exact? Moved(GroupCount before, GroupCount after) =>
        HigherIsBetter ? Disproportion.RateDifference(after, before) : Disproportion.RateDifference(before, after);

    private Interval Shares((GroupCount Reference, GroupCount Group) at)
    {
        var (high, low) = HigherIsBetter ? (at.Reference, at.Group) : (at.Group, at.Reference);
        return Newcombe.Difference((high.Cases, high.Students), (low.Cases, low.Students));
    }
}
