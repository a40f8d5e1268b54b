using System.Net;
using Throughline.Benchmarks.Language;
using Throughline.Tests.Support;

namespace Throughline.Tests.Plans;

/// <summary>The chain of an initiative, forward and backward.</summary>
public sealed class MappingTests
{
    private const string Page = $"/s/{PlanForTests.School}/plan/initiatives/1/mapping";

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_chain_is_walked_both_ways_and_each_step_leads_to_its_place_in_the_workbench(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        var plan = await site.Database.AddPlanAsync();
        await site.Database.AddBenchmarkAsync(plan, "C1-S1", BenchmarkType.ShortTermOutcome, "By June 2026, chronic absence will be 22% or less, as shown by daily attendance records.");
        await site.SignInAsync(PlanForTests.Member);

        var forward = await site.PageAsync(Page);
        Assert.Equal(["activity", "early_evidence", "short_term_outcome", "final_outcome"], forward.QuerySelectorAll("main ol > li").Select(l => l.Id));
        Assert.Equal("Activities Next", forward.QuerySelector("main ol > li:has(.tag.solid) h2").Words());
        Assert.Contains("C1-S1", forward.QuerySelector("#short_term_outcome .rows").Words(), StringComparison.Ordinal);
        Assert.Contains("what changes for students", forward.QuerySelector("#short_term_outcome").Words(), StringComparison.Ordinal);

        var backward = await site.PageAsync(forward.QuerySelectorAll("main nav.seg a")[1].GetAttribute("href")!);
        Assert.Equal(["final_outcome", "short_term_outcome", "early_evidence", "activity"], backward.QuerySelectorAll("main ol > li").Select(l => l.Id));
        Assert.Equal("Final outcome Next", backward.QuerySelector("main ol > li:has(.tag.solid) h2").Words());

        foreach (var (step, place) in new[] { ("early_evidence", "under=C1&type=early_evidence"), ("final_outcome", "under=C&type=final_outcome") })
        {
            var write = backward.QuerySelector($"#{step} a.btn")!.GetAttribute("href")!;
            Assert.Equal($"/s/{PlanForTests.School}/b/new?{place}", write);
            await site.PageAsync(write);
        }

        var start = backward.QuerySelector("#short_term_outcome details a[href*='example=']")!.GetAttribute("href")!;
        Assert.NotEqual("", (await site.PageAsync(start)).QuerySelector("textarea")!.TextContent.Trim());
        Assert.EndsWith("?under=C1", backward.QuerySelector("#early_evidence a[href*='/examples']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    public async Task Who_only_reads_sees_the_chain_without_ways_to_write_and_others_find_nothing(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await site.Database.AddPlanAsync();
        await site.SignInAsync(PlanForTests.Reader);
        var page = await site.PageAsync(Page);
        Assert.Equal(4, page.QuerySelectorAll("main ol > li").Length);
        Assert.Empty(page.QuerySelectorAll("main ol a"));
        await site.PageAsync(Page.Replace("/1/", "/99/", StringComparison.Ordinal), HttpStatusCode.NotFound);
        await site.PageAsync($"/s/{PlanForTests.School}/plan/initiatives/1/mapping?plan=99", HttpStatusCode.NotFound);
    }
}
