using System.Buffers.Binary;

namespace Throughline.Benchmarks.Attendance;

/// <summary>Days on which a student was in a group.</summary>
/// <param name="Group">The group's number, from 0.</param>
/// <param name="Days">The days of membership.</param>
public readonly record struct GroupDays(int Group, DayBits Days);

/// <summary>One student's school year at one school, with the groups: what one row of the store holds.</summary>
/// <param name="Days">The days and their marks.</param>
/// <param name="Groups">A bit for each group the student was in on all days enrolled, by its number, 0 to 31.</param>
/// <param name="Partly">The groups of a part of them, lowest number first; none of them in <paramref name="Groups"/>.</param>
/// <param name="Elsewhere">Whether the student has days at another school in the same year, and is counted once with them above.</param>
public readonly record struct StudentYear(StudentDays Days, uint Groups, GroupDays[] Partly, bool Elsewhere)
{
    /// <summary>What stands before the days: a flag, how many groups are of a part, and the others as bits.</summary>
    internal const int HeadBytes = 6;

    /// <summary>The most bytes that <see cref="Write"/> needs.</summary>
    public const int MostBytes = HeadBytes + (6 * DayBits.MostBytes) + (32 * (1 + DayBits.MostBytes));

    /// <summary>The days on which the student was in a group, as far as the days enrolled go; everyone is in group 0.</summary>
    public DayBits DaysIn(int group)
    {
        if (group == 0 || (Groups & (1u << group)) != 0)
        {
            return Days.Enrolled;
        }

        foreach (var (one, days) in Partly)
        {
            if (one == group)
            {
                return days;
            }
        }

        return DayBits.None;
    }

    /// <summary>Writes it.</summary>
    /// <param name="to">Room for <see cref="MostBytes"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public int Write(Span<byte> to)
    {
        to[0] = Elsewhere ? (byte)1 : (byte)0;
        to[1] = (byte)Partly.Length;
        BinaryPrimitives.WriteUInt32LittleEndian(to[2..], Groups);
        var at = HeadBytes;
        at += Days.Enrolled.Write(to[at..]);
        at += Days.Absent.Write(to[at..]);
        at += Days.Half.Write(to[at..]);
        at += Days.Excused.Write(to[at..]);
        at += Days.Tardy.Write(to[at..]);
        at += Days.Listed.Write(to[at..]);
        foreach (var (group, days) in Partly)
        {
            to[at++] = (byte)group;
            at += days.Write(to[at..]);
        }

        return at;
    }

    /// <summary>Whether there are days elsewhere, how many groups are of a part of the days, and which are of all.</summary>
    internal static (bool Elsewhere, int Partly, uint Groups) Head(ReadOnlySpan<byte> from) =>
        (from[0] != 0, from[1], BinaryPrimitives.ReadUInt32LittleEndian(from[2..]));

    /// <summary>Reads what <see cref="Write"/> wrote; other bytes throw.</summary>
    public static StudentYear Read(ReadOnlySpan<byte> from)
    {
        var (elsewhere, partly, groups) = Head(from);
        from = from[HeadBytes..];
        var days = new StudentDays(
            DayBits.Read(ref from), DayBits.Read(ref from), DayBits.Read(ref from),
            DayBits.Read(ref from), DayBits.Read(ref from), DayBits.Read(ref from));
        if (partly == 0)
        {
            return new StudentYear(days, groups, [], elsewhere);
        }

        var parts = new GroupDays[partly];
        for (var i = 0; i < parts.Length; i++)
        {
            var group = from[0];
            from = from[1..];
            parts[i] = new GroupDays(group, DayBits.Read(ref from));
        }

        return new StudentYear(days, groups, parts, elsewhere);
    }

    public bool Equals(StudentYear other) => Days == other.Days && Groups == other.Groups && Elsewhere == other.Elsewhere
        && Partly.AsSpan().SequenceEqual(other.Partly);

    public override int GetHashCode() => HashCode.Combine(Days, Groups, Elsewhere, Partly.Length);
}
