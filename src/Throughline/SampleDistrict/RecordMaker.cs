using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;

namespace Throughline.SampleDistrict;

/// <summary>Makes the records of one benchmark of a school, so that its figures come out of them.</summary>
/// <param name="school">The school's code.</param>
/// <param name="roll">Everybody who was at the school in the two years.</param>
/// <param name="absences">Their marks that are not "there".</param>
/// <param name="dice">For what no figure says.</param>
internal sealed class RecordMaker(
    string school, IReadOnlyList<Pupil> roll, IReadOnlyDictionary<Pupil, IReadOnlyDictionary<DateOnly, DayMark>> absences, Dice dice)
{
    private const int Rooms = 31;
    private const int LongestTerm = 120;

    private static readonly string[] Courses = ["ela", "math", "science", "social_studies"];

    /// <param name="benchmark">With its figures.</param>
    /// <param name="formula">What its measure counts.</param>
    public IEnumerable<SampleRecord> Of(BenchmarkFile benchmark, RecordFormula formula)
    {
        var place = 0;
        HashSet<Pupil>? asked = null, yes = null;
        foreach (var figure in benchmark.Figures.Where(f => f.Counts is not null))
        {
            var days = Days(figure.Days());
            var (above, below) = (Part(figure, 0), Part(figure, 1));
            var what = $"{school} {benchmark.Code} {figure.Period}";
            IEnumerable<(DateOnly Day, Pupil? Student, string? Room, string[] Fields)> made;
            switch (formula.Kind.Id)
            {
                case "survey":
                    made = figure.Counts!.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (days[^1], (Pupil?)null, (string?)null, Filled(
                        formula, false, ("favourable", Text(c.Value[0])), ("answers", Text(c.Value[1])), ("group", c.Key == StudentGroup.All ? "" : c.Key))));
                    break;
                case "observation":
                    made = Visits(formula, days, above[StudentGroup.All], below[StudentGroup.All]);
                    break;
                case "family_contact":
                    made = Contacts(formula, figure.Days(), above, below, what);
                    break;
                default:
                    var there = roll.Where(p => p.IsAt(school, new Period(days[0], days[^1]))).Select(p => (p, p.GroupsIn(SchoolYear.Of(days[0])))).ToList();
                    asked = formula.Denominator is EnrolledCount ? null : new GroupPick<Pupil>(there, dice).Of(below, asked, what);
                    yes = new GroupPick<Pupil>([.. there.Where(p => asked?.Contains(p.p) != false)], dice).Of(above, yes, what);
                    var (some, isYes) = (asked ?? yes, yes);
                    made = roll.Where(some.Contains).SelectMany(p => OfStudent(formula, p, isYes.Contains(p), days));
                    break;
            }

            foreach (var (day, student, room, fields) in made)
            {
                place++;
                yield return new SampleRecord(
                    formula.Kind.Id, school, $"{benchmark.Code}/{Text(place)}", day, student, room, fields, figure.On, figure.At);
            }
        }
    }

    /// <summary>What else happens at a school: some incidents each month, none of them a suspension.</summary>
    public IEnumerable<SampleRecord> Incidents(SchoolYear year)
    {
        var kind = RecordKinds.Default.Find("incident")!;
        string[] responses = ["conference", "detention", "none", "other"];
        var categories = kind.Field("category")!.Codes;
        var place = 0;
        foreach (var month in DefaultCalendar.For(year).Each(Cadence.Month).Where(m => m.End < SampleClock.LastLoad))
        {
            var days = Days(month);
            var there = roll.Where(p => p.IsAt(school, new Period(days[0], days[^1]))).ToList();
            for (var left = (there.Count / 25) + dice.Between(-3, 3); left > 0; left--)
            {
                var day = days[dice.Between(0, days.Count - 1)];
                string[] fields = [categories[dice.Between(0, 3)], responses[dice.Between(0, responses.Length - 1)], ""];
                yield return new SampleRecord(kind.Id, school, $"incident/{Text(++place)}", day, there[dice.Between(0, there.Count - 1)], null, fields, day, null);
            }
        }
    }

    /// <summary>The fields of a record of a kind that a formula counts, above the line or below it alone.</summary>
    public static string[] Filled(RecordFormula formula, bool isYes, params ReadOnlySpan<(string Field, string Text)> more)
    {
        var fields = formula.Kind.Fields.Select(_ => "").ToArray();
        foreach (var condition in formula.Filter.Concat(isYes ? [] : formula.Denominator?.Where ?? []).Concat(isYes ? formula.Numerator.Where : []))
        {
            fields[condition.Field.Place] = Fulfilling(condition);
        }

        foreach (var (field, text) in more)
        {
            fields[formula.Kind.Field(field)!.Place] = text;
        }

        return fields;
    }

    /// <summary>The least that fulfils a condition: of "at least 3" the 3, of "known" a no or the lowest.</summary>
    private static string Fulfilling(Condition condition) => condition.Operator switch
    {
        Operator.Known => condition.Field.Type == FieldType.YesNo ? "no" : condition.Field.Id == "level" ? "1" : "0",
        _ when condition.Field.Type == FieldType.YesNo => condition.Values[0].Number == 1 ? "yes" : "no",
        Operator.Above => Text((long)condition.Values[0].Number + 1),
        _ => condition.Values[0].Text ?? Text((long)condition.Values[0].Number),
    };

    private IEnumerable<(DateOnly, Pupil?, string?, string[])> OfStudent(RecordFormula formula, Pupil student, bool isYes, List<DateOnly> days)
    {
        if (formula.Kind.Id != "mark")
        {
            yield return (days[dice.Between(0, days.Count - 1)], student, null, Filled(formula, isYes));
            yield break;
        }

        // Who fails, fails one course or two.
        var fails = isYes != (formula.Numerator is StudentCount { Having.Count: > 0 });
        var (first, second) = (dice.Between(0, Courses.Length - 1), dice.Between(0, 2));
        for (var course = 0; course < Courses.Length; course++)
        {
            var passed = !fails || (course != first && (second > 0 || course != (first + 1) % Courses.Length));
            yield return (days[^1], student, null, Filled(
                formula, false, ("course", Courses[course]), ("subject", Courses[course]), ("passed", passed ? "yes" : "no"), ("number", Text(passed ? dice.Between(65, 98) : dice.Between(40, 64)))));
        }
    }

    private IEnumerable<(DateOnly, Pupil?, string?, string[])> Visits(RecordFormula formula, List<DateOnly> days, long above, long below)
    {
        // Each room once before any of them twice; which ones showed it is as the dice fall.
        var shown = Enumerable.Range(0, (int)below).OrderBy(_ => dice.Between(0, 1 << 20)).Take((int)above).ToHashSet();
        var from = dice.Between(0, Rooms - 1);
        for (var i = 0; i < below; i++)
        {
            var rating = shown.Contains(i) ? dice.Between(3, 4) : dice.Between(1, 2);
            yield return (days[i * days.Count / (int)below], null, Text(101 + ((from + i) % Rooms)), Filled(formula, false, ("rating", Text(rating))));
        }
    }

    /// <summary>A call home for some of the absences, each on its day.</summary>
    private IEnumerable<(DateOnly, Pupil?, string?, string[])> Contacts(
        RecordFormula formula, Period period, Dictionary<string, long> above, Dictionary<string, long> below, string what)
    {
        var absent = roll.SelectMany(p => absences[p].Where(m => m.Value != DayMark.Tardy && period.Contains(m.Key)).Select(m => ((p, m.Key), p.GroupsIn(SchoolYear.Of(m.Key))))).ToList();
        var called = new GroupPick<(Pupil Student, DateOnly Day)>(absent, dice).Of(below, null, what);
        var reached = new GroupPick<(Pupil, DateOnly)>([.. absent.Where(a => called.Contains(a.Item1))], dice).Of(above, null, what);
        return called.OrderBy(c => (c.Day, c.Student.Code)).Select(c => (
            c.Day, (Pupil?)c.Student, (string?)null, Filled(formula, false, ("way", "call"), ("reached", reached.Contains(c) ? "yes" : "no"))));
    }

    /// <summary>The school days of a period; of one as long as a year those on which its test was taken.</summary>
    private static List<DateOnly> Days(Period period)
    {
        var calendar = DefaultCalendar.For(SchoolYear.Of(period.End));
        var within = period.End.DayNumber - period.Start.DayNumber <= LongestTerm ? period : calendar.TestingWindows[0].Period;
        return [.. Enumerable.Range(within.Start.DayNumber, within.End.DayNumber - within.Start.DayNumber + 1).Select(DateOnly.FromDayNumber).Where(calendar.InSession)];
    }

    private static Dictionary<string, long> Part(FigureFile figure, int which) => figure.Counts!.ToDictionary(c => c.Key, c => c.Value[which]);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
