using System.Globalization;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Ui;

/// <summary>Days, instants and school years as pages write them, and as addresses and files do.</summary>
public static class Dates
{
    /// <summary>"Jun 30, 2025".</summary>
    public static string Short(DateOnly day) => day.ToString(PageTexts.DayFormat, CultureInfo.CurrentCulture);

    /// <summary>"Feb 10, 2026, 5:10 am", in the time zone of the clock.</summary>
    public static string Short(DateTimeOffset instant, TimeProvider clock)
    {
        var local = TimeZoneInfo.ConvertTime(instant, clock.LocalTimeZone);
        return PageTexts.DayAndTime.With(Short(DateOnly.FromDateTime(local.DateTime)), Time(local));
    }

    /// <summary>"5:10 am".</summary>
    public static string Time(DateTimeOffset local) =>
        local.ToString(PageTexts.TimeFormat, CultureInfo.CurrentCulture).ToLower(CultureInfo.CurrentCulture);

    /// <summary>"2024–25".</summary>
    public static string Short(SchoolYear year) => year.ToString().Replace('-', '–');

    /// <summary>"2025-06-30".</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2025-06-30T12:00:00Z", to the last digit that the instant has.</summary>
    public static string Iso(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
