using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Tests.Support;

/// <summary>One invented school with a plan of one objective and one initiative, and the people who work on it.</summary>
internal static class PlanForTests
{
    public const string School = "01230045";
    public const string Leader = "Principal";
    public const string Member = "ELA coach";
    public const string Reader = "Liaison";

    public static readonly DateTimeOffset August = new(2025, 8, 28, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The school, its plan C and C1, and accounts: a leader, a team member, a reader without grants.</summary>
    public static async Task<Plan> AddPlanAsync(this Database database)
    {
        await using var db = database.Context();
        var state = new Organization { Code = Organization.StateCode, Kind = OrganizationKind.State, Name = "Test state", RecordedAt = August };
        var district = new Organization { Code = "0123", Kind = OrganizationKind.District, Name = "Ashmere", Parent = state, RecordedAt = August };
        var school = new Organization { Code = School, Kind = OrganizationKind.School, Name = "Tannery Hill Middle School", Parent = district, RecordedAt = August };
        db.AddRange(state, district, school);
        await db.SaveChangesAsync();
        var (plan, added) = school.AddPlan("Sustainable Improvement Plan", Plan.UsualKind, new SchoolYear(2025), new SchoolYear(2027), "tester", August);
        await db.SaveNewAsync(plan, () => plan.Id, added, default);
        var (objective, said) = plan.AddObjective("C", "Every student is here and known", 1, "tester", August);
        await db.SaveNewAsync(objective, () => objective.Id, said, default);
        var (initiative, made) = objective.AddInitiative("C1", "Attendance team", null, "", null, 1, "tester", August);
        await db.SaveNewAsync(initiative, () => initiative.Id, made, default);
        await database.AddAsync(Leader, RoleKind.SchoolLeader, School);
        await database.AddAsync(Member, RoleKind.TeamMember, School);
        await database.AddAsync(Reader, RoleKind.Reader, School);
        return plan;
    }

    /// <summary>A published benchmark of C1 (or C), checked monthly.</summary>
    public static async Task<Benchmark> AddBenchmarkAsync(this Database database, Plan plan, string code, BenchmarkType type, string statement, Counted counts = Counted.Students, string? name = null)
    {
        await using var db = database.Context();
        var understood = Understanding.Of(statement, null);
        Assert.NotNull(understood.Spec);
        var spec = understood.Spec with { Measure = understood.Spec.Measure with { Cadence = Cadence.Month } };
        var objective = db.Objectives.Single(o => o.PlanId == plan.Id);
        var initiative = db.Initiatives.Single(i => i.PlanId == plan.Id);
        var (benchmark, added) = plan.AddBenchmark(code, type, statement, spec, null, null, "tester", August);
        (benchmark.ObjectiveId, benchmark.InitiativeId) = (objective.Id, type == BenchmarkType.FinalOutcome ? null : initiative.Id);
        _ = benchmark.Describe(new BenchmarkDetails(name, "attendance team", null, "Daily attendance records", "month", null, null, counts), "tester", August);
        await db.SaveNewAsync(benchmark, () => benchmark.Id, added, default);
        var (publication, published) = benchmark.Publish(null, "tester", August)!.Value;
        await db.SaveNewAsync(publication, () => benchmark.Id, published, default);
        return benchmark;
    }

    /// <summary>Counts of a month, recorded on the third day after it.</summary>
    public static async Task EnterAsync(this Database database, Benchmark benchmark, string group, int year, int month, long numerator, long denominator)
    {
        await using var db = database.Context();
        var period = Period.Month(year, month);
        db.Tallies.Add(new Tally
        {
            PlanId = benchmark.PlanId,
            BenchmarkId = benchmark.Id,
            Group = group,
            PeriodStart = period.Start,
            PeriodEnd = period.End,
            Numerator = numerator,
            Denominator = denominator,
            RecordedAt = new DateTimeOffset(period.End.AddDays(3).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            Who = "tester",
        });
        await db.SaveChangesAsync();
    }
}
