using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Model;

/// <summary>An improvement plan of an organization, over whole school years.</summary>
public sealed class Plan : IStamped
{
    /// <summary>The kind of a plan of which nothing more is known.</summary>
    public const string UsualKind = "improvement_plan";

    /// <summary>The stamp of the list of plans, raised by every change of a plan itself.</summary>
    public const string ListStamp = "plans";

    public int Id { get; set; }

    public int OrganizationId { get; set; }

    public Organization? Organization { get; set; }

    public required string Name { get; set; }

    /// <summary>The id of its kind in a pack: "sustainable_improvement".</summary>
    public string Kind { get; set; } = UsualKind;

    /// <summary>The first school year, by the calendar year it ends in.</summary>
    public int FirstYear { get; set; }

    /// <summary>The last school year, included.</summary>
    public int LatestYear { get; set; }

    /// <summary>How many codes its benchmarks outside the chain have used, removed ones included.</summary>
    public int LastCode { get; set; }

    /// <summary>Goes up with every change of the plan itself; its parts have their own.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset RecordedAt { get; set; }

    public ICollection<Benchmark> Benchmarks { get; } = [];

    public string Stamp => StampOf(Id);

    public static string StampOf(int id) => string.Create(CultureInfo.InvariantCulture, $"plan:{id}");

    /// <summary>The days over which its benchmarks run: from 1 July of the first to 30 June of the last year.</summary>
    public SchoolCalendar Span() => new(new SchoolYear(FirstYear).Start, new SchoolYear(LatestYear).End);

    /// <summary>Whether a school year is one of its own, both ends included.</summary>
    public bool Covers(SchoolYear year) => year.EndYear >= FirstYear && year.EndYear <= LatestYear;

    /// <summary>Changes its name, kind or years; null where nothing changes.</summary>
    public Event? Change(string name, string kind, SchoolYear first, SchoolYear latest, string who, DateTimeOffset now)
    {
        var before = Said();
        (Name, Kind, FirstYear, LatestYear) = (name, kind, first.EndYear, latest.EndYear);
        if (before == Said())
        {
            return null;
        }

        Version++;
        return new Event { At = now, Who = who, Subject = "plan", SubjectId = Id, PlanId = Id, What = "changed", Before = before, After = Said() };
    }

    /// <summary>A new strategic objective, with a code that the plan has never used.</summary>
    public (Objective Objective, Event Added) AddObjective(string code, string title, int position, string who, DateTimeOffset now)
    {
        var objective = new Objective { PlanId = Id, Code = code, Title = title, Position = position, RecordedAt = now };
        return (objective, objective.EventOf("added", null, title, who, now));
    }

    /// <summary>A new benchmark of this plan outside its chain, with the next code that the plan has never used.</summary>
    /// <param name="statement">The sentence as typed.</param>
    /// <param name="spec">What it was read as; null for a draft that does not determine a target yet.</param>
    /// <param name="named">The measure a person named; null where it was found by the words.</param>
    /// <param name="measure">The stored version of the spec's measure; null where it is the plan's own.</param>
    /// <param name="who">Who adds it.</param>
    /// <param name="now">When.</param>
    public (Benchmark Benchmark, Event Added) AddBenchmark(
        string statement, BenchmarkSpec? spec, Measure? named, MeasureVersion? measure, string who, DateTimeOffset now) =>
        AddBenchmark(string.Create(CultureInfo.InvariantCulture, $"B{++LastCode}"), BenchmarkType.FinalOutcome, statement, spec, named, measure, who, now);

    /// <summary>The same with a code of the chain: "A1-E1".</summary>
    public (Benchmark Benchmark, Event Added) AddBenchmark(
        string code, BenchmarkType type, string statement, BenchmarkSpec? spec, Measure? named, MeasureVersion? measure, string who, DateTimeOffset now)
    {
        var benchmark = new Benchmark
        {
            PlanId = Id,
            Code = code,
            Type = type,
            Statement = statement,
            Structure = spec is null ? null : BenchmarkJson.ToText(Pin(spec)),
            NamedMeasure = named is null ? null : Publication.ToText(named),
            MeasureVersionId = measure?.Id,
            MeasureConfirmed = named is not null,
            RecordedAt = now,
        };
        return (benchmark, new Event { At = now, Who = who, Subject = "benchmark", PlanId = Id, What = "added", After = statement });
    }

    /// <summary>
    /// The structure that is kept: a change without a starting value counts from the year before the plan, so that the
    /// start never moves as figures come in.
    /// </summary>
    internal BenchmarkSpec Pin(BenchmarkSpec spec) => spec with { Target = Pin(spec.Target) };

    private Target Pin(Target target) => target switch
    {
        Change { Baseline: null } change => change with { Baseline = new Baseline(null, new SchoolYear(FirstYear).Previous.End) },
        EveryMember every => every with { Inner = Pin(every.Inner) },
        AllOf all => all with { Targets = [.. all.Targets.Select(Pin)] },
        _ => target,
    };

    private string Said() => $"{Name} | {Kind} | {new SchoolYear(FirstYear)} | {new SchoolYear(LatestYear)}";
}
