using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Tests.Targets;

/// <summary>Cases in few words: a school year 2025-26, a measure, figures, a day.</summary>
internal static class Cases
{
    public static readonly Measure Lower = new("referral_rate", 1, Unit.Percent, Direction.Decrease);
    public static readonly Measure Higher = new("attendance", 1, Unit.Percent, Direction.Increase);

    public static readonly SchoolCalendar Year =
        new(Day("2025-08-27"), Day("2026-06-17")) { Terms = DefaultCalendar.For(new SchoolYear(2026)).Terms };

    public static readonly TargetPath Linear = TargetPath.Linear;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static Exact X(double value) => Exact.From((decimal)value);

    public static Period Month(int year, int month) => Period.Month(year, month);

    /// <summary>Figures of whole months from September 2025 on; NaN for a month that was not published.</summary>
    public static List<Observation> Monthly(params double[] values) =>
        [.. values.Select((v, i) => Figure(i, Month(2025 + ((i + 8) / 12), ((i + 8) % 12) + 1), v))];

    public static Observation Figure(int index, Period period, double value, string? member = null) =>
        new(index, "all", member, period) { Value = double.IsNaN(value) ? null : X(value) };

    public static Observation Figure(int index, string start, string end, double value) =>
        Figure(index, new Period(Day(start), Day(end)), value);

    public static Case Case(Measure measure, Target target, IEnumerable<Observation> figures, string asOf) =>
        new(new BenchmarkSpec(measure, ["all"], target), Year, [.. figures], Day(asOf), At(asOf + "T23:59:59Z"));

    public static Answer Judge(Measure measure, Target target, IEnumerable<Observation> figures, string asOf) =>
        Evaluator.Evaluate(Case(measure, target, figures, asOf)).Single();

    public static Answer Judge(Case subject) => Evaluator.Evaluate(subject).Single();
}
