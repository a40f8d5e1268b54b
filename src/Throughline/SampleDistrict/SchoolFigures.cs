using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.SampleDistrict;

/// <summary>What the figures of a school's plan say of its roll and of absence, month by month.</summary>
/// <param name="plan">The plan.</param>
/// <param name="absence">Chronic absence of last year as it was published, in percent: for a plan without that year's months.</param>
internal sealed class SchoolFigures(PlanFile plan, decimal absence)
{
    private const string Chronic = "chronic_absence";

    private static readonly (string Group, int Percent)[] Races =
        [("hispanic", 38), ("white", 34), ("black", 15), ("asian", 7), ("multi_race", 5)];

    private Dictionary<Period, IReadOnlyDictionary<string, long[]>> Months { get; } = plan.Benchmarks
        .Where(b => b.MeasureOf().Id == Chronic)
        .SelectMany(b => b.Figures)
        .Select(f => (Period: f.Days(), f.Counts))
        .Where(f => f.Counts is not null && f.Period == Period.Month(f.Period.Start.Year, f.Period.Start.Month))
        .GroupBy(f => f.Period)
        .OrderBy(g => g.Key.Start)
        .ToDictionary(g => g.Key, g => g.First().Counts!);

    /// <summary>The roll of a year.</summary>
    public RollFigures Roll(SchoolYear year)
    {
        var months = Of(year);
        var first = months.Count > 0 ? months[0].Counts : Months.Values.First();
        var groups = first.ToDictionary(g => g.Key, g => g.Value[1]);

        // Last year's marks and tests can be about more of a group than its absence: the roll holds them all. Calls are no students.
        foreach (var (group, count) in plan.Benchmarks.SelectMany(b => b.Figures)
            .Where(f => f.Counts is not null && SchoolYear.Of(f.Days().End) == year && f.Counts[StudentGroup.All][1] <= groups[StudentGroup.All]).SelectMany(f => f.Counts!).Where(c => c.Key is "english_learner" or "disability" or "low_income"))
        {
            groups[group] = Math.Max(groups.GetValueOrDefault(group), count[1] + (months.Count > 0 && months[0].Counts.ContainsKey(group) ? 0 : 1));
        }

        if (!groups.ContainsKey("hispanic"))
        {
            foreach (var (race, percent) in Races)
            {
                groups[race] = groups[StudentGroup.All] * percent / 100;
            }
        }

        // One more comes from another school of the sample, and is not new.
        var students = months.Select(m => (m.Period.End, year == SchoolYear.Of(SampleClock.Today) ? first[StudentGroup.All][1] : m.Counts[StudentGroup.All][1])).ToList();
        return new RollFigures(year, students.Count > 0 ? students : [(year.End, first[StudentGroup.All][1])], groups);
    }

    /// <summary>How many had missed a tenth or more when each month of a year ended.</summary>
    public IReadOnlyList<AbsenceFigures> Absence(SchoolYear year)
    {
        var months = Of(year);
        if (months.Count > 0)
        {
            return [.. months.Select(m => new AbsenceFigures(m.Period.End, m.Counts.ToDictionary(c => c.Key, c => c.Value[0])))];
        }

        var students = Months.Values.First()[StudentGroup.All][1];
        return [new AbsenceFigures(year.End, new Dictionary<string, long> { [StudentGroup.All] = (long)Math.Round(students * absence / 100) })];
    }

    private List<(Period Period, IReadOnlyDictionary<string, long[]> Counts)> Of(SchoolYear year) =>
        [.. Months.Where(m => SchoolYear.Of(m.Key.End) == year).Select(m => (m.Key, m.Value))];
}
