using System.Text;
using System.Text.Json;
using Throughline.Benchmarks.Evidence;
using Throughline.Data;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files;

/// <summary>Good files damaged in every way that mail, spreadsheets and hurry know. The seed is fixed: a failure comes again.</summary>
public sealed class RecordFuzzTests
{
    private const int Files = 300;

    private static readonly string[] Bits =
    [
        "\"", ",", ";", "\n", "\r\n", "\t", "\0", "NULL", "*", "<10", "-9999", "é", "\uFEFF", "99999999999999999999", "1e9", "-1", "2025-02-30", "=1+1", "|", "''", "{0}", "🙂", " ", "#",
    ];

    [Theory]
    [InlineData("incidents", "school,student_id,date,incident_number,category,response,days\nnorth,1,2025-09-04,77,Fighting,OSS,2\nnorth,2,2025-09-05,78,Disruption,ISS,1\nsouth,3,2025-10-06,,Bullying,,\n")]
    [InlineData("marks", "school,student_id,date,course,term,grade,credits\nnorth,1,09/30/2025,ALG1,Q1,85.12 B+,1\nnorth,2,09/30/2025,ALG1,Q1,F,0\nsouth,3,10/31/2025,ALG1,Q1,NULL,\n")]
    [InlineData("assessments", "school,student_id,date,test,subject,performance_level,scale_score,sgp\nnorth,1,2025-09-22,MCAS,ELA,M,510,44\nsouth,2,2025-10-15,MCAS,ELA,NI,488,\n")]
    [InlineData("assessments", "school,student_id,date,MCAS ELA Level,MCAS ELA Scale Score,Fall STAR Math\nnorth,1,2025-09-22,M,510,44\nsouth,2,2025-10-15,NI,488,\n")]
    [InlineData("survey", "school,date,survey,item,asked,favorable,n\nnorth,2025-10-15,Climate,Safe,students,20,30\nsouth,2025-10-15,Climate,Safe,students,10,30\n")]
    [InlineData("survey", "Timestamp,School,I feel safe,My teachers care,Why?\n10/14/2025 8:01,north,Agree,5,Because\n10/14/2025 8:02,north,Disagree,4,\n10/15/2025 8:02,south,Disagree,2,\n")]
    [InlineData("observations", "school,date,room,teacher,indicator,rating,seen,looked_at\nnorth,2025-10-01,12,X,Rigor,3,,\nnorth,2025-10-02,14,Y,Talk,,4,5\n")]
    [InlineData("observations", "school,date,room,Objective posted,Rigor,Comments\nnorth,2025-10-01,12,Yes,3,Lively\nnorth,2025-10-02,14,No,2,\n")]
    public async Task Damaged_files_crash_nothing_and_leave_nothing_half_stored(string import, string good)
    {
        await using var test = await RecordImporting.DistrictAsync(SqliteAttribute.Name);
        var random = new Random(20251122 + good.Length);
        var (stored, refused, problems) = (0, 0, 0);
        for (var n = 0; n < Files; n++)
        {
            var csv = Damaged(good, random);
            var before = await StateAsync(test.Database);
            try
            {
                var result = await test.Database.RecordsAsync(import, csv, accept: random.Next(3) == 0, complete: random.Next(4) == 0, at: SmallDistrict.Autumn.AddHours(n));
                Assert.True(result.Added >= 0 && result.Changed >= 0 && result.Unchanged >= 0 && result.Refused >= 0, csv);
                Assert.Equal(result.Read, result.Added + result.Changed + result.Unchanged + result.Refused);
                (stored, refused) = (stored + (result.Stored ? 1 : 0), refused + (result.Stored ? 0 : 1));
                if (!result.Stored)
                {
                    Assert.Equal(before, await StateAsync(test.Database));
                }
            }
            catch (Problem)
            {
                problems++;
                Assert.Equal(before, await StateAsync(test.Database));
            }
        }

        Assert.True(stored > 10 && refused > 10 && problems > 10, $"{stored} stored, {refused} refused, {problems} problems");
        await EveryRecordIsOneAsync(test.Database);
    }

    private static string Damaged(string good, Random random)
    {
        var text = new StringBuilder(good);
        for (var times = random.Next(3); times >= 0 && text.Length > 2; times--)
        {
            var at = random.Next(text.Length);
            var lines = text.ToString().Split('\n');
            switch (random.Next(9))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Bits[random.Next(Bits.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(32, 127);
                    break;
                case 3:
                    text.Length = at;
                    break;
                case 4:
                    text.Append(lines[random.Next(lines.Length)]).Append('\n');
                    break;
                case 5 when lines.Length > 2:
                    (lines[1], lines[^2]) = (lines[^2], lines[1]);
                    text.Clear().AppendJoin('\n', lines);
                    break;
                case 6:
                    text.Replace(',', ";\t|,"[random.Next(4)]);
                    break;
                case 7:
                    var line = random.Next(lines.Length);
                    var cells = lines[line].Split(',');
                    cells[random.Next(cells.Length)] = Bits[random.Next(Bits.Length)];
                    lines[line] = string.Join(',', cells);
                    text.Clear().AppendJoin('\n', lines);
                    break;
                default:
                    text.Insert(at, new string('x', random.Next(1, 300)));
                    break;
            }
        }

        return text.ToString();
    }

    private static async Task<string> StateAsync(Database database)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        return string.Join(' ', await session.NumberAsync("SELECT COUNT(*) FROM records", default), await session.NumberAsync("SELECT COUNT(*) FROM rooms", default), await session.NumberAsync("SELECT COUNT(*) FROM imports", default));
    }

    private static async Task EveryRecordIsOneAsync(Database database)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        var records = await session.RowsAsync(
            "SELECT kind, day, about, fields FROM records",
            r => (Kind: r.GetString(0), Day: r.GetFieldValue<DateOnly>(1), About: r.IsDBNull(2) ? (int?)null : r.GetInt32(2), Fields: r.GetString(3)), default);
        Assert.NotEmpty(records);
        Assert.All(records, r =>
        {
            var kind = RecordKinds.Default.Find(r.Kind)!;
            Assert.NotNull(EvidenceRecord.Read(kind, 1, 1, r.Day, r.About, JsonSerializer.Deserialize<string[]>(r.Fields)!));
            Assert.Equal(kind.About == RecordSubject.Organization, r.About is null);
        });
    }
}
