using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.SampleDistrict;

/// <summary>One school's year of days, as the sample keeps them.</summary>
/// <param name="Days">Its school days, and how they were made.</param>
/// <param name="Roll">Whoever was on the roll.</param>
/// <param name="Marks">What each student's days say, where that is not "there".</param>
internal sealed record SampleYear(AbsenceMaker Days, IReadOnlyList<Pupil> Roll, IReadOnlyDictionary<Pupil, IReadOnlyDictionary<DateOnly, DayMark>> Marks);

/// <summary>What stands behind the plans of three schools: students, two years of days, records, from which their figures come out.</summary>
internal sealed class SchoolEvidence
{
    private static readonly SchoolYear Now = SchoolYear.Of(SampleClock.Today);
    private static readonly SchoolYear Before = new(Now.EndYear - 1);

    /// <summary>The schools that keep records, with how much more than usual is missed there.</summary>
    private static readonly (string School, string[] Grades, int More)[] Schools =
        [("tannery-hill", ["6", "7", "8"], 60), ("millrace", ["6", "7", "8"], 0), ("ferry-lane", ["K", "1", "2", "3", "4", "5", "6", "7", "8"], 20)];

    private readonly Dice dice = new(77);
    private readonly SampleRoll roll = new();
    private readonly MeasureCatalog catalog;

    private SchoolEvidence(MeasureCatalog catalog) => this.catalog = catalog;

    public IReadOnlyList<Pupil> Pupils => roll.Pupils;

    public List<SampleYear> Years { get; } = [];

    public List<SampleRecord> Records { get; } = [];

    /// <summary>All plans, those of the three schools with the figures of attendance that their days come to.</summary>
    public List<PlanFile> Plans { get; } = [];

    /// <param name="plans">Of all schools, with their figures.</param>
    /// <param name="catalog">With the sample's own measures.</param>
    /// <param name="absence">Chronic absence of last year as it was published, in percent, by school.</param>
    public static SchoolEvidence Of(IReadOnlyList<PlanFile> plans, MeasureCatalog catalog, IReadOnlyDictionary<string, decimal?> absence)
    {
        var made = new SchoolEvidence(catalog);
        foreach (var (school, grades, _) in Schools)
        {
            var figures = new SchoolFigures(plans.Single(p => p.School == school), absence.GetValueOrDefault(school) ?? 0);
            made.roll.Add(school, grades, figures.Roll(Before), figures.Roll(Now));
        }

        made.MoveSome();
        foreach (var plan in plans)
        {
            made.Plans.Add(Schools.Any(s => s.School == plan.School) ? made.Make(plan, absence.GetValueOrDefault(plan.School) ?? 0) : plan);
        }

        return made;
    }

    /// <summary>One student changes school in the autumn, one left after twelve days, and one has just come.</summary>
    private void MoveSome()
    {
        var mover = roll.Pupils.First(p => p.Stays[^1] is { School: "millrace", Grade: "7" } stay && stay.Year == Now && p.GroupsIn(Now).SetEquals(["multi_race"]));
        SampleRoll.Move(mover, "tannery-hill", SampleRoll.Joins(DefaultCalendar.For(Now), new DateOnly(2025, 11, 30)));
        roll.AddBriefly("millrace", Now, "6", new DateOnly(2025, 8, 28), new DateOnly(2025, 9, 12));
        roll.AddBriefly("tannery-hill", Now, "8", new DateOnly(2026, 1, 26), Now.End);
    }

    private PlanFile Make(PlanFile plan, decimal absence)
    {
        var figures = new SchoolFigures(plan, absence);
        var marks = new Dictionary<Pupil, Dictionary<DateOnly, DayMark>>();
        foreach (var year in (SchoolYear[])[Before, Now])
        {
            var last = year == Now ? SampleClock.LastLoad.AddDays(-1) : year.End;
            var days = new AbsenceMaker(plan.School, year, last, Schools.Single(s => s.School == plan.School).More, dice);
            List<Pupil> there = [.. roll.Pupils.Where(p => p.Stays.Exists(s => s.School == plan.School && s.Year == year))];
            var made = new SampleYear(days, there, days.Of(there, figures.Absence(year)));
            Years.Add(made);
            foreach (var (pupil, its) in made.Marks)
            {
                marks[pupil] = marks.GetValueOrDefault(pupil, []).Concat(its).ToDictionary();
            }
        }

        var records = new RecordMaker(
            plan.School, [.. marks.Keys], marks.ToDictionary(m => m.Key, m => (IReadOnlyDictionary<DateOnly, DayMark>)m.Value), dice);
        var counted = plan.With(b => b.MeasureOf().Id == "attendance_rate" ? b with { Figures = [.. b.Figures.Select(f => Rates(plan.School, f))] } : b);
        foreach (var benchmark in counted.Benchmarks)
        {
            if (catalog.Find(benchmark.MeasureOf().Id)?.Formula is RecordFormula formula)
            {
                Records.AddRange(records.Of(benchmark, formula));
            }
        }

        Records.AddRange(records.Incidents(Now));
        return counted;
    }

    /// <summary>A month's attendance of each group: days present over days on the roll, on as many students as there were.</summary>
    private FigureFile Rates(string school, FigureFile figure)
    {
        var period = figure.Days();
        var year = Years.Single(y => y.Days.School == school && y.Days.Year == SchoolYear.Of(period.End));
        var days = year.Days.Days.Where(d => period.Contains(d) && d <= year.Days.Last).ToList();
        return figure with
        {
            Values = figure.Values!.ToDictionary(f => f.Key, f =>
            {
                var students = year.Roll.Where(p => f.Key == StudentGroup.All || p.GroupsIn(year.Days.Year).Contains(f.Key))
                    .Select(p => (Pupil: p, Member: days.Count(d => year.Days.IsThere(p, d)))).Where(p => p.Member > 0).ToList();
                var away = students.Sum(p => days.Count(d => year.Days.IsThere(p.Pupil, d) && year.Marks[p.Pupil].TryGetValue(d, out var mark) && mark != DayMark.Tardy));
                var member = students.Sum(p => p.Member);
                return new[] { Benchmarks.Exact.Of(100L * (member - away), member).Round(6), students.Count };
            }),
        };
    }
}
