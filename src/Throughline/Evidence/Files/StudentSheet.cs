using Throughline.Benchmarks.Calendar;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>What a row says of a student.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Student">The student's number.</param>
/// <param name="School">The school's id.</param>
/// <param name="First">The first day on the roll.</param>
/// <param name="Last">The last, included; null while it lasts.</param>
/// <param name="Grade">Null where it does not say.</param>
/// <param name="IsEnrolled">Not where the student had left by then and it is not said when.</param>
/// <param name="Groups">By what is asked (race, disability): the group, or nothing where the student is in none.</param>
/// <param name="Span">The days for which the groups hold.</param>
internal sealed record StudentRow(
    long Line, string Student, int School, DateOnly First, DateOnly? Last, string? Grade, bool IsEnrolled, IReadOnlyDictionary<string, string> Groups, (DateOnly First, DateOnly? Last) Span);

/// <summary>
/// Reads a sheet of students: a state's file by its element names, or any sheet with plain headings. A cell that says nothing
/// leaves what is known as it is; a word that is not known refuses the row.
/// </summary>
internal sealed class StudentSheet
{
    private static readonly string[] Facets = ["race", "hispanic", "sex", "english_learner", "disability", "low_income", "high_needs"];

    private readonly CsvRows rows;
    private readonly Refusals refusals;
    private readonly Places places;
    private readonly SchoolYear? givenYear;
    private readonly Dates dates = new();
    private readonly Dictionary<string, int> columns;
    private readonly bool isLocal;

    /// <param name="rows">The file.</param>
    /// <param name="places">The schools.</param>
    /// <param name="year">The school year that the file is of; null where its rows say when.</param>
    /// <param name="refusals">Where refused rows go.</param>
    public StudentSheet(CsvRows rows, Places places, SchoolYear? year, Refusals refusals)
    {
        (this.rows, this.places, givenYear, this.refusals) = (rows, places, year, refusals);
        columns = ((string[])["grade", "entry", "exit", "status", "year", .. Facets]).ToDictionary(c => c, c => SheetWords.Find(rows, c), StringComparer.Ordinal);
        (columns["student"], isLocal) = LocalNumbers.Column(rows);
        columns["school"] = SheetWords.Need(rows, "school", ImportTexts.ColumnSchool);
        if (year is null && columns["entry"] < 0 && columns["year"] < 0)
        {
            throw new Problem(ImportTexts.StudentsWithoutDates.With(rows.Name));
        }
    }

    public long Rows { get; private set; }

    /// <summary>How many rows are of students who had left, without a day on which they did.</summary>
    public long LeftUndated { get; private set; }

    public IEnumerable<string> Notes
    {
        get
        {
            yield return ImportTexts.ColumnsUsed.With(string.Join(", ", columns.Where(c => c.Value >= 0).OrderBy(c => c.Value).Select(c => $"{rows.Header[c.Value]} = {c.Key.Replace('_', ' ')}")));
            if (rows.Header.Where((_, i) => !columns.ContainsValue(i)).Take(20).ToList() is { Count: > 0 } unused)
            {
                yield return ImportTexts.ColumnsUnused.With(string.Join(", ", unused));
            }

            if (LeftUndated > 0)
            {
                yield return ImportTexts.LeftUndated.With(LeftUndated);
            }
        }
    }

    /// <summary>The next good row; null at the end.</summary>
    public StudentRow? Next()
    {
        while (rows.Read())
        {
            Rows++;
            if (rows.Fault is { } fault)
            {
                refusals.Add(new Refusal(rows.Line, "", rows.Raw, fault));
            }
            else if (Take() is { } row)
            {
                return row;
            }
        }

        return Rows > 0 ? null : throw new Problem(ImportTexts.FileNoRows.With(rows.Name));
    }

    private StudentRow? Take()
    {
        var number = rows.Text(columns["student"]);
        if (number.Length == 0 || SheetWords.IsBlank(number) || number.Any(char.IsControl))
        {
            return Refuse("student", ImportTexts.StudentMissing);
        }

        if (places.WithCode(rows.Text(columns["school"])) is not { } school || !places.IsSchool(school))
        {
            return Refuse("school", ImportTexts.SchoolUnknown);
        }

        if (!TryYear(out var year) || !TryDay("entry", out var entry) || !TryDay("exit", out var exit) || !TryGroups(out var groups)
            || !TryWord("grade", ImportTexts.GradeUnknown, out var grade) || !TryWord("status", ImportTexts.StatusUnknown, out var status))
        {
            return null;
        }

        if ((entry ?? year?.Start) is not { } first)
        {
            return Refuse("entry", ImportTexts.EntryMissing);
        }

        if (exit < first)
        {
            return Refuse("exit", ImportTexts.ExitBeforeEntry);
        }

        // A file without a first day is of its school year alone; one with it says when it ends.
        var last = exit ?? (entry is null ? year?.End : null);
        var isUndated = status == "left" && exit is null;
        LeftUndated += isUndated ? 1 : 0;
        return new StudentRow(
            rows.Line, LocalNumbers.Code(isLocal, places, school, number), school, first, last, grade is "" ? null : grade, !isUndated, groups,
            year is { } its ? (its.Start, its.End) : (first, last));
    }

    private bool TryYear(out SchoolYear? year)
    {
        year = givenYear;
        if (Cell("year") is not { } text)
        {
            return true;
        }

        if (!SchoolYear.TryParse(text, out var said))
        {
            return Refuse("year", ImportTexts.SchoolYearUnreadable) is not null;
        }

        year = said;
        return givenYear is null || givenYear == said || Refuse("year", ImportTexts.AnotherYear.With(givenYear)) is not null;
    }

    private bool TryDay(string column, out DateOnly? day)
    {
        day = null;
        if (Cell(column) is null)
        {
            return true;
        }

        if (!dates.TryRead(rows[columns[column]], out var read))
        {
            return Refuse(column, ImportTexts.DateUnreadable.With(dates.Words)) is not null;
        }

        day = read;
        return true;
    }

    private bool TryGroups(out IReadOnlyDictionary<string, string> groups)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        groups = said;
        foreach (var facet in Facets)
        {
            if (!TryWord(facet, ImportTexts.WordUnknown, out var group))
            {
                return false;
            }

            if (group is not null)
            {
                said[facet] = group;
            }
        }

        // Whoever is Hispanic is counted so, whatever the race.
        if (said.Remove("hispanic", out var hispanic) && hispanic.Length > 0)
        {
            said["race"] = hispanic;
        }

        return true;
    }

    /// <summary>What a cell means; null where it says nothing.</summary>
    private bool TryWord(string column, string reason, out string? meaning)
    {
        meaning = null;
        if (Cell(column) is not { } text)
        {
            return true;
        }

        meaning = SheetWords.Meaning(column, text);
        return meaning is not null || Refuse(column, reason) is not null;
    }

    private string? Cell(string column) =>
        columns[column] is >= 0 and var index && rows.Text(index) is var text && !SheetWords.IsBlank(text) ? text : null;

    private StudentRow? Refuse(string column, string reason)
    {
        var index = columns[column];
        refusals.Add(new Refusal(rows.Line, index < 0 ? "" : rows.Header[index], index < 0 ? "" : rows.Text(index), reason));
        return null;
    }
}
