using Throughline.Benchmarks.Equity;
using Xunit;

namespace Throughline.Benchmarks.Tests.Equity;

/// <summary>A gap says which side moved; one that is smaller because others did worse is not closed.</summary>
public sealed class GapChangeTests
{
    [Theory]
    [InlineData(60, 40, 62, 50, GapCause.GroupGained, -8)]
    [InlineData(60, 40, 50, 40, GapCause.ReferenceLost, -10)]
    [InlineData(60, 40, 50, 38, GapCause.ReferenceLost, -8)]
    [InlineData(60, 40, 55, 45, GapCause.Both, -10)]
    [InlineData(60, 40, 70, 45, GapCause.Widened, 5)]
    [InlineData(60, 40, 65, 45, GapCause.Unchanged, 0)]
    public void The_cause_is_the_side_that_moved(int reference, int group, int referenceAfter, int groupAfter, GapCause cause, int change)
    {
        var gap = new GapChange((Of(reference), Of(group)), (Of(referenceAfter), Of(groupAfter)), HigherIsBetter: true);
        Assert.Equal(cause, gap.Cause);
        Assert.Equal(change, gap.Change!.Value.Round(0));
        Assert.InRange(change / 100d, gap.ChangeInterval!.Value.Lower, gap.ChangeInterval.Value.Upper);
        Assert.Equal(-change / 20m, gap.Closed!.Value.Round(2));

        // Said of those who do not, where fewer is better, it is the same gap.
        var turned = new GapChange((Of(100 - reference), Of(100 - group)), (Of(100 - referenceAfter), Of(100 - groupAfter)), HigherIsBetter: false);
        Assert.Equal((gap.First, gap.Change, gap.Cause), (turned.First, turned.Change, turned.Cause));
    }

    [Fact]
    public void Where_there_was_no_gap_none_is_closed_and_without_students_there_is_none()
    {
        Assert.Null(new GapChange((Of(40), Of(40)), (Of(40), Of(45)), true).Closed);
        var empty = new GapChange((Of(40), default), (Of(40), Of(45)), true);
        Assert.True(empty is { First: null, Change: null, Cause: null, ChangeInterval: null, Closed: null });
    }

    private static GroupCount Of(int percent) => new(percent, 100);
}
