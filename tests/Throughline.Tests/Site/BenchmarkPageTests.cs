using System.Net;
using System.Text.Json;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>What a benchmark's page and files show, and to whom.</summary>
public sealed class BenchmarkPageTests
{
    private const string Address = $"/s/{PlanForTests.School}/b/{ChronicAbsence.Code}";

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_page_says_it_in_words_a_chart_groups_a_table_and_its_place(string provider)
    {
        await using var site = await StartAsync(provider);
        var page = await site.PageAsync(Address);
        Assert.Equal("On track", page.QuerySelector(".st.lg").Words());
        var words = page.QuerySelector("section .lede").Words();
        Assert.StartsWith("24.9% in January, 135 of 542 students. The path for January was 26.4%. A year ago it was 29.8%.", words, StringComparison.Ordinal);
        Assert.Contains("English learners: off track at 35.5%.", words, StringComparison.Ordinal);
        Assert.Equal("This year is about five points better than last year, and below the path", page.QuerySelector("figcaption b").Words());
        Assert.Contains("The scale starts at", page.QuerySelector("figcaption .s").Words(), StringComparison.Ordinal);
        Assert.Equal(10, page.QuerySelectorAll(".mult > li").Length);
        Assert.Equal(
            "English learners and all other students: 14.2 points (35.5% and 21.3%). It was 5.2 points in December.",
            page.QuerySelectorAll("section.sec p.d").First(p => p.Words().Contains("points", StringComparison.Ordinal)).Words());
        Assert.Contains("Jan 135 of 542 24.9% 26.4% 29.8% On track", page.Words("table tbody tr"));
        Assert.Equal(4, page.QuerySelectorAll(".vt > li").Length);
        Assert.Contains("C1-S1 This benchmark", page.QuerySelector(".vt b").Words(), StringComparison.Ordinal);
        Assert.Contains("Down from 31% to 22% by June 30, 2026", page.QuerySelectorAll("dl.kv dd").Select(d => d.Words()).First(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    public async Task A_group_in_the_address_is_what_words_chart_and_table_speak_of(string provider)
    {
        await using var site = await StartAsync(provider);
        var page = await site.PageAsync(Address + "?g=english_learner");
        Assert.Equal("Off track", page.QuerySelector(".st.lg").Words());
        Assert.StartsWith("35.5% in January, 49 of 138 students.", page.QuerySelector("section .lede").Words(), StringComparison.Ordinal);
        Assert.Contains(page.Words("table tbody tr"), r => r.StartsWith("Jan 49 of 138 35.5%", StringComparison.Ordinal));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Small_groups_are_hidden_on_page_csv_and_json_alike(string provider)
    {
        await using var site = await StartAsync(provider);
        await site.SignInAsync(PlanForTests.Member);
        foreach (var address in new[] { Address, Address + "?g=" + ChronicAbsence.Small, Address + "?g=multi_race", Address + "/values?g=multi_race" })
        {
            var page = await site.PageAsync(address);
            Assert.DoesNotContain(page.Words("td, .lede, .mult li, .seg a"), t => t.Contains("of 6", StringComparison.Ordinal) || t.Contains("of 13", StringComparison.Ordinal) || t.Contains("50.0%", StringComparison.Ordinal));
        }

        var shown = await site.PageAsync(Address);
        Assert.True(shown.QuerySelectorAll(".mult .hid").Length >= 2);
        Assert.Contains("Figures about fewer than 10 are hidden, and so are others", shown.QuerySelector("main").Words(), StringComparison.Ordinal);
        var csv = await site.Client.GetStringAsync(Address + ".csv");
        var rows = csv.Split("\r\n").Where(r => r.Contains($",{ChronicAbsence.Small},", StringComparison.Ordinal)).ToList();
        Assert.Contains(rows, r => r.Contains("2025-09-01,2025-09-30,,,,percent,,,,hidden,", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(Address + ".json"));
        var group = json.RootElement.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("group").GetString() == ChronicAbsence.Small);
        Assert.Equal("hidden", group.GetProperty("status").GetString());
        Assert.All(group.GetProperty("checks").EnumerateArray().Where(c => c.GetProperty("status").GetString() == "hidden"), c => Assert.False(c.TryGetProperty("value", out _)));
    }

    [Theory]
    [Sqlite]
    public async Task Who_has_the_grant_sees_them(string provider)
    {
        await using var site = await StartAsync(provider);
        await using (var db = site.Database.Context())
        {
            var leader = db.Accounts.Single(a => a.Name == PlanForTests.Leader);
            db.Grants.Add(new Grant { AccountId = leader.Id, OrganizationId = db.Organizations.Single(o => o.Code == PlanForTests.School).Id, Kind = GrantKind.Students, FirstDay = new DateOnly(2025, 7, 1), Who = "tester" });
            await db.SaveChangesAsync();
        }

        await site.SignInAsync(PlanForTests.Leader);
        Assert.Contains("Jan 3 of 6 50.0%", (await site.PageAsync($"{Address}?g={ChronicAbsence.Small}")).Words("table tbody tr").First(r => r.StartsWith("Jan", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains($"{ChronicAbsence.Small},2026-01-01,2026-01-31,3,6,50", await site.Client.GetStringAsync(Address + ".csv"), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    public async Task Readers_are_offered_nothing_to_write_and_may_not(string provider)
    {
        await using var site = await StartAsync(provider);
        var page = await site.PageAsync(Address);
        Assert.Empty(page.QuerySelectorAll("a[href$='/edit'], a[href$='/values']"));
        foreach (var end in new[] { "/edit", "/values", "/removal" })
        {
            await site.PageAsync(Address + end, HttpStatusCode.Forbidden);
        }

        await site.PageAsync($"/s/{PlanForTests.School}/b/nothing", HttpStatusCode.NotFound);
        Assert.Contains("Published", (await site.PageAsync(Address + "/history")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    public async Task The_script_asks_for_the_reading_alone(string provider)
    {
        await using var site = await StartAsync(provider);
        await site.SignInAsync(PlanForTests.Member);
        var workbench = await site.PageAsync(Address + "/edit");
        var live = workbench.QuerySelector("textarea[data-live]")!.GetAttribute("data-live")!;
        var answer = await site.PostAsync(live, workbench.FieldsOf("form:has(textarea)"), ("Entry.Statement", "Reduce chronic absence to 22% by June."));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Page.QuerySelector("header, textarea[data-live]"));
        Assert.Equal(["Who", "What", "How much", "By when", "Evidence"], answer.Page.Words("#reading dt:not(.kv dt)"));
        Assert.NotEqual("", answer.Page.QuerySelector("#reading")!.GetAttribute("data-say"));
        Assert.NotEmpty(answer.Page.QuerySelectorAll("mark.much"));
    }

    private static async Task<RunningSite> StartAsync(string provider)
    {
        var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await site.Database.AddChronicAbsenceAsync();
        await site.SignInAsync(PlanForTests.Reader);
        return site;
    }
}
