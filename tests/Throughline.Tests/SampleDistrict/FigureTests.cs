using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.SampleDistrict;

public sealed class FigureTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static readonly string[] Races = ["hispanic", "white", "black", "asian", "american_indian", "multi_race"];

    /// <summary>The table under the chart of the reference screen, and its gray line.</summary>
    [Theory]
    [InlineData(2025, 9, 113, 541, 20.9, 22.8)]
    [InlineData(2025, 10, 121, 541, 22.4, 25.1)]
    [InlineData(2025, 11, 128, 542, 23.6, 27.0)]
    [InlineData(2025, 12, 140, 542, 25.8, 29.4)]
    [InlineData(2026, 1, 135, 542, 24.9, 29.9)]
    public async Task Chronic_absence_is_the_pictured_table(int year, int month, long absent, long enrolled, double percent, double before)
    {
        var known = await sample.OneAsync(SqliteAttribute.Name, "C1-S1");
        var tally = Assert.Single(known.Tallies, t => t.Group == "all" && t.Period == Period.Month(year, month));
        Assert.Equal((absent, enrolled, percent), (tally.Numerator, tally.Denominator, PercentOf(tally)));
        Assert.Equal(before, PercentOf(Assert.Single(known.Tallies, t => t.Group == "all" && t.Period == Period.Month(year - 1, month))));
    }

    [Theory]
    [InlineData("english_learner", 138, new[] { 27.5, 28.3, 29.0, 29.7, 35.5 })]
    [InlineData("disability", 97, new[] { 28.9, 29.9, 30.9, 33.0, 32.0 })]
    [InlineData("low_income", 371, new[] { 26.4, 27.5, 28.6, 30.7, 30.2 })]
    [InlineData("hispanic", 233, new[] { 27.0, 28.3, 29.6, 31.8, 30.9 })]
    [InlineData("white", 168, new[] { 16.7, 17.9, 18.5, 19.6, 19.0 })]
    [InlineData("black", 84, new[] { 20.2, 21.4, 22.6, 23.8, 22.6 })]
    [InlineData("asian", 38, new[] { 13.2, 13.2, 15.8, 15.8, 15.8 })]
    public async Task Its_groups_are_the_rows_of_the_grid(string group, long enrolled, double[] percents)
    {
        var rows = (await sample.OneAsync(SqliteAttribute.Name, "C1-S1")).Tallies.Where(t => t.Group == group).ToList();
        Assert.All(rows, t => Assert.Equal(enrolled, t.Denominator));
        Assert.Equal(percents, rows.Select(PercentOf));
    }

    [Fact]
    public async Task Every_student_is_in_one_group_of_race()
    {
        var known = await sample.OneAsync(SqliteAttribute.Name, "C1-S1");
        foreach (var month in known.Tallies.Where(t => t.PeriodStart > new DateOnly(2025, 7, 1)).GroupBy(t => t.Period))
        {
            var (all, races) = (month.Single(t => t.Group == "all"), month.Where(t => Races.Contains(t.Group)).ToList());
            Assert.Equal(Races.Length, races.Count);
            Assert.Equal((all.Numerator, all.Denominator), (races.Sum(t => t.Numerator), races.Sum(t => t.Denominator)));
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task No_figure_is_known_before_its_period_is_over_or_after_the_last_load(string provider)
    {
        var last = new DateTimeOffset(2026, 2, 10, 15, 30, 0, TimeSpan.Zero);
        await using var db = sample.On(provider);
        Assert.All(await db.Tallies.AsNoTracking().ToListAsync(), t => Assert.True(
            t.RecordedAt <= last && DateOnly.FromDateTime(t.RecordedAt.Date) >= (t.DoneOn ?? t.PeriodEnd), $"{t.BenchmarkId} {t.Period} {t.RecordedAt}"));
    }

    [Fact]
    public async Task A_group_is_a_part_of_all_students()
    {
        foreach (var known in await sample.AllAsync(SqliteAttribute.Name))
        {
            foreach (var at in known.Tallies.Where(t => t.Numerator is not null).GroupBy(t => t.Period))
            {
                var all = at.Single(t => t.Group == "all");
                Assert.All(at, t => Assert.True(
                    t.Numerator is >= 0 && t.Numerator <= t.Denominator && t.Numerator <= all.Numerator
                        && t.Denominator - t.Numerator <= all.Denominator - all.Numerator,
                    $"{known.School} {known.Benchmark.Code} {t.Group} {t.Period}"));
            }
        }
    }

    /// <summary>Chronic absence of a school is one count, whichever of its benchmarks speaks of it.</summary>
    [Fact]
    public async Task Benchmarks_on_the_same_measure_agree()
    {
        foreach (var school in (await sample.AllAsync(SqliteAttribute.Name)).Where(k => k.Spec.Measure.Id == "chronic_absence").GroupBy(k => k.School))
        {
            var january = school.SelectMany(k => k.Tallies).Where(t => t.PeriodEnd == new DateOnly(2026, 1, 31));
            Assert.All(january.GroupBy(t => t.Group), g => Assert.Single(g.Select(t => (t.Numerator, t.Denominator)).Distinct()));
        }
    }

    [Theory]
    [InlineData("millrace", 121)]
    [InlineData("ashmere-high", 204)]
    [InlineData("canal-row", 96)]
    [InlineData("old-orchard", 64)]
    [InlineData("east-quarry", 71)]
    [InlineData("ferry-lane", 58)]
    [InlineData("alder-street", 43)]
    [InlineData("north-common", 37)]
    [InlineData("birch-pond", 22)]
    [InlineData("granite-hill", 14)]
    [InlineData("harbor-light", 31)]
    public async Task English_learners_are_as_many_as_in_the_overview(string school, long learners)
    {
        var known = (await sample.AllAsync(SqliteAttribute.Name)).Single(k => k.School == school && k.Benchmark.Name == "Students missing 10% or more of days");
        Assert.All(known.Tallies.Where(t => t.Group == "english_learner"), t => Assert.Equal(learners, t.Denominator));
    }

    private static double PercentOf(Tally tally) => Math.Round(100.0 * tally.Numerator!.Value / tally.Denominator!.Value, 1, MidpointRounding.AwayFromZero);
}
