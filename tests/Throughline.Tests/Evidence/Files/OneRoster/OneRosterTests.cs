using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Throughline.Evidence.Files.OneRoster;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files.OneRoster;

public sealed class OneRosterTests
{
    [SharedTheory, Sqlite, Postgres]
    public async Task The_sample_of_version_1_1_brings_its_schools_students_and_staff_as_a_folder_and_as_a_zip(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var folder = Shared.Path("data", "interchange", "oneroster11");
        var results = await OneRosterImport.RunAsync(test.Database, folder, "Test state", null, Importing.Options(), default);
        Assert.All(results, r => Assert.Equal((0, true), (r.Refused, r.Stored)));
        Assert.Equal(
            [("orgs.csv", 1, 1), ("orgs.csv", 6, 6), ("academicSessions.csv", 8, 0), ("users.csv", 1206, 1206), ("enrollments.csv", 8372, 0), ("demographics.csv", 1125, 0)],
            results.Select(r => (r.File, (int)r.Read, (int)r.Added)));
        await using (var db = test.Database.Context())
        {
            Assert.Equal((1125, 1125, 1125), (await db.Students.CountAsync(), await db.Enrolments.CountAsync(), await db.Memberships.CountAsync(m => m.Group == "female")));
            var first = await db.Enrolments.SingleAsync(e => db.Students.Any(s => s.Id == e.StudentId && s.Code == "910000000"));
            Assert.Equal(
                ("0000", "K", new DateOnly(2026, 8, 16), new DateOnly(2027, 6, 30)),
                ((await db.Organizations.SingleAsync(o => o.Id == first.OrganizationId)).Code, first.Grade, first.FirstDay, first.LastDay!.Value));
            var school = await db.Organizations.Include(o => o.Parent).SingleAsync(o => o.Code == "0000");
            Assert.Equal(("9999", 2027, 2027), (school.Parent!.Code, school.FirstYear, school.LatestYear));
        }

        var zip = Path.Combine(test.Folder, "roster.zip");
        await ZipFile.CreateFromDirectoryAsync(folder, zip);
        var again = await OneRosterImport.RunAsync(test.Database, zip, null, null, Importing.Options(at: Importing.First.AddDays(1)), default);
        Assert.All(again, r => Assert.Equal((0, 0, 0, true), (r.Added, r.Changed, r.Refused, r.Stored)));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_file_of_what_changed_names_people_and_schools_by_identifier_alone(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await SmallRoster.Bulk.ImportAsync(test.Database);
        Assert.Equal(["S1 100 2026-08-17..2027-06-18 3", "S1 200 2026-09-01..2027-06-18 4"], await SmallRoster.EnrolledAsync(test.Database));
        Assert.Equal(["T1"], await SmallRoster.StaffAsync(test.Database));

        var delta = SmallRoster.Delta with
        {
            Users = """
                u1,active,2026-11-02T08:00:00Z,true,o3,student,100,3
                u2,tobedeleted,2026-11-05T08:00:00Z,true,o2,student,200,4
                u4,active,2026-11-02T08:00:00Z,true,o2,student,400,4
                """,
            Enrollments = "e9,active,2026-11-02T08:00:00Z,c9,o3,u1,student,2026-11-03,\ne4,active,2026-11-02T08:00:00Z,c2,o2,u4,student,2026-11-02,\n",
        };
        var results = await delta.ImportAsync(test.Database, 1);
        Assert.All(results, r => Assert.Equal((0, true), (r.Refused, r.Stored)));
        Assert.Equal(
            ["S1 100 2026-08-17..2026-11-02 3", "S1 200 2026-09-01..2026-11-05 4", "S1 400 2026-11-02.. 4", "S2 100 2026-11-03.. 3"],
            await SmallRoster.EnrolledAsync(test.Database));
        var again = await delta.ImportAsync(test.Database, 2);
        Assert.All(again, r => Assert.Equal((0, 0), (r.Added, r.Changed)));
    }

    [Theory, Sqlite, Postgres]
    public async Task Version_1_2_has_the_roles_in_a_file_of_their_own(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var results = await SmallRoster.Newer.ImportAsync(test.Database);
        Assert.All(results, r => Assert.Equal((0, true), (r.Refused, r.Stored)));
        Assert.Equal(["S1 100 2026-08-17..2027-06-18 3", "S1 200 2026-09-01..2027-06-18 4"], await SmallRoster.EnrolledAsync(test.Database));
        Assert.Equal(["T1"], await SmallRoster.StaffAsync(test.Database));
        await using var db = test.Database.Context();
        Assert.Equal(["female", "hispanic", "male", "multi_race"], (await db.Memberships.Select(m => m.Group).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("users", "u9,active,,true,nowhere,student,900,3", "orgSourcedIds", "RosterOrgUnknown")]
    [InlineData("users", "u1,active,,true,o2,student,900,3", "identifier", "RosterPersonTwice")]
    [InlineData("users", "u9,gone,,true,o2,student,900,3", "status", "RosterStatus")]
    [InlineData("users", "u9,active,,true,o2,student,900,grade three", "grades", "GradeUnknown")]
    [InlineData("users", ",active,,true,o2,student,900,3", "sourcedId", "RosterCellMissing")]
    [InlineData("enrollments", "e9,active,,c1,o2,nobody,student,,", "userSourcedId", "RosterUserUnknown")]
    [InlineData("enrollments", "e9,active,,c1,o2,u1,student,09/01/2026,", "beginDate", "RosterDay")]
    [InlineData("enrollments", "e9,active,,c1,o2,u1,student,2026-09-02,2026-09-01", "endDate", "ExitBeforeEntry")]
    public async Task A_row_at_fault_is_refused_and_nothing_is_stored(string file, string row, string column, string reason)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            await using var test = await TestDatabase.CreateAsync(provider);
            var roster = file == "users" ? SmallRoster.Bulk with { Users = SmallRoster.Bulk.Users + row + "\n" }
                : SmallRoster.Bulk with { Enrollments = SmallRoster.Bulk.Enrollments + row + "\n" };
            var results = await roster.ImportAsync(test.Database);
            var refusal = Assert.Single(results.SelectMany(r => r.FirstRefusals));
            Assert.Equal((column, Throughline.Imports.ImportTexts.ResourceManager.GetString(reason, null)), (refusal.Column, refusal.Reason));
            Assert.DoesNotContain(results, r => r.Stored);
            await using var db = test.Database.Context();
            Assert.Equal((0, 0), (await db.Students.CountAsync(), await db.Organizations.CountAsync()));
        }
    }

    [Fact]
    public async Task Good_rows_are_stored_where_that_is_asked_for_and_a_check_stores_nothing()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        var bad = SmallRoster.Bulk with { Users = SmallRoster.Bulk.Users + "u9,active,,true,nowhere,student,900,3\n" };
        await bad.ImportAsync(test.Database, options: Importing.Options(accept: true, dryRun: true));
        await using var db = test.Database.Context();
        Assert.Equal(0, await db.Organizations.CountAsync());
        await bad.ImportAsync(test.Database, options: Importing.Options(accept: true));
        Assert.Equal(2, await db.Students.CountAsync());
    }
}
