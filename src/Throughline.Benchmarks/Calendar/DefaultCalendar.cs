using System.Globalization;
using System.Text.Json;

namespace Throughline.Benchmarks.Calendar;

/// <summary>The calendar of any school year for an organization that has entered none; its dates are data beside this file.</summary>
public static class DefaultCalendar
{
    private static readonly Lazy<JsonDocument> Data = new(() => Resource.Json("Calendar.default-calendar.json"));

    public static SchoolCalendar For(SchoolYear year)
    {
        var data = Data.Value.RootElement;
        return new SchoolCalendar(DayOf(year, data, "firstDay"), DayOf(year, data, "lastDay"))
        {
            Terms = [.. data.GetProperty("terms").EnumerateArray().Select(t => TermOf(year, t))],
            Breaks = [.. data.GetProperty("breaks").EnumerateArray().Select(b => PeriodOf(year, b))],
            TestingWindows = [.. data.GetProperty("testingWindows").EnumerateArray().Select(t => TermOf(year, t))],
        };
    }

    private static Term TermOf(SchoolYear year, JsonElement term) =>
        new(
            term.GetProperty("name").GetString()!,
            Cadence.TryParse(term.GetProperty("unit").GetString(), out var cadence) ? cadence.Unit : CadenceUnit.Event,
            PeriodOf(year, term));

    private static Period PeriodOf(SchoolYear year, JsonElement element) =>
        new(DayOf(year, element, "start"), DayOf(year, element, "end"));

    private static DateOnly DayOf(SchoolYear year, JsonElement element, string name)
    {
        var day = DateOnly.ParseExact($"2000-{element.GetProperty(name).GetString()}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new DateOnly(day.Month >= 7 ? year.EndYear - 1 : year.EndYear, day.Month, day.Day);
    }
}
