using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Measures;

/// <summary>
/// What is measured, by a definition that has a version: figures of different versions are never compared as one
/// series.
/// </summary>
/// <param name="Id">Its name in files, commands and addresses: "chronic_absence".</param>
/// <param name="Version">Counted from 1; a changed definition is a new version.</param>
/// <param name="Unit">What its figures are counted in.</param>
/// <param name="Direction">Which way is better; null where neither is (enrolment, class size).</param>
public sealed record Measure(string Id, int Version, Unit Unit, Direction? Direction)
{
    /// <summary>How many students or visits make a sample steady enough to judge without an interval.</summary>
    public const int UsualSteadySize = 30;

    private static readonly PeriodReading[] InPeriodAlone = [PeriodReading.InPeriod];

    /// <summary>What people call it, as a heading: "Chronic absence (10% of days or more)".</summary>
    public string Name { get; init; } = Id;

    /// <summary>What is counted over what, in one sentence.</summary>
    public string Definition { get; init; } = "";

    /// <summary>Words that mean this measure in a sentence, longest meaning first; all lower case.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>What files of a state or a system call it: a second name for the same figures.</summary>
    public IReadOnlyList<string> SourceNames { get; init; } = [];

    /// <summary>True where everyone is counted (the figure is never in doubt), false for visits and surveys.</summary>
    public bool FullCount { get; init; } = true;

    /// <summary>How often a figure comes; null where the definition does not say.</summary>
    public Cadence? Cadence { get; init; }

    /// <summary>Decimal places shown, 0 to 6. Comparisons use the exact figure.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>How much worse than its path a figure may be and still be "at risk"; null for the shared rule.</summary>
    public Exact? Margin { get; init; }

    /// <summary>Below how many a sample may be too small to tell.</summary>
    public int SteadySize { get; init; } = UsualSteadySize;

    /// <summary>Who is counted.</summary>
    public Eligibility Eligibility { get; init; } = Eligibility.Everyone;

    /// <summary>Which days a figure of a period may speak of, the usual first; figures of different readings are never compared.</summary>
    public IReadOnlyList<PeriodReading> Readings { get; init; } = InPeriodAlone;

    /// <summary>How the figure is rounded.</summary>
    public Rounding Rounding { get; init; } = Rounding.Usual;

    /// <summary>How a longer period comes by its figure.</summary>
    public Combining AcrossPeriods { get; init; } = Combining.NotAdded;

    /// <summary>How a district or a state comes by its figure.</summary>
    public Combining AcrossOrganizations { get; init; } = Combining.NotAdded;

    /// <summary>On how many a figure must rest for it to be judged at all; 0 where the definition does not say.</summary>
    public int MinimumN { get; init; }

    /// <summary>How its cells are made from evidence; null where its figures are only published.</summary>
    public Formula? Formula { get; init; }

    /// <summary>One figure a school year: a date inside the year means that year's figure.</summary>
    public bool IsAnnual => Cadence == Calendar.Cadence.Year;

    /// <summary>The figure that counts come to, in this measure's unit: totals rounded where the definition says so, nothing else.</summary>
    /// <returns>Null where the denominator is 0.</returns>
    public Exact? ValueOf(Counts counts)
    {
        if (counts.Denominator is not { } denominator)
        {
            return Rounding.OfTotal(counts.Numerator);
        }

        var scale = Formula?.Per ?? 1;
        return Rounding.OfTotal(denominator) is { Sign: not 0 } under
            ? Rounding.OfTotal(counts.Numerator) / under * (Unit is Unit.Percent or Unit.PercentagePoints ? 100 * scale : scale)
            : null;
    }

    /// <summary>A figure as it is shown: rounded to the measure's decimals in its way.</summary>
    public decimal Shown(Exact figure) => Rounding.Round(figure, Decimals);
}
