using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>Instants of the sample's story, by the clock on the wall of whoever reads it.</summary>
internal sealed class SampleClock(TimeZoneInfo zone)
{
    /// <summary>The day that is today in the story.</summary>
    public static readonly DateOnly Today = new(2026, 2, 11);

    /// <summary>The morning on which the last figures came in.</summary>
    public static readonly DateOnly LastLoad = new(2026, 2, 10);

    private static readonly TimeOnly Afternoon = new(15, 30);

    public static Setting DaySetting => new() { Name = Setting.SampleDay, Value = Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture) };

    /// <param name="day">The day.</param>
    /// <param name="time">The time; null for the afternoon.</param>
    public DateTimeOffset At(DateOnly day, TimeOnly? time = null)
    {
        var local = day.ToDateTime(time ?? Afternoon);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
