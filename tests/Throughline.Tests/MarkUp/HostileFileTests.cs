using System.Text;
using Throughline.MarkUp;

namespace Throughline.Tests.MarkUp;

/// <summary>Files come from anybody: each is read within bounds or refused with a sentence that says what to do.</summary>
public sealed class HostileFileTests
{
    private const string Paragraph = "<w:p><w:r><w:t>By June 2027, 80% of students will read at grade level.</w:t></w:r></w:p>";

    private static readonly Dictionary<string, (Func<byte[]> File, string Says)> Bad = new(StringComparer.Ordinal)
    {
        ["nothing"] = (() => [], "This file is empty."),
        ["a text"] = (() => Encoding.UTF8.GetBytes("By June 2027"), "This is not a Word file"),
        ["an old or a locked file"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "it has a password"),
        ["a file that can hold macros"] = (() => MadePlan.Of(Paragraph, MadePlan.MacroType), "can hold macros"),
        ["a file with a macro under a harmless name"] = (() => MadePlan.Of(Paragraph, more: ("word/vbaProject.bin", "x")), "can hold macros"),
        ["a spreadsheet"] = (() => MadePlan.Of(Paragraph, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "This is not a Word file"),
        ["another archive"] = (() => MadePlan.Zip([("a.txt", "x")]), "This is not a Word file"),
        ["a document type"] = (() => MadePlan.Of("<w:p/>", before: "<!DOCTYPE w:document [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"), "damaged"),
        ["entities that grow"] = (() => MadePlan.Of("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", before: "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"), "damaged"),
        ["tags that do not close"] = (() => MadePlan.Of("<w:p>"), "damaged"),
        ["a prefix with two meanings"] = (() => MadePlan.Of("<w:p xmlns:w=\"urn:else\"/>"), "damaged"),
        ["two documents of one name"] = (() => MadePlan.Of(Paragraph, more: ("word/document.xml", "<x/>")), "damaged"),
        ["text that unpacks without end"] = (() => MadePlan.Of(new string(' ', 25 << 20)), "takes more than 24 MB"),
        ["too many parts"] = (() => MadePlan.Of(Paragraph, more: [.. Enumerable.Range(0, 4001).Select(i => ($"x/{i}", ""))]), "damaged"),
        ["ten megabytes"] = (() => new byte[(10 << 20) + 1], "larger than 10 MB"),
    };

    public static TheoryData<string> Refused() => new(Bad.Keys);

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_cannot_be_read_is_refused_with_a_sentence(string what)
    {
        var problem = await Assert.ThrowsAsync<Problem>(() => MarkUpTests.MarkFileAsync(Bad[what].File()));
        Assert.Contains(Bad[what].Says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_in_a_plan_is_followed()
    {
        const string Outside = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" TargetMode=\"External\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"http://127.0.0.1:1/styles.xml\"/></Relationships>";
        var file = new WordPlan(MadePlan.Of(Paragraph));
        file.Parts["word/_rels/document.xml.rels"] = Encoding.UTF8.GetBytes(Outside);
        var (_, findings) = await MarkUpTests.MarkAsync(MadePlan.Zip(file.Parts.Select(p => (p.Key, Encoding.UTF8.GetString(p.Value)))));
        Assert.Single(findings.Statements);
    }

    [Fact]
    public async Task A_pictures_bytes_are_not_unpacked()
    {
        var picture = new string('x', 60 << 20);
        var (plan, _) = await MarkUpTests.MarkAsync(MadePlan.Of(Paragraph, more: ("word/media/image1.png", picture)));
        Assert.Equal(picture.Length, plan.Parts["word/media/image1.png"].Length);
    }

    [Fact]
    public async Task A_plan_with_more_statements_than_are_read_says_so()
    {
        var (plan, findings) = await MarkUpTests.MarkAsync(MadePlan.Of(string.Concat(Enumerable.Range(0, Limits.Statements + 5).Select(i => Paragraph.Replace("80%", $"{i}%", StringComparison.Ordinal)))));
        Assert.Equal(Limits.Statements, findings.Statements.Count);
        Assert.Contains("Only the first 2,000 were read.", plan.FirstPage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_and_odd_documents_are_read_to_their_end()
    {
        const int Depth = 20_000;
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", Depth)) + Paragraph + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", Depth));
        var (_, findings) = await MarkUpTests.MarkAsync(MadePlan.Of(deep));
        Assert.Single(findings.Statements);
        var (_, none) = await MarkUpTests.MarkAsync(MadePlan.Of("<w:p/><w:p><w:r/><w:r><w:t/></w:r></w:p><!-- x --><?y z?><w:tbl><w:tr/></w:tbl><w:sdt/>"));
        Assert.Empty(none.Statements);
    }
}
