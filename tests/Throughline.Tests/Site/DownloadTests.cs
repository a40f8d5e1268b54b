using System.Text;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>The list as a file for a spreadsheet.</summary>
public sealed class DownloadTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory]
    [Sqlite]
    [Postgres]
    public async Task The_file_has_every_row_of_the_filter_and_opens_in_a_spreadsheet(string provider)
    {
        var site = await sites.SampleAsync(provider);
        using var response = await site.Client.GetAsync("/state/schools.csv?status=met&sort=name");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("schools-B1-2026-02-11.csv", response.Content.Headers.ContentDisposition!.FileName);
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(
            "code,school,district_code,district,school_year,value,unit,status,verdict,as_of,known_at,benchmark,statement,measure,group",
            lines[0]);
        Assert.Equal(5, lines.Length);
        Assert.Equal(
            "alder-street,Alder Street Elementary,ashmere,Ashmere Public Schools,2024-25,10,percent,met,met,2026-02-11,2026-02-11T12:00:00Z,"
            + "B1,Each school will decrease its percentage of chronically absent students to 10% or less by June 2025.,chronic_absence,all",
            lines[1]);
    }

    [Fact]
    public async Task The_list_links_to_the_file_of_the_same_question()
    {
        var page = await (await sites.SampleAsync(SqliteAttribute.Name)).PageAsync("/state/schools?status=met&asof=2025-08-01");
        Assert.Equal("/state/schools.csv?asof=2025-08-01&status=met", page.QuerySelector("a[href*='.csv']")!.GetAttribute("href"));
    }
}
