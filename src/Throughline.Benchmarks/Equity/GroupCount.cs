namespace Throughline.Benchmarks.Equity;

/// <summary>Students of a group, and those of them to whom something happened at least once: each counted once.</summary>
/// <param name="Cases">0 to <see cref="Students"/>.</param>
/// <param name="Students">0 or more.</param>
public readonly record struct GroupCount(long Cases, long Students)
{
    /// <summary>Cases over students; null for a group without students, which has no rate and not a rate of 0.</summary>
    public Exact? Risk => Students > 0 ? Exact.Of(Cases, Students) : null;

    /// <summary>All but these: the group that another is compared with.</summary>
    public GroupCount Without(GroupCount some) => new(Cases - some.Cases, Students - some.Students);
}
