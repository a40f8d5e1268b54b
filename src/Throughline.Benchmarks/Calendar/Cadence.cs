using System.Globalization;

namespace Throughline.Benchmarks.Calendar;

/// <summary>How often something is done or measured. The names are those of docs/contracts.md.</summary>
public enum CadenceUnit
{
    Day,
    Week,
    Month,
    Quarter,
    Semester,
    Year,
    Administration,
    Event,
}

/// <summary>A cadence: each day, each quarter, every six weeks, each administration of a test, each event.</summary>
/// <param name="Unit">What recurs.</param>
/// <param name="Count">Every how many of them; more than one is for weeks only ("two_weeks", "6_weeks").</param>
public readonly record struct Cadence(CadenceUnit Unit, int Count = 1)
{
    private const int MostWeeks = 52;

    public static readonly Cadence Day = new(CadenceUnit.Day);
    public static readonly Cadence Week = new(CadenceUnit.Week);
    public static readonly Cadence Month = new(CadenceUnit.Month);
    public static readonly Cadence Quarter = new(CadenceUnit.Quarter);
    public static readonly Cadence Semester = new(CadenceUnit.Semester);
    public static readonly Cadence Year = new(CadenceUnit.Year);

    /// <summary>
    /// The most days from the end of one period to the end of the next. Null where the calendar does not say:
    /// administrations and events come when they come.
    /// </summary>
    public int? Days => Unit switch
    {
        CadenceUnit.Day => 1,
        CadenceUnit.Week => 7 * Count,
        CadenceUnit.Month => 31,
        CadenceUnit.Quarter => 92,
        CadenceUnit.Semester => 184,
        CadenceUnit.Year => 366,
        _ => null,
    };

    /// <summary>
    /// How many days late a figure may be and still speak for now: half its cadence, rounded down, at least three.
    /// Null as <see cref="Days"/> is. Our own choice; the sources ask for a grace without giving one.
    /// </summary>
    public int? Grace => Days is { } days ? Math.Max(3, days / 2) : null;

    /// <summary>Reads a name of docs/contracts.md: "month", "two_weeks", "6_weeks" (1 to 52 weeks).</summary>
    public static bool TryParse(string? text, out Cadence cadence)
    {
        cadence = text switch
        {
            "day" => Day,
            "week" => Week,
            "two_weeks" => new Cadence(CadenceUnit.Week, 2),
            "month" => Month,
            "quarter" => Quarter,
            "semester" => Semester,
            "year" => Year,
            "administration" => new Cadence(CadenceUnit.Administration),
            "event" => new Cadence(CadenceUnit.Event),
            _ => default,
        };
        if (cadence.Count > 0)
        {
            return true;
        }

        if (text is not null && text.EndsWith("_weeks", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(0, text.Length - 6), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)
            && weeks is >= 1 and <= MostWeeks)
        {
            cadence = new Cadence(CadenceUnit.Week, weeks);
            return true;
        }

        return false;
    }

    /// <summary>The cadence of a figure that speaks of a period, judged by its length; used where nothing else says.</summary>
    public static Cadence Of(Period period) => period.Days switch
    {
        1 => Day,
        <= 10 => Week,
        <= 20 => new Cadence(CadenceUnit.Week, 2),
        <= 45 => Month,
        <= 110 => Quarter,
        <= 200 => Semester,
        _ => Year,
    };

    public override string ToString() => Unit == CadenceUnit.Week && Count > 1
        ? Count == 2 ? "two_weeks" : string.Create(CultureInfo.InvariantCulture, $"{Count}_weeks")
        : Unit.ToString().ToLowerInvariant();
}
