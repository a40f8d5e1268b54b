using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>Different students: those with a record or, where something is asked of their records together, those of whom it holds.</summary>
internal sealed class StudentTotal(StudentCount quantity, int bit, int slots) : WholeTotal(slots)
{
    /// <summary>A student counts in a group by the records of the days in that group.</summary>
    public override void Add(ReadOnlySpan<int> slots, ReadOnlySpan<Placed> records)
    {
        var (some, all) = (0UL, ulong.MaxValue);
        foreach (ref readonly var placed in records)
        {
            some |= (placed.Quantities & bit) == 0 ? 0 : placed.Groups;
            all &= placed.Groups;
        }

        // In most periods a student's groups do not change: what holds for everyone's bit holds for theirs.
        var whole = some != 0 && IsCounted(records, 0);
        while (some != 0)
        {
            var group = Next(ref some);
            if ((all & (1UL << group)) != 0 ? whole : IsCounted(records, group))
            {
                foreach (var slot in slots)
                {
                    Numbers[slot + group]++;
                }
            }
        }
    }

    /// <summary>Whether what is asked holds of the records in a group, of which at least one counts.</summary>
    private bool IsCounted(ReadOnlySpan<Placed> records, int group)
    {
        foreach (var test in quantity.Having)
        {
            var counted = 0m;
            foreach (ref readonly var placed in records)
            {
                var isIn = (placed.Groups & (1UL << group)) != 0 && (placed.Quantities & bit) != 0;
                counted += isIn && Counts(test.Counted, placed.Record) ? Amount(test.Counted, placed.Record) ?? 0 : 0;
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
internal sealed class RoomTotal(int bit, int slots) : WholeTotal(slots)
{
    private readonly HashSet<(int Slot, int Room)> seen = [];

    public override void Add(ReadOnlySpan<int> slots, ReadOnlySpan<Placed> records)
    {
        foreach (ref readonly var placed in records)
        {
            if (placed.Record.About is { } room && (placed.Quantities & bit) != 0)
            {
                foreach (var slot in slots)
                {
                    Numbers[slot] += seen.Add((slot, room)) ? 1 : 0;
                }
            }
        }
    }
}

/// <summary>The middle of a field's values, which are kept for it.</summary>
internal sealed class MedianTotal(FieldMedian quantity, int bit, int slots) : AmountTotal(quantity, bit)
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

    protected override void Put(int slot, decimal amount) => (values[slot] ??= []).Add(amount);
}
