using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Disclosure;
using Xunit;

namespace Throughline.Benchmarks.Tests.Disclosure;

public sealed class SmallGroupsTests
{
    private static readonly Period October = Period.Month(2025, 10);
    private static readonly Period November = Period.Month(2025, 11);

    [Fact]
    public void On_the_progress_grid_the_small_group_and_the_next_smallest_are_hidden() => AssertHidden(
        "american_indian 7, multi_race 12",
        "all 542, english_learner 138, disability 97, low_income 371, hispanic 233, white 168, black 84, asian 38");

    [Fact]
    public void Ten_students_are_shown_and_nine_are_not()
    {
        AssertHidden("", "all 100, low_income 10");
        AssertHidden("low_income 9", "all 100");
    }

    [Fact]
    public void The_minimum_can_be_another() =>
        Assert.Equal(["asian", "black"], Hidden("all 50, asian 5, black 6, white 39", minimum: 6));

    [Fact]
    public void A_size_that_is_not_known_counts_as_small() => AssertHidden("disability ?", "all 100, low_income 40");

    [Fact]
    public void A_size_below_nothing_is_not_known() => AssertHidden("disability -3", "all 100, low_income 40");

    [Fact]
    public void A_group_without_students_hides_nothing() => AssertHidden("", "all 40, white 40, asian 0, female 20, male 20, nonbinary 0");

    [Fact]
    public void A_group_that_is_small_in_one_period_is_hidden_in_all()
    {
        var hidden = SmallGroups.Hidden([.. Figures("all 100, disability 12", October), .. Figures("all 100, disability 9", November)]);
        Assert.Equal([("disability", October), ("disability", November)], hidden.OrderBy(f => f.Period.Start));
    }

    [Fact]
    public void Where_all_is_small_its_period_is_hidden_and_no_other()
    {
        var hidden = SmallGroups.Hidden([.. Figures("all 8, disability 0", October), .. Figures("all 100, disability 40", November)]);
        Assert.Equal([("all", October), ("disability", October)], hidden.OrderBy(f => f.Group, StringComparer.Ordinal));
    }

    [Fact]
    public void Where_the_size_of_all_is_not_known_its_period_is_hidden() => AssertHidden("all ?, white 60, female 30", "");

    [Fact]
    public void The_other_of_two_genders_is_hidden_too() => AssertHidden("female 5, male 95", "all 100, low_income 40");

    [Fact]
    public void One_small_group_alone_is_hidden_where_enough_others_are_not_listed() =>
        AssertHidden("asian 5", "all 100, white 60, hispanic 20");

    [Fact]
    public void The_next_smallest_is_hidden_where_too_few_are_left_unlisted() => AssertHidden("black 20", "all 100, white 75");

    [Fact]
    public void Small_groups_that_are_enough_together_hide_no_other() =>
        AssertHidden("grade_1 6, grade_2 7", "all 100, grade_3 40, grade_4 47");

    [Fact]
    public void A_group_without_students_does_not_protect_the_small_one_beside_it()
    {
        var hidden = SmallGroups.Hidden(
        [
            .. Figures("all 100, asian 5, black 0, hispanic 30, white 65", October),
            .. Figures("all 100, asian 11, black 5, hispanic 20, white 64", November),
        ]);
        Assert.Equal(["asian", "black", "hispanic"], hidden.Select(f => f.Group).Distinct().Order());
    }

    [Fact]
    public void A_hidden_group_that_is_all_that_is_left_in_some_period_is_not_hidden_alone()
    {
        var october = Figures("all 100, asian 9, white 60, hispanic 21", October); // ten are not listed
        Assert.Equal(["asian"], SmallGroups.Hidden([.. october]).Select(f => f.Group));
        var hidden = SmallGroups.Hidden([.. october, .. Figures("all 100, asian 12, white 60, hispanic 28", November)]);
        Assert.Equal(["asian", "hispanic"], hidden.Select(f => f.Group).Distinct().Order());
    }

    [Fact]
    public void Of_equals_the_first_by_name_is_hidden() => AssertHidden("asian 5, black 30", "all 95, hispanic 30, white 30");

    [Fact]
    public void The_inner_of_two_groups_is_hidden_where_few_lie_between()
    {
        AssertHidden("english_learner 30", "all 100, english_learner_or_former 36, high_needs 60");
        AssertHidden("high_needs 95", "all 100, low_income 70");
        AssertHidden("district:band 92", "all 100, disability 80");
        AssertHidden("", "all 100, high_needs 100, low_income 100, english_learner 90");
    }

    [Fact]
    public void A_districts_own_group_lies_in_all_alone() => AssertHidden("", "all 100, high_needs 60, district:band 55, white 50");

    [Fact]
    public void Few_students_in_two_of_the_high_needs_are_not_given_away()
    {
        AssertHidden("english_learner 25", "all 100, high_needs 60, low_income 40");
        AssertHidden("", "all 100, high_needs 55, low_income 40, english_learner_or_former 25");
    }

    [Fact]
    public void Without_all_a_whole_family_stands_for_it()
    {
        AssertHidden("low_income 55", "female 30, male 30");
        AssertHidden("asian 5, black 20", "white 35, female 30, male 30");
        AssertHidden("asian 5", "white 35, black 20");
        AssertHidden("", "asian 12, grade_1 40, grade_2 50");
    }

    [Fact]
    public void Where_students_are_counted_twice_their_number_is_not_given_away() =>
        AssertHidden("grade_1 20, grade_2 38", "all 97, grade_3 42");

    [Fact]
    public void A_figure_given_twice_counts_once_and_two_that_differ_are_not_known()
    {
        AssertHidden("", "all 100, white 60, white 60");
        AssertHidden("white 60, white 61", "all 100");
    }

    [Fact]
    public void An_empty_table_has_nothing_to_hide() => Assert.Empty(SmallGroups.Hidden([]));

    [Fact]
    public void A_minimum_below_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => SmallGroups.Hidden([], -1));

    private static void AssertHidden(string hidden, string shown) =>
        Assert.Equal(Figures(hidden, October).Select(f => f.Group).Distinct().Order(), Hidden($"{hidden}, {shown}"));

    private static IEnumerable<string> Hidden(string table, int minimum = SmallGroups.Minimum) =>
        SmallGroups.Hidden([.. Figures(table, October)], minimum).Select(f => f.Group).Order();

    private static IEnumerable<SizedFigure> Figures(string table, Period period) =>
        from figure in table.Split(", ", StringSplitOptions.RemoveEmptyEntries)
        let parts = figure.Split(' ')
        select new SizedFigure(parts[0], period, parts[1] == "?" ? null : long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
}
