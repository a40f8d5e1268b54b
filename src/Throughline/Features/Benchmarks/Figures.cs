using System.Globalization;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>Figures, differences and periods as the sentences of a benchmark's pages say them.</summary>
internal static class Figures
{
    private const int ShortestYear = 240;
    private const int LargestWord = 9;

    /// <summary>"22%", not "22.0%": a value that a person chose.</summary>
    public static string Written(Exact value, Measure measure) => Say.Value(value, measure with { Decimals = DecimalsOf(value) });

    /// <summary>A value as a field shows it, for machines: "22", "24.5".</summary>
    public static string Plain(Exact value) => value.ToString();

    /// <summary>"14.2 points" for percents and scores, "3 days" for days.</summary>
    public static string Difference(Exact difference, Measure measure) => measure.Unit.CountsInPoints()
        ? Points(difference.Abs().Round(measure.Decimals))
        : Say.Value(difference.Abs(), measure);

    /// <summary>"five points", "12 points", "0.4 points": how far apart, about.</summary>
    public static string About(Exact difference, Measure measure)
    {
        var size = difference.Abs();
        if (!measure.Unit.CountsInPoints())
        {
            return Say.Value(size, measure);
        }

        var whole = size.Round(0);
        return whole == 0 ? Points(size.Round(measure.Decimals))
            : whole == 1 ? BenchmarkTexts.OnePoint
            : BenchmarkTexts.ManyPoints.With(whole <= LargestWord ? BenchmarkTexts.SmallNumbers.Split(' ')[(int)whole] : whole.ToString("N0", CultureInfo.CurrentCulture));
    }

    /// <summary>"135 of 542 students"; null where counts are not known.</summary>
    public static string? Counts(CheckPicture check, Counted counts) => Say.Counts(check) is not { } said ? null : counts switch
    {
        Counted.Students => BenchmarkTexts.OfStudents.With(said),
        Counted.Rooms => BenchmarkTexts.OfRooms.With(said),
        _ => said,
    };

    /// <summary>"January", "2024–25", "February 6".</summary>
    public static string Name(Period period) => IsMonth(period) ? period.End.ToString("MMMM", CultureInfo.CurrentCulture)
        : IsYear(period) ? Dates.Short(SchoolYear.Of(period.End))
        : period.End.ToString(BenchmarkTexts.MonthAndDay, CultureInfo.CurrentCulture);

    /// <summary>"in January", "in 2024–25", "on February 6", "by February 6".</summary>
    public static string In(Period period) =>
        (IsMonth(period) || IsYear(period) ? BenchmarkTexts.InPeriod : period.Days == 1 ? BenchmarkTexts.OnDay : BenchmarkTexts.ByDay).With(Name(period));

    /// <summary>A figure with so many decimals, for the marks of a scale.</summary>
    public static Func<double, int, string> Scaled(Measure measure) =>
        (value, decimals) => Say.Value(Exact.From(decimal.Round((decimal)value, decimals)), measure with { Decimals = decimals });

    private static string Points(decimal points) => points == 1
        ? BenchmarkTexts.OnePoint
        : BenchmarkTexts.ManyPoints.With(points.ToString("#,##0.######", CultureInfo.CurrentCulture));

    private static bool IsMonth(Period period) => period == Period.Month(period.Start.Year, period.Start.Month);

    private static bool IsYear(Period period) => period.Days >= ShortestYear && SchoolYear.Of(period.Start) == SchoolYear.Of(period.End);

    private static int DecimalsOf(Exact value)
    {
        var decimals = 0;
        while (decimals < Exact.MostDecimals && value.Round(decimals) != value.Round(Exact.MostDecimals))
        {
            decimals++;
        }

        return decimals;
    }
}
