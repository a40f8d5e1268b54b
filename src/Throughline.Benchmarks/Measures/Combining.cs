namespace Throughline.Benchmarks.Measures;

/// <summary>
/// How a longer period or a larger organization comes by its figure. A ratio is never averaged, whatever is chosen. Files
/// name them sum_of_counts, students_once, last_of_year, not_added.
/// </summary>
public enum Combining
{
    /// <summary>Numerators and denominators are added up, then divided: who is counted in two parts counts twice.</summary>
    SumOfCounts,

    /// <summary>Counted anew over the whole, each student once.</summary>
    StudentsOnce,

    /// <summary>Of each student the last record with a result counts; across periods only. The figure of a year is its last.</summary>
    LastOfYear,

    /// <summary>There is no figure of the whole but the one that is made or published for it.</summary>
    NotAdded,
}

/// <summary>Which days a figure of a period speaks of. Files name them in_period and year_to_date.</summary>
public enum PeriodReading
{
    /// <summary>The days of the period alone.</summary>
    InPeriod,

    /// <summary>Every day from the first of the school year to the last of the period.</summary>
    YearToDate,
}
