using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files;

/// <summary>A good file of each kind leads to the cells that are worked out by hand, in the district of <see cref="SmallDistrict"/>.</summary>
public sealed class RecordImportTests
{
    [Theory, Sqlite, Postgres]
    public async Task Incidents_lead_to_the_students_who_were_suspended(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        var result = await test.Database.RecordsAsync("incidents", """
            School Code,Student ID,Incident Date,Incident ID,Offense,Action,Days,Teacher Name
            north,1,09/04/2025,77,Fighting,OSS,2,A. Smith
            north,1,09/05/2025,78,Disruptive Behavior,ISS,1,A. Smith
            South,2,10/06/2025,1,Bullying,Out of school suspension,1.5,NULL
            south,3,10/06/2025,1,Bullying,Parent contact,N/A,NULL

            """);
        Assert.Equal("4: 4 0 0 0", result.Counts());
        Assert.True(result.Stored);

        // Ana at North and Ben at South were suspended out of school; North has two on its roll, South two, the district three.
        Assert.Equal("north 1/2, south 1/2, d 2/3, state 2/3", await test.Database.YearAsync("out_of_school_suspension"));
        Assert.Equal("north 2/2, south 2/2, d 4/3, state 4/3", await test.Database.YearAsync("referrals"));
        Assert.Equal("north 1/2, south 2/2, d 3/3, state 3/3", await test.Database.YearAsync("referrals_violence"));
        Assert.Contains(result.Notes, n => n.Contains("12/31/2025", StringComparison.Ordinal));
        Assert.Contains(result.Notes, n => n.Contains("Teacher Name", StringComparison.Ordinal));
    }

    [Theory, Sqlite, Postgres]
    public async Task Marks_lead_to_the_students_who_failed_a_course(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        var result = await test.Database.RecordsAsync("marks", """
            student_id;school;course_number;marking_period;date;grade;credits
            1;north;ALG1;Q1;30.09.2025;85.12 B+;1
            1;north;ELA9;Q1;30.09.2025;F;0
            2;south;ALG1;Q1;31.10.2025;77 C;1
            3;south;ALG1;Q1;31.10.2025;NULL;

            """);
        Assert.Equal("4: 4 0 0 0", result.Counts());

        // Ana has a mark that passes and one that fails, Ben one that passes, Cam none.
        Assert.Equal("north 1/1, south 0/1, d 1/2, state 1/2", await test.Database.YearAsync("course_failure"));
        Assert.Contains((await test.Database.StoredAsync()), r => r.Contains("[\"Q1\",\"ALG1\",\"\",\"yes\",\"B\\u002B\",\"85.12\",\"1\"]", StringComparison.Ordinal));
    }

    [Theory, Sqlite, Postgres]
    public async Task Results_in_rows_and_results_in_columns_lead_to_the_same(string provider)
    {
        await using (var test = await RecordImporting.DistrictAsync(provider))
        {
            Assert.Equal("5: 5 0 0 0", (await test.Database.RecordsAsync("assessments", """
                state_id,school_code,test_date,test,subject,performance_level,scale_score
                1,north,2025-09-22,MCAS,English Language Arts,M,510
                2,south,2025-10-15,MCAS,ELA,NI,488
                3,south,2025-10-15,MCAS,ELA,Exceeding Expectations,545
                3,south,2025-10-15,MCAS,Mathematics,3,501
                2,south,2025-10-15,MCAS,Mathematics,NULL,NULL

                """)).Counts());
            await MeetsAsync(test);
        }

        await using (var test = await RecordImporting.DistrictAsync(provider))
        {
            var result = await test.Database.RecordsAsync("assessments", """
                state_id,school_code,MCAS ELA Level,MCAS ELA Scale Score,MCAS Math Level,Homeroom
                1,north,M,510,,12
                2,south,NI,488,NULL,12
                3,south,E,545,3,12

                """, said: ["date=2025-10-15"]);
            Assert.Equal("3: 3 0 0 0", result.Counts());
            Assert.Contains(result.Notes, n => n.Contains("2 a row", StringComparison.Ordinal));
            await MeetsAsync(test);
        }

        // Ana and Cam meet expectations in English, Ben does not; of mathematics only Cam's level is known.
        static async Task MeetsAsync(TestDatabase test)
        {
            Assert.Equal("north 1/1, south 1/2, d 2/3, state 2/3", await test.Database.YearAsync("ela_meeting"));
            Assert.Equal("south 1/1, d 1/1, state 1/1", (await test.Database.YearAsync("math_meeting")).Replace("north 0/0, ", "", StringComparison.Ordinal));
            Assert.Equal("north 510/1, south 1033/2, d 1543/3, state 1543/3", await test.Database.YearAsync("ela_scale_score"));
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Windows_of_one_row_have_days_of_their_own(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        const string Csv = "student_id,Fall STAR Reading,Winter STAR Reading\n1,310,355\n2,298,\n";
        Assert.Contains("date:fall", Assert.Single((await test.Database.RecordsAsync("assessments", Csv)).FirstRefusals.DistinctBy(r => r.Reason)).Reason, StringComparison.Ordinal);
        Assert.Equal("2: 2 0 0 0", (await test.Database.RecordsAsync("assessments", Csv, said: ["date:fall=2025-09-15", "date:winter=2026-01-20"])).Counts());
        Assert.Equal(
            ["2025-09-15 fall 298", "2025-09-15 fall 310", "2026-01-20 winter 355"],
            (await test.Database.StoredAsync()).Select(r => r.Split(' ')[2] + " " + r.Split('"')[1] + " " + r.Split('"')[7]).Order(StringComparer.Ordinal));
    }

    [Theory, Sqlite, Postgres]
    public async Task Counts_of_a_survey_and_its_single_answers_lead_to_the_same_and_no_answer_is_kept(string provider)
    {
        await using (var test = await RecordImporting.DistrictAsync(provider))
        {
            await test.Database.RecordsAsync("survey", """
                school,date,survey,question,favorable,responses,respondents
                north,2025-10-15,Climate,I feel safe at school,2,3,Students
                north,2025-10-15,Climate,My teachers care,1,2,Students

                """);
            Assert.Equal("north 3/5, d 3/5, state 3/5", await test.Database.YearAsync("survey_favourable"));
        }

        await using (var test = await RecordImporting.DistrictAsync(provider))
        {
            var result = await test.Database.RecordsAsync("survey", """
                Timestamp,Email Address,School,I feel safe at school,My teachers care,What would you change?
                10/14/2025 8:01:00,ana@example.org,north,Agree,5,Longer breaks
                10/14/2025 8:02:00,ben@example.org,north,Strongly agree,Prefer not to answer,
                10/15/2025 8:03:00,cam@example.org,north,Disagree,2,Nothing

                """, said: ["survey=Climate", "asked=students"]);
            Assert.Equal("3: 3 0 0 0", result.Counts());
            Assert.Equal("north 3/5, d 3/5, state 3/5", await test.Database.YearAsync("survey_favourable"));
            var stored = await test.Database.StoredAsync();
            Assert.Equal(
                ["2025-10-15 [\"Climate\",\"I feel safe at school\",\"students\",\"2\",\"3\",\"\"]", "2025-10-15 [\"Climate\",\"My teachers care\",\"students\",\"1\",\"2\",\"\"]"],
                stored.Select(r => r[(r.IndexOf("2025", StringComparison.Ordinal))..^6]));
        }
    }

    [Theory, Sqlite]
    public async Task Survey_counts_of_a_student_group_count_for_it_alone(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        var result = await test.Database.RecordsAsync("survey", """
            school,date,survey,question,favorable,responses,subgroup
            north,2025-10-15,Climate,I feel safe at school,2,3,All students
            north,2025-10-15,Climate,I feel safe at school,1,2,ELL
            north,2025-10-15,Climate,I feel safe at school,1,2,Left-handed

            """, accept: true);
        Assert.Equal("3: 2 0 0 1", result.Counts());
        Assert.Equal("north 2/3, d 2/3, state 2/3", await test.Database.YearAsync("survey_favourable"));
    }

    [Theory, Sqlite, Postgres]
    public async Task Visits_lead_to_ratings_and_counts_and_never_to_a_persons_name(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        var result = await test.Database.RecordsAsync("observations", """
            School,Room,Visit Date,Teacher,Indicator,Rating,Seen,Looked at
            north,12,2025-10-01,Ms. Rivera,Objective posted,3,,
            north,12,2025-10-02,Ms. Rivera,Objective posted,2,,
            north,14,2025-10-02,Mr. Poe,Students talk,,4,5
            south,12,2025-10-02,Mr. Hill,Students talk,,1,5

            """);
        Assert.Equal("4: 4 0 0 0", result.Counts());
        Assert.Contains(result.Notes, n => n.Contains("Teacher", StringComparison.Ordinal) && n.Contains("name of a person", StringComparison.Ordinal));
        Assert.Equal("north 1/2, d 1/2, state 1/2", (await test.Database.YearAsync("rubric_at_level")).Replace("south 0/0, ", "", StringComparison.Ordinal));
        Assert.Equal("north 4/5, south 1/5, d 5/10, state 5/10", await test.Database.YearAsync("practice_seen"));
        await using var db = test.Database.Context();
        Assert.Equal(["12", "12", "14"], db.Set<Throughline.Model.Room>().Select(r => r.Code).AsEnumerable().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await test.Database.StoredAsync(), r => r.Contains("Rivera", StringComparison.Ordinal));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_form_with_a_column_for_each_indicator_is_read_too(string provider)
    {
        await using var test = await RecordImporting.DistrictAsync(provider);
        await test.Database.RecordsAsync("observations", """
            Timestamp,Observer,Room,Objective posted,Rigor,Comments
            10/1/2025 9:00,P. Jones,12,Yes,3,Lively
            10/1/2025 9:00,P. Jones,14,No,2,
            10/1/2025 9:30,P. Jones,15,Yes,,Quiet

            """, said: ["school=north"]);
        Assert.Equal("north 2/3, d 2/3, state 2/3", await test.Database.YearAsync("practice_seen"));
        Assert.Equal("north 1/2, d 1/2, state 1/2", await test.Database.YearAsync("rubric_at_level"));
    }
}
