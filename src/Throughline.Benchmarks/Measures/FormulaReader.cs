using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Measures;

/// <summary>
/// Reads the field "formula" of a measure (docs/measures.md): which evidence, and what is counted over what. What is not one
/// is noted with its place; nothing throws.
/// </summary>
internal sealed partial class FormulaReader(RecordKinds kinds, MeasureCatalog? catalog, FormulaTexts texts)
{
    private const int MostDays = 366;
    private const int MostPer = 1_000_000;
    private const int MostLeast = 1_000_000;

    private static readonly Dictionary<string, AttendanceFigure> Figures = Enum.GetValues<AttendanceFigure>().ToDictionary(Words.Of);
    private static readonly Dictionary<string, Comparison> Ways = Enum.GetValues<Comparison>().ToDictionary(Words.Of);
    private static readonly Dictionary<string, int> Students = new() { ["students"] = 0 };

    /// <summary>Null where nothing stands or, with the problem noted, where no formula does.</summary>
    public Formula? Read(JsonObjectReader measure)
    {
        if (measure.Object("formula", measure.Has("formula") ? texts.Say("Formula") : null) is not { } json)
        {
            return null;
        }

        switch (json.FirstOf("records", "attendance", "enrolled", "compare"))
        {
            case "records":
                return OfRecords(json);
            case "attendance":
                return OfAttendance(json);
            case "enrolled":
                json.Only(texts.Say("AFieldOfThese"), "enrolled");
                return json.OneOf("enrolled", Students) is null ? null : new EnrolmentFormula();
            case "compare":
                return OfComparison(json);
            default:
                measure.Refuse("formula", texts.Say("Formula"));
                return null;
        }
    }

    private AttendanceFormula? OfAttendance(JsonObjectReader json)
    {
        json.Only(texts.Say("AFieldOfThese"), "attendance", "minimumDays", "absentPercent", "absentDays", "unexcusedOnly", "moreThan");
        var before = json.Problems.Count;
        var figure = json.OneOf("attendance", Figures, isRequired: true);
        var least = json.Whole("minimumDays", 1, MostDays) ?? 1;
        var percent = json.Whole("absentPercent", 0, 100);
        var days = HalfDays(json);
        var (unexcused, beyond) = (json.Flag("unexcusedOnly") ?? false, json.Flag("moreThan") ?? false);
        var asked = json.FirstOf("absentPercent", "absentDays", "minimumDays", "unexcusedOnly", "moreThan");
        if (figure == AttendanceFigure.ShareOfStudents && !json.Has("absentPercent") && !json.Has("absentDays"))
        {
            json.Miss("absentPercent", texts.Say("TestNeeded"));
        }
        else if (figure is not (null or AttendanceFigure.ShareOfStudents) && asked is not null)
        {
            json.Refuse(asked, texts.Say("TestUnused"));
        }

        return json.Problems.Count > before ? null : figure == AttendanceFigure.ShareOfStudents
            ? new AttendanceFormula(AttendanceFigure.ShareOfStudents, new AbsenceTest(least, percent, days, unexcused, beyond))
            : new AttendanceFormula(figure!.Value, null);
    }

    private decimal? HalfDays(JsonObjectReader json)
    {
        if (!json.Has("absentDays") || json.Number("absentDays") is not { } days)
        {
            return null;
        }

        var read = days.Round(1);
        if (read is >= 0 and <= MostDays && decimal.IsInteger(read * 2) && Exact.From(read) == days)
        {
            return read;
        }

        json.Refuse("absentDays", texts.Say("HalfDays"));
        return null;
    }

    private ComparisonFormula? OfComparison(JsonObjectReader json)
    {
        json.Only(texts.Say("AFieldOfThese"), "compare", "as", "leastCases", "leastStudents");
        var of = json.Text("compare", texts.Say("Measured"));
        var way = json.OneOf("as", Ways, isRequired: true);
        var (cases, students) = (json.Whole("leastCases", 1, MostLeast) ?? 1, json.Whole("leastStudents", 1, MostLeast) ?? 1);
        if (of is not null && catalog is not null && !CountsStudents(catalog.Find(of)))
        {
            json.Refuse("compare", texts.Say("Measured"), Nearest.To(of, catalog.Measures.Where(CountsStudents).Select(m => m.Id)));
            return null;
        }

        return (of, way) is ({ } measure, { } comparison) ? new ComparisonFormula(measure, comparison, cases, students) : null;
    }

    /// <summary>Whether the cells of a measure have students on both sides, the upper among the lower.</summary>
    private static bool CountsStudents(Measure? measure) => measure?.Formula is
        AttendanceFormula { Test: not null }
        or RecordFormula { Numerator: StudentCount, Denominator: StudentCount or EnrolledCount };
}
