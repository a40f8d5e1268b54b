using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Disclosure;

/// <summary>
/// The one gate for small groups: which figures of a table are hidden from a reader without the grant, so that neither
/// a figure nor a sum or difference of the figures of one period is about 1 to 9 students.
/// </summary>
/// <remarks>
/// <para>
/// Ten is the smallest size that most states show (NCES 2011-603); hiding the next smallest group beside a small one is
/// the practice of New York. Hiding small groups alone does not protect them: "all" less the groups shown gives them
/// away. The relations by which a reader can subtract are those that everyone knows (<see cref="GroupRelations"/>).
/// </para>
/// <para>
/// The rules, applied until nothing more is hidden. (1) "all" is hidden in each period in which it is small, and every
/// group with it. (2) A group that is small in any period is hidden in all of them, for the periods before and after
/// tell almost as much. (3) Of two groups one inside the other, the inner is hidden where the difference is small.
/// (4) In each family (race, gender, grade) what the shown groups leave of "all" is none or at least the minimum, and
/// is more than one hidden group; else the smallest group shown is hidden too. (5) Low income, English learners and
/// disability together make high needs: where their sizes exceed it by a small number, that is how many are in two of
/// them, and the smallest of them is hidden. (6) Where "all" itself is not in the period, the largest sum of a family
/// of two groups or more, none of them hidden, stands for it.
/// </para>
/// <para>
/// Rules 5 and 6 come from attacking the others. Not protected here: what figures of different periods, tables or
/// schools tell together, small numerators, bounds, and what a reader knows of the students from elsewhere.
/// </para>
/// </remarks>
public static class SmallGroups
{
    /// <summary>The usual smallest size that is shown (included).</summary>
    public const int Minimum = 10;

    /// <summary>The figures that are hidden.</summary>
    /// <param name="table">
    /// The groups × periods of one benchmark, in any order. A size that is not known counts as small, as do two figures
    /// of one group and period that differ. A size of 0 is about nobody and hides nothing; in a hidden row it is hidden too.
    /// </param>
    /// <param name="minimum">The smallest size that is shown, from 0; 0 and 1 hide only what is not known and what follows from it.</param>
    /// <returns>A part of the figures given; empty where every size and every difference is 0 or at least the minimum.</returns>
    public static IReadOnlySet<(string Group, Period Period)> Hidden(
        IReadOnlyCollection<SizedFigure> table, int minimum = Minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        var sizes = table.GroupBy(f => (f.Group, f.Period)).ToDictionary(same => same.Key, SizeOf);
        var small = sizes.Where(f => f.Value is not { } size || (size > 0 && size < minimum)).Select(f => f.Key).ToList();
        var periods = small.Where(f => f.Group == StudentGroup.All).Select(f => f.Period).ToHashSet();
        var groups = small.Where(f => f.Group != StudentGroup.All).Select(f => f.Group).ToHashSet(StringComparer.Ordinal);
        var open = sizes.GroupBy(f => f.Key.Period, f => (f.Key.Group, Size: f.Value))
            .Where(column => !periods.Contains(column.Key))
            .OrderBy(column => column.Key.Start).ThenBy(column => column.Key.End)
            .Select(column => new Column(column.ToDictionary(f => f.Group, f => f.Size, StringComparer.Ordinal), minimum))
            .ToList();
        while (open.Select(column => column.NextToHide(groups)).FirstOrDefault(group => group is not null) is { } next)
        {
            groups.Add(next);
        }

        return sizes.Keys.Where(f => periods.Contains(f.Period) || groups.Contains(f.Group)).ToHashSet();
    }

    private static long? SizeOf(IEnumerable<SizedFigure> same) =>
        same.Select(f => f.Size).Distinct().ToList() is [{ } size] && size >= 0 ? size : null;
}
