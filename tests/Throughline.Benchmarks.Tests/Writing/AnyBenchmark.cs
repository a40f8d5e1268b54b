using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Tests.Writing;

/// <summary>Benchmarks of every form, drawn from a seed: every measure, group, cadence, path, starting value and member.</summary>
internal sealed class AnyBenchmark(int seed)
{
    /// <summary>In the order of docs/contracts.md.</summary>
    public static readonly string[] Forms =
    [
        "level", "ladder", "from_to", "change", "per_period", "prior_period", "same_period_last_year", "gap", "maintain", "branch",
        "representation", "milestone", "cadence", "event_relative", "count_per", "every_member", "all_of",
    ];

    private static readonly string[] Names =
    [
        "new student", "enrolment", "student each day", "North district", "state", "“quoted” name", "”", "teacher", "PLC meeting (K–2)", "a; b, c and d.", "white students",
    ];

    private static readonly string[] OwnGroups = ["north:band", "east:Readers, grade 3 and up"];

    private readonly Random random = new(seed);
    private Measure measure = MeasureCatalog.Default.Measures[0];
    private Direction way;

    public BenchmarkSpec Of(string form)
    {
        measure = One(MeasureCatalog.Default.Measures);
        way = measure.Direction ?? One(Enum.GetValues<Direction>());
        var target = Target(form, 0);
        return new BenchmarkSpec(measure with { Direction = measure.Direction ?? (AsksAWay(target) ? way : null) }, Groups(), target);
    }

    private static bool AsksAWay(Target target) => target switch
    {
        FromTo t => t.From != t.To,
        Branch t => AsksAWay(t.Then) || AsksAWay(t.Else),
        EveryMember t => AsksAWay(t.Inner),
        AllOf t => t.Targets.Any(AsksAWay),
        Gap or Representation or Milestone or Recurring or EventRelative or CountPer => false,
        _ => true,
    };

    private Target Target(string form, int depth) => form switch
    {
        "level" => Chance() ? new Level(Value(), Day(), null) { Strict = Chance() } : new Level(Value(), null, Every()) { Strict = Chance() },
        "ladder" => new Ladder(Rungs(Day(), random.Next(1, 5))),
        "from_to" => FromTo(),
        "change" => Change(),
        "per_period" => new PerPeriod(Amount(), In(), Every(), Start(Day())),
        "prior_period" => Chance() ? new PriorPeriod(0, ChangeUnit.Points, Every()) : new PriorPeriod(Amount(), In(), Every()),
        "same_period_last_year" => Chance() ? new SamePeriodLastYear(0, ChangeUnit.Points, Every()) : new SamePeriodLastYear(Amount(), In(), Every()),
        "gap" => new Gap(
            Chance() ? One(Names) : One([.. StudentGroup.Names]), Chance() ? Points() : null, Chance() ? Points() : null,
            Chance() ? Day() : null, null) is { By: { } } gap ? gap : new Gap(One(Names), Points(), Chance() ? Points() : null, null, Every()),
        "maintain" => way == Direction.Increase ? new Maintain(Value(), null, Every()) : new Maintain(null, Value(), Every()),
        "branch" => new Branch(When(), Inner(depth), Inner(depth)),
        "representation" => new Representation(One(Names), random.Next(0, 40) / (Exact)4),
        "milestone" => new Milestone(Day()),
        "cadence" => new Recurring(Every(), Share()),
        "event_relative" => new EventRelative(random.Next(0, 367), One(Names), Share()),
        "count_per" => new CountPer(Amount(), One(Names), Every(), Share()),
        "every_member" => new EveryMember(One(Enum.GetValues<MemberKind>()), Inner(depth)),
        _ => new AllOf([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Inner(depth))]),
    };

    private Target Inner(int depth) => Target(depth < 3 ? One(Forms) : Forms[random.Next(0, 9)], depth + 1);

    private FromTo FromTo()
    {
        var (from, to) = (Value(), Value());
        (from, to) = (from < to) == (way == Direction.Increase) ? (from, to) : (to, from);
        var start = Day();
        var points = Rungs(start, random.Next(1, 4));
        var shape = One(Enum.GetValues<PathShape>());
        return new FromTo(
            from, to, points[^1].By.AddDays(random.Next(1, 200)), new TargetPath(shape, shape == PathShape.Given ? points : []), Chance() ? start : null);
    }

    private Change Change()
    {
        var start = Day();
        return new Change(Amount(), In(), Start(start), start.AddDays(random.Next(1, 900)));
    }

    private List<Rung> Rungs(DateOnly start, int count)
    {
        var rungs = new List<Rung>();
        for (var day = start.AddDays(random.Next(1, 100)); rungs.Count < count; day = day.AddDays(random.Next(1, 100)))
        {
            rungs.Add(new Rung(Value(), day));
        }

        return rungs;
    }

    private Baseline? Start(DateOnly day) => random.Next(4) switch
    {
        0 => null,
        1 => new Baseline(Value(), null),
        2 => new Baseline(null, day),
        _ => new Baseline(Value(), day),
    };

    private BranchCondition When()
    {
        var grades = Enumerable.Range(0, random.Next(4)).Select(_ => One(["K", "1", "2", "12", "grade 9", "PK"])).ToList();
        return (random.Next(4), grades.Count) switch
        {
            (0, > 0) => new BranchCondition(null, null, grades),
            (1, _) => new BranchCondition(null, Value(), grades),
            (2, _) => new BranchCondition(Value(), Value(), grades),
            _ => new BranchCondition(Value(), null, grades),
        };
    }

    private List<string> Groups()
    {
        string[] all = [.. StudentGroup.Names, .. OwnGroups];
        return random.Next(3) == 0 ? [StudentGroup.All] : [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => One(all)).Distinct()];
    }

    private Cadence Every() => random.Next(3) == 0
        ? new Cadence(CadenceUnit.Week, random.Next(2, 53))
        : new Cadence(One(Enum.GetValues<CadenceUnit>()));

    private DateOnly Day() => new DateOnly(2020, 1, 1).AddDays(random.Next(0, 4000));

    private Exact Value() => measure.Unit switch
    {
        Unit.Percent or Unit.PercentagePoints => Exact.Of(random.Next(0, 1001), 10),
        Unit.Count => random.Next(0, 12_000),
        _ => Exact.Of(random.Next(0, 4_000_000), One([1, 10, 1000])),
    };

    private Exact Amount() => Exact.Of(random.Next(1, 2000), One([1, 2, 10, 100]));

    private Exact Points() => Exact.Of(random.Next(-200, 400), One([1, 2, 10]));

    private Exact Share() => Chance() ? 100 : Exact.Of(random.Next(1, 200), 2);

    private ChangeUnit In() => One(Enum.GetValues<ChangeUnit>());

    private bool Chance() => random.Next(2) == 0;

    private T One<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
