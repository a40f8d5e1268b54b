using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Language;
using Throughline.Data;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.SampleDistrict;

/// <summary>What stands around the figures: plans, people, promises, histories; and that it is always the same.</summary>
public sealed class DistrictTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 2, 11, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Loading_it_again_gives_the_same_rows_on_every_database()
    {
        var first = await DumpAsync(sample.DatabaseOn(SqliteAttribute.Name));
        foreach (var provider in TestDatabase.Providers)
        {
            await using var again = await LoadedSample.LoadAsync(provider);
            Assert.Equal(first, await DumpAsync(again.Database));
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task The_fourteen_schools_have_a_plan_of_one_to_three_objectives_and_four_benchmarks_or_more(string provider)
    {
        var schools = (await sample.AllAsync(provider)).GroupBy(k => k.School).ToList();
        await using var db = sample.On(provider);
        var objectives = (await db.Objectives.ToListAsync()).CountBy(o => o.PlanId).ToDictionary();
        Assert.Equal(14, schools.Count);
        Assert.All(schools, s =>
        {
            Assert.InRange(s.Count(k => k.Benchmark.Publications.Count > 0), 4, 20);
            Assert.InRange(objectives[Assert.Single(s.Select(k => k.Benchmark.PlanId).Distinct())], 1, 3);
        });
        Assert.Equal(20, schools.Single(s => s.Key == LoadedSample.Hill).Count());
        Assert.Equal(["Grade-level literacy", "Timely support", "Attendance", "Belonging"], await db.Priorities.OrderBy(p => p.Position).Select(p => p.Name).ToListAsync());
        Assert.All(await db.Initiatives.ToListAsync(), i => Assert.NotNull(i.PriorityId));
    }

    [Fact]
    public async Task Benchmarks_have_codes_of_their_place_and_type()
    {
        await using var db = sample.On(SqliteAttribute.Name);
        var initiatives = await db.Initiatives.ToDictionaryAsync(i => i.Id, i => i.Code);
        var objectives = await db.Objectives.ToDictionaryAsync(o => o.Id, o => o.Code);
        Assert.All((await sample.AllAsync(SqliteAttribute.Name)).Select(k => k.Benchmark), b => Assert.StartsWith(
            $"{(b.InitiativeId is { } id ? initiatives[id] : objectives[b.ObjectiveId!.Value])}-{Codes.LetterOf(b.Type)}", b.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A1_E1_has_two_wordings_that_were_in_force_and_a_draft_with_two_findings_to_fix()
    {
        var benchmark = (await sample.OneAsync(SqliteAttribute.Name, "A1-E1")).Benchmark;
        Assert.Equal(
            [(new DateOnly(2025, 6, 18), "planning team"), (new DateOnly(2025, 8, 28), "ELA coach")],
            benchmark.Publications.OrderBy(p => p.At).Select(p => (DateOnly.FromDateTime(p.At.Date), p.Who)));
        Assert.StartsWith("Increase by 25% the core classrooms", benchmark.Statement, StringComparison.Ordinal);
        Assert.Null(benchmark.Structure);
        var fix = Understanding.Of(benchmark.Statement, Publication.ReadMeasure(benchmark.NamedMeasure!)).Findings.Where(f => f.Severity == Severity.Fix);
        Assert.Equal(["arithmetic", "no_date"], fix.Select(f => f.Code).Order());
    }

    [Theory, Sqlite, Postgres]
    public async Task The_accounts_have_no_password_and_the_roles_and_grants_of_the_story(string provider)
    {
        await using var db = sample.On(provider);
        var accounts = await db.Accounts.OrderBy(a => a.Id).ToListAsync();
        Assert.All(accounts, a =>
        {
            Assert.True(a is { IsSample: true, PasswordHash: null, SecurityStamp: not null, LockoutEnabled: true, LatestVisit: null });
            Assert.Equal(a.UserName!.ToUpperInvariant(), a.NormalizedUserName);
            Assert.Equal(new DateTimeOffset(2026, 2, 9, 7, 20, 0, TimeSpan.Zero), a.PreviousVisit);
        });
        var roles = await db.Roles.OrderBy(r => r.AccountId).Join(db.Organizations, r => r.OrganizationId, o => o.Id, (r, o) => new { r.AccountId, r.Kind, o.Code }).ToListAsync();
        var grants = (await db.Grants.ToListAsync()).ToLookup(g => g.AccountId, g => g.Kind.ToString());
        Assert.Equal(
            [
                "principal@ashmere.example SchoolLeader tannery-hill ",
                "ela.coach@ashmere.example TeamMember tannery-hill ",
                "assistant.principal@ashmere.example TeamMember tannery-hill ",
                "registrar@ashmere.example TeamMember tannery-hill Students",
                "teacher@ashmere.example TeamMember tannery-hill Observations",
                "school.council@ashmere.example Reader tannery-hill ",
                "district.liaison@ashmere.example District ashmere ",
                "superintendent@ashmere.example Administrator ashmere Students Observations",
                "state.reviewer@ashmere.example State state ",
                "administrator@ashmere.example Administrator state ",
            ],
            accounts.Zip(roles, (a, r) => $"{a.UserName} {r.Kind} {r.Code} {string.Join(' ', grants[a.Id].OrderDescending())}"));
        var owned = await db.Benchmarks.Where(b => b.OwnerId != null).ToListAsync();
        Assert.Equal(15, owned.Count);
    }

    [Theory, Sqlite, Postgres]
    public async Task Promises_are_fourteen_delivered_five_late_and_nine_on_time(string provider)
    {
        await using var db = sample.On(provider);
        var supports = await db.Supports.ToListAsync();
        var open = supports.Where(s => s.DeliveredOn is null).ToList();
        Assert.Equal((14, 5, 9), (supports.Count - open.Count, open.Count(s => s.PromisedFor < LoadedSample.Today), open.Count(s => s.PromisedFor >= LoadedSample.Today)));
        Assert.Equal(27, LoadedSample.Today.DayNumber - open.Min(s => s.PromisedFor).DayNumber);
    }

    [Theory, Sqlite, Postgres]
    public async Task Histories_begin_when_the_plans_were_written(string provider)
    {
        await using var db = sample.On(provider);
        var plans = await db.Plans.Where(p => p.Organization!.Kind == OrganizationKind.School).Select(p => p.Id).ToListAsync();
        var events = await db.Events.Where(e => e.PlanId != null && plans.Contains(e.PlanId.Value)).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(events.Select(e => e.At).Order(), events.Select(e => e.At));
        Assert.Equal(["added", "figure entered", "published", "wording"], events.Select(e => e.What).Distinct().Order());
        Assert.All(events, e => Assert.True(e.SubjectId > 0 && e.At >= new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero).AddYears(-1)));
        Assert.Equal("2026-02-11", (await db.Settings.SingleAsync(s => s.Name == Setting.SampleDay)).Value);
    }

    /// <summary>Every table with the checksum of its rows; what a backup would hold.</summary>
    private static async Task<List<(string, long, string)>> DumpAsync(Database database)
    {
        var file = Path.Combine(database.Folder, $"{Guid.NewGuid():N}.zip");
        var kept = await Backup.WriteAsync(database, file, Clock, default);
        return [.. kept.Tables.Select(t => (t.Name, (long)t.Rows, t.Sha256))];
    }
}
