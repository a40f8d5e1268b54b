using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>The pages show every form that can be judged school by school, on days before, within and after the plan.</summary>
public sealed class OtherFormsTests
{
    private static readonly string[] Statements =
    [
        "By June 2027, each school will reduce its chronic absenteeism rate from 31% to 22%.",
        "By June 2027, each school will reduce its chronic absenteeism rate by 3 percentage points.",
        "Each school will keep its chronic absenteeism rate below 30% every year.",
        "Each school's attendance rate will be higher each year than the year before.",
    ];

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Each_form_has_a_list_and_proofs(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        var ids = await AddAsync(site);
        Assert.True(ids.Count >= 2, "The statements determine too few benchmarks to test with.");
        foreach (var id in ids)
        {
            foreach (var day in new[] { "2023-01-01", "2025-07-01", "2026-02-11", "2027-07-01" })
            {
                var page = await site.PageAsync($"/state/schools?benchmark={id}&asof={day}&sort=year");
                foreach (var row in page.QuerySelectorAll("tbody tr"))
                {
                    var proof = await site.PageAsync(row.QuerySelector("a")!.GetAttribute("href")!);
                    Assert.Equal(row.QuerySelector("td:last-child").Words(), proof.QuerySelector(".st.lg").Words());
                    Assert.DoesNotContain("NaN", proof.DocumentElement.OuterHtml, StringComparison.Ordinal);
                }
            }
        }
    }

    private static async Task<List<int>> AddAsync(RunningSite site)
    {
        await using var db = site.Database.Context();
        var state = await db.Organizations.SingleAsync(o => o.Code == Organization.StateCode);
        var now = new DateTimeOffset(2025, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var (plan, added) = state.AddPlan("Three years", Plan.UsualKind, new SchoolYear(2025), new SchoolYear(2027), "test", now);
        await db.SaveNewAsync(plan, () => plan.Id, added, default);
        var ids = new List<int>();
        foreach (var statement in Statements)
        {
            var outcome = await BenchmarkWriting.AddAsync(db, plan, statement, null, "kept for the test", "test", now, default);
            if (outcome.Benchmark is { } benchmark)
            {
                ids.Add(benchmark.Id);
            }
        }

        return ids;
    }
}
