using AngleSharp.Dom;
using Throughline.Benchmarks.Language;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>Three passes: what is looked at in each, what each proposes, and that none hides what keeps from publishing.</summary>
public sealed class PassTests
{
    private const string New = $"/s/{PlanForTests.School}/b/new?under=C1&type=early_evidence";
    private const string Idea = "All teachers will be trained in SMART goals";
    private const string Sentence = "By June 2026, reduce the chronic absenteeism rate for all students from 31% to 22%, as shown by daily attendance records.";

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_new_sentence_is_an_idea_and_each_pass_looks_at_more(string provider)
    {
        await using var site = await StartAsync(provider);
        var empty = await site.PageAsync(New);
        Assert.Equal("Idea", Chosen(empty));

        var idea = await CheckAsync(site, Idea, RevisionPass.Idea);
        Assert.Empty(idea.QuerySelectorAll(".find"));
        Assert.Empty(idea.QuerySelectorAll(".prob"));
        Assert.DoesNotContain("Missing", idea.QuerySelector(".slots").Words(), StringComparison.Ordinal);
        Assert.Contains("Teachers and other adults", idea.QuerySelector(".found .kv").Words(), StringComparison.Ordinal);
        Assert.Contains("It asks what will show it. It leaves 2 blanks for you to fill in.", idea.QuerySelector(".next .sub").Words(), StringComparison.Ordinal);
        Assert.Equal(["____% of", "use", "goals, as shown by ____"], Inserted(idea));

        var measurable = await CheckAsync(site, Idea, RevisionPass.Measurable);
        Assert.Contains("does not say what will show", measurable.QuerySelector("#Findings").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("by when", measurable.QuerySelector("#Findings").Words(), StringComparison.Ordinal);
        Assert.NotEmpty(measurable.QuerySelectorAll(".prob"));
        var dated = await CheckAsync(site, Idea, RevisionPass.Dated);
        Assert.Contains("does not say by when", dated.QuerySelector("#Findings").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wording_taken_over_leads_to_its_pass_and_a_draft_opens_in_it()
    {
        await using var site = await StartAsync(SqliteAttribute.Name);
        var page = await CheckAsync(site, Idea, RevisionPass.Idea);
        foreach (var (pass, blanks) in new[] { ("Measurable", "It leaves 3 blanks"), ("Dated", "") })
        {
            var use = page.QuerySelector(".next button[name=use]")!.GetAttribute("value")!;
            page = (await site.PostAsync(New, page.FieldsOf("form:has(textarea)"), ("use", use))).Page;
            Assert.Equal(pass, Chosen(page));
            Assert.Contains(blanks, page.QuerySelector(".next").Words(), StringComparison.Ordinal);
        }

        Assert.StartsWith("By ____, ____% of teachers will use SMART goals", page.QuerySelector("textarea")!.TextContent.Trim(), StringComparison.Ordinal);
        var saved = await site.PostAsync(New, page.FieldsOf("form:has(textarea)"), ("Entry.Pass", "Measurable"), ("do", "draft"));
        Assert.Equal("Measurable", Chosen(await site.PageAsync(saved.Location!)));
        Assert.Equal("Dated", Chosen(await site.PageAsync(saved.Location!.Split('?')[0])));
    }

    [Fact]
    public async Task Publishing_shows_every_finding_whatever_the_pass()
    {
        await using var site = await StartAsync(SqliteAttribute.Name);
        var fields = (await site.PageAsync(New)).FieldsOf("form:has(textarea)");
        var page = (await site.PostAsync(New, fields, ("Entry.Statement", Idea), ("do", "publish"))).Page;
        Assert.Equal("Dated", Chosen(page));
        Assert.All(page.QuerySelectorAll("[role=alert] a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_target_is_said_in_one_sentence_in_both_languages()
    {
        await using var site = await StartAsync(SqliteAttribute.Name);
        var page = await CheckAsync(site, Sentence, RevisionPass.Dated);
        Assert.Equal("The chronic absence rate for all students will decrease from 31% to 22% by June 30, 2026.", page.QuerySelector("#sentence-en").Words());
        Assert.Contains("de 31", page.QuerySelector("#sentence-es[lang=es]").Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".next"));
    }

    [Fact]
    public async Task Figures_that_contradict_each_other_are_mended_with_a_button()
    {
        await using var site = await StartAsync(SqliteAttribute.Name);
        var page = await CheckAsync(site, Sentence.Replace("from 31%", "by 5 percentage points, from 31%", StringComparison.Ordinal), RevisionPass.Dated);
        var button = page.QuerySelectorAll("button[name=use]").Single(b => b.Words() == "Leave out “by 5 percentage points”");
        Assert.Equal(Sentence.Replace(" from 31%", ", from 31%", StringComparison.Ordinal), button.GetAttribute("value"));
    }

    private static string Chosen(IDocument page) => page.QuerySelector("[name='Entry.Pass'][checked]")!.GetAttribute("value")!;

    private static List<string> Inserted(IDocument page) => [.. page.QuerySelectorAll(".next ins").Select(i => i.Words())];

    private static async Task<IDocument> CheckAsync(RunningSite site, string statement, RevisionPass pass)
    {
        var fields = (await site.PageAsync(New)).FieldsOf("form:has(textarea)");
        return (await site.PostAsync(New, fields, ("Entry.Statement", statement), ("Entry.Pass", pass.ToString()), ("do", "check"))).Page;
    }

    private static async Task<RunningSite> StartAsync(string provider)
    {
        var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await site.Database.AddPlanAsync();
        await site.SignInAsync(PlanForTests.Leader);
        return site;
    }
}
