using Throughline.Benchmarks.Language;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>Findings that a sentence alone does not have: each once where it belongs, and once where it does not.</summary>
public sealed class PlaceFindingTests
{
    private const string Early = $"/s/{PlanForTests.School}/b/new?under=C1&type=early_evidence";
    private const string ShortTerm = $"/s/{PlanForTests.School}/b/new?under=C1&type=short_term_outcome";
    private const string Outside = $"/s/{PlanForTests.School}/b/new";
    private const string Rate = "By June 2026, reduce the chronic absenteeism rate for all students from 31% to 22%, as shown by daily attendance records.";
    private const string ForGroup = "By June 2026, reduce the chronic absenteeism rate for English learners from 31% to 22%, as shown by daily attendance records.";

    [Theory]
    [InlineData(Early, "All teachers will attend three training sessions by June 2026.", "reads like an activity, but", true)]
    [InlineData(Early, "By June 2026, 80% of teachers will use exit tickets each week, as shown by classroom visits.", "reads like an activity, but", false)]
    [InlineData(Outside, "All teachers will attend three training sessions by June 2026.", "reads like an activity, but", false)]
    [InlineData($"/s/{PlanForTests.School}/b/new?under=C1&type=activity", Rate, "reads like an outcome", true)]
    [InlineData(ShortTerm, "By XX date, XX% of teachers will teach from the shared curriculum. This share will increase each month.", "words of an example", true)]
    [InlineData(ShortTerm, "By XX date, XX% of science teachers will teach from the shared curriculum. This share will increase each month.", "words of an example", false)]
    public async Task A_place_has_its_own_findings(string address, string statement, string said, bool isFound)
    {
        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name, sample: false, reader: false);
        await site.Database.AddPlanAsync();
        Assert.Equal(isFound, (await FindingsAsync(site, PlanForTests.Leader, address, statement)).Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_same_measure_twice_at_one_place_is_pointed_out(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        var plan = await site.Database.AddPlanAsync();
        await site.Database.AddBenchmarkAsync(plan, "C1-S1", BenchmarkType.ShortTermOutcome, Rate);
        const string Said = "C1-S1 asks for the same measure";
        Assert.Contains(Said, await FindingsAsync(site, PlanForTests.Leader, ShortTerm, Rate.Replace("22%", "20%", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(Said, await FindingsAsync(site, PlanForTests.Leader, ShortTerm, ForGroup), StringComparison.Ordinal);
        Assert.DoesNotContain(Said, await FindingsAsync(site, PlanForTests.Leader, Early, Rate), StringComparison.Ordinal);
        Assert.DoesNotContain(Said, await FindingsAsync(site, PlanForTests.Leader, $"/s/{PlanForTests.School}/b/C1-S1/edit", Rate), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_group_is_small_only_where_figures_say_so(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        var plan = await site.Database.AddPlanAsync();
        var rate = await site.Database.AddBenchmarkAsync(plan, "C1-S1", BenchmarkType.ShortTermOutcome, Rate);
        Assert.False(await IsSmallAsync(ForGroup));
        await site.Database.EnterAsync(rate, "all", 2026, 1, 100, 500);
        await site.Database.EnterAsync(rate, "english_learner", 2026, 1, 3, 8);
        Assert.True(await IsSmallAsync(ForGroup));
        Assert.False(await IsSmallAsync(Rate));
        await site.Database.EnterAsync(rate, "low_income", 2026, 1, 30, 80);
        Assert.False(await IsSmallAsync(ForGroup.Replace("English learners", "low-income students", StringComparison.Ordinal)));

        async Task<bool> IsSmallAsync(string statement) =>
            (await FindingsAsync(site, PlanForTests.Member, ShortTerm, statement)).Contains("may be fewer than 10 students", StringComparison.Ordinal);
    }

    private static async Task<string> FindingsAsync(RunningSite site, string who, string address, string statement)
    {
        await site.SignInAsync(who);
        var fields = (await site.PageAsync(address)).FieldsOf("form:has(textarea)");
        var page = (await site.PostAsync(address, fields, ("Entry.Statement", statement), ("Entry.Pass", nameof(RevisionPass.Dated)), ("do", "check"))).Page;
        return string.Join('\n', page.Words("#Findings .find"));
    }
}
