using System.Net;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Overview;

/// <summary>
/// A district of three schools with plans, made row by row: at Tannery Hill English learners are off track, at Millrace
/// on track, and at Cobbler's Green there are too few of them to show. Today is February 11, 2026.
/// </summary>
internal static class OverviewSite
{
    public const string Principal = "Principal";
    public const string Counselor = "Counselor";
    public const string Liaison = "District liaison";
    public const string StateStaff = "State staff";
    public const string Administrator = "Administrator";
    public const string Registrar = "Registrar";

    private static readonly DateTimeOffset Begin = new(2025, 9, 2, 12, 0, 0, TimeSpan.Zero);

    public static async Task<RunningSite> StartAsync(string provider)
    {
        var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await using (var db = site.Database.Context())
        {
            await FillAsync(db);
        }

        await site.Database.AddAsync(Principal, RoleKind.SchoolLeader, "s1");
        await site.Database.AddAsync(Counselor, RoleKind.TeamMember, "s1");
        await site.Database.AddAsync(Liaison, RoleKind.District, "d1");
        await site.Database.AddAsync(StateStaff, RoleKind.State);
        await site.Database.AddAsync(Administrator, RoleKind.Administrator);
        var registrar = await site.Database.AddAsync(Registrar, RoleKind.SchoolLeader, "s1");
        await using (var db = site.Database.Context())
        {
            var school = db.Organizations.Single(o => o.Code == "s1");
            db.Grants.Add(new Grant
            {
                AccountId = registrar.Id,
                OrganizationId = school.Id,
                Kind = GrantKind.Students,
                FirstDay = new DateOnly(2025, 7, 1),
                RecordedAt = Begin,
                Who = "tester",
            });
            await db.SaveChangesAsync();
        }

        await site.SignInAsync(Principal);
        return site;
    }

    /// <summary>A form of a page, filled in and sent.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this RunningSite site, string address, params (string Name, string Value)[] answers)
    {
        var page = await site.PageAsync(address);
        var form = page.QuerySelectorAll("main form[method=post]")[^1];
        var fields = form.QuerySelectorAll("input[name],textarea[name],select[name]")
            .Where(f => !answers.Any(a => a.Name == f.GetAttribute("name")))
            .Select(f => KeyValuePair.Create(f.GetAttribute("name")!, f.GetAttribute("value") ?? f.TextContent))
            .Concat(answers.Select(a => KeyValuePair.Create(a.Name, a.Value)));
        return await site.Client.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    public static void IsRedirect(this HttpResponseMessage response, string to)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(to, response.Headers.Location?.ToString());
    }

    private static async Task FillAsync(ThroughlineDb db)
    {
        var state = await AddAsync(db, new Organization { Code = Organization.StateCode, Kind = OrganizationKind.State, Name = "Bay State" });
        var district = await AddAsync(db, new Organization { Code = "d1", Kind = OrganizationKind.District, Name = "Ashmere", ParentId = state.Id });
        var other = await AddAsync(db, new Organization { Code = "d2", Kind = OrganizationKind.District, Name = "Elsewhere", ParentId = state.Id });
        var attendance = await AddAsync(db, new Priority { OrganizationId = district.Id, Name = "Attendance", Position = 1 });
        await AddAsync(db, new Priority { OrganizationId = district.Id, Name = "Belonging", Position = 2 });
        await SchoolAsync(db, "s1", "Tannery Hill", district, attendance, english: (49, 138));
        await SchoolAsync(db, "s2", "Millrace", district, attendance, english: (24, 121));
        await SchoolAsync(db, "s3", "Cobbler’s Green", district, attendance, english: (2, 8));
        await SchoolAsync(db, "x1", "Hidden Valley", other, attendance, english: (20, 90));
        var tannery = db.Organizations.Single(o => o.Code == "s1");
        await AddAsync(db, Model.Support.Promise(tannery, "One system for support records", "Student services", new DateOnly(2026, 1, 15), "tester", Begin).Support);
        await AddAsync(db, Model.Support.Promise(tannery, "Two more coaching days", "Teaching and learning", new DateOnly(2026, 3, 1), "tester", Begin).Support);
    }

    /// <summary>A school with a plan: one initiative with early evidence that stopped in November, absence by group, and a draft.</summary>
    private static async Task SchoolAsync(ThroughlineDb db, string code, string name, Organization district, Priority priority, (long Of, long All) english)
    {
        var school = await AddAsync(db, new Organization { Code = code, Kind = OrganizationKind.School, Name = name, ParentId = district.Id, GradeLow = "6", GradeHigh = "8" });
        var plan = await AddAsync(db, new Plan { OrganizationId = school.Id, Name = "Improvement plan", FirstYear = 2025, LatestYear = 2027, RecordedAt = Begin });
        var objective = await AddAsync(db, new Objective { PlanId = plan.Id, Code = "A", Title = "Students want to be here", Position = 1, RecordedAt = Begin });
        var initiative = await AddAsync(db, new Initiative
        {
            PlanId = plan.Id,
            ObjectiveId = objective.Id,
            Code = "A1",
            Title = "Reach families early",
            PriorityId = priority.Id,
            Position = 1,
            RecordedAt = Begin,
        });
        var done = await BenchmarkAsync(db, plan, initiative, "A1-A1", BenchmarkType.Activity, "Team meets", new Milestone(new DateOnly(2025, 10, 1)));
        await AddAsync(db, new Tally
        {
            PlanId = plan.Id,
            BenchmarkId = done.Id,
            Group = "all",
            PeriodStart = new DateOnly(2025, 7, 1),
            PeriodEnd = new DateOnly(2025, 10, 1),
            DoneOn = new DateOnly(2025, 9, 20),
            RecordedAt = Begin,
            Who = "tester",
        });
        var early = await BenchmarkAsync(db, plan, initiative, "A1-E1", BenchmarkType.EarlyEvidence, "Families reached", new Level(70, null, Cadence.Month), "family_contact");
        await TallyAsync(db, early, "all", 10, 100, 130);
        await TallyAsync(db, early, "all", 11, 104, 130);
        var absence = await BenchmarkAsync(
            db, plan, initiative, "A1-S1", BenchmarkType.ShortTermOutcome, "Chronic absence", new FromTo(31, 22, new DateOnly(2026, 6, 30), TargetPath.Linear));
        foreach (var (month, of) in new[] { (9, 113L), (10, 121L), (11, 128L), (12, 140L), (1, 135L) })
        {
            await TallyAsync(db, absence, "all", month, of, 542);
            await TallyAsync(db, absence, "english_learner", month, english.Of, english.All);
            await TallyAsync(db, absence, "asian", month, 2, 6);
            await TallyAsync(db, absence, "white", month, of - 5, 524);
            await TallyAsync(db, absence, "multi_race", month, 3, 12);
        }

        var (draft, added) = plan.AddBenchmark("A1-S2", BenchmarkType.ShortTermOutcome, "More students will feel better.", null, null, null, "tester", Begin);
        (draft.InitiativeId, draft.ObjectiveId) = (initiative.Id, objective.Id);
        await db.SaveNewAsync(draft, () => draft.Id, added, default);
    }

    private static async Task<Benchmark> BenchmarkAsync(
        ThroughlineDb db, Plan plan, Initiative initiative, string code, BenchmarkType type, string name, Target target, string measure = "absence_to_date")
    {
        var what = new Measure(measure, 1, Unit.Percent, target is FromTo ? Direction.Decrease : Direction.Increase) { Name = name, Cadence = Cadence.Month };
        var (benchmark, added) = plan.AddBenchmark(code, type, $"{name} as written.", new BenchmarkSpec(what, ["all"], target), null, null, "tester", Begin);
        (benchmark.InitiativeId, benchmark.ObjectiveId, benchmark.Name, benchmark.Owner) = (initiative.Id, initiative.ObjectiveId, name, "student support team");
        await db.SaveNewAsync(benchmark, () => benchmark.Id, added, default);
        var (publication, published) = benchmark.Publish(null, "tester", Begin)!.Value;
        await db.SaveNewAsync(publication, () => benchmark.Id, published, default);
        return benchmark;
    }

    /// <summary>A month's figure, recorded three days after its end.</summary>
    private static async Task TallyAsync(ThroughlineDb db, Benchmark benchmark, string group, int month, long of, long all)
    {
        var period = Period.Month(month >= 7 ? 2025 : 2026, month);
        db.Tallies.Add(new Tally
        {
            PlanId = benchmark.PlanId,
            BenchmarkId = benchmark.Id,
            Group = group,
            PeriodStart = period.Start,
            PeriodEnd = period.End,
            Numerator = of,
            Denominator = all,
            RecordedAt = new DateTimeOffset(period.End.AddDays(3).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
            Who = "tester",
        });
        await db.SaveChangesAsync();
    }

    private static async Task<T> AddAsync<T>(ThroughlineDb db, T row)
        where T : class
    {
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }
}
