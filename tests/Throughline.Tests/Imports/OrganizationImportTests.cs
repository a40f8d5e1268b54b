using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Imports;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Imports;

[Collection(MassachusettsGroup.Name)]
public sealed class OrganizationImportTests(Massachusetts state)
{
    [SharedTheory, Sqlite, Postgres]
    public async Task The_published_directories_make_a_state_with_its_districts_and_schools(string provider)
    {
        await using var db = state.On(provider).Database.Context();
        var counts = await db.Organizations.GroupBy(o => o.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Assert.Equal((1, 1_962), (counts[OrganizationKind.State], counts[OrganizationKind.School]));
        Assert.True(counts[OrganizationKind.District] >= 411);
        var school = await db.Organizations.Include(o => o.Parent!.Parent).Include(o => o.Names).SingleAsync(o => o.Code == "00010001");
        Assert.Equal(
            ("Abington Early Education Program", "Abington", "Massachusetts", "PK", "PK", 2018, 2026, 9, 80),
            (school.Name, school.Parent!.Name, school.Parent.Parent!.Name, school.GradeLow, school.GradeHigh, school.FirstYear, school.LatestYear, school.YearsSeen, school.Enrolment));
        Assert.Equal((null, 2018), (school.Type, Assert.Single(school.Names).FirstYear));
        Assert.Equal(0, await db.Successions.CountAsync());
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task Years_in_which_a_school_was_not_seen_stay_gaps(string provider)
    {
        await using var db = state.On(provider).Database.Context();
        var school = await db.Organizations.SingleAsync(o => o.Code == "06220008");
        Assert.Equal(9, school.YearsSeen);
        Assert.True(school.LatestYear - school.FirstYear + 1 > school.YearsSeen);
        Assert.True(school.IsOpenIn(new SchoolYear(2025)));
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task The_same_directories_twice_change_nothing(string provider)
    {
        var again = await OrganizationImport.RunAsync(
            state.On(provider).Database, [Massachusetts.SchoolDirectory, Massachusetts.DistrictDirectory], null, Importing.Options(), default);
        Assert.All(again, r => Assert.Equal((0, 0, 0, r.Read), (r.Added, r.Changed, r.Refused, r.Unchanged)));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_new_name_ends_the_old_one_and_what_people_entered_stays(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await test.Database.SchoolsAsync();
        await using (var db = test.Database.Context())
        {
            var school = await db.Organizations.SingleAsync(o => o.Code == "00010001");
            db.Events.Add(school.SetType("charter", "tester", Importing.First)!);
            var (link, added) = school.Follow(await db.Organizations.SingleAsync(o => o.Code == "00010003"), "tester", Importing.First);
            db.AddRange(link, added);
            await db.SaveChangesAsync();
        }

        var path = Importing.Write(test.Database, "renamed.csv", "school_code,district_code,school,latest_year\n00010001,00010000,Alder Academy,2025-26\n");
        var result = Assert.Single(await OrganizationImport.RunAsync(test.Database, [path], null, Importing.Options(), default));
        Assert.Equal((1, 1), (result.Read, result.Changed));
        await using var after = test.Database.Context();
        var renamed = await after.Organizations.Include(o => o.Names).SingleAsync(o => o.Code == "00010001");
        Assert.Equal(("Alder Academy", "charter", "K"), (renamed.Name, renamed.Type, renamed.GradeLow));
        Assert.Equal(
            [("Alder Elementary", 2018, 2025), ("Alder Academy", 2026, null)],
            renamed.Names.OrderBy(n => n.FirstYear).Select(n => (n.Name, n.FirstYear, n.LatestYear)).Cast<(string, int?, int?)>());
        Assert.Equal(1, await after.Successions.CountAsync());
    }

    [Theory]
    [InlineData(",00010000,Nameless code,2025-26", "code is missing")]
    [InlineData("00010009,00010000,,2025-26", "name is missing")]
    [InlineData("00010001,00010000,Alder again,2025-26", "twice")]
    [InlineData("00010009,00010000,Alder,2025", "not a school year")]
    [InlineData("00010000,00010000,A district's code,2025-26", "another kind")]
    [InlineData("00010009,00010000", "2 cells")]
    [InlineData("00010009,00010009,Its own district,2025-26", "another kind")]
    [InlineData("00010009,00010001,Under a school,2025-26", "only a district")]
    [InlineData("0001/0009,00010000,A slash,2025-26", "cannot hold")]
    public async Task A_row_at_fault_is_refused_and_nothing_is_stored(string row, string reason)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            await using var test = await TestDatabase.CreateAsync(provider);
            var path = Importing.Write(test.Database, "schools.csv", "school_code,district_code,school,latest_year\n00010001,00010000,Alder,2025-26\n" + row + "\n");
            var result = Assert.Single(await OrganizationImport.RunAsync(test.Database, [path], null, Importing.Options(), default));
            Assert.Equal((3, false), (Assert.Single(result.FirstRefusals).Line, result.Stored));
            Assert.Contains(reason, result.FirstRefusals[0].Reason, StringComparison.Ordinal);
            await using var db = test.Database.Context();
            Assert.Equal(0, await db.Organizations.CountAsync());
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task A_file_that_names_no_district_leaves_the_schools_where_they_are(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await test.Database.SchoolsAsync();
        var path = Importing.Write(test.Database, "counts.csv", "school_code,school,total_enrolment\n 00010001 ,Alder Elementary,410\n");
        var result = Assert.Single(await OrganizationImport.RunAsync(test.Database, [path], null, Importing.Options(), default));
        Assert.Equal((1, 0), (result.Changed, result.Added));
        await using var db = test.Database.Context();
        var school = await db.Organizations.Include(o => o.Parent).SingleAsync(o => o.Code == "00010001");
        Assert.Equal(("00010000", 410), (school.Parent!.Code, school.Enrolment));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_folder_with_the_sample_takes_no_files(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await Sample.LoadAsync(test.Database, new FixedClock(Importing.First), default);
        var problem = await Assert.ThrowsAsync<Problem>(() => Sample.RefuseRealDataAsync(test.Database, default));
        Assert.Contains("never mixes", problem.Message, StringComparison.Ordinal);
    }
}
