using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>Numbers with their units, and periods.</summary>
public sealed partial class Wording
{
    private const int ShortestSchoolYear = 240;

    /// <summary>As many decimals as it takes to tell two figures apart: 10.04% is not shown as 10.0% beside a target of 10%.</summary>
    private static int DecimalsToTell(Exact a, Exact b, Measure measure)
    {
        var decimals = measure.Decimals;
        while (decimals < Exact.MostDecimals && a != b && (a.Round(decimals) == b.Round(decimals) || (a - b).Round(decimals) == 0))
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>A value that a person wrote: "22%", not "22.0%".</summary>
    private string Written(Exact value, Measure measure) => WithUnit(value, measure, 0, Exact.MostDecimals);

    /// <summary>How far two figures of a measure are apart: percents by points.</summary>
    private string Difference(Exact difference, Measure measure, int decimals) => measure.Unit.CountsInPoints()
        ? Counted("Unit_Points", difference.Abs(), 0, decimals)
        : WithUnit(difference.Abs(), measure, 0, decimals);

    private string WithUnit(Exact value, Measure measure, int least, int most) => measure.Unit switch
    {
        Unit.Percent => Say("Unit_Percent", Number(value, least, most)),
        Unit.PercentagePoints => Counted("Unit_Points", value, least, most),
        Unit.Days => Counted("Unit_Days", value, least, most),
        Unit.Minutes => Counted("Unit_Minutes", value, least, most),
        _ => Number(value, least, most),
    };

    private string Counted(string unit, Exact value, int least, int most) =>
        Say(value.Round(most) == 1 ? unit + "_One" : unit, Number(value, least, most));

    /// <summary>With at least and at most so many decimals, in groups of thousands, and a true minus sign.</summary>
    private string Number(Exact value, int least, int most)
    {
        var rounded = value.Round(most);
        var format = "#,##0." + new string('0', least) + new string('#', most - least);
        return (rounded < 0 ? "\u2212" : "") + decimal.Abs(rounded).ToString(format, culture);
    }

    /// <summary>"in September 2025", "in school year 2024–25", "on June 30, 2025", "from … to …".</summary>
    private string In(Period period)
    {
        if (period.Days == 1)
        {
            return Say("In_Day", Date(period.End));
        }

        if (period == Period.Month(period.Start.Year, period.Start.Month))
        {
            return Say("In_Month", MonthName(period.Start.Month), Plain(period.Start.Year));
        }

        var year = SchoolYear.Of(period.End);
        return period.Days >= ShortestSchoolYear && year == SchoolYear.Of(period.Start)
            ? Say("In_Year", year.ToString().Replace('-', '–'))
            : Say("In_Span", Date(period.Start), Date(period.End));
    }

    /// <summary>A cadence's phrase: "each month", "the week before", "the same 6 weeks a year before".</summary>
    private string Phrase(string kind, Cadence cadence) => cadence is { Unit: CadenceUnit.Week, Count: > 1 }
        ? Say(kind + "_Weeks", cadence.Count.ToString(CultureInfo.InvariantCulture))
        : Text($"{kind}_{cadence.Unit}");
}
