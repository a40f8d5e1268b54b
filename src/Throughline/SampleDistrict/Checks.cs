using Throughline.Benchmarks.Calendar;

namespace Throughline.SampleDistrict;

/// <summary>The periods in which figures came until the sample's day, each with the day it was recorded.</summary>
internal static class Checks
{
    private static readonly SchoolCalendar Year = DefaultCalendar.For(SchoolYear.Of(SampleClock.Today));

    /// <param name="kind">As templates say it.</param>
    /// <param name="dice">For how many days later each came in.</param>
    public static IReadOnlyList<(Period Period, DateOnly On)> Of(string kind, Dice dice) => [
        .. Periods(kind).Select(p => (p, p.End.AddDays(dice.Between(2, 8)))).Select(c => c.Item2 > SampleClock.LastLoad ? (c.p, SampleClock.LastLoad) : c)];

    /// <summary>The same of the year before, the rest of that year included.</summary>
    public static IReadOnlyList<(Period Period, DateOnly On)> YearBefore(string kind, Dice dice) => [
        .. Year.Each(kind == "quarter" ? Cadence.Quarter : Cadence.Month).Select(p => p.YearBefore()).Where(p => p.Start.Month != 8 || kind == "quarter")
            .Select(p => (p, p.End.AddDays(dice.Between(3, 8))))];

    private static IEnumerable<Period> Periods(string kind) => kind switch
    {
        "month" => Year.Each(Cadence.Month).Where(p => p.Start.Month != 8 && p.End < SampleClock.Today),
        "quarter" => Year.Each(Cadence.Quarter).Where(p => p.End < SampleClock.Today),
        "year_so_far" => [new Period(Year.FirstDay, new DateOnly(2026, 1, 31))],
        "two_weeks" => Year.Each(new Cadence(CadenceUnit.Week, 2)).Where(p => p.Start > new DateOnly(2025, 9, 15) && p.End < SampleClock.LastLoad),
        "task" => [Days(2025, 10, 13, 17), Days(2025, 12, 8, 12), Days(2026, 2, 2, 6)],
        "survey" => [Days(2025, 9, 15, 26), Days(2026, 1, 26, 30)],
        _ => [],
    };

    private static Period Days(int year, int month, int first, int last) => new(new DateOnly(year, month, first), new DateOnly(year, month, last));
}
