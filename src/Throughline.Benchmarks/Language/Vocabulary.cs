using System.Text;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Language;

/// <summary>Whose behaviour or result a statement is about.</summary>
public enum Focus
{
    Student,
    Adult,
    Family,
    Organisation,
}

/// <summary>What kind of benchmark it is: from a thing done to a result of a whole year.</summary>
public enum BenchmarkType
{
    Activity,
    EarlyEvidence,
    ShortTermOutcome,
    FinalOutcome,
}

/// <summary>The movement a statement asks of what is measured.</summary>
public enum Movement
{
    Attain,
    Increase,
    Decrease,
    Maintain,
}

/// <summary>The shape of the target, by the words of the statement (docs/contracts.md, "Readings").</summary>
public enum ReadingForm
{
    None,
    AbsoluteLevel,
    ChangeFromBaseline,
    FromTo,
    RelativeToPriorPeriod,
    YearOverYearSamePeriod,
    GapReduction,
    PerPeriodIncrement,
    All,
}

/// <summary>Whether a number says where to be or how far to move.</summary>
public enum TargetRole
{
    Level,
    Change,
}

/// <summary>What a number of a statement is counted in, by its own words.</summary>
public enum TargetUnit
{
    Percent,
    PercentagePoints,
    Count,
    Score,
    Days,
    Ratio,
    Rating,
    Other,
}

/// <summary>How exactly a deadline is stated.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Season,
    SchoolYear,
    CalendarYear,
    Relative,
}

/// <summary>What a good statement has; a finding names the one it concerns.</summary>
public enum Element
{
    Specific,
    Measurable,
    Action,
    ResultsFocused,
    Timed,
}

/// <summary>Whether a finding has to be answered before the benchmark is put in force.</summary>
public enum Severity
{
    Fix,
    Consider,
}

/// <summary>How often: by the name that readings carry ("monthly", "3_per_week"), with the cadence where it is one.</summary>
public sealed record Frequency(string Name, Cadence? Cadence);

/// <summary>The written names of everything above.</summary>
public static class Vocabulary
{
    /// <summary>The name in files: ShortTermOutcome is "short_term_outcome".</summary>
    public static string Name<T>(this T value)
        where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
