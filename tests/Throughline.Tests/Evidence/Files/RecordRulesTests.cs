using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files;

/// <summary>What happens to a file that comes again, is corrected, is complete, or holds rows that cannot be taken.</summary>
public sealed class RecordRulesTests
{
    private const string Head = "school,student_id,date,incident_number,category,response,days\n";
    private const string First = Head + "north,1,2025-09-04,77,Fighting,OSS,2\nnorth,2,2025-09-05,78,Disruption,ISS,1\nsouth,3,2025-10-06,1,Bullying,OSS,1\n";

    [Theory, Sqlite, Postgres]
    public async Task The_same_file_twice_changes_nothing_and_a_corrected_row_takes_the_place_of_the_first(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        Assert.Equal("3: 3 0 0 0", (await test.Database.RecordsAsync("incidents", First)).Counts());
        Assert.Equal("3: 0 0 3 0", (await test.Database.RecordsAsync("incidents", First, at: RecordImporting.Later)).Counts());
        Assert.Equal(3, (await test.Database.StoredAsync()).Count);
        Assert.Equal("3: 0 1 2 0", (await test.Database.RecordsAsync("incidents", First.Replace("Fighting,OSS,2", "Fighting,Conference,", StringComparison.Ordinal), at: RecordImporting.Later)).Counts());

        // Ana was not suspended, it is known now; before, it was known otherwise.
        Assert.Equal("north 0/2, south 1/2, d 1/3, state 1/3", await test.Database.YearAsync("out_of_school_suspension"));
        Assert.Equal("north 1/2, south 1/2, d 2/3, state 2/3", await test.Database.YearAsync("out_of_school_suspension", SmallDistrict.Autumn));
        var problem = await Assert.ThrowsAsync<Problem>(() => test.Database.RecordsAsync("incidents", First));
        Assert.Contains("later", problem.Message, StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task Rows_without_a_number_are_known_by_what_they_are(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        const string Csv = "school,student_id,date,time,category,response\nnorth,1,2025-09-04,10:00,Fighting,OSS\nnorth,1,2025-09-04,10:00,Fighting,Conference\nnorth,1,2025-09-04,10:00,Fighting,OSS\nnorth,1,2025-09-04,13:00,Fighting,ISS\n";

        // One row stands there twice and is one; the two responses to one incident are two.
        Assert.Equal("4: 3 0 1 0", (await test.Database.RecordsAsync("incidents", Csv)).Counts());
        Assert.Equal("4: 0 0 4 0", (await test.Database.RecordsAsync("incidents", Csv, at: RecordImporting.Later)).Counts());
        Assert.Equal("4: 0 1 3 0", (await test.Database.RecordsAsync("incidents", Csv.Replace("13:00,Fighting,ISS", "13:00,Fighting,Detention", StringComparison.Ordinal), at: RecordImporting.Later)).Counts());
        Assert.Equal(4, (await test.Database.StoredAsync()).Count);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_complete_file_takes_back_what_it_does_not_have_any_more(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        await test.Database.RecordsAsync("incidents", First);
        const string September = Head + "north,1,2025-09-04,77,Fighting,OSS,2\n";

        // The file speaks of one day of North; of September, when that is said; never of South.
        Assert.Equal("1: 0 0 1 0", (await test.Database.RecordsAsync("incidents", September, complete: true, at: RecordImporting.Later)).Counts());
        Assert.Equal("north 2/2, south 1/2, d 3/3, state 3/3", await test.Database.YearAsync("referrals"));
        var checkedOnly = await test.Database.RecordsAsync("incidents", September, complete: true, dryRun: true, at: RecordImporting.Later, days: (new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 30)));
        Assert.Contains(checkedOnly.Notes, n => n.EndsWith(": 1", StringComparison.Ordinal));
        Assert.Equal("north 2/2, south 1/2, d 3/3, state 3/3", await test.Database.YearAsync("referrals"));
        await test.Database.RecordsAsync("incidents", September, complete: true, at: RecordImporting.Later, days: (new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 30)));
        Assert.Equal("north 1/2, south 1/2, d 2/3, state 2/3", await test.Database.YearAsync("referrals"));
        Assert.Equal("north 2/2, south 1/2, d 3/3, state 3/3", await test.Database.YearAsync("referrals", SmallDistrict.Autumn));

        // What comes back is there again.
        Assert.Equal("3: 0 1 2 0", (await test.Database.RecordsAsync("incidents", First, at: RecordImporting.Later.AddDays(1))).Counts());
        Assert.Equal("north 2/2, south 1/2, d 3/3, state 3/3", await test.Database.YearAsync("referrals"));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_complete_file_of_one_test_takes_back_nothing_of_another(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        const string Top = "school,student_id,date,test,subject,level\n";
        await test.Database.RecordsAsync("assessments", Top + "north,1,2025-09-10,MCAS,ELA,3\nnorth,1,2025-09-10,STAR,Reading,2\nnorth,2,2025-09-10,STAR,Reading,2\n");
        await test.Database.RecordsAsync("assessments", Top + "north,1,2025-09-10,STAR,Reading,2\n", complete: true, at: RecordImporting.Later);
        Assert.Equal(["[\"\",\"star\",\"reading\",\"\",\"2\",\"\",\"\",\"\",\"\",\"\"] True"], (await test.Database.StoredAsync()).Where(r => r.EndsWith("True", StringComparison.Ordinal)).Select(r => r[r.IndexOf('[', StringComparison.Ordinal)..]));
        Assert.Equal(4, (await test.Database.StoredAsync()).Count);
    }

    [Theory, Sqlite, Postgres]
    public async Task Nothing_is_stored_where_a_row_is_refused_unless_the_good_ones_are_asked_for(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        const string Csv = First + "north,999,2025-09-05,79,Fighting,OSS,2\n";
        Assert.False((await test.Database.RecordsAsync("incidents", Csv)).Stored);
        Assert.False((await test.Database.RecordsAsync("incidents", Csv, dryRun: true, accept: true)).Stored);
        var incomplete = await test.Database.RecordsAsync("incidents", Csv, accept: true, complete: true);
        Assert.False(incomplete.Stored);
        Assert.Contains(incomplete.Notes, n => n.Contains("--complete", StringComparison.Ordinal));
        Assert.Empty(await test.Database.StoredAsync());
        var result = await test.Database.RecordsAsync("incidents", Csv, accept: true);
        Assert.Equal(("4: 3 0 0 1", true), (result.Counts(), result.Stored));
        Assert.Equal(3, (await test.Database.StoredAsync()).Count);

        // Who it is, stands in the file of refused rows and nowhere else.
        var refusal = Assert.Single(result.FirstRefusals);
        Assert.Equal((5L, "student_id"), (refusal.Line, refusal.Column));
        Assert.DoesNotContain("999", refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains("999", await File.ReadAllTextAsync(result.RefusedFile!), StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task Two_rows_that_contradict_each_other_are_both_refused(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        var result = await test.Database.RecordsAsync("assessments", "school,student_id,date,test,subject,level\nnorth,1,2025-09-10,MCAS,ELA,3\nnorth,2,2025-09-10,MCAS,ELA,3\nnorth,1,2025-09-10,MCAS,ELA,2\nnorth,2,2025-09-10,MCAS,ELA,3\n", accept: true);
        Assert.Equal("4: 1 0 1 2", result.Counts());
        Assert.Equal([2L, 4L], result.FirstRefusals.Select(r => r.Line));
    }

    [Theory]
    [InlineData("incidents", "school,student_id,date,category,days\nnorth,1,2025-09-10,Fighting,*\n", "days", "hidden")]
    [InlineData("incidents", "school,student_id,date,category,days\nnorth,1,2025-09-10,Fighting,-1\n", "days", "between 0 and 366")]
    [InlineData("incidents", "school,student_id,date,category\nnorth,1,2025-09-10,Loud\n", "category", "disruption, defiance")]
    [InlineData("incidents", "school,student_id,date,category\nwest,1,2025-09-10,Fighting\n", "school", "No school")]
    [InlineData("incidents", "school,student_id,date,category\nd,1,2025-09-10,Fighting\n", "school", "No school")]
    [InlineData("incidents", "school,student_id,date,category\nnorth,1,2025-13-10,Fighting\n", "date", "not a day")]
    [InlineData("incidents", "school,student_id,date,category\nnorth,1,1925-09-10,Fighting\n", "date", "too far back")]
    [InlineData("incidents", "school,student_id,date,category\nnorth,N/A,2025-09-10,Fighting\n", "student_id", "missing")]
    [InlineData("incidents", "student_id,date,category\n1,2024-09-10,Fighting\n", "", "roll of none")]
    [InlineData("marks", "school,student_id,date,course,grade\nnorth,1,2025-09-10,ALG,85 90\n", "grade", "more than one way")]
    [InlineData("marks", "school,student_id,date,course,grade\nnorth,1,2025-09-10,NULL,85\n", "course", "no course")]
    [InlineData("assessments", "school,student_id,date,test,subject,score\nnorth,1,2025-09-10,MCAS,ELA,<10\n", "score", "hidden")]
    [InlineData("assessments", "school,student_id,date,test,subject,sgp\nnorth,1,2025-09-10,MCAS,ELA,-9999\n", "sgp", "hidden")]
    [InlineData("assessments", "school,student_id,date,subject,sgp\nnorth,1,2025-09-10,ELA,50\n", "", "--set test=")]
    [InlineData("survey", "school,date,survey,item,favorable,n\nnorth,2025-09-10,Climate,Safe,*,12\n", "favorable", "hidden")]
    [InlineData("survey", "school,date,survey,item,favorable,n\nnorth,2025-09-10,Climate,Safe,13,12\n", "favorable", "higher than answers")]
    [InlineData("survey", "school,date,survey,item,favorable,n\nnorth,2025-09-10,Climate,Safe,NULL,12\n", "favorable", "no favourable")]
    [InlineData("survey", "school,date,survey,Do you feel safe?\nnorth,2025-09-10,C,Agree\nnorth,2025-09-10,C,Agree\nnorth,2025-09-10,C,Perhaps\n", "Do you feel safe?", "Favourable answers are like")]
    [InlineData("observations", "school,date,room,indicator,rating\nnorth,2025-09-10,NULL,Rigor,3\n", "room", "room is missing")]
    [InlineData("observations", "school,date,room,indicator,seen,looked_at\nnorth,2025-09-10,12,Rigor,4,3\n", "seen", "higher than looked_at")]
    public async Task A_row_at_fault_is_refused_with_its_column_and_reason(string import, string csv, string column, string reason)
    {
        await using var test = await RecordImporting.DistrictAsync(SqliteAttribute.Name);
        var refusal = Assert.Single((await test.Database.RecordsAsync(import, csv)).FirstRefusals);
        Assert.Equal(column, refusal.Column);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.Empty(await test.Database.StoredAsync());
    }

    [Fact]
    public async Task A_first_line_that_may_be_a_students_is_not_shown()
    {
        await using var test = await RecordImporting.DistrictAsync(SqliteAttribute.Name);
        var problem = await Assert.ThrowsAsync<Problem>(() => test.Database.RecordsAsync("incidents", "4711,school,student,Ana\n4712,north,1,Ben\n"));
        Assert.DoesNotContain("471", problem.Message, StringComparison.Ordinal);
        var result = await test.Database.RecordsAsync("incidents", "school,student,date,category,4711\nnorth,1,2025-09-04,Fighting,x\n");
        Assert.DoesNotContain(result.Notes, n => n.Contains("471", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_brings_a_file_in_and_shows_no_number_of_a_student()
    {
        await using var test = await RecordImporting.DistrictAsync(SqliteAttribute.Name);
        var path = Importing.Write(test.Database, "incidents.csv", First + "north,4711,2025-09-05,79,Loud music,OSS,2\nnorth,4712,2025-09-05,80,Fighting,OSS,2\n");
        var refused = await ProgramRun.RunAsync(null, ["import", "incidents", path, "--data", test.Folder]);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("Loud music", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("471", refused.Error + refused.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, First.Replace("Fighting", "Loud music", StringComparison.Ordinal));
        var done = await ProgramRun.RunAsync(null, ["import", "incidents", path, "--data", test.Folder, "--set", "category:loud music=disruption", "--complete", "--recorded-at", "2025-11-03T12:00:00Z"]);
        Assert.Equal((0, ""), (done.Exit, done.Error));
        Assert.Contains("3 rows read, 3 added, 0 changed, 0 unchanged, 0 refused", done.Output, StringComparison.Ordinal);
        Assert.Equal("north 2/2, d 2/3, state 2/3", (await test.Database.YearAsync("referrals_disruption")).Replace("south 0/2, ", "", StringComparison.Ordinal));
    }
}
