using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Throughline.MarkUp;

namespace Throughline.Tests.MarkUp;

/// <summary>Three plans that LibreOffice wrote (plans/make.py) come back with comments, and nothing else is changed.</summary>
public sealed class MarkUpTests
{
    private static readonly Dictionary<string, string[]> Expected = new(StringComparer.Ordinal)
    {
        ["school"] =
        [
            "Reduce chronic absence from 31% to 22% by June 2027.",
            "Each month, XX% of families of absent students will get a call.",
            "All teachers will be trained in SMART goals.",
            "By the end of Q2, at least 70% of classrooms will show student talk. This will increase by 5 points each quarter.",
        ],
        ["district"] =
        [
            "Coaches will visit each room twice a month.",
            "Principals will join one visit.",
            "By November, 60% of teachers will use exit tickets each week, as seen in walkthroughs.",
            "By May, 90% of teachers will do so.",
            "By June 2027, the share of students in grades 3–8 who meet expectations in math will rise by 5% from 28% to 34%, as shown by the state test.",
            "Grade-level teams meet weekly to analyze student work and plan the next unit.",
            "In Algebra & Geometry, 65% of students (< 60% today) will pass by June 2027.",
            "Suspensions of students with disabilities will fall by June.",
            "The district team looks at each school’s figures every month and writes down what it decides.",
            "Linked plan: By fall 2026, all schools will post their plan online.",
        ],
        ["edited"] =
        [
            "By June\u00a02027, 75\u00a0% of English learners will reach their “growth\u00a0target” on the state’s language test.",
            "The share of 9th graders who pass every course will rise to 85% by the end of SY27.",
            "Every quarter, the school’s leaders will share results with families at a meeting.",
            "Teachers will use data.",
            "By May 2027, teachers’ use of “turn and talk”—seen in visits—will go from 4 to 9 of 12 rooms, as recorded by the coach.",
        ],
    };

    public static TheoryData<string> Plans() => new(WordPlan.Names);

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Every_comment_stands_at_its_sentence(string name)
    {
        var (plan, findings) = await MarkAsync(WordPlan.Fixture(name));
        var comments = plan.Comments();
        // What is clean has no comment; which sentences are clean is for the tests of the language to say.
        Assert.All(comments, c => Assert.Contains(c.At, Expected[name]));
        Assert.Equal(findings.Statements.Where(s => s.Findings.Count > 0).Select(s => s.Text), comments.Select(c => c.At));
        Assert.All(comments, c => Assert.Matches("^(Fix|Think about): ", c.Says));
        Assert.InRange(comments.Count, Expected[name].Length - 2, Expected[name].Length);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task What_is_said_at_a_sentence_is_about_it(string name)
    {
        var (plan, findings) = await MarkAsync(WordPlan.Fixture(name));
        Assert.Equal(
            findings.Statements.Where(s => s.Findings.Count > 0).Select(s => s.Findings.Count),
            plan.Comments().Select(c => c.Says.Split('\n').Length));
        if (name == "school")
        {
            Assert.Contains("“XX” is still a blank.", plan.Comments().Single(c => c.At.Contains("XX%", StringComparison.Ordinal)).Says, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Without_comments_and_first_page_the_plan_is_what_it_was(string name)
    {
        var (before, after) = (new WordPlan(WordPlan.Fixture(name)), (await MarkAsync(WordPlan.Fixture(name))).Plan);
        Assert.Equal(before.WithoutOurs(), after.WithoutOurs());
        var changed = before.Parts.Where(p => !p.Value.AsSpan().SequenceEqual(after.Parts[p.Key])).Select(p => p.Key);
        var ofComments = new[] { "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml" };
        Assert.All(changed, p => Assert.Contains(p, ofComments));
        Assert.All(after.Parts.Keys.Except(before.Parts.Keys), p => Assert.Equal("word/comments.xml", p));
        Assert.Equal(before.Comments("Reviewer"), after.Comments("Reviewer"));
    }

    /// <summary>Everything that is added stands between letters of the original, which are all there in their order.</summary>
    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Every_tag_and_letter_of_the_plan_is_still_there_in_its_order(string name)
    {
        var (before, after) = (new WordPlan(WordPlan.Fixture(name)), (await MarkAsync(WordPlan.Fixture(name))).Plan);
        var (old, at) = (before.Parts["word/document.xml"], 0);
        foreach (var letter in after.Parts["word/document.xml"])
        {
            at += at < old.Length && old[at] == letter ? 1 : 0;
        }

        Assert.Equal(old.Length, at);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Another_program_finds_no_fault_that_the_plan_did_not_have(string name) =>
        Assert.Equal(Faults(WordPlan.Fixture(name)), Faults((await MarkFileAsync(WordPlan.Fixture(name))).File));

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task The_first_page_counts_the_six_criteria(string name)
    {
        var (plan, findings) = await MarkAsync(WordPlan.Fixture(name));
        var page = plan.FirstPage();
        Assert.Contains($"Statements that read as goals or benchmarks: {findings.Statements.Count}.", page, StringComparison.Ordinal);
        for (var i = 0; i < 6; i++)
        {
            var row = $"{i + 1}. {FirstPage.Criterion(i)}\n{findings.Count(i, Answer.Yes)}\n{findings.Count(i, Answer.NotYet)}\n{findings.Count(i, Answer.ForPeople)}";
            Assert.Contains(row, page, StringComparison.Ordinal);
            Assert.Equal(findings.Statements.Count, Enum.GetValues<Answer>().Sum(a => findings.Count(i, a)));
        }
    }

    [Fact]
    public async Task The_same_plan_gives_the_same_file()
    {
        var first = await MarkFileAsync(WordPlan.Fixture("district"));
        Assert.Equal(first.File, (await MarkFileAsync(WordPlan.Fixture("district"))).File);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_plan_that_was_checked_before_comes_back_with_the_comments_of_today_alone(string name)
    {
        var once = await MarkFileAsync(WordPlan.Fixture(name));
        var twice = await MarkFileAsync(once.File);
        var (first, second) = (new WordPlan(once.File), new WordPlan(twice.File));
        Assert.Equal(first.Comments(), second.Comments());
        Assert.Equal(first.Comments("Reviewer"), second.Comments("Reviewer"));
        Assert.Equal(first.FirstPage(), second.FirstPage());
        Assert.Equal(first.WithoutOurs(), second.WithoutOurs());
    }

    internal static async Task<(WordPlan Plan, PlanFindings Findings)> MarkAsync(byte[] file)
    {
        var marked = await MarkFileAsync(file);
        return (new WordPlan(marked.File), marked.Findings);
    }

    internal static async Task<MarkedPlan> MarkFileAsync(byte[] file)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        using var stream = new MemoryStream(file);
        return await PlanMarkUp.MarkAsync(stream, default);
    }

    internal static List<string> Faults(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(f => $"{f.Part?.Uri} {f.Description}").Order(StringComparer.Ordinal)];
    }
}
