using Throughline.Benchmarks.Measures;
using static Throughline.Benchmarks.Disclosure.GroupRelations;

namespace Throughline.Benchmarks.Disclosure;

/// <summary>One period of a table in which "all" is not hidden. Rules 3 to 6 of <see cref="SmallGroups"/>.</summary>
/// <param name="sizes">Of "all" (where the table has it) and of each group; not known only where the group is hidden.</param>
/// <param name="minimum">The smallest size that is shown.</param>
internal sealed class Column(IReadOnlyDictionary<string, long?> sizes, int minimum)
{
    /// <summary>
    /// The next group to hide so that nothing small can be had by subtraction; null where nothing can. Of several the
    /// smallest, and of equals the first by its id, whatever the order of the table.
    /// </summary>
    public string? NextToHide(IReadOnlySet<string> hidden)
    {
        var shown = sizes
            .Where(f => f.Key != StudentGroup.All && !hidden.Contains(f.Key) && f.Value > 0)
            .Select(f => (Group: f.Key, Size: f.Value!.Value))
            .OrderBy(f => f.Size).ThenBy(f => f.Group, StringComparer.Ordinal)
            .ToList();
        var all = sizes.TryGetValue(StudentGroup.All, out var given) ? given : StandIn(hidden);
        return Nested(shown, all) ?? InTwo(shown) ?? InFamily(shown, hidden, all);
    }

    private static long? Size(List<(string Group, long Size)> shown, string group) =>
        shown.Where(f => f.Group == group).Select(f => (long?)f.Size).FirstOrDefault();

    private bool IsSmall(long? size) => size > 0 && size < minimum;

    private long? StandIn(IReadOnlySet<string> hidden) => Families
        .Select(family => sizes.Where(f => family(f.Key)).ToList())
        .Where(family => family.Count > 1 && !family.Exists(f => hidden.Contains(f.Key) && f.Value != 0))
        .Max(family => family.Sum(f => f.Value));

    private string? Nested(List<(string Group, long Size)> shown, long? all) => shown
        .Where(inner => Around(inner.Group).Any(outer =>
            IsSmall((outer == StudentGroup.All ? all : Size(shown, outer)) - inner.Size)))
        .Select(inner => inner.Group)
        .FirstOrDefault();

    private string? InTwo(List<(string Group, long Size)> shown)
    {
        var learners = Size(shown, EnglishLearnerOrFormer) is null ? EnglishLearner : EnglishLearnerOrFormer;
        var parts = shown.Where(f => f.Group is LowIncome or Disability || f.Group == learners).ToList();
        return IsSmall(parts.Sum(part => part.Size) - Size(shown, HighNeeds)) ? parts[0].Group : null;
    }

    private string? InFamily(List<(string Group, long Size)> shown, IReadOnlySet<string> hidden, long? all) => Families
        .Where(family => LeavesTooFew(family, all - shown.Where(f => family(f.Group)).Sum(f => f.Size), hidden))
        .Select(family => shown.Where(f => family(f.Group)).Select(f => f.Group).FirstOrDefault())
        .FirstOrDefault(group => group is not null);

    /// <summary>
    /// Whether what the shown groups leave of "all" is too few, or one hidden group alone. Less than none, where the
    /// table has "all", is how many were counted twice; against a sum that stands for it, it tells nothing.
    /// </summary>
    private bool LeavesTooFew(Predicate<string> family, long? left, IReadOnlySet<string> hidden)
    {
        if (left is not { } some || some == 0 || (some < 0 && !sizes.ContainsKey(StudentGroup.All)))
        {
            return false;
        }

        var withheld = sizes.Where(f => family(f.Key) && hidden.Contains(f.Key) && f.Value != 0).Select(f => f.Value).ToList();
        return some < minimum || (withheld is [var alone] && (alone is null || some <= alone));
    }
}
