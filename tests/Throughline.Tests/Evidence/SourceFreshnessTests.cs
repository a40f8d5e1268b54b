using Throughline.Benchmarks.Calendar;
using Throughline.Evidence;

namespace Throughline.Tests.Evidence;

/// <summary>How fresh a source is follows from dates alone.</summary>
public sealed class SourceFreshnessTests
{
    private static readonly DateOnly Due = new(2026, 1, 31);

    [Theory]
    [InlineData("2026-01-01", SourceAge.Fresh)]
    [InlineData("2026-01-31", SourceAge.Fresh)]
    [InlineData("2026-02-01", SourceAge.Waiting)]
    [InlineData("2026-02-15", SourceAge.Waiting)]
    [InlineData("2026-02-16", SourceAge.Stale)]
    [InlineData("2027-01-01", SourceAge.Stale)]
    public void A_source_is_fresh_by_its_day_waits_through_the_grace_and_is_stale_after_it(string today, SourceAge age) =>
        Assert.Equal(age, new Expected(Due, Cadence.Month.Grace!.Value).AgeOn(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_source_never_grows_fresher_by_waiting_and_passes_through_each_age_in_turn()
    {
        foreach (var every in new[] { Cadence.Day, Cadence.Week, new(CadenceUnit.Week, 6), Cadence.Month, Cadence.Quarter, Cadence.Semester, Cadence.Year })
        {
            var expected = Expected.After(Due, every)!.Value;
            Assert.Equal(Due.AddDays(every.Days!.Value), expected.Due);
            var ages = Enumerable.Range(0, 800).Select(d => expected.AgeOn(Due.AddDays(d))).ToList();
            Assert.Equal(ages.Order(), ages);
            Assert.Equal(every.Days.Value + 1, ages.Count(a => a == SourceAge.Fresh));
            Assert.Equal(every.Grace!.Value, ages.Count(a => a == SourceAge.Waiting));
        }
    }

    [Fact]
    public void Of_several_the_first_to_be_late_counts_and_of_none_nothing()
    {
        var (slow, quick) = (new Expected(Due, 100), new Expected(Due.AddDays(10), 3));
        Assert.Equal(quick, Expected.FirstOf([slow, quick]));
        Assert.Null(Expected.FirstOf([]));
        Assert.Null(Expected.After(Due, new Cadence(CadenceUnit.Event)));
    }
}
