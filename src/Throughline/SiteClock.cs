using System.Globalization;

namespace Throughline;

/// <summary>
/// What day it is for the site: the machine's own or, in the sample, the day it is pinned to, so that its story can be
/// read at any time.
/// </summary>
/// <param name="clock">The machine's.</param>
/// <param name="pinned">The sample's day; null for real data.</param>
public sealed class SiteClock(TimeProvider clock, DateOnly? pinned)
{
    public DateOnly? Pinned => pinned;

    public DateOnly Today => pinned ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Now, on the pinned day where there is one: what is entered in the sample is entered on its day.</summary>
    public DateTimeOffset Now
    {
        get
        {
            if (pinned is not { } day)
            {
                return clock.GetUtcNow();
            }

            var local = clock.GetLocalNow();
            return new DateTimeOffset(day.ToDateTime(TimeOnly.FromTimeSpan(local.TimeOfDay)), local.Offset);
        }
    }

    public TimeZoneInfo Zone => clock.LocalTimeZone;

    /// <summary>The day a setting pins the sample to; null where it pins none.</summary>
    public static DateOnly? PinnedBy(string? setting) =>
        DateOnly.TryParseExact(setting, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
