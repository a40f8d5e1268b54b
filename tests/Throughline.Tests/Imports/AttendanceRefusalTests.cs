using System.Text;
using Throughline.Benchmarks.Attendance;
using Throughline.Evidence.Files;
using Throughline.Tests.Evidence;
using Throughline.Tests.Support;
using static Throughline.Tests.Imports.AttendanceFiles;

namespace Throughline.Tests.Imports;

/// <summary>Attendance files with something at fault.</summary>
public sealed class AttendanceRefusalTests
{
    [Theory]
    [InlineData("9,north,2025-09-03,P", "student_id", "No student")]
    [InlineData(",north,2025-09-03,P", "student_id", "missing")]
    [InlineData("1,nowhere,2025-09-03,P", "school_code", "No school")]
    [InlineData("1,d,2025-09-03,P", "school_code", "No school")]
    [InlineData("1,north,09/03/2025,P", "date", "not a date")]
    [InlineData("1,north,,P", "date", "not a date")]
    [InlineData("1,north,2025-09-06,P", "date", "keeps no school")]
    [InlineData("1,south,2025-09-03,P", "date", "keeps no school")]
    [InlineData("1,north,1999-09-03,P", "date", "keeps no school")]
    [InlineData("1,north,2025-09-03,Q", "status", "not known")]
    [InlineData("1,north,2025-09-03,", "status", "missing")]
    [InlineData("1,north,2025-09-03", "", "3 cells")]
    [InlineData("1,north,2025-09-03,P,", "", "5 cells")]
    [InlineData("1,north,2025-09-03,P\"", "", "quotation")]
    public async Task A_row_at_fault_is_refused_with_its_place_and_keeps_the_file_out(string row, string column, string reason)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            await using var test = await OpenAsync(provider);
            var csv = Head + Row("1", "north", SmallDistrict.September[0], "P") + row + "\n" + Row("2", "north", SmallDistrict.September[0], "P");
            var result = await ImportAsync(test.Database, csv);
            var refusal = Assert.Single(result.FirstRefusals);
            Assert.Equal((3, column), (refusal.Line, refusal.Column));
            Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
            Assert.True(refusal.Value is "" or "(see the file of refused rows)", refusal.Value);
            Assert.Equal((3, 2, 1, false), (result.Read, result.Added, result.Refused, result.Stored));
            var listed = await File.ReadAllLinesAsync(result.RefusedFile!);
            Assert.StartsWith("3," + column, listed[1], StringComparison.Ordinal);
            Assert.Null(await MarkAsync(test.Database, "1", "north", 0, arrived: true));
            var good = await ImportAsync(test.Database, csv, accept: true);
            Assert.Equal((2, 1, true), (good.Added, good.Refused, good.Stored));
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Two_marks_for_one_day_are_both_refused_and_the_same_mark_twice_is_not(string provider)
    {
        await using var test = await OpenAsync(provider);
        var (a, b) = (SmallDistrict.September[0], SmallDistrict.September[1]);
        var result = await ImportAsync(
            test.Database, Head + Row("1", "north", a, "P") + Row("1", "north", b, "A") + Row("1", "north", a, "A") + Row("1", "north", b, "A") + Row("9", "north", b, "A"), accept: true);
        Assert.Equal([2L, 4, 6], result.FirstRefusals.Select(r => r.Line));
        Assert.Equal((5, 1, 0, 1, 3), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused));
        Assert.Null(await MarkAsync(test.Database, "1", "north", 0, arrived: true));
        Assert.Equal(DayMark.Unexcused, await MarkAsync(test.Database, "1", "north", 1));
        Assert.Equal(4, (await File.ReadAllLinesAsync(result.RefusedFile!)).Length);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_row_of_many_days_with_one_at_fault_is_refused_whole(string provider)
    {
        await using var test = await OpenAsync(provider);
        const string Csv = "student,school,homeroom,2025-09-01,2025-09-02,2025-09-03,2025-09-06\n1,north,h,P,Z,P,\n2,north,h,P,NS,,\n1,north,h,P,,,P\n";
        var result = await ImportAsync(test.Database, Csv, accept: true);
        Assert.Equal([(2L, "2025-09-02"), (4L, "2025-09-06")], result.FirstRefusals.Select(r => (r.Line, r.Column)));
        Assert.Equal((3, 1, 0, 0, 2), (result.Read, result.Added, result.Changed, result.Unchanged, result.Refused));
        Assert.Contains(result.Notes, n => n.Contains("4 days", StringComparison.Ordinal));
        Assert.Contains(result.Notes, n => n.Contains("homeroom", StringComparison.Ordinal));
        Assert.Equal(DayMark.Unknown, await MarkAsync(test.Database, "1", "north", 0));
        Assert.Null(await MarkAsync(test.Database, "2", "north", 1, arrived: true));
        var cleared = await ImportAsync(test.Database, "student,school,2025-09-01,2025-09-02\n1,north,P,A\n1,north,,P\n2,north,P,P\n", accept: true);
        Assert.Equal((3, 1, 2), (cleared.Read, cleared.Added, cleared.Refused));
        Assert.Equal(DayMark.Unknown, await MarkAsync(test.Database, "1", "north", 0));
    }

    [Theory]
    [InlineData(Head + "1,north,2025-09-03,A\n", "--exceptions")]
    [InlineData(Head, "nothing below")]
    [InlineData("student_id,school_code,status\n1,north,P\n", "no column date")]
    [InlineData("1000000001,north,2025-09-03,P\n1000000002,north,2025-09-03,P\n", "no row of headings")]
    [InlineData("student_id,date,status\n1,2025-09-03,P\n", "no column school code")]
    [InlineData("student_id,school_code,date\n1,north,2025-09-03\n", "no column attendance code")]
    [InlineData("student_id,school_code,2025-09-03,20250904\n1,north,P,P\n", null)]
    [InlineData("student_id,student id,school,date,status\n1,1,north,2025-09-03,P\n", "more than once")]
    [InlineData("student_id,school,2025-09-03,2025-09-03\n1,north,P,P\n", "more than once")]
    public async Task A_file_at_fault_is_refused_whole(string csv, string? words)
    {
        await using var test = await OpenAsync(SqliteAttribute.Name);
        if (words is null)
        {
            // A heading that writes its date in another way is no day, and it is said.
            Assert.Contains((await ImportAsync(test.Database, csv)).Notes, n => n.Contains("20250904", StringComparison.Ordinal));
            return;
        }

        var problem = await Assert.ThrowsAsync<Problem>(() => ImportAsync(test.Database, csv));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1000000001", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_damage_to_a_file_is_refused_or_stored_whole()
    {
        await using var test = await OpenAsync(SqliteAttribute.Name);
        var random = new Random(20251103);
        var good = Head + string.Concat(SmallDistrict.September.Take(6).SelectMany(d => (string[])[Row("1", "north", d, "P"), Row("2", "north", d, "A")]));
        var wide = "student,school,2025-09-01,2025-09-02,2025-09-03\n1,north,P,A,P\n2,north,T,H,NS\n";
        for (var i = 0; i < 300; i++)
        {
            var bytes = Damage(random, Encoding.UTF8.GetBytes(i % 3 == 2 ? wide : good));
            var path = Path.Combine(test.Folder, "damaged.csv");
            await File.WriteAllBytesAsync(path, bytes);
            var before = await StateAsync(test.Database);
            try
            {
                var result = await AttendanceImport.RunAsync(test.Database, path, new AttendanceWay(i % 2 == 0), Importing.Options(at: Later.AddMinutes(i)), default);
                Assert.Equal(result.Refused == 0, result.Stored);
                Assert.Equal(result.Read, result.Added + result.Changed + result.Unchanged + result.Refused);
                Assert.True(result is { Added: >= 0, Changed: >= 0, Unchanged: >= 0 });
                if (!result.Stored)
                {
                    Assert.Equal(before, await StateAsync(test.Database));
                }
            }
            catch (Problem)
            {
                Assert.Equal(before, await StateAsync(test.Database));
            }
        }
    }
}
