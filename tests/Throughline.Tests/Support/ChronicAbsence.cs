using Throughline.Benchmarks.Language;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Tests.Support;

/// <summary>The chronic absence of the reference screen: five months, a year before, student groups, two of them small.</summary>
internal static class ChronicAbsence
{
    public const string Code = "C1-S1";
    public const string Small = "american_indian";

    private static readonly (int Year, int Month)[] Months = [(2025, 9), (2025, 10), (2025, 11), (2025, 12), (2026, 1)];

    private static readonly (string Group, long[] Counts, long Of)[] Groups =
    [
        ("all", [113, 121, 128, 140, 135], 542),
        ("english_learner", [38, 39, 40, 41, 49], 138),
        ("disability", [27, 28, 29, 32, 31], 97),
        ("low_income", [95, 100, 104, 115, 112], 371),
        ("hispanic", [60, 63, 67, 74, 72], 233),
        ("white", [24, 28, 29, 33, 32], 168),
        ("black", [15, 17, 18, 20, 19], 84),
        ("asian", [4, 4, 6, 6, 6], 38),
        (Small, [2, 2, 3, 3, 3], 6),
        ("multi_race", [3, 4, 4, 5, 4], 13),
    ];

    private static readonly double[] LastYear = [22.8, 25.1, 27.0, 29.4, 29.9];

    /// <summary>The plan with its chain: C1-A1, C1-E1, this one as C1-S1, and C-F1.</summary>
    public static async Task<Benchmark> AddChronicAbsenceAsync(this Database database)
    {
        var plan = await database.AddPlanAsync();
        var activity = await database.AddBenchmarkAsync(
            plan, "C1-A1", BenchmarkType.Activity, "By June 2026, the attendance rate for all students will be at least 90%, as shown by daily records.", Counted.Other, "Daily absence review");
        await database.EnterAsync(activity, "all", 2026, 1, 91, 100);
        var early = await database.AddBenchmarkAsync(
            plan, "C1-E1", BenchmarkType.EarlyEvidence, "By June 2026, the attendance rate for all students will be at least 80%, as shown by call records.", Counted.Other, "Families reached by day two");
        await database.EnterAsync(early, "all", 2026, 1, 78, 100);
        var benchmark = await database.AddBenchmarkAsync(
            plan, Code, BenchmarkType.ShortTermOutcome, "By June 2026, reduce the chronic absenteeism rate for all students from 31% to 22%, as shown by daily attendance records.", name: "Students missing 10% or more of school days");
        await database.AddBenchmarkAsync(
            plan, "C-F1", BenchmarkType.FinalOutcome, "By June 2026, the chronic absenteeism rate for all students will be 22% or less, as shown by state records.", name: "Year-end chronic absence");
        foreach (var (group, counts, of) in Groups)
        {
            foreach (var ((year, month), count) in Months.Zip(counts))
            {
                await database.EnterAsync(benchmark, group, year, month, count, of);
            }
        }

        foreach (var ((year, month), percent) in Months.Zip(LastYear))
        {
            await database.EnterAsync(benchmark, "all", year - 1, month, (long)Math.Round(percent * 5.4), 540);
        }

        return benchmark;
    }
}
