using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Targets;

/// <summary>The school calendar of a case.</summary>
internal static class CalendarReader
{
    private const int LongestBreak = 400;

    // A plan of ten years is one calendar: from its first school day to its last.
    private const int LongestSpan = 3700;

    private static readonly Dictionary<string, CadenceUnit> TermUnits = new()
    {
        ["quarter"] = CadenceUnit.Quarter,
        ["semester"] = CadenceUnit.Semester,
        ["administration"] = CadenceUnit.Administration,
    };

    /// <summary>Null where nothing stands, or with the problem noted.</summary>
    public static SchoolCalendar? Read(JsonObjectReader subject)
    {
        if (subject.Object("calendar") is not { } json)
        {
            return null;
        }

        var days = PeriodOf(json, "firstDay", "lastDay", LongestSpan);
        var terms = json.Objects("terms").Select(TermOf).OfType<Term>().OrderBy(t => t.Period.Start).ToList();
        var windows = json.Objects("testingWindows").Select(TermOf).OfType<Term>().ToList();
        var breaks = json.Objects("breaks").Select(b => PeriodOf(b, "start", "end", LongestBreak)).OfType<Period>().ToList();
        return days is { } year
            ? new SchoolCalendar(year.Start, year.End) { Terms = terms, TestingWindows = windows, Breaks = breaks }
            : null;
    }

    private static Term? TermOf(JsonObjectReader json)
    {
        var name = json.Text("name") ?? "";
        var unit = json.OneOf("unit", TermUnits, isRequired: true);
        var period = PeriodOf(json, "start", "end", LongestBreak);
        return (unit, period) is ({ } u, { } p) ? new Term(name, u, p) : null;
    }

    private static Period? PeriodOf(JsonObjectReader json, string first, string last, int longest)
    {
        var start = json.Date(first, "the first day, as 2025-08-27");
        var end = json.Date(last, "the last day, as 2026-06-17");
        if ((start, end) is not ({ } from, { } to))
        {
            return null;
        }

        if (to >= from && to.DayNumber - from.DayNumber < longest)
        {
            return new Period(from, to);
        }

        json.Refuse(last, $"a day on or after {Words.Of(from)} and within {longest} days of it");
        return null;
    }
}
