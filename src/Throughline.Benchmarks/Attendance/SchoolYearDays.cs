using System.Buffers.Binary;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Attendance;

/// <summary>A day on which a school keeps school, and what is known of it.</summary>
/// <param name="Day">The date.</param>
/// <param name="ArrivedAt">When its attendance first came; null while it has not. The day counts from then on.</param>
/// <param name="Full">Whether it came with a mark for each student. Otherwise who is not named was there.</param>
/// <param name="CancelledAt">When it was found that no school was kept after all.</param>
public readonly record struct SchoolDay(DateOnly Day, DateTimeOffset? ArrivedAt, bool Full, DateTimeOffset? CancelledAt);

/// <summary>The days of a school's year, each at a place that never changes, with what is known of each.</summary>
public sealed class SchoolYearDays
{
    private const int BytesADay = 19;
    private const long Never = long.MinValue;

    /// <summary>1 January 1970; two bytes of days after it reach to 2149.</summary>
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly List<SchoolDay> all;
    private SchoolDays? days;

    /// <param name="days">In the order of their places, each date once, at most <see cref="DayBits.Capacity"/>.</param>
    public SchoolYearDays(IEnumerable<SchoolDay> days)
    {
        all = [.. days];
    }

    public static SchoolYearDays None { get; } = new([]);

    /// <summary>In the order of their places.</summary>
    public IReadOnlyList<SchoolDay> All => all;

    public SchoolDays Days => days ??= new SchoolDays(all.Select(d => d.Day));

    /// <summary>When the latest attendance came; null where none has.</summary>
    public DateTimeOffset? LastArrivedAt => all.Max(d => d.ArrivedAt);

    /// <summary>What was known of the days at an instant, included.</summary>
    public DaysKept KeptAt(DateTimeOffset at)
    {
        Span<ulong> arrived = stackalloc ulong[DayBits.Capacity / 64];
        Span<ulong> full = stackalloc ulong[DayBits.Capacity / 64];
        arrived.Clear();
        full.Clear();
        for (var place = 0; place < all.Count; place++)
        {
            var day = all[place];
            if (day.ArrivedAt <= at && !(day.CancelledAt <= at))
            {
                arrived[place >> 6] |= 1UL << (place & 63);
                full[place >> 6] |= day.Full ? 1UL << (place & 63) : 0;
            }
        }

        return new DaysKept(DayBits.Of(arrived), DayBits.Of(full));
    }

    /// <summary>How many of some days the school meant to keep, as known at an instant.</summary>
    public int ExpectedIn(DayBits days, DateTimeOffset at)
    {
        var count = 0;
        foreach (var place in days)
        {
            count += all[place].CancelledAt <= at ? 0 : 1;
        }

        return count;
    }

    /// <summary>The days as a table asks for them, as known at an instant.</summary>
    public SchoolPeriods In(IEnumerable<Period> periods, DateTimeOffset at) => new(KeptAt(at), periods.Select(Days.In));

    /// <summary>The days as bytes: for each its date, two instants in milliseconds since 1970, and whether it was full.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[all.Count * BytesADay];
        for (var place = 0; place < all.Count; place++)
        {
            var day = all[place];
            var to = bytes.AsSpan(place * BytesADay);
            BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)(day.Day.DayNumber - Epoch));
            BinaryPrimitives.WriteInt64LittleEndian(to[2..], day.ArrivedAt?.ToUnixTimeMilliseconds() ?? Never);
            BinaryPrimitives.WriteInt64LittleEndian(to[10..], day.CancelledAt?.ToUnixTimeMilliseconds() ?? Never);
            to[18] = day.Full ? (byte)1 : (byte)0;
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; other bytes throw.</summary>
    public static SchoolYearDays Read(ReadOnlySpan<byte> bytes)
    {
        var days = new List<SchoolDay>(bytes.Length / BytesADay);
        for (; !bytes.IsEmpty; bytes = bytes[BytesADay..])
        {
            days.Add(new SchoolDay(
                DateOnly.FromDayNumber(Epoch + BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
                Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[2..])),
                bytes[18] != 0,
                Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[10..]))));
        }

        return new SchoolYearDays(days);
    }

    private static DateTimeOffset? Instant(long milliseconds) => milliseconds == Never ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
