using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>From a sentence to a verdict, over HTTP.</summary>
public sealed class BenchmarkJourneyTests
{
    private const string New = $"/s/{PlanForTests.School}/b/new?under=C1&type=short_term_outcome";
    private const string Sentence = "By June 2026, reduce the chronic absenteeism rate for all students from 31% to 22%, as shown by daily attendance records.";
    private const string Vague = "Improve attendance for all students.";

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_sentence_becomes_a_benchmark_with_a_figure_and_a_verdict(string provider)
    {
        await using var site = await StartAsync(provider);
        var fields = (await site.PageAsync(New)).FieldsOf();
        var vague = await site.PostAsync(New, fields, ("Entry.Statement", Vague), ("do", "publish"));
        Assert.Equal(HttpStatusCode.OK, vague.Status);
        Assert.Contains("Fix before publishing", vague.Page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        Assert.NotNull(vague.Page.QuerySelector(vague.Page.QuerySelector("[role=alert] a")!.GetAttribute("href")!));
        Assert.StartsWith("Error:", vague.Page.Title, StringComparison.Ordinal);

        var published = await site.PostAsync(New, vague.Page.FieldsOf(), ("Entry.Statement", Sentence), ("Entry.Every", "month"), ("Entry.Name", "Chronic absence"), ("do", "publish"));
        Assert.Equal($"/s/{PlanForTests.School}/b/C1-S1?done=published", published.Location);
        var page = await site.PageAsync(published.Location!);
        Assert.Contains("No data", page.QuerySelector(".st.lg").Words(), StringComparison.Ordinal);

        var values = $"/s/{PlanForTests.School}/b/C1-S1/values";
        var entry = (await site.PageAsync(values)).FieldsOf();
        entry["Entry.Period"] = "2026-01-01/2026-01-31";
        var wrong = await site.PostAsync(values, entry, ("Entry.Numerator", "31"), ("Entry.Denominator", "28"));
        Assert.Contains("The total (28) is smaller than the count (31)", wrong.Page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        var saved = await site.PostAsync(values, wrong.Page.FieldsOf(), ("Entry.Numerator", "135"), ("Entry.Denominator", "542"));
        Assert.Equal($"/s/{PlanForTests.School}/b/C1-S1?done=figure", saved.Location);
        page = await site.PageAsync(saved.Location!);
        Assert.Equal("On track", page.QuerySelector(".st.lg").Words());
        Assert.Contains("24.9% in January, 135 of 542 students. The path for January was", page.QuerySelector("section .lede").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_draft_is_saved_whatever_is_missing_and_says_what_that_is(string provider)
    {
        await using var site = await StartAsync(provider);
        var fields = (await site.PageAsync(New)).FieldsOf();
        var saved = await site.PostAsync(New, fields, ("Entry.Statement", Vague), ("do", "draft"));
        Assert.Equal($"/s/{PlanForTests.School}/b/C1-S1/edit?saved=yes&pass=idea", saved.Location);
        Assert.Contains("Draft saved", (await site.PageAsync(saved.Location!)).QuerySelector(".save").Words(), StringComparison.Ordinal);
        var page = await site.PageAsync($"/s/{PlanForTests.School}/b/C1-S1");
        Assert.Contains("This is a draft", page.QuerySelector(".note.warn").Words(), StringComparison.Ordinal);
        Assert.Contains("does not say", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Findings_are_kept_with_a_reason_by_who_leads_the_plan(string provider)
    {
        const string Ambiguous = "By June 2026, increase the attendance rate for all students by 5%, as shown by daily attendance records.";
        await using var site = await StartAsync(provider);
        var fields = (await site.PageAsync(New)).FieldsOf();
        var refused = await site.PostAsync(New, fields, ("Entry.Statement", Ambiguous), ("Entry.Kept", "We mean points."), ("do", "publish"));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Empty(refused.Page.QuerySelectorAll("[name='Entry.Kept']"));

        await site.SignInAsync(PlanForTests.Leader);
        fields = (await site.PageAsync(New)).FieldsOf();
        var asked = await site.PostAsync(New, fields, ("Entry.Statement", Ambiguous), ("do", "publish"));
        Assert.Single(asked.Page.QuerySelectorAll("[name='Entry.Kept']"));
        Assert.Contains("by 5 percentage points,", asked.Page.QuerySelector("button[name=use]")!.GetAttribute("value"), StringComparison.Ordinal);
        var kept = await site.PostAsync(New, asked.Page.FieldsOf(), ("Entry.Kept", "We mean points."), ("do", "publish"));
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        Assert.Contains("We mean points.", (await site.PageAsync(kept.Location!)).QuerySelector("#revisions").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Two_who_write_at_once_see_both_texts_and_choose(string provider)
    {
        await using var site = await StartAsync(provider);
        var fields = (await site.PageAsync(New)).FieldsOf();
        var edit = (await site.PostAsync(New, fields, ("Entry.Statement", Vague), ("do", "draft"))).Location!.Split('?')[0];
        var (mine, theirs) = ((await site.PageAsync(edit)).FieldsOf(), (await site.PageAsync(edit)).FieldsOf());
        Assert.Equal(HttpStatusCode.Redirect, (await site.PostAsync(edit, theirs, ("Entry.Statement", "Theirs by June 2026."), ("do", "draft"))).Status);
        var conflict = await site.PostAsync(edit, mine, ("Entry.Statement", "Mine by June 2026."), ("do", "draft"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(["Mine by June 2026.", "Theirs by June 2026."], conflict.Page.Words(".diff > div > p:first-of-type"));

        var combining = await site.PostAsync(edit, conflict.Page.FieldsOf("section form"), ("do", "combine"));
        Assert.Equal("Mine by June 2026.", combining.Page.FieldsOf("form:has(textarea)")["Entry.Statement"]);
        var used = await site.PostAsync(edit, conflict.Page.FieldsOf("section form"), ("do", "draft"));
        Assert.Equal(HttpStatusCode.Redirect, used.Status);
        Assert.Equal("Mine by June 2026.", (await site.PageAsync(edit)).FieldsOf()["Entry.Statement"]);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_double_click_makes_one(string provider)
    {
        await using var site = await StartAsync(provider);
        var fields = (await site.PageAsync(New)).FieldsOf();
        (fields["Entry.Statement"], fields["Entry.Every"], fields["do"]) = (Sentence, "month", "publish");
        var both = await Task.WhenAll(site.PostAsync(New, new(fields)), site.PostAsync(New, new(fields)));
        Assert.All(both, b => Assert.Equal($"/s/{PlanForTests.School}/b/C1-S1?done=published", b.Location));
        var values = $"/s/{PlanForTests.School}/b/C1-S1/values";
        var entry = (await site.PageAsync(values)).FieldsOf();
        (entry["Entry.Period"], entry["Entry.Numerator"], entry["Entry.Denominator"]) = ("2026-01-01/2026-01-31", "135", "542");
        await Task.WhenAll(site.PostAsync(values, new(entry)), site.PostAsync(values, new(entry)));
        await using var db = site.Database.Context();
        Assert.Equal((1, 1, 1), (await db.Benchmarks.CountAsync(), await db.Publications.CountAsync(), await db.Tallies.CountAsync()));
    }

    [Theory]
    [Sqlite]
    public async Task A_removed_benchmark_comes_back(string provider)
    {
        await using var site = await StartAsync(provider);
        var fields = (await site.PageAsync(New)).FieldsOf();
        await site.PostAsync(New, fields, ("Entry.Statement", Vague), ("do", "draft"));
        var address = $"/s/{PlanForTests.School}/b/C1-S1";
        var removed = await site.PostAsync(address + "/removal", (await site.PageAsync(address + "/removal")).FieldsOf());
        await site.PageAsync(address, HttpStatusCode.NotFound);
        var page = await site.PageAsync(removed.Location!);
        var back = await site.PostAsync(address + "/removal", page.FieldsOf(), ("undo", "yes"));
        Assert.Contains("back in the plan", (await site.PageAsync(back.Location!)).QuerySelector(".note.good").Words(), StringComparison.Ordinal);
    }

    private static async Task<RunningSite> StartAsync(string provider)
    {
        var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await site.Database.AddPlanAsync();
        await site.SignInAsync(PlanForTests.Member);
        return site;
    }
}
