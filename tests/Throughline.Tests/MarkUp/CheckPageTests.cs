using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Throughline.MarkUp;
using Throughline.Tests.Support;

namespace Throughline.Tests.MarkUp;

/// <summary>The page for anyone, on the running site, with nobody signed in.</summary>
public sealed class CheckPageTests : IAsyncLifetime
{
    private RunningSite site = null!;
    private HttpClient nobody = null!;

    public async Task InitializeAsync()
    {
        site = await RunningSite.StartAsync(SqliteAttribute.Name, sample: false);
        nobody = site.NewClient(null);
    }

    public async Task DisposeAsync()
    {
        nobody.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_plan_comes_back_with_comments_as_a_file()
    {
        using var answer = await SendAsync(("school.docx", WordPlan.Fixture("school")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("school-checked.docx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.NotEmpty(new WordPlan(await answer.Content.ReadAsByteArrayAsync()).Comments());
    }

    [Fact]
    public async Task Several_plans_come_back_together_with_a_table()
    {
        using var answer = await SendAsync(("school.docx", WordPlan.Fixture("school")), ("school.docx", WordPlan.Fixture("edited")), ("notes.txt", "x"u8.ToArray()));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["school-checked.docx", "2-school-checked.docx", "table.csv"], zip.Entries.Select(e => e.FullName));
        using var table = new StreamReader(await zip.GetEntry("table.csv")!.OpenAsync());
        var lines = (await table.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("notes.txt,", lines[3], StringComparison.Ordinal);
        Assert.Contains("This is not a Word file", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forty_plans_are_taken_and_one_more_is_answered_with_a_sentence()
    {
        var plan = WordPlan.Fixture("school");
        using var answer = await SendAsync([.. Enumerable.Range(1, 40).Select(i => ($"plan{i}.docx", plan))]);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(41, zip.Entries.Count);
        using var refused = await SendAsync([.. Enumerable.Range(1, 41).Select(i => ($"plan{i}.docx", plan))]);
        Assert.Contains("40", (await refused.ReadPageAsync()).QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"..\..\evil.docx", "evil-checked.docx")]
    [InlineData("../../evil.docx", "evil-checked.docx")]
    [InlineData("a<b>:c?.docx", "a-b--c--checked.docx")]
    public void A_name_leads_out_of_no_folder(string sent, string written) => Assert.Equal(written, PlanMarkUp.NameOf(sent));

    /// <summary>It was quadratic in the length of a paragraph: this one took over a minute.</summary>
    [Fact]
    public async Task A_paragraph_of_two_hundred_thousand_sentences_is_read_to_the_last_statement_that_counts()
    {
        var long1 = MadePlan.Of($"<w:p><w:r><w:t>{string.Concat(Enumerable.Repeat("All students will attend. ", 200_000))}</w:t></w:r></w:p>");
        using var answer = await SendAsync(("long.docx", long1));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_on_the_page()
    {
        using var answer = await SendAsync(("plan.docx", "x"u8.ToArray()));
        var page = await answer.ReadPageAsync();
        Assert.Contains("This is not a Word file", page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        using var none = await SendAsync();
        Assert.Contains("Choose the plan first.", (await none.ReadPageAsync()).QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_shows_how_it_is_read_and_what_there_is_to_mend()
    {
        using var answer = await nobody.SubmitAsync("/check", new Dictionary<string, string> { ["Statement"] = "By June, all teachers will be trained in SMART goals." }, "/check?handler=statement");
        var page = await answer.ReadPageAsync();
        Assert.Equal("teachers", page.QuerySelector("mark.who").Words());
        Assert.Contains(page.Words(".find h3"), w => w.Contains("has no year", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_without_the_pages_token_is_not_taken()
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(WordPlan.Fixture("school")), "Plans", "school.docx" } };
        using var answer = await nobody.PostAsync("/check", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_the_site_takes_at_once_is_not_read()
    {
        using var answer = await SendAsync(("plan.docx", new byte[27 << 20]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_what_was_sent_is_kept()
    {
        var before = await RowsAsync();
        var files = Temporary();
        using var answer = await SendAsync(("school.docx", WordPlan.Fixture("school")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, await RowsAsync());
        Assert.Empty(Temporary().Except(files));
    }

    /// <summary>Where the framework would put what does not fit in memory.</summary>
    private static HashSet<string> Temporary() => [.. Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*")];

    private async Task<(int Events, int Accounts)> RowsAsync()
    {
        await using var db = site.Database.Context();
        return (db.Events.Count(), db.Accounts.Count());
    }

    private async Task<HttpResponseMessage> SendAsync(params (string Name, byte[] File)[] files)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await nobody.GetStringAsync("/check"));
        var token = (IHtmlInputElement)page.QuerySelector("main input[type=hidden]")!;
        using var content = new MultipartFormDataContent { { new StringContent(token.Value), token.Name! } };
        foreach (var (name, file) in files)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, "Plans", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/check", UriKind.Relative)) { Content = content };
        // As browsers and curl do with large files: what is not taken need not be sent.
        request.Headers.ExpectContinue = true;
        return await nobody.SendAsync(request);
    }
}
