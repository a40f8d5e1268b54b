using System.Globalization;
using System.Text.RegularExpressions;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Equity;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Tests.Evidence;

namespace Throughline.Benchmarks.Tests.Measures;

/// <summary>A worked case through the code that makes cells: the table of days, the table of records, the comparison.</summary>
internal static partial class WorkedCases
{
    private const int School = 1;
    private const string Session = "In session: ";

    public static Counts? Count(Measure measure, WorkedCase worked) => measure.Formula switch
    {
        AttendanceFormula formula => OfDays(measure, formula, worked),
        ComparisonFormula formula => Between(formula, worked),
        _ => OfRecords(measure, worked),
    };

    private static Counts OfDays(Measure measure, AttendanceFormula formula, WorkedCase worked)
    {
        var (table, rates) = (new AttendanceTable(1, formula.Test is { } test ? [test] : [], 1), new StudentRates(1, 1));
        var school = new SchoolPeriods(new DaysKept(DayBits.Before(180), DayBits.None), [DayBits.Before(180)]);
        foreach (var row in worked.Rows.Where(r => measure.Eligibility.Includes(worked.Cell(r, "grade"))))
        {
            var (absent, unexcused) = (Number("absent"), worked.Cell(row, "unexcused") is "" ? Number("absent") : Number("unexcused"));
            var bits = new StudentDays(
                DayBits.Before((int)Number("enrolled")), Days(absent), decimal.IsInteger(absent) ? DayBits.None : DayBits.None.With((int)absent, true),
                Days(absent) & ~Days(unexcused), Days(Number("late")), DayBits.None);
            table.Add((new StudentYear(bits, 0, [], false), school));
            rates.Add((new StudentYear(bits, 0, [], false), school));

            decimal Number(string column) => decimal.Parse("0" + worked.Cell(row, column), CultureInfo.InvariantCulture);
        }

        var totals = table.Totals();
        var asked = formula.Test is null ? default : totals[0, 0, 0];
        var session = worked.Before.StartsWith(Session, StringComparison.Ordinal) ? int.Parse(worked.Before[Session.Length..].TrimEnd('.'), CultureInfo.InvariantCulture) : 0;
        return formula.Of(new AttendanceCounts(totals[0, 0], asked.Holds, asked.Concerns, session, rates[0, 0]));

        static DayBits Days(decimal days) => DayBits.Before((int)decimal.Ceiling(days));
    }

    private static Counts? Between(ComparisonFormula formula, WorkedCase worked)
    {
        var sides = worked.Rows.ToDictionary(r => r[0], r => new GroupCount(long.Parse(r[1], CultureInfo.InvariantCulture), long.Parse(r[2], CultureInfo.InvariantCulture)));
        return formula.Between(sides["group"], sides["all"].Without(sides["group"]));
    }

    private static Counts? OfRecords(Measure measure, WorkedCase worked)
    {
        var kind = (measure.Formula as RecordFormula)?.Kind;
        var names = Enrolled(measure, worked);
        var numbers = worked.Rows.Select(r => r[0]).Concat(names.Keys).Distinct().Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i + 1);
        var students = names.Select(n => new Student(numbers[n.Key], [.. n.Value.Select(e => new Enrolment(School, e.Days, e.Grade))], []));
        var records = kind is null ? [] : worked.Rows.Select((row, i) => EvidenceRecord.Read(
            kind, i, School, worked.Cell(row, "day") is { Length: > 0 } day ? Roll.Day(day) : Roll.Day("2025-10-15"), numbers[row[0]],
            [.. kind.Fields.Select(f => worked.Cell(row, f.Id))]) ?? throw new InvalidOperationException($"{measure.Id}: a row does not fit {kind.Id}.")).ToList();
        var table = RecordTable.Of(
            measure, new Population(["all"], students, new Dictionary<int, int>()), records, [Roll.Year], measure.Readings[0]);
        return table.Cells.SingleOrDefault()?.Counts;
    }

    /// <summary>Those the sentence names, else those of the table; a grade in brackets or in a column, else one that counts.</summary>
    private static Dictionary<string, List<(Period Days, string Grade)>> Enrolled(Measure measure, WorkedCase worked)
    {
        var usual = measure.Eligibility.Grades.Count > 0 ? measure.Eligibility.Grades[0] : "";
        return worked.Before.StartsWith("Enrolled: ", StringComparison.Ordinal)
            ? Name().Matches(worked.Before["Enrolled: ".Length..]).ToDictionary(
                m => m.Groups["name"].Value, m => new List<(Period, string)> { (Roll.Year, m.Groups["grade"].Success ? m.Groups["grade"].Value : usual) })
            : worked.Rows.GroupBy(r => r[0]).ToDictionary(
                g => g.Key,
                g => g.Select(r => (
                    worked.Cell(r, "first day") is "" ? Roll.Year : new Period(Roll.Day(worked.Cell(r, "first day")), Roll.Day(worked.Cell(r, "last day"))),
                    worked.Cell(r, "grade") is { Length: > 0 } grade ? grade : usual)).ToList());
    }

    [GeneratedRegex(@"(?<name>[A-Z][a-z]+)( \((?<grade>\w+)\))?")]
    private static partial Regex Name();
}
