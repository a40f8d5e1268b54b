using Throughline.Benchmarks.Statistics;

namespace Throughline.Benchmarks.Equity;

/// <summary>
/// Whether something happens to a group more often than to others: the ratio and the difference of risks, and shares of the
/// cases against shares of the students. The ratio is that of 34 CFR 300.647.
/// </summary>
public static class Disproportion
{
    /// <summary>
    /// The group's risk over that of the others; null where one of the two has no students, or nothing happened to the others.
    /// </summary>
    public static Exact? RiskRatio(GroupCount group, GroupCount others) =>
        (group.Risk, others.Risk) is ({ } risk, { Sign: > 0 } reference) ? risk / reference : null;

    /// <summary>
    /// The 95% interval of the ratio: exp(ln RR ± 1.96 √(1/d₁ − 1/n₁ + 1/d₂ − 1/n₂)); null where either has no case.
    /// </summary>
    public static Interval? RiskRatioInterval(GroupCount group, GroupCount others)
    {
        if (RiskRatio(group, others) is not { Sign: > 0 } ratio)
        {
            return null;
        }

        var spread = Wilson.Z95 * Math.Sqrt(Part(group) + Part(others));
        var estimate = ratio.ToDouble();
        return new Interval(estimate, estimate * Math.Exp(-spread), estimate * Math.Exp(spread));

        static double Part(GroupCount count) => (1d / count.Cases) - (1d / count.Students);
    }

    /// <summary>The group's risk less that of the others, in percentage points; null where one of the two has no students.</summary>
    public static Exact? RateDifference(GroupCount group, GroupCount others) =>
        (group.Risk, others.Risk) is ({ } risk, { } reference) ? (risk - reference) * 100 : null;

    /// <summary>The group's share of the cases over its share of the students, less 1: -0.2 is 20% fewer than its share. Null where nothing can be shared.</summary>
    public static Exact? RelativeDifference(GroupCount group, GroupCount all) => all is { Cases: > 0, Students: > 0 } && group.Students > 0
        ? (Exact.Of(group.Cases, all.Cases) / Exact.Of(group.Students, all.Students)) - 1
        : null;
}
