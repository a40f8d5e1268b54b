using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Attendance;

/// <summary>Days on which something was so of a student: on a school's roll, in a group.</summary>
/// <param name="FirstDay">Included.</param>
/// <param name="LastDay">Included; null while it lasts.</param>
public readonly record struct DateSpan(DateOnly FirstDay, DateOnly? LastDay)
{
    public bool Contains(DateOnly day) => day >= FirstDay && (LastDay is not { } last || day <= last);
}

/// <summary>What enrolments and memberships by date come to on a school's days.</summary>
public static class RollDays
{
    /// <summary>For each shared group those that its members are in, itself among them.</summary>
    private static readonly int[][] Containing = [.. StudentGroup.Names.Select(n => StudentGroup.WithContaining(n).Select(g => StudentGroup.NumberOf(g)!.Value).ToArray())];

    /// <summary>The school days within any of the spans.</summary>
    public static DayBits Of(SchoolDays days, IEnumerable<DateSpan> spans) =>
        spans.Aggregate(DayBits.None, (bits, span) => bits | days.In(span));

    /// <summary>
    /// A student's groups on the days enrolled, those that contain them included: those of all of the days as bits, the others
    /// with their days.
    /// </summary>
    /// <param name="enrolled">The days enrolled.</param>
    /// <param name="memberships">Numbers of shared groups with the days of membership; a group may come more than once.</param>
    public static (uint Groups, GroupDays[] Partly) Groups(DayBits enrolled, IEnumerable<GroupDays> memberships)
    {
        var days = new DayBits[32];
        foreach (var (group, on) in memberships)
        {
            foreach (var containing in Containing[group])
            {
                days[containing] |= on & enrolled;
            }
        }

        var groups = 0u;
        var partly = new List<GroupDays>();
        for (var group = 1; group < days.Length; group++)
        {
            if (days[group].IsEmpty)
            {
                continue;
            }

            if (days[group] == enrolled)
            {
                groups |= 1u << group;
            }
            else
            {
                partly.Add(new GroupDays(group, days[group]));
            }
        }

        return (groups, [.. partly]);
    }
}
