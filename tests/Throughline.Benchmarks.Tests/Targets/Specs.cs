using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Tests.Targets;

/// <summary>Benchmarks of every form, made at random from a seed.</summary>
internal sealed class Specs(int seed)
{
    private static readonly string[] Groups = ["all", "low_income", "disability", "grade_9", "north:band"];

    private static readonly Cadence[] Cadences =
    [
        Cadence.Day, Cadence.Week, new(CadenceUnit.Week, 2), new(CadenceUnit.Week, 6), Cadence.Month, Cadence.Quarter,
        Cadence.Semester, Cadence.Year, new(CadenceUnit.Administration), new(CadenceUnit.Event),
    ];

    private readonly Random random = new(seed);

    public static int Forms => 17;

    public BenchmarkSpec Next(int form) =>
        new(Measure(), [.. Groups.Where(_ => random.Next(2) == 0).DefaultIfEmpty("all")], Target(form, 2));

    private Measure Measure()
    {
        var catalog = MeasureCatalog.Default.Measures;
        if (random.Next(2) == 0)
        {
            return catalog[random.Next(catalog.Count)] with { Unit = Unit.Percent };
        }

        return new Measure("own_" + random.Next(100), random.Next(1, 9), Unit.Percent, random.Next(3) switch
        {
            0 => Direction.Increase,
            1 => Direction.Decrease,
            _ => null,
        })
        {
            Name = "Own “measure” " + random.Next(100),
            FullCount = random.Next(2) == 0,
            Cadence = random.Next(2) == 0 ? Every() : null,
            Decimals = random.Next(0, 7),
            Margin = random.Next(2) == 0 ? Value() : null,
            SteadySize = random.Next(0, 100),
        };
    }

    private Target Target(int form, int depth) => form switch
    {
        0 => (random.Next(2) == 0 ? new Level(Value(), By(), null) : new Level(Value(), null, Every())) with { Strict = random.Next(2) == 0 },
        1 => new Ladder(Rungs("2026-01-01", 5)),
        2 => new FromTo(Value(), Value(), By(), Path(), random.Next(2) == 0 ? Cases.Day("2025-09-30") : null),
        3 => new Change(Amount(), In(), Baseline(), By()),
        4 => new PerPeriod(Amount(), In(), Every(), Baseline()),
        5 => new PriorPeriod(random.Next(2) == 0 ? 0 : Amount(), In(), Every()),
        6 => new SamePeriodLastYear(random.Next(2) == 0 ? 0 : Amount(), In(), Every()),
        7 => random.Next(2) == 0 ? new Gap("state", Value(), Value(), By(), null) : new Gap("white", null, null, null, Every()),
        8 => random.Next(2) == 0 ? new Maintain(Value(), null, Every()) : new Maintain(null, Value(), Every()),
        9 => new Branch(When(), Inner(depth), Inner(depth)),
        10 => new Representation("enrolment", Value()),
        11 => new Milestone(By()),
        12 => new Recurring(Every(), Amount()),
        13 => new EventRelative(random.Next(0, 300), "professional development", Amount()),
        14 => new CountPer(Amount(), "teacher", Every(), Amount()),
        15 => new EveryMember((MemberKind)random.Next(6), Inner(depth)),
        _ => new AllOf([Inner(depth), Inner(depth)]),
    };

    private Target Inner(int depth) => Target(random.Next(depth == 0 ? 9 : Forms), Math.Max(0, depth - 1));

    private BranchCondition When() => random.Next(3) switch
    {
        0 => new BranchCondition(Value(), null, []),
        1 => new BranchCondition(null, Value(), ["grade_9", "grade_10"]),
        _ => new BranchCondition(null, null, ["grade_9"]),
    };

    private Baseline? Baseline() => random.Next(4) switch
    {
        0 => null,
        1 => new Baseline(Value(), null),
        2 => new Baseline(null, Cases.Day("2025-09-30")),
        _ => new Baseline(Value(), Cases.Day("2025-09-30")),
    };

    private TargetPath Path() => random.Next(4) switch
    {
        0 => new TargetPath(PathShape.Step, []),
        1 => new TargetPath(PathShape.Exponential, []),
        2 => new TargetPath(PathShape.Given, Rungs("2025-11-01", 2)),
        _ => TargetPath.Linear,
    };

    private List<Rung> Rungs(string first, int most)
    {
        var day = Cases.Day(first);
        return [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(i => new Rung(Value(), day = day.AddDays(random.Next(1, 20))))];
    }

    private DateOnly By() => Cases.Day("2026-01-31").AddDays(random.Next(1000));

    private Cadence Every() => Cadences[random.Next(Cadences.Length)];

    private ChangeUnit In() => (ChangeUnit)random.Next(2);

    private Exact Value() => Exact.Of(random.Next(0, 100_000_001), 1_000_000);

    private Exact Amount() => Exact.Of(random.Next(1, 1001), 10);
}
