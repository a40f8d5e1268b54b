using System.Net;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>The list of schools, asked for as people and programs do. The sample has fourteen schools, nine of them off track.</summary>
public sealed class SchoolsPageTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_schools_stand_in_the_order_of_need_under_the_sentence(string provider)
    {
        var site = await sites.SampleAsync(provider);
        var page = await site.PageAsync("/state/schools");
        Assert.Equal("Schools: Chronic absence (10% of days or more)", page.QuerySelector("h1").Words());
        Assert.Equal(
            "“Each school will decrease its percentage of chronically absent students to 10% or less by June 2025.”",
            page.QuerySelector(".lede").Words());
        Assert.Contains("For each school: at most 10% by June 30, 2025", page.QuerySelector(".kv").Words(), StringComparison.Ordinal);
        Assert.Contains("No person has confirmed it yet", page.QuerySelector(".kv").Words(), StringComparison.Ordinal);
        Assert.Equal("Tannery Hill Middle 6–8 Ashmere Public Schools 2024–25 31.0% Off track", page.QuerySelector("tbody tr").Words());
        Assert.Equal("Ropewalk Academy 9–12 Ashmere Public Schools 2024–25 not published No data", page.Words("tbody tr")[9]);
        Assert.Equal(["All 14", "Off track 9", "No data 1", "Met 4"], page.Words(".tally a"));
        Assert.Contains("The source does not publish the figure of 1 school.", page.QuerySelector(".note").Words(), StringComparison.Ordinal);
        Assert.Equal("Sample state · data as of Feb 10, 2026, 3:30 pm", page.QuerySelector(".foot span").Words());
        Assert.Equal("Sample state, 14 schools", page.QuerySelector(".where").Words());
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Counts_filter_and_filters_count(string provider)
    {
        var site = await sites.SampleAsync(provider);
        var page = await site.PageAsync("/state/schools?status=met&q=ELEMENT%C3%81RY");
        Assert.Equal(4, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("Met 4", page.QuerySelector(".tally [aria-current]").Words());
        Assert.Equal(["All 7", "Off track 3", "Met 4"], page.Words(".tally a"));
        Assert.Equal("4 schools, Met: Chronic absence (10% of days or more) - Throughline", page.Title);
        Assert.StartsWith("Schools 1–4 of 4 that fit the filters, as of Feb 11, 2026.", page.QuerySelector("#schools").Words(), StringComparison.Ordinal);
        Assert.Single((await site.PageAsync("/state/schools?q=tannery-hill")).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("sort=name", "Alder Street Elementary K–5")]
    [InlineData("sort=name&dir=desc", "Tannery Hill Middle 6–8")]
    [InlineData("sort=value", "Birch Pond Elementary K–5")]
    [InlineData("sort=value&dir=desc", "Tannery Hill Middle 6–8")]
    [InlineData("dir=desc", "Birch Pond Elementary K–5")]
    public async Task Columns_sort(string query, string first)
    {
        var page = await (await sites.SampleAsync(SqliteAttribute.Name)).PageAsync("/state/schools?" + query);
        Assert.Equal(first, page.QuerySelector("tbody th").Words());
        Assert.Single(page.QuerySelectorAll("thead [aria-sort]"));
    }

    [Theory]
    [InlineData("sort=value")]
    [InlineData("sort=value&dir=desc")]
    public async Task A_school_without_a_figure_stands_last_whichever_way_values_are_sorted(string query)
    {
        var page = await (await sites.SampleAsync(SqliteAttribute.Name)).PageAsync("/state/schools?" + query);
        Assert.StartsWith("Ropewalk Academy", page.Words("tbody tr")[^1], StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Two_dates_decide_what_is_due_and_what_was_known(string provider)
    {
        var site = await sites.SampleAsync(provider);
        Assert.Equal(["All 14", "Not yet due 14"], (await site.PageAsync("/state/schools?asof=2024-12-01")).Words(".tally a"));
        var before = await site.PageAsync("/state/schools?knownat=2025-09-29");
        Assert.Equal(["All 14", "No data 14"], before.Words(".tally a"));
        Assert.Contains("Sep 29, 2025, 11:59 pm", before.QuerySelector(".note").Words(), StringComparison.Ordinal);
        Assert.Contains("The figures of 14 schools were recorded after the moment asked about.", before.Words(".note")[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("benchmark=one", "“one” is not the number of a benchmark.")]
    [InlineData("asof=2025-02-30", "“2025-02-30” is not a date")]
    [InlineData("asof=9999-12-31", "“9999-12-31” is not a date")]
    [InlineData("knownat=yesterday", "“yesterday” is not a time")]
    [InlineData("status=late", "“late” is not a status.")]
    [InlineData("district=nowhere", "code “nowhere”")]
    [InlineData("sort=color", "“color” is not a way to sort.")]
    [InlineData("dir=up", "“up” is not a way to sort.")]
    [InlineData("page=0", "“0” is not the number of a page.")]
    [InlineData("page=99", "There is no page 99. Page 1 is the last.")]
    [InlineData("page=99999999999", "is not the number of a page.")]
    [InlineData("status=%00%F0%9F%98%80<b>", "is not a status.")]
    public async Task What_cannot_be_read_falls_back_and_says_so(string query, string said)
    {
        var page = await (await sites.SampleAsync(SqliteAttribute.Name)).PageAsync("/state/schools?" + query);
        Assert.Contains(said, page.QuerySelector(".note.warn").Words(), StringComparison.Ordinal);
        Assert.Equal(14, page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_search_is_a_text_and_nothing_else()
    {
        var site = await sites.SampleAsync(SqliteAttribute.Name);
        foreach (var query in new[] { "q=%27%3B--", "q=" + new string('x', 500), "q=a&q=b", "q=%25", "q=%F0%9F%98%80", "q=<script>" })
        {
            var page = await site.PageAsync("/state/schools?" + query);
            Assert.Empty(page.QuerySelectorAll("script:not([src])"));
        }

        Assert.Equal("No school fits", (await site.PageAsync("/state/schools?q=zzz")).QuerySelector("#schools h2").Words());
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Another_benchmark_is_chosen_by_its_number_and_one_that_is_not_there_is_not_found(string provider)
    {
        var site = await sites.SampleAsync(provider);
        Assert.Equal("Schools: Attendance rate", (await site.PageAsync("/state/schools?benchmark=2")).QuerySelector("h1").Words());
        var missing = await site.PageAsync("/state/schools?benchmark=77", HttpStatusCode.NotFound);
        Assert.Equal("Error: This page is not here - Throughline", missing.Title);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task An_empty_installation_says_what_to_do(string provider)
    {
        var page = await (await sites.EmptyAsync(provider)).PageAsync("/state/schools");
        Assert.Equal("No benchmark for schools yet", page.QuerySelector("h1").Words());
        Assert.Equal(3, page.QuerySelectorAll("pre").Length);
        Assert.Equal("Test state · No data yet", page.QuerySelector(".foot span").Words());
    }
}
