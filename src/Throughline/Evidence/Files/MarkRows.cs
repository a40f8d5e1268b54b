using System.Text;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>How a file of attendance is to be taken.</summary>
/// <param name="Exceptions">It names only who was absent or late; everyone else was there on its days.</param>
/// <param name="FirstDay">A file of exceptions is about all days from this one on, at the schools that it names.</param>
/// <param name="LastDay">To this one, included.</param>
public sealed record AttendanceWay(bool Exceptions = false, DateOnly? FirstDay = null, DateOnly? LastDay = null);

/// <summary>
/// Folds the rows of a file into the marks of its schools. What a row says of a day may be contradicted by a later one; then
/// the file is read again, and each such row is refused, the first as well.
/// </summary>
internal abstract class MarkRows(CsvRows rows, Refusals refusals, CodeBook<KnownSchool> schools, CodeBook<int> students, AttendanceWay way)
{
    private readonly CodeBook<DayMark> marks = new(SheetWords.All("marks").ToDictionary(
        w => w.Key, w => Enum.Parse<DayMark>(w.Value), StringComparer.OrdinalIgnoreCase));

    private bool isLocal;
    private KnownSchool? lastSchool;

    /// <summary>Schools that the file names.</summary>
    public HashSet<KnownSchool> Schools { get; } = [];

    /// <summary>Whether two rows contradict each other.</summary>
    public bool IsTwofold { get; private set; }

    /// <summary>Whether anybody is said to have been there.</summary>
    public bool AnyPresent { get; private set; }

    public bool AnyMark { get; private set; }

    public abstract IEnumerable<string> Notes { get; }

    /// <summary>Whether a row can say several things, so that what became of it is what became of the student.</summary>
    public abstract bool IsWide { get; }

    protected CsvRows Rows => rows;

    protected AttendanceWay Way => way;

    /// <summary>Whether a row that contradicts another is refused now.</summary>
    protected bool IsSecond { get; private set; }

    /// <summary>The reader for a file by its headings.</summary>
    public static MarkRows Of(CsvRows rows, Refusals refusals, CodeBook<KnownSchool> schools, CodeBook<int> students, AttendanceWay way, bool isSecond)
    {
        var columns = (Student: LocalNumbers.Column(rows), School: SheetWords.Need(rows, "school", ImportTexts.ColumnSchool));
        MarkRows its;
        if (SheetWords.Find(rows, "date") is >= 0 and var date)
        {
            its = new LongMarkRows(rows, refusals, schools, students, way, [columns.Student.Column, columns.School, date, SheetWords.Need(rows, "mark", ImportTexts.ColumnMark)]);
        }
        else
        {
            its = new WideMarkRows(rows, refusals, schools, students, way, columns.Student.Column, columns.School);
        }

        (its.IsSecond, its.isLocal) = (isSecond, columns.Student.IsLocal);
        return its;
    }

    /// <summary>Takes the current row, or refuses it.</summary>
    public abstract void Take();

    protected bool TryStudent(int column, KnownSchool school, out int student)
    {
        var code = rows[column];
        if (isLocal && code.Length > 0)
        {
            code = (byte[])[.. school.LocalStart, .. code];
        }

        return students.TryFind(code, out student) || Refuse(column, code.IsEmpty ? ImportTexts.StudentMissing : ImportTexts.StudentUnknown);
    }

    protected bool TrySchool(int column, out KnownSchool school)
    {
        var isKnown = schools.TryFind(rows[column], out var found);
        school = found!;
        return isKnown || Refuse(column, ImportTexts.SchoolUnknown);
    }

    /// <summary>What a cell says; not submitted is <see cref="DayMark.Unknown"/>.</summary>
    protected bool TryMark(int column, out DayMark mark)
    {
        var cell = rows[column];
        if (!marks.TryFind(cell, out mark) && !TryWords(cell, out mark))
        {
            return Refuse(column, cell.IsEmpty ? ImportTexts.MarkMissing : ImportTexts.MarkUnknown);
        }

        return mark != DayMark.Unknown || !way.Exceptions || Refuse(column, ImportTexts.MarkNotSubmitted);
    }

    /// <summary>Records a mark. At the second reading a day of two marks refuses the row.</summary>
    protected void Put(KnownSchool school, SchoolYear year, int student, int place, DayMark mark)
    {
        if (!ReferenceEquals(school, lastSchool))
        {
            Schools.Add(lastSchool = school);
        }

        AnyMark = true;
        AnyPresent |= mark == DayMark.Present;
        IsTwofold |= !school.MarksOf(year).Of(student).TryPut(place, mark);
    }

    protected bool Refuse(int column, string reason, string? found = null)
    {
        refusals.Add(new Refusal(rows.Line, column < 0 ? "" : rows.Header[column], found ?? rows.Text(column), reason));
        return false;
    }

    /// <summary>A mark in several words, or with signs between its letters: "Absent - excused".</summary>
    private static bool TryWords(ReadOnlySpan<byte> cell, out DayMark mark)
    {
        mark = default;
        return cell.Length is > 1 and < 64 && SheetWords.Meaning("marks", Encoding.UTF8.GetString(cell)) is { } meaning && Enum.TryParse(meaning, out mark);
    }
}
