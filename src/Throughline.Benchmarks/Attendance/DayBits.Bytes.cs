using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Throughline.Benchmarks.Attendance;

/// <summary>
/// How a set of days is kept: whichever of three forms is shortest, as the first byte says. 0 to 32: that many bytes with a
/// bit for each day, lowest day first. 64 and more: that many places less 64, a byte each, lowest first. 255: the first and
/// the last place of days without a gap. A year without absences takes one byte, a student's enrolment three.
/// </summary>
public readonly partial record struct DayBits
{
    /// <summary>The most bytes that <see cref="Write"/> needs.</summary>
    public const int MostBytes = 33;

    private const byte Places0 = 64;
    private const byte Run = 255;

    /// <summary>Writes the set.</summary>
    /// <param name="to">Room for <see cref="MostBytes"/>.</param>
    /// <returns>How many bytes were written, 1 to 33.</returns>
    public int Write(Span<byte> to)
    {
        var count = Count;
        var (first, last) = (First, Last);
        if (count > 2 && last - first + 1 == count)
        {
            (to[0], to[1], to[2]) = (Run, (byte)first, (byte)last);
            return 3;
        }

        var length = count == 0 ? 0 : (last / 8) + 1;
        if (count < length)
        {
            to[0] = (byte)(Places0 + count);
            var at = 1;
            foreach (var place in Places())
            {
                to[at++] = (byte)place;
            }

            return at;
        }

        Span<byte> all = stackalloc byte[32];
        for (var i = 0; i < 4; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(all[(8 * i)..], words[i]);
        }

        to[0] = (byte)length;
        all[..length].CopyTo(to[1..]);
        return length + 1;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="from">Starts with the set; what follows it is left. Bytes that are no set throw.</param>
    public static DayBits Read(ref ReadOnlySpan<byte> from)
    {
        var form = from[0];
        if (form == 0)
        {
            from = from[1..];
            return None;
        }

        if (form == Run)
        {
            var bits = Before(from[2] + 1) & ~Before(from[1]);
            from = from[3..];
            return bits;
        }

        if (form >= Places0)
        {
            Span<ulong> bits = stackalloc ulong[4];
            bits.Clear();
            var places = from.Slice(1, form - Places0);
            foreach (var place in places)
            {
                bits[place >> 6] |= 1UL << (place & 63);
            }

            from = from[(places.Length + 1)..];
            return Of(bits);
        }

        Span<byte> all = stackalloc byte[32];
        all.Clear();
        from.Slice(1, form).CopyTo(all);
        from = from[(form + 1)..];
        return new DayBits(Vector256.Create(
            BinaryPrimitives.ReadUInt64LittleEndian(all),
            BinaryPrimitives.ReadUInt64LittleEndian(all[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(all[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(all[24..])));
    }

    /// <summary>Passes by a set.</summary>
    /// <param name="from">Starts with the set; what follows it is left.</param>
    /// <returns>The empty set.</returns>
    internal static DayBits Pass(ref ReadOnlySpan<byte> from)
    {
        var form = from[0];
        from = from[(form == Run ? 3 : form >= Places0 ? form - Places0 + 1 : form + 1)..];
        return None;
    }

    /// <summary>The lowest place that is in; of no meaning for an empty set.</summary>
    private int First
    {
        get
        {
            var word = 0;
            while (word < 3 && words[word] == 0)
            {
                word++;
            }

            return (64 * word) + BitOperations.TrailingZeroCount(words[word]);
        }
    }

    /// <summary>The highest place that is in; of no meaning for an empty set.</summary>
    private int Last
    {
        get
        {
            var word = 3;
            while (word > 0 && words[word] == 0)
            {
                word--;
            }

            return (64 * word) + 63 - BitOperations.LeadingZeroCount(words[word]);
        }
    }
}
