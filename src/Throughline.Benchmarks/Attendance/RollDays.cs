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
    private static readonly int HighNeeds = StudentGroup.NumberOf("high_needs")!.Value;
    private static readonly int EnglishLearner = StudentGroup.NumberOf("english_learner")!.Value;
    private static readonly int EverLearner = StudentGroup.NumberOf("english_learner_or_former")!.Value;

    /// <summary>Groups that the state counts into high needs.</summary>
    private static readonly int[] Needs = [StudentGroup.NumberOf("low_income")!.Value, EverLearner, StudentGroup.NumberOf("disability")!.Value];

    /// <summary>The school days within any of the spans.</summary>
    public static DayBits Of(SchoolDays days, IEnumerable<DateSpan> spans) =>
        spans.Aggregate(DayBits.None, (bits, span) => bits | days.In(span));

    /// <summary>
    /// A student's groups on the days enrolled: those of all of them as bits, the others with their days. An English learner
    /// is an English learner or former one, and whoever is in a group of high needs has high needs, said or not.
    /// </summary>
    /// <param name="enrolled">The days enrolled.</param>
    /// <param name="memberships">Numbers of shared groups, 1 to 31, with the days of membership; a group may come more than once.</param>
    public static (uint Groups, GroupDays[] Partly) Groups(DayBits enrolled, IEnumerable<GroupDays> memberships)
    {
        var days = new DayBits[32];
        foreach (var (group, on) in memberships)
        {
            days[group] |= on & enrolled;
        }

        days[EverLearner] |= days[EnglishLearner];
        foreach (var need in Needs)
        {
            days[HighNeeds] |= days[need];
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
