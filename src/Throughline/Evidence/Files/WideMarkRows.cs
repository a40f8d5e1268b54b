using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>A row for each student, with a column for each day.</summary>
internal sealed class WideMarkRows : MarkRows
{
    private readonly Dates dates = new();
    private readonly List<(int Column, DateOnly Day, SchoolYear Year)> days = [];
    private readonly List<(SchoolYear Year, int Place, DayMark Mark)> said = [];
    private readonly int student;
    private readonly int school;

    /// <param name="rows">The file.</param>
    /// <param name="refusals">Where refused rows go.</param>
    /// <param name="schools">By code.</param>
    /// <param name="students">By code.</param>
    /// <param name="way">How the file is to be taken.</param>
    /// <param name="student">Where the student stands.</param>
    /// <param name="school">Where the school stands.</param>
    public WideMarkRows(CsvRows rows, Refusals refusals, CodeBook<KnownSchool> schools, CodeBook<int> students, AttendanceWay way, int student, int school)
        : base(rows, refusals, schools, students, way)
    {
        (this.student, this.school) = (student, school);
        for (var column = 0; column < rows.Header.Count; column++)
        {
            if (dates.TryRead(rows.Header[column], out var day))
            {
                days.Add((column, day, SchoolYear.Of(day)));
            }
        }

        if (days.Count == 0)
        {
            // Nothing is known yet of how it says the day.
            _ = SheetWords.Need(rows, "date", ImportTexts.ColumnDate);
        }

        if (days.GroupBy(d => d.Day).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new Problem(ImportTexts.ColumnTwice.With(rows.Name, rows.Header[twice.First().Column]));
        }
    }

    public override bool IsWide => true;

    public override IEnumerable<string> Notes
    {
        get
        {
            yield return (Way.Exceptions ? ImportTexts.ShapeWideExceptions : ImportTexts.ShapeWide).With(days.Count, dates.Words);
            var used = days.Select(d => d.Column).Append(student).Append(school).ToHashSet();
            if (used.Count < Rows.Header.Count)
            {
                yield return ImportTexts.ColumnsUnused.With(string.Join(", ", Rows.Header.Where((_, i) => !used.Contains(i)).Take(20)));
            }
        }
    }

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

        // A row with a cell at fault is refused whole, so what it says is held back to its end.
        said.Clear();
        var isGood = true;
        foreach (var (column, day, year) in days)
        {
            if (Rows[column].IsEmpty)
            {
                continue;
            }

            if (!TryMark(column, out var mark))
            {
                isGood = false;
            }
            else if (mark == DayMark.Unknown)
            {
                continue;
            }
            else if (where.PlaceOf(day) is not (>= 0 and var place))
            {
                isGood = Refuse(column, ImportTexts.NoSchoolDay);
            }
            else if (IsSecond && where.MarksOf(year).Of(who).IsTwofold(place))
            {
                isGood = Refuse(column, ImportTexts.TwoMarks);
            }
            else
            {
                said.Add((year, place, mark));
            }
        }

        if (!isGood)
        {
            return;
        }

        if (Way.Exceptions && Schools.Add(where))
        {
            days.ForEach(d => where.Name(d.Day));
        }

        foreach (var (year, place, mark) in said)
        {
            Put(where, year, who, place, mark);
        }
    }
}
