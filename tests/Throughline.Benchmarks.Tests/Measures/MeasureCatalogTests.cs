using Throughline.Benchmarks.Measures;
using Xunit;

namespace Throughline.Benchmarks.Tests.Measures;

public sealed class MeasureCatalogTests
{
    private static readonly MeasureCatalog Catalog = MeasureCatalog.Default;

    /// <summary>Figures are stored under these names; one that is gone would leave its figures without a measure.</summary>
    [Fact]
    public void The_yearly_figures_of_the_state_come_first_as_they_always_have() => Assert.Equal(
        [
            "attendance_rate", "days_absent", "chronic_absence", "chronic_absence_20", "absent_10_days", "unexcused_over_9", "students_disciplined",
            "in_school_suspension", "out_of_school_suspension", "expulsion", "grade_retention", "graduation_4yr", "dropout_4yr", "graduation_cohort",
            "grade9_passing", "grade9_students", "enrolment", "class_size", "teachers_retained", "principals_retained",
        ],
        Catalog.Measures.Take(20).Where(m => m.IsAnnual).Select(m => m.Id));

    [Fact]
    public void Each_measure_has_its_own_id() => Assert.Equal(Catalog.Measures.Count, Catalog.Measures.Select(m => m.Id).Distinct().Count());

    [Fact]
    public void A_new_measure_shares_no_words_with_another() => Assert.All(
        Catalog.Measures.Skip(20).SelectMany(m => m.Phrases),
        phrase => Assert.Single(Catalog.Measures, m => m.Phrases.Contains(phrase)));

    [Fact]
    public void Seven_measures_have_only_the_figures_that_are_published() => Assert.Equal(
        ["grade_retention", "class_size", "teachers_retained", "principals_retained", "attendance_daily_mean", "enrolment_counted", "enrolment_share"],
        Catalog.Measures.Where(m => m.Formula is null).Select(m => m.Id));

    [Fact]
    public void Every_measure_is_found_by_its_id_and_by_each_source_name()
    {
        foreach (var measure in Catalog.Measures)
        {
            Assert.Same(measure, Catalog.Find(measure.Id));
            Assert.All(measure.SourceNames, name => Assert.Same(measure, Catalog.Find(name)));
        }

        Assert.Equal("chronic_absence", Catalog.Find("pct_chronically_absent_10")?.Id);
        Assert.Null(Catalog.Find("Chronic_Absence"));
        Assert.Null(Catalog.Find(""));
    }

    [Fact]
    public void Phrases_are_lower_case_trimmed_and_there_for_every_measure() => Assert.All(Catalog.Measures, m =>
    {
        Assert.NotEmpty(m.Phrases);
        Assert.All(m.Phrases, p => Assert.Equal(p.Trim().ToLowerInvariant(), p));
        Assert.Equal(m.Phrases.Count, m.Phrases.Distinct().Count());
    });

    [Fact]
    public void Every_measure_says_what_it_counts() => Assert.All(Catalog.Measures, m =>
    {
        Assert.EndsWith(".", m.Definition, StringComparison.Ordinal);
        Assert.NotEqual(m.Id, m.Name);
        Assert.Equal(1, m.Version);
        Assert.InRange(m.Decimals, 0, 6);
    });

    [Fact]
    public void Units_and_directions_are_read_by_the_names_they_are_written_with()
    {
        foreach (var unit in Enum.GetValues<Unit>())
        {
            Assert.True(UnitNames.TryParse(unit.Name(), out Unit read));
            Assert.Equal(unit, read);
        }

        Assert.True(UnitNames.TryParse("decrease", out Direction direction));
        Assert.Equal(Direction.Decrease, direction);
        Assert.False(UnitNames.TryParse("down", out direction));
        Assert.False(UnitNames.TryParse(null, out Unit _));
    }

    [Theory]
    [InlineData("all", true)]
    [InlineData("grade_12", true)]
    [InlineData("north:band", true)]
    [InlineData("grade_13", false)]
    [InlineData(":band", false)]
    [InlineData("", false)]
    public void A_group_is_one_of_the_shared_ones_or_a_districts_own(string name, bool isKnown) =>
        Assert.Equal(isKnown, StudentGroup.IsKnown(name));
}
