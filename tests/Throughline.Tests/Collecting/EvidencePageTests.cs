using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Tests.Support;

namespace Throughline.Tests.Collecting;

/// <summary>Where a school's evidence comes from and how fresh it is.</summary>
public sealed class EvidencePageTests
{
    private const string Address = "/s/tannery-hill/evidence";

    [Theory, Sqlite, Postgres]
    public async Task Each_source_says_what_it_feeds_when_it_last_spoke_and_what_to_do_the_stalest_first(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        var page = await site.PageAsync(Address);
        var rows = page.Words("table.stk tbody tr");
        Assert.StartsWith("Shared support log Feeds B1-E1 Nov 17, 2025 Stale 86 days old, expected every month Overdue since Dec 31 student support team", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Course marks Feeds B1-S1", rows[1], StringComparison.Ordinal);
        Assert.Contains("Waiting", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("Ask registrar", rows[1], StringComparison.Ordinal);
        Assert.All(rows.Skip(2), r => Assert.Contains(" Fresh ", r, StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Attendance Feeds C1-S1, C-F1 Feb 10, 2026, 5:10 am Fresh 1 day old", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Walk-through visits Feeds A1-E1", StringComparison.Ordinal) && r.EndsWith("Enter visit", StringComparison.Ordinal));
        Assert.Equal("Evidence", page.QuerySelector(".nav [aria-current]").Words());
    }

    [Theory, Sqlite]
    public async Task One_number_leads_to_the_figures_of_the_benchmark_that_was_chosen(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        using var answer = await site.Client.GetAsync(Address + "?number=C1-S1");
        Assert.Equal("/s/tannery-hill/b/C1-S1/values", answer.Headers.Location!.OriginalString);
        await site.PageAsync(Address + "?number=none");
    }

    [Theory, Sqlite, Postgres]
    public async Task Who_keeps_a_source_and_how_often_it_comes_is_said_once_and_kept_with_its_history(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        var form = (await site.PageAsync(Address)).QuerySelectorAll("table.stk a").Select(a => a.GetAttribute("href")!).First(h => h.EndsWith("of=mark", StringComparison.Ordinal));
        var fields = (await site.PageAsync(form)).FieldsOf();
        var sent = await site.PostAsync(form, fields, ("KeptBy", "Front office"), ("Address", "office@example.org"), ("Every", "month"), ("Preliminary", "true"));
        Assert.Equal(Address, sent.Location);
        await site.PostAsync(form, fields, ("KeptBy", "Front office"), ("Address", "office@example.org"), ("Every", "month"), ("Preliminary", "true"));
        var page = await site.PageAsync(Address);
        var row = page.QuerySelectorAll("table.stk tbody tr").Single(r => r.Words().StartsWith("Course marks", StringComparison.Ordinal));
        Assert.Contains("Preliminary: it may still change.", row.Words(), StringComparison.Ordinal);
        Assert.Contains("Stale 89 days old, expected every month Overdue since Dec 15", row.Words(), StringComparison.Ordinal);
        Assert.Equal("mailto:office@example.org", row.QuerySelectorAll("a")[^1].GetAttribute("href"));
        await using var db = site.Database.Context();
        Assert.Single(await db.Sources.ToListAsync());
        Assert.Single(await db.Events.Where(e => e.Subject == "source").ToListAsync());
    }

    [Theory, Sqlite]
    public async Task What_is_no_address_no_cadence_or_no_source_is_not_taken(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        const string Form = Address + "/source?of=attendance";
        var fields = (await site.PageAsync(Form)).FieldsOf();
        foreach (var (name, value, said) in new[]
        {
            ("Address", "the registrar", "Enter an e-mail address, such as registrar@example.org."),
            ("Address", "a@example.org?cc=b@example.org", "Enter an e-mail address, such as registrar@example.org."),
            ("Every", "now and then", "Choose one of the list."),
            ("KeptBy", new string('x', 121), "Make it shorter: 120 letters at most."),
        })
        {
            var answer = await site.PostAsync(Form, new Dictionary<string, string>(fields), (name, value));
            Assert.Equal(said, Assert.Single(answer.Page.QuerySelectorAll("[role=alert] li")).Words());
        }

        await site.PageAsync(Address + "/source?of=weather", HttpStatusCode.NotFound);
        await site.PageAsync(Address + "/source", HttpStatusCode.NotFound);
    }

    [Theory, Sqlite]
    public async Task A_reader_sees_the_sources_and_no_way_to_enter_or_to_say_who_keeps_them(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("School council member");
        var page = await site.PageAsync(Address);
        Assert.NotEmpty(page.QuerySelectorAll("table.stk tbody tr"));
        Assert.Empty(page.QuerySelectorAll("main form, main .btn, main a[href^='/v'], main a[href*='/source'], main a[href$='/values']"));
    }
}
