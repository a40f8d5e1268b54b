namespace Throughline.Tests.Support;

/// <summary>A clock that stands still: noon UTC of a day, and UTC is where we are.</summary>
public sealed class FixedClock(DateOnly day) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
