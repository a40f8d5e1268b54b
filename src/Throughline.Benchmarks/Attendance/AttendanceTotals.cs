namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// Sums by group and period, of a school, a district or a state. Students who are in neither of two totals can be added by
/// adding the totals; whoever has days in both is added as one student (<see cref="AttendanceTable.Add"/>).
/// </summary>
/// <param name="periods">How many periods there are.</param>
/// <param name="tests">How many tests.</param>
/// <param name="groups">How many groups.</param>
public sealed class AttendanceTotals(int periods, int tests, int groups) : IEquatable<AttendanceTotals>
{
    private readonly int things = AttendanceTable.Base + (2 * tests);
    private readonly long[] sums = new long[groups * (AttendanceTable.Base + (2 * tests)) * periods];

    public int Periods => periods;

    public int Groups => groups;

    /// <summary>The sums of one group in one period, by their places in what was asked; other places throw.</summary>
    public AttendanceSums this[int group, int period] => new(
        At(group, period, 0), At(group, period, 1), At(group, period, 2), At(group, period, 3), At(group, period, 4));

    /// <summary>Of how many students a test was asked, and for how many it holds.</summary>
    public (long Holds, long Concerns) this[int group, int period, int test]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unchecked((uint)test), (uint)tests, nameof(test));
            return (At(group, period, AttendanceTable.Base + (2 * test) + 1), At(group, period, AttendanceTable.Base + (2 * test)));
        }
    }

    /// <summary>Totals of the same shape with nothing in them.</summary>
    public AttendanceTotals Nothing() => new(periods, tests, groups);

    /// <summary>Adds totals of the same shape, times +1 or -1.</summary>
    public void Add(AttendanceTotals other, int times)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += times * other.sums[i];
        }
    }

    /// <summary>Adds sums of a table, whose periods stand in rows of a width.</summary>
    internal void Add(ReadOnlySpan<int> table, int width, int times)
    {
        var at = 0;
        for (var row = 0; row < table.Length; row += width)
        {
            foreach (var sum in table.Slice(row, periods))
            {
                sums[at++] += times * sum;
            }
        }
    }

    /// <summary>The sums as bytes: seven bits of a number in each, and how many zeros follow after each zero.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte>(sums.Length);
        for (var i = 0; i < sums.Length; i++)
        {
            Put(bytes, sums[i]);
            if (sums[i] == 0)
            {
                var zeros = sums.AsSpan(i + 1).IndexOfAnyExcept(0L) is var next && next < 0 ? sums.Length - i - 1 : next;
                Put(bytes, zeros);
                i += zeros;
            }
        }

        return [.. bytes];
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote of totals of the same shape; other bytes throw.</summary>
    public static AttendanceTotals Read(ReadOnlySpan<byte> bytes, int periods, int tests, int groups)
    {
        var totals = new AttendanceTotals(periods, tests, groups);
        for (var i = 0; i < totals.sums.Length; i++)
        {
            var sum = Take(ref bytes);
            totals.sums[i] = sum;
            i += sum == 0 ? (int)Take(ref bytes) : 0;
        }

        return bytes.IsEmpty ? totals : throw new ArgumentException("The bytes are totals of another shape.", nameof(bytes));
    }

    public bool Equals(AttendanceTotals? other) => other is not null && groups == other.Groups && periods == other.Periods && sums.AsSpan().SequenceEqual(other.sums);

    public override bool Equals(object? obj) => Equals(obj as AttendanceTotals);

    public override int GetHashCode() => HashCode.Combine(groups, periods, sums.Length > 0 ? sums[0] : 0);

    private long At(int group, int period, int what)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unchecked((uint)group), (uint)groups, nameof(group));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unchecked((uint)period), (uint)periods, nameof(period));
        return sums[(((group * things) + what) * periods) + period];
    }

    /// <summary>Numbers from 0; a sum below 0 would be students taken away who were never added.</summary>
    private static void Put(List<byte> bytes, long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        while (number > 127)
        {
            bytes.Add((byte)((number & 127) | 128));
            number >>= 7;
        }

        bytes.Add((byte)number);
    }

    private static long Take(ref ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[0];
            bytes = bytes[1..];
            number |= (long)(b & 127) << shift;
            if (b < 128)
            {
                return number;
            }
        }
    }
}
