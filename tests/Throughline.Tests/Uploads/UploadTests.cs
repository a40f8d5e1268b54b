using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Evidence.Uploads;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Uploads;

/// <summary>Files on their way in, over HTTP.</summary>
public sealed class UploadTests
{
    private const string School = MarksForTests.School;
    private const string Imports = $"/s/{School}/evidence/imports";
    private static readonly DateOnly QuarterEnd = new(2025, 11, 7);

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Ten_rows_changed_in_an_exported_file_are_ten_changes_with_the_verdict_they_change_and_can_be_taken_back(string provider)
    {
        await using var site = await StartAsync(provider);
        var rows = await ExportAsync(site);
        var (same, _) = await CheckAsync(site, rows);
        Assert.Contains("0 new, 0 changed", await ConfirmTextAsync(site, same), StringComparison.Ordinal);

        // Ten students of the first quarter who failed one course and no other did pass it after all.
        var failed = rows.Split('\n').Select((line, i) => (Cells: line.TrimEnd('\r').Split(','), i)).Where(l => l.Cells.Contains("2025-11-07") && l.Cells.Contains("no"))
            .GroupBy(l => l.Cells[0]).Where(g => g.Count() == 1).Select(g => g.Single().i).Take(10).ToHashSet();
        var changed = string.Join('\n', rows.Split('\n').Select((line, i) => failed.Contains(i) ? line.Replace(",no,", ",yes,", StringComparison.Ordinal) : line));
        var before = await FigureAsync(site);
        var (id, _) = await CheckAsync(site, changed);
        var confirm = await site.PageAsync($"{Imports}/{id}/confirm");
        var said = confirm.QuerySelector("main").Words();
        Assert.Contains("0 new, 10 changed", said, StringComparison.Ordinal);
        Assert.Contains("B1-S1", confirm.QuerySelector("main table").Words(), StringComparison.Ordinal);
        Assert.Contains($"{before!.Numerator - 10} of {before.Denominator}", said, StringComparison.Ordinal);

        var fields = confirm.FieldsOf();
        Assert.Equal($"{Imports}?done={id}", (await site.PostAsync($"{Imports}/{id}/confirm", fields)).Location);
        Assert.Equal(before.Numerator - 10, (await FigureAsync(site))!.Numerator);

        // Sent twice, it is stored once.
        Assert.Equal($"{Imports}?done={id}", (await site.PostAsync($"{Imports}/{id}/confirm", fields)).Location);
        var list = await site.PageAsync($"{Imports}?done={id}");
        Assert.Contains("10 rows from", list.QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        var undo = await site.PostAsync($"{Imports}?handler=undo", list.FieldsOf($"form[action='{Imports}?handler=undo']"));
        Assert.Equal($"{Imports}?done={id}", undo.Location);
        Assert.Equal((before.Numerator, before.Denominator), ((await FigureAsync(site))!.Numerator, (await FigureAsync(site))!.Denominator));
        Assert.Equal(rows, await ExportAsync(site));
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Only_its_sender_finds_an_upload_and_only_who_enters_figures_sends_one(string provider)
    {
        await using var site = await StartAsync(provider);
        var (id, _) = await CheckAsync(site, Encoding.UTF8.GetString((await MarksForTests.OfQuarterAsync(site.Database, 5, isMessy: false)).File), ("Day", "2026-01-23"), ("Passing", "60"));
        await site.SignInAsync("Principal");
        foreach (var step in (string[])["match", "check", "confirm", "check?handler=rows"])
        {
            await site.PageAsync($"{Imports}/{id}/{step}", HttpStatusCode.NotFound);
        }

        Assert.DoesNotContain("marks.csv", (await site.PageAsync(Imports)).QuerySelector("main").Words(), StringComparison.Ordinal);
        await site.SignInAsync("School council member");
        await site.PageAsync(Imports, HttpStatusCode.Forbidden);
        await site.PageAsync($"{Imports}/{id}/check", HttpStatusCode.Forbidden);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task Rows_that_cannot_be_used_are_told_once_each_and_can_be_left_out_or_downloaded(string provider)
    {
        await using var site = await StartAsync(provider);
        var good = Encoding.UTF8.GetString((await MarksForTests.OfQuarterAsync(site.Database, 5, isMessy: false)).File).TrimEnd('\n').Split('\n');
        var lines = new[] { good[0] + ",SCHOOL" }.Concat(good[1..9].Select(l => l + "," + School))
            .Append("999999,07,Q2,MAT07,A,1," + School).Append("888888,07,Q2,MAT07,A,1," + School).Append(good[9] + ",millrace");
        var (id, check) = await CheckAsync(site, string.Join('\n', lines) + "\n", ("Day", "2026-01-23"), ("Passing", "60"));
        var asked = check.QuerySelectorAll("fieldset").Select(f => f.Words()).ToList();
        Assert.Equal(3, asked.Count);
        Assert.Contains("Rows 10 and 11: STUDENT_ID", asked[0], StringComparison.Ordinal);
        Assert.DoesNotContain("999999", string.Concat(asked), StringComparison.Ordinal);
        Assert.Contains("This row is of another school", asked[1], StringComparison.Ordinal);
        Assert.Contains("A figure moves further than usual", asked[2], StringComparison.Ordinal);
        var file = await site.Client.GetStringAsync($"{Imports}/{id}/check?handler=rows");
        Assert.Equal(["999999", "888888"], file.Split('\n').Skip(1).Take(2).Select(l => l.Split(',')[0]));

        var fields = check.FieldsOf($"form[action='{Imports}/{id}/check']");
        var still = await site.PostAsync($"{Imports}/{id}/check", new Dictionary<string, string>(fields));
        Assert.Contains("Questions still open: 3", still.Page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        Assert.Equal($"{Imports}/{id}/confirm", (await site.PostAsync($"{Imports}/{id}/check", fields, ("leave", "true"), ("checked", "yes"))).Location);
        Assert.Contains("8 new, 0 changed, 0 as they were, 3 left out", await ConfirmTextAsync(site, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_table_or_says_too_little_is_told_before_it_is_kept()
    {
        await using var site = await StartAsync(SqliteAttribute.Name);
        Assert.Contains("Choose a file that is not empty", (await UploadAsync(site, "marks", [])).Page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        Assert.Contains("Say what the file holds", (await UploadAsync(site, "salaries", "a,b\n1,2\n"u8.ToArray())).Page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        foreach (var bytes in (byte[][])[[0x50, 0x4B, 3, 4, 1, 2, 3], [0, 1, 2, 3, 0, 0, 0], [0xFF, 0xD8, 0xFF, 0xE0]])
        {
            var refused = await UploadAsync(site, "marks", bytes);
            Assert.True(refused.Status == HttpStatusCode.OK || refused.Location is not null, $"{refused.Status}");
        }

        // Marks in numbers mean nothing until somebody says which pass.
        var (_, numbers) = await CheckAsync(site, "STUDENT_ID,COURSE_CD,MARK\n200001,ELA07,71\n", ("Day", "2026-01-23"));
        Assert.Contains("Give the lowest number that passes, like 60", numbers.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);

        // A file without the columns that are needed stays at the second step, with what is missing.
        var (_, page) = await CheckAsync(site, "STUDENT_ID,COLOR\n200001,blue\n");
        Assert.Contains("cannot be read this way", page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task What_was_said_of_a_file_is_remembered_for_the_next_and_thrown_away_with_it_after_thirty_days(string provider)
    {
        await using var site = await StartAsync(provider);
        var file = Encoding.UTF8.GetString((await MarksForTests.OfQuarterAsync(site.Database, 120, isMessy: false)).File).Replace("COURSE_CD", "Klasse", StringComparison.Ordinal);
        var first = await UploadAsync(site, "marks", Encoding.UTF8.GetBytes(file));
        var match = await site.PageAsync(first.Location!);
        Assert.Equal("", match.QuerySelectorAll("select")[3].QuerySelector("option[selected]")!.GetAttribute("value"));
        var sent = await MatchAsync(site, first.Location!, match, [("Day", "2026-01-23"), ("Passing", "60"), ("Remember", "true")], ("Klasse", "course"));
        var id = first.Location!.Split('/')[^2];
        Assert.Equal($"{Imports}/{id}/check", sent.Location);
        Assert.Equal($"{Imports}/{id}/confirm", (await site.PostAsync($"{Imports}/{id}/check", (await site.PageAsync($"{Imports}/{id}/check")).FieldsOf($"form[action='{Imports}/{id}/check']"))).Location);
        await site.PostAsync($"{Imports}/{id}/confirm", (await site.PageAsync($"{Imports}/{id}/confirm")).FieldsOf());

        var second = await UploadAsync(site, "marks", Encoding.UTF8.GetBytes(file));
        Assert.Equal("course", (await site.PageAsync(second.Location!)).QuerySelectorAll("select")[3].QuerySelector("option[selected]")!.GetAttribute("value"));

        var desk = new UploadDesk(site.Database, site.Service<IDataProtectionProvider>());
        await desk.ThrowAwayAsync(site.Clock.Now.AddDays(31), default);
        await using var db = site.Database.Context();
        var left = Assert.Single(await db.Uploads.ToListAsync());
        Assert.Null(left.Content);
        Assert.Equal(id, left.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<RunningSite> StartAsync(string provider)
    {
        var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Registrar");
        return site;
    }

    private static async Task<string> ExportAsync(RunningSite site)
    {
        await using var session = await Throughline.Data.Session.BeginReadAsync(site.Database, default);
        var school = (int)await session.NumberAsync("SELECT id FROM organizations WHERE code = @code", default, ("code", School));
        return Encoding.UTF8.GetString(await RecordsFile.OfAsync(session, "marks", (school, School), new SchoolYear(2026).Period, default)).TrimStart('\uFEFF');
    }

    private static async Task<Answered> UploadAsync(RunningSite site, string kind, byte[] bytes)
    {
        var page = await site.PageAsync(Imports);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in page.FieldsOf("form[enctype]").Where(f => f.Key is not ("Kind" or "Upload")).Append(new("Kind", kind)))
        {
            content.Add(new StringContent(value), name);
        }

        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(file, "Upload", "marks.csv");
        using var response = await site.Client.PostAsync(Imports, content);
        return new Answered(response.StatusCode, response.Headers.Location?.OriginalString, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Uploads, matches and comes to the third step, or stays at the second.</summary>
    private static async Task<(string Id, IHtmlDocument Page)> CheckAsync(RunningSite site, string file, params (string Name, string Value)[] more)
    {
        var kept = await UploadAsync(site, "marks", Encoding.UTF8.GetBytes(file));
        var id = kept.Location!.Split('/')[^2];
        var match = await site.PageAsync(kept.Location);
        var sent = await MatchAsync(site, kept.Location, match, more);
        return (id, sent.Location is null ? sent.Page : await site.PageAsync(sent.Location));
    }

    private static async Task<Answered> MatchAsync(
        RunningSite site, string address, IHtmlDocument page, (string Name, string Value)[] more, params (string Heading, string Target)[] chosen)
    {
        var fields = page.FieldsOf().Where(f => f.Key != "Matches").Select(f => KeyValuePair.Create(f.Key, more.FirstOrDefault(m => m.Name == f.Key).Value ?? f.Value)).ToList();
        fields.AddRange(page.QuerySelectorAll("select[name=Matches]").Select(s => KeyValuePair.Create(
            "Matches", chosen.FirstOrDefault(c => page.QuerySelector($"label[for='{s.Id}']").Words() == c.Heading).Target ?? s.QuerySelector("option[selected]")!.GetAttribute("value")!)));
        using var content = new FormUrlEncodedContent(fields);
        using var response = await site.Client.PostAsync(address, content);
        return new Answered(response.StatusCode, response.Headers.Location?.OriginalString, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }

    private static async Task<string> ConfirmTextAsync(RunningSite site, string id) => (await site.PageAsync($"{Imports}/{id}/confirm")).QuerySelector("main").Words();

    private static async Task<Tally?> FigureAsync(RunningSite site)
    {
        await using var db = site.Database.Context();
        var benchmark = await db.Benchmarks.SingleAsync(b => b.Code == "B1-S1" && db.Plans.Any(p => p.Id == b.PlanId && p.Organization!.Code == School));
        return await db.Tallies.Where(t => t.BenchmarkId == benchmark.Id && t.Group == "all" && t.PeriodEnd == QuarterEnd).OrderBy(t => t.Id).LastOrDefaultAsync();
    }
}
