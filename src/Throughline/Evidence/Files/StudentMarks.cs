using Throughline.Benchmarks.Attendance;

namespace Throughline.Evidence.Files;

/// <summary>
/// One student's marks of a school year as a file says them: three bits a day, 0 where it says nothing. Rows of the file are
/// folded into it as they are read, so memory is that of the students, however many rows there are.
/// </summary>
internal sealed class StudentMarks
{
    private const int Words = DayBits.Capacity / 64;

    private readonly ulong[] bits = new ulong[3 * Words];
    private ulong[]? twofold;

    /// <summary>Records a mark; false where another stands there already.</summary>
    /// <param name="place">0 to 255.</param>
    /// <param name="mark">Not <see cref="DayMark.Unknown"/>.</param>
    public bool TryPut(int place, DayMark mark)
    {
        var (word, shift) = (place >> 6, place & 63);
        var before = ((bits[word] >> shift) & 1) | (((bits[Words + word] >> shift) & 1) << 1) | (((bits[(2 * Words) + word] >> shift) & 1) << 2);
        if (before != 0)
        {
            if (before == (ulong)mark)
            {
                return true;
            }

            (twofold ??= new ulong[Words])[word] |= 1UL << shift;
            return false;
        }

        var value = (ulong)mark;
        bits[word] |= (value & 1) << shift;
        bits[Words + word] |= ((value >> 1) & 1) << shift;
        bits[(2 * Words) + word] |= (value >> 2) << shift;
        return true;
    }

    /// <summary>Whether the file gave two marks for the day.</summary>
    public bool IsTwofold(int place) => twofold is not null && (twofold[place >> 6] & (1UL << (place & 63))) != 0;

    /// <summary>Forgets the marks, and keeps which days were given two.</summary>
    public void Clear() => Array.Clear(bits);

    /// <summary>As sets of days.</summary>
    public StudentDays ToDays()
    {
        var (a, b, c) = (DayBits.Of(bits.AsSpan(0, Words)), DayBits.Of(bits.AsSpan(Words, Words)), DayBits.Of(bits.AsSpan(2 * Words, Words)));
        // The numbers of the marks: 1 present, 2 tardy, 3 half excused, 4 half unexcused, 5 excused, 6 unexcused.
        return new StudentDays(DayBits.None, c | (a & b), (a & b) | (c & ~a & ~b), a & (b | c), b & ~a & ~c, a | b | c);
    }
}

/// <summary>The marks of one school year at a school, as a file says them.</summary>
internal sealed class SchoolYearMarks
{
    private readonly Dictionary<int, StudentMarks> students = [];

    public IReadOnlyDictionary<int, StudentMarks> Students => students;

    /// <summary>Days that the file is about although it may name nobody on them.</summary>
    public DayBits Named { get; set; }

    /// <summary>Forgets what the file said, and keeps which days it gave two marks for.</summary>
    public void Clear()
    {
        Named = DayBits.None;
        foreach (var one in students.Values)
        {
            one.Clear();
        }
    }

    public StudentMarks Of(int student)
    {
        if (!students.TryGetValue(student, out var marks))
        {
            students[student] = marks = new StudentMarks();
        }

        return marks;
    }
}
