using System.Net;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>What stands behind a figure, and to whom single rows are shown.</summary>
public sealed class RowsPageTests(SharedSites sites) : IClassFixture<SharedSites>
{
    private const string Absence = "/s/tannery-hill/b/C1-S1";
    private const string January = "rows?g=all&on=2026-01-31";

    [Theory, Sqlite, Postgres]
    public async Task The_figure_its_rows_what_came_in_and_who_is_left_out_stand_on_one_page(string provider)
    {
        var site = await sites.SampleAsync(provider);
        await site.SignInAsync("Registrar");
        var proof = await site.PageAsync(Absence);
        Assert.Contains($"{Absence}/{January}", proof.QuerySelectorAll("table.figs a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain(proof.QuerySelectorAll("table.figs a"), a => a.GetAttribute("href")!.EndsWith("on=2024-06-30", StringComparison.Ordinal));
        var page = await site.PageAsync($"{Absence}/{January}");
        var said = page.Words("dl.kv dd").ToList();
        Assert.StartsWith("24.9% (135 of 542). Came in", said[0], StringComparison.Ordinal);
        Assert.Equal("24.9% (135 of 542)", said[1]);
        Assert.Equal("The page and the rows say the same.", page.QuerySelector("p.note").Words());
        Assert.Contains("Tannery Hill Middle Feb 10, 2026, 5:10 am 102 None", page.Words("table tbody tr"));
        Assert.Contains("on the roll for fewer days than the measure asks for 1", page.Words("table tbody tr"));
        Assert.Equal(135, page.Words("details tbody tr").Count(r => r.Contains(" yes ", StringComparison.Ordinal)));
        Assert.Equal(543, page.QuerySelectorAll("details tbody tr").Length);
    }

    [Theory, Sqlite]
    public async Task Without_the_grant_for_few_students_nobody_is_listed_and_few_are_not_counted_out(string provider)
    {
        var site = await sites.SampleAsync(provider);
        foreach (var who in (string[])["Principal", "School council member"])
        {
            await site.SignInAsync(who);
            var page = await site.PageAsync($"{Absence}/{January}");
            Assert.Empty(page.QuerySelectorAll("details tbody tr"));
            Assert.Contains("on the roll for fewer days than the measure asks for fewer than 10", page.Words("table tbody tr"));
        }

        // A group of which the gate shows nothing has no page behind it.
        await site.PageAsync($"{Absence}/rows?g=american_indian&on=2026-01-31", HttpStatusCode.NotFound);
    }

    [Theory, Sqlite]
    public async Task Days_without_a_figure_and_figures_without_rows_have_no_page(string provider)
    {
        var site = await sites.SampleAsync(provider);
        await site.SignInAsync("Registrar");
        foreach (var address in (string[])[$"{Absence}/rows", $"{Absence}/rows?on=yesterday", $"{Absence}/rows?on=2026-03-31", $"{Absence}/rows?on=2024-06-30", "/s/tannery-hill/b/C1-A1/rows?on=2026-01-31", "/s/tannery-hill/b/none/rows?on=2026-01-31"])
        {
            await site.PageAsync(address, HttpStatusCode.NotFound);
        }
    }
}
