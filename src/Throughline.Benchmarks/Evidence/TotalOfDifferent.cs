using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>Different students: those with a record or, where something is asked of their records together, those of whom it holds.</summary>
internal sealed class StudentTotal(StudentCount quantity, int slots) : WholeTotal(slots)
{
    /// <summary>A student counts in a group by the records of the days in that group.</summary>
    public override void Add(int slot, ReadOnlySpan<Placed> records)
    {
        var (some, all) = (0UL, ulong.MaxValue);
        foreach (var placed in records)
        {
            some |= placed.Groups;
            all &= placed.Groups;
        }

        var whole = IsCounted(records, 0);
        while (some != 0)
        {
            var group = Next(ref some);
            var inAll = (all & (1UL << group)) != 0;
            Counts[slot + group] += (inAll ? whole : IsCounted(records, group)) ? 1 : 0;
        }
    }

    private bool IsCounted(ReadOnlySpan<Placed> records, int group)
    {
        var any = false;
        foreach (var (record, groups) in records)
        {
            any |= (groups & (1UL << group)) != 0 && Amount(quantity, record) is not null;
        }

        if (!any)
        {
            return false;
        }

        foreach (var test in quantity.Having)
        {
            var counted = 0m;
            foreach (var (record, groups) in records)
            {
                counted += (groups & (1UL << group)) != 0 && Amount(quantity, record) is not null ? Amount(test.Counted, record) ?? 0 : 0;
            }

            if (!test.Holds(counted))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Different rooms or persons.</summary>
internal sealed class RoomTotal(RoomCount quantity, int slots) : WholeTotal(slots)
{
    private readonly HashSet<(int Slot, int Room)> seen = [];

    public override void Add(int slot, ReadOnlySpan<Placed> records)
    {
        foreach (var (record, _) in records)
        {
            if (record.About is { } room && Amount(quantity, record) is not null && seen.Add((slot, room)))
            {
                Counts[slot]++;
            }
        }
    }
}

/// <summary>The middle of a field's values, which are kept for it.</summary>
internal sealed class MedianTotal(FieldMedian quantity, int slots) : Total
{
    private readonly List<decimal>?[] values = new List<decimal>?[slots];

    /// <summary>Half of the two middle values together; 0 where there is none, and then there is no cell.</summary>
    public override decimal this[int slot]
    {
        get
        {
            if (values[slot] is not { } list)
            {
                return 0;
            }

            list.Sort();
            return (list[(list.Count - 1) / 2] + list[list.Count / 2]) / 2;
        }
    }

    public override void AddUp(int from, int to) => throw new NotSupportedException("Medians are not added up.");

    public override void Add(int slot, ReadOnlySpan<Placed> records)
    {
        foreach (var (record, member) in records)
        {
            if (Amount(quantity, record) is { } amount)
            {
                for (var groups = member; groups != 0;)
                {
                    (values[slot + Next(ref groups)] ??= []).Add(amount);
                }
            }
        }
    }
}
