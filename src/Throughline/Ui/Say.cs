using System.Globalization;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;

namespace Throughline.Ui;

/// <summary>Short words for a benchmark's figures, the same on every page.</summary>
public static class Say
{
    private const int LongestMonth = 31;

    /// <summary>"24.9%".</summary>
    public static string Value(Exact value, Measure measure) => Words().Value(value, measure);

    /// <summary>A figure as a cell shows it, without its unit: "24.9", or "41/46" of a few that are counted.</summary>
    public static string Cell(CheckPicture check, Measure measure) => check switch
    {
        { DoneOn: { } done } => Day(done),
        { Actual: { } actual } => Number(actual, measure.Decimals),
        _ => "",
    };

    /// <summary>"135 of 542"; null where counts are not known.</summary>
    public static string? Counts(CheckPicture check) => check is { Numerator: { } n, Denominator: { } d } ? PictureTexts.OutOf.With(n, d) : null;

    /// <summary>"Jan" for a month, "Feb 6" for what ends within one.</summary>
    public static string Period(Period period) => IsMonth(period) ? Month(period.End) : Day(period.End);

    /// <summary>"Jan".</summary>
    public static string Month(DateOnly day) => day.ToString("MMM", CultureInfo.CurrentCulture);

    /// <summary>"Feb 11".</summary>
    public static string Day(DateOnly day) => day.ToString(PictureTexts.ShortDay, CultureInfo.CurrentCulture);

    /// <summary>"Wed, Feb 11".</summary>
    public static string WeekDay(DateOnly day) => day.ToString(PictureTexts.DayOfWeek, CultureInfo.CurrentCulture);

    /// <summary>Wednesday, February 11, 2026.</summary>
    public static string LongDay(DateOnly day) => day.ToString(PictureTexts.LongDay, CultureInfo.CurrentCulture);

    /// <summary>Where a group stands in one short line: "61% in Jan, path 60%".</summary>
    public static string Line(GroupPicture group) => group switch
    {
        { IsHidden: true } => PictureTexts.HiddenLine,
        { Spec.Target: Milestone milestone } => Milestone(group, milestone),
        { Latest: { Actual: { } actual } check } when group.Missing is null => Latest(group, check, actual),
        { Latest: { } check } => PictureTexts.LastFigure.With(Day(check.Period.End)),
        { Next: { } next } => PictureTexts.FirstCheck.With(Day(next.Period.End)),
        { Missing: { } missing } => PictureTexts.NothingSince.With(Day(missing.Period.End)),
        _ => PictureTexts.NoCheck,
    };

    /// <summary>What a type of benchmark is called, many of them: "Activities".</summary>
    public static string Types(BenchmarkType type) => Text("Types_", type.ToString());

    /// <summary>"Activity".</summary>
    public static string Type(BenchmarkType type) => Text("Type_", type.ToString());

    /// <summary>What it asks: "Is practice changing?"</summary>
    public static string Question(BenchmarkType type) => Text("Question_", type.ToString());

    /// <summary>"How many days" as people say it: "today", "1 day", "6 days".</summary>
    public static string Days(int days) => days == 1 ? PictureTexts.OneDay : PictureTexts.ManyDays.With(days);

    private static bool IsMonth(Period period) =>
        period.Days <= LongestMonth && period.End.Day == DateTime.DaysInMonth(period.End.Year, period.End.Month);

    private static string Latest(GroupPicture group, CheckPicture check, Exact actual)
    {
        var value = group.Measure.Unit == Unit.Percent || Counts(check) is null ? Value(actual, group.Measure) : Counts(check)!;
        var at = (IsMonth(check.Period) ? PictureTexts.FigureIn : PictureTexts.FigureOn).With(value, Period(check.Period));
        return check.State != CheckState.Judged || check.Expected is not { } expected ? at
            : Evaluator.EveryOf(group.Spec.Target) is not null || group.Spec.Target is Level
                ? PictureTexts.WithTarget.With(at, Value(expected, group.Measure))
                : PictureTexts.WithPath.With(at, Value(expected, group.Measure));
    }

    private static string Milestone(GroupPicture group, Milestone milestone) =>
        group.Checks.FirstOrDefault(c => c.DoneOn is not null) is { DoneOn: { } done }
            ? PictureTexts.DoneOn.With(Day(done))
            : PictureTexts.DoneBy.With(Day(milestone.By));

    private static string Number(Exact value, int decimals) =>
        value.Round(decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture);

    private static string Text(string kind, string name) => PictureTexts.ResourceManager.GetString(kind + name, CultureInfo.CurrentUICulture)!;

    private static Wording Words() => new(CultureInfo.CurrentUICulture);
}
