using Throughline.Tests.Support;

namespace Throughline.Tests.MarkUp;

/// <summary>check plan.docx, by the real program.</summary>
public sealed class CheckPlansCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("throughline-check-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task One_plan_is_written_beside_the_original_which_is_left_alone()
    {
        var plan = Path.Combine(folder, "plan.docx");
        File.Copy(WordPlan.PathOf("school"), plan);
        var (exit, output, error) = await ProgramRun.RunAsync(null, "check", plan);
        Assert.True(exit == 0, error);
        Assert.Contains("plan-checked.docx", output, StringComparison.Ordinal);
        Assert.NotEmpty(new WordPlan(await File.ReadAllBytesAsync(Path.Combine(folder, "plan-checked.docx"))).Comments());
        Assert.Equal(WordPlan.Fixture("school"), await File.ReadAllBytesAsync(plan));
        var again = await ProgramRun.RunAsync(null, "check", plan);
        Assert.Equal(1, again.Exit);
        Assert.Contains("is there already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forty_plans_give_a_table_for_a_reviewer()
    {
        var plans = Enumerable.Range(1, 39).Select(i => Path.Combine(folder, $"plan-{i:00}.docx")).ToList();
        foreach (var (i, plan) in plans.Index())
        {
            File.Copy(WordPlan.PathOf(WordPlan.Names[i % WordPlan.Names.Length]), plan);
        }

        var broken = Path.Combine(folder, "broken.docx");
        await File.WriteAllTextAsync(broken, "x");
        var (exit, output, error) = await ProgramRun.RunAsync(null, ["check", "--csv", "--out", Path.Combine(folder, "checked"), .. plans, broken]);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim('\r', '\uFEFF').Split(',')).ToList();
        Assert.Equal(41, lines.Count);
        Assert.Equal(["plan", "statements", "to_fix", "to_consider", "clean", "criterion_1_yes"], lines[0].Take(6));
        Assert.Contains("fix_no_date", lines[0]);
        Assert.Equal("plan-01.docx", lines[1][0]);
        Assert.Equal(lines[1].Skip(1), lines[4].Skip(1));
        Assert.Equal(1, exit);
        Assert.Contains("broken.docx: This is not a Word file", error, StringComparison.Ordinal);
        Assert.Equal(39, Directory.GetFiles(Path.Combine(folder, "checked")).Length);
    }

    [Fact]
    public async Task A_table_for_people_counts_what_does_not_yet_meet_each_criterion()
    {
        var (exit, output, _) = await ProgramRun.RunAsync(null, "check", WordPlan.PathOf("school"), WordPlan.PathOf("district"));
        Assert.Equal(0, exit);
        Assert.Matches(@"(?m)^school\.docx +\d+ +\d+ +\d+ +\d+( +\d+){6}\r?$", output);
        Assert.Contains("Fix: ", output, StringComparison.Ordinal);
    }
}
