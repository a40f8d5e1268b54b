using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>A row for each student and day.</summary>
internal sealed class LongMarkRows : MarkRows
{
    private readonly Dates dates = new();
    private readonly int student;
    private readonly int school;
    private readonly int date;
    private readonly int mark;

    /// <param name="rows">The file.</param>
    /// <param name="refusals">Where refused rows go.</param>
    /// <param name="schools">By code.</param>
    /// <param name="students">By code.</param>
    /// <param name="way">How the file is to be taken.</param>
    /// <param name="columns">Where student, school, date and mark stand.</param>
    public LongMarkRows(CsvRows rows, Refusals refusals, CodeBook<KnownSchool> schools, CodeBook<int> students, AttendanceWay way, int[] columns)
        : base(rows, refusals, schools, students, way)
    {
        (student, school, date, mark) = (columns[0], columns[1], columns[2], columns[3]);
    }

    public override bool IsWide => false;

    public override IEnumerable<string> Notes =>
    [
        ImportTexts.ShapeLong.With(dates.Words),
        ImportTexts.ColumnsUsed.With(string.Join(", ", ((string[])["student", "school", "date", "code"]).Zip([student, school, date, mark], (name, at) => $"{Rows.Header[at]} = {name}"))),
    ];

    public override void Take()
    {
        if (Rows.Fault is { } fault)
        {
            Refuse(-1, fault, Rows.Raw);
            return;
        }

        if (!TrySchool(school, out var where) || !TryStudent(student, where, out var who))
        {
            return;
        }

        if (!dates.TryRead(Rows[date], out var day))
        {
            Refuse(date, ImportTexts.DateUnreadable.With(dates.Words));
            return;
        }

        if (where.PlaceOf(day) is not (>= 0 and var place))
        {
            Refuse(date, ImportTexts.NoSchoolDay);
            return;
        }

        if (!TryMark(mark, out var what))
        {
            return;
        }

        var year = SchoolYear.Of(day);
        if (IsSecond && where.MarksOf(year).Of(who).IsTwofold(place))
        {
            Refuse(mark, ImportTexts.TwoMarks);
        }
        else if (what != DayMark.Unknown)
        {
            Put(where, year, who, place, what);
        }
    }
}
