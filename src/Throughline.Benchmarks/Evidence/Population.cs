using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Evidence;

/// <summary>A stretch of days on the roll of a school, in one grade. Both ends are included.</summary>
/// <param name="Organization">The school.</param>
/// <param name="Days">From entry to exit.</param>
/// <param name="Grade">As a group names it: "grade_9"; empty where the school has no grades.</param>
public readonly record struct Enrolment(int Organization, Period Days, string Grade);

/// <summary>Days in a student group, both ends included.</summary>
/// <param name="Group">Its place among the groups of the population.</param>
/// <param name="Days">From the first to the last day in it.</param>
public readonly record struct Membership(int Group, Period Days);

/// <summary>A student with all schools and groups, however often they changed.</summary>
public sealed record Student(int Id, IReadOnlyList<Enrolment> Enrolments, IReadOnlyList<Membership> Groups);

/// <summary>The students of whom records speak, the groups they are counted in, and which organization stands under which.</summary>
public sealed class Population
{
    private const int MostGroups = 64;
    private const int Deepest = 8;

    private readonly Dictionary<int, int> places;
    private readonly IReadOnlyDictionary<int, int> parents;

    /// <param name="groups">1 to 64 names; the first is everyone, of whom no membership is needed.</param>
    /// <param name="students">Each once, or it throws.</param>
    /// <param name="parents">Of each school its district, of each district its state.</param>
    public Population(IEnumerable<string> groups, IEnumerable<Student> students, IReadOnlyDictionary<int, int> parents)
    {
        Groups = [.. groups];
        ArgumentOutOfRangeException.ThrowIfZero(Groups.Count, nameof(groups));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Groups.Count, MostGroups, nameof(groups));
        Students = [.. students];
        places = new Dictionary<int, int>(Students.Count);
        for (var i = 0; i < Students.Count; i++)
        {
            places.Add(Students[i].Id, i);
        }

        this.parents = parents;
    }

    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyList<Student> Students { get; }

    /// <summary>Where a student stands in <see cref="Students"/>; null for one who is not there.</summary>
    public int? PlaceOf(int student) => places.TryGetValue(student, out var place) ? place : null;

    /// <summary>What an organization belongs to, nearest first; it is not itself among them.</summary>
    public IEnumerable<int> Above(int organization)
    {
        for (var depth = 0; depth < Deepest && parents.TryGetValue(organization, out var parent); depth++)
        {
            yield return organization = parent;
        }
    }

    /// <summary>The groups a student was in on at least one of the days, a bit each; everyone's is set.</summary>
    internal static ulong GroupsOf(Student student, Period days)
    {
        var bits = 1UL;
        foreach (var membership in student.Groups)
        {
            if (membership.Days.Start <= days.End && membership.Days.End >= days.Start)
            {
                bits |= 1UL << membership.Group;
            }
        }

        return bits;
    }
}
