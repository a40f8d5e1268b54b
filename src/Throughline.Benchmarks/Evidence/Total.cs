using System.Numerics;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>One quantity of a formula, added up in a place for each organization, period and group: a slot.</summary>
internal abstract class Total
{
    /// <summary>Adds the records of one student, or one record about no student, in one period.</summary>
    /// <param name="slot">The slot of everyone; the groups' follow it.</param>
    /// <param name="records">At least one.</param>
    public abstract void Add(int slot, ReadOnlySpan<Placed> records);

    public abstract decimal this[int slot] { get; }

    /// <summary>Adds what a smaller organization came to.</summary>
    public abstract void AddUp(int from, int to);

    public static Total Of(Quantity quantity, int slots) => quantity switch
    {
        StudentCount students => new StudentTotal(students, slots),
        RoomCount rooms => new RoomTotal(rooms, slots),
        FieldMedian median => new MedianTotal(median, slots),
        Constant constant => new ConstantTotal(constant.Value),
        EnrolledCount => new EnrolledTotal(slots),
        _ => new SumTotal(quantity, slots),
    };

    /// <summary>What a record adds; null where it does not count.</summary>
    protected static decimal? Amount(Quantity quantity, EvidenceRecord record)
    {
        foreach (var condition in quantity.Where)
        {
            if (!condition.Holds(record))
            {
                return null;
            }
        }

        return quantity switch
        {
            FieldSum { Times: { } times } sum => Known(record, sum.Field) * Known(record, times),
            FieldSum sum => Known(record, sum.Field),
            FieldMedian median => Known(record, median.Field),
            _ => 1,
        };
    }

    private static decimal? Known(EvidenceRecord record, RecordField field) => record.Values[field.Place] is { IsKnown: true } value ? value.Number : null;

    /// <summary>The slots of the groups in a mask.</summary>
    protected static int Next(ref ulong mask)
    {
        var group = BitOperations.TrailingZeroCount(mask);
        mask &= mask - 1;
        return group;
    }
}

/// <summary>A record with the groups its student was in that day; everyone's bit is set.</summary>
internal readonly record struct Placed(EvidenceRecord Record, ulong Groups);

/// <summary>Counts that are whole numbers.</summary>
internal abstract class WholeTotal(int slots) : Total
{
    protected long[] Counts { get; } = new long[slots];

    public override decimal this[int slot] => Counts[slot];

    public override void AddUp(int from, int to) => Counts[to] += Counts[from];
}

/// <summary>Students on the roll; counted from the roll and not from records.</summary>
internal sealed class EnrolledTotal(int slots) : WholeTotal(slots)
{
    public void Add(int slot, ulong groups)
    {
        while (groups != 0)
        {
            Counts[slot + Next(ref groups)]++;
        }
    }

    public override void Add(int slot, ReadOnlySpan<Placed> records)
    {
    }
}

/// <summary>Records, or a field of theirs. Decimals of at most six places: the order in which they are added makes no difference.</summary>
internal sealed class SumTotal(Quantity quantity, int slots) : Total
{
    private readonly decimal[] sums = new decimal[slots];

    public override decimal this[int slot] => sums[slot];

    public override void AddUp(int from, int to) => sums[to] += sums[from];

    public override void Add(int slot, ReadOnlySpan<Placed> records)
    {
        foreach (var (record, member) in records)
        {
            if (Amount(quantity, record) is { } amount)
            {
                for (var groups = member; groups != 0;)
                {
                    sums[slot + Next(ref groups)] += amount;
                }
            }
        }
    }
}

internal sealed class ConstantTotal(decimal value) : Total
{
    public override decimal this[int slot] => value;

    public override void AddUp(int from, int to)
    {
    }

    public override void Add(int slot, ReadOnlySpan<Placed> records)
    {
    }
}
