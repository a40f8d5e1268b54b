using System.Numerics;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>One quantity of a formula, added up in a place for each organization, period and group: a slot.</summary>
internal abstract class Total
{
    /// <summary>Adds the records of one student, or one record about no student, in one period.</summary>
    /// <param name="slots">The slots of everyone in each organization that they count in; the groups' follow each.</param>
    /// <param name="records">At least one.</param>
    public abstract void Add(ReadOnlySpan<int> slots, ReadOnlySpan<Placed> records);

    public abstract decimal this[int slot] { get; }

    /// <summary>Adds what a smaller organization came to.</summary>
    public abstract void AddUp(int from, int to);

    /// <param name="quantity">What is added up.</param>
    /// <param name="bit">The bit of <see cref="Placed.Quantities"/> that says whether a record counts for it.</param>
    /// <param name="slots">How many there are.</param>
    public static Total Of(Quantity quantity, int bit, int slots) => quantity switch
    {
        StudentCount students => new StudentTotal(students, bit, slots),
        RoomCount => new RoomTotal(bit, slots),
        FieldMedian median => new MedianTotal(median, bit, slots),
        Constant constant => new ConstantTotal(constant.Value),
        EnrolledCount => new EnrolledTotal(slots),
        _ => new SumTotal(quantity, bit, slots),
    };

    /// <summary>Whether every condition of a quantity holds of a record.</summary>
    public static bool Counts(Quantity quantity, EvidenceRecord record)
    {
        for (var i = 0; i < quantity.Where.Count; i++)
        {
            if (!quantity.Where[i].Holds(record))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a record that counts adds; null where its field is not known.</summary>
    protected static decimal? Amount(Quantity quantity, EvidenceRecord record) => quantity switch
    {
        FieldSum { Times: { } times } sum => Known(record, sum.Field) * Known(record, times),
        FieldSum sum => Known(record, sum.Field),
        FieldMedian median => Known(record, median.Field),
        _ => 1,
    };

    private static decimal? Known(EvidenceRecord record, RecordField field) => record.Values[field.Place] is { IsKnown: true } value ? value.Number : null;

    /// <summary>The slots of the groups in a mask.</summary>
    protected static int Next(ref ulong mask)
    {
        var group = BitOperations.TrailingZeroCount(mask);
        mask &= mask - 1;
        return group;
    }
}

/// <summary>A record that counts.</summary>
/// <param name="Record">The record.</param>
/// <param name="Groups">A bit for each group its student was in that day; everyone's is set.</param>
/// <param name="Quantities">A bit for each quantity of the formula whose conditions hold of it.</param>
internal readonly record struct Placed(EvidenceRecord Record, ulong Groups, int Quantities);

/// <summary>Counts that are whole numbers.</summary>
internal abstract class WholeTotal(int slots) : Total
{
    protected long[] Numbers { get; } = new long[slots];

    public override decimal this[int slot] => Numbers[slot];

    public override void AddUp(int from, int to) => Numbers[to] += Numbers[from];
}

/// <summary>Students on the roll; counted from the roll and not from records.</summary>
internal sealed class EnrolledTotal(int slots) : WholeTotal(slots)
{
    public void Add(int slot, ulong groups)
    {
        while (groups != 0)
        {
            Numbers[slot + Next(ref groups)]++;
        }
    }

    public override void Add(ReadOnlySpan<int> slots, ReadOnlySpan<Placed> records)
    {
    }
}

/// <summary>What each record that counts adds by itself.</summary>
internal abstract class AmountTotal(Quantity quantity, int bit) : Total
{
    public override void Add(ReadOnlySpan<int> slots, ReadOnlySpan<Placed> records)
    {
        foreach (ref readonly var placed in records)
        {
            if ((placed.Quantities & bit) == 0 || Amount(quantity, placed.Record) is not { } amount)
            {
                continue;
            }

            for (var groups = placed.Groups; groups != 0;)
            {
                var group = Next(ref groups);
                foreach (var slot in slots)
                {
                    Put(slot + group, amount);
                }
            }
        }
    }

    protected abstract void Put(int slot, decimal amount);
}

/// <summary>Records, or a field of theirs. Decimals of at most six places: the order in which they are added makes no difference.</summary>
internal sealed class SumTotal(Quantity quantity, int bit, int slots) : AmountTotal(quantity, bit)
{
    private readonly decimal[] sums = new decimal[slots];

    public override decimal this[int slot] => sums[slot];

    public override void AddUp(int from, int to) => sums[to] += sums[from];

    protected override void Put(int slot, decimal amount) => sums[slot] += amount;
}

internal sealed class ConstantTotal(decimal value) : Total
{
    public override decimal this[int slot] => value;

    public override void AddUp(int from, int to)
    {
    }

    public override void Add(ReadOnlySpan<int> slots, ReadOnlySpan<Placed> records)
    {
    }
}
