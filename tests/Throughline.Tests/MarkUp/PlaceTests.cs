using Throughline.MarkUp;

namespace Throughline.Tests.MarkUp;

/// <summary>Where comments begin and end, and what is taken for a statement.</summary>
public sealed class PlaceTests
{
    private const string Goal = "By June 2027, 80% of students will read at grade level.";

    [Theory]
    [InlineData("We like it here. |By June 2027, 80% of students will read at grade level.| It is fun.")]
    [InlineData("We like it. |By June 2027, 80% |of students| will read at grade level.|")]
    [InlineData("1. |Goal 3: |By June 2027, 80% of students will read at grade level.|")]
    public async Task A_run_is_cut_only_where_a_sentence_begins_or_ends_inside_it(string text)
    {
        // Bars separate runs, so sentences begin and end at runs' ends or inside them.
        foreach (var parts in new[] { text.Split('|', StringSplitOptions.RemoveEmptyEntries), [text.Replace("|", "", StringComparison.Ordinal)] })
        {
            var file = MadePlan.Of($"<w:p>{string.Concat(parts.Select((t, i) => MadePlan.Run(t, $"<w:sz w:val=\"{20 + i}\"/>")))}</w:p>");
            var (plan, _) = await MarkUpTests.MarkAsync(file);
            Assert.Equal(Goal, Assert.Single(plan.Comments()).At);
            Assert.Equal(new WordPlan(file).WithoutOurs(), plan.WithoutOurs());
            Assert.Empty(MarkUpTests.Faults((await MarkUpTests.MarkFileAsync(file)).File));
        }
    }

    [Fact]
    public async Task Two_statements_of_one_run_have_a_comment_each()
    {
        var (plan, _) = await MarkUpTests.MarkAsync(MadePlan.Of($"<w:p><w:r><w:t>{Goal} By May 2027, 70% of R&amp;D teachers&#8217; rooms will show &lt;talk&gt;.</w:t></w:r></w:p>"));
        Assert.Equal([Goal, "By May 2027, 70% of R&D teachers’ rooms will show <talk>."], plan.Comments().Select(c => c.At));
    }

    [Fact]
    public async Task The_space_between_two_sentences_is_kept_where_a_run_is_cut()
    {
        var (plan, _) = await MarkUpTests.MarkAsync(MadePlan.Of($"<w:p><w:r><w:t>It is fun. {Goal}</w:t></w:r></w:p>"));
        Assert.All(plan.Document.Descendants(WordPlan.W + "p").Last().Descendants(WordPlan.W + "t"), t => Assert.Equal("preserve", (string?)t.Attribute(System.Xml.Linq.XNamespace.Xml + "space")));
    }

    [Theory]
    [InlineData("<w:pPr><w:pStyle w:val=\"H\"/></w:pPr>")]
    [InlineData("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>")]
    public async Task Headings_have_no_comment(string look)
    {
        const string Styles = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:styleId=\"H\"><w:basedOn w:val=\"H0\"/></w:style><w:style w:styleId=\"H0\"><w:name w:val=\"heading 2\"/></w:style></w:styles>";
        var file = new WordPlan(MadePlan.Of($"<w:p>{look}{MadePlan.Run(Goal)}</w:p>", more: ("word/styles.xml", Styles)));
        file.Parts["word/_rels/document.xml.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"u8.ToArray();
        var (plan, findings) = await MarkUpTests.MarkAsync(MadePlan.Zip(file.Parts.Select(p => (p.Key, System.Text.Encoding.UTF8.GetString(p.Value)))));
        Assert.Empty(findings.Statements);
        Assert.Contains("We found no sentence", plan.FirstPage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Goal, true)]
    [InlineData("Reduce chronic absence from 31% to 22% by June 2027", true)]
    [InlineData("The leadership team will meet every two weeks.", true)]
    [InlineData("In 2024, 31% of our students were chronically absent.", false)]
    [InlineData("Our school serves 412 students in grades K to 5.", false)]
    [InlineData("Math proficiency rose to 45% last year.", false)]
    [InlineData("We work with families to build trust.", false)]
    [InlineData("Will 80% of students read by June 2027?", false)]
    [InlineData("Ms. Ortiz, principal", false)]
    [InlineData("≤ 10%", false)]
    public void What_is_to_happen_is_a_statement_and_what_was_is_none(string text, bool isStatement) => Assert.Equal(isStatement, Found(text, "").Count == 1);

    [Theory]
    [InlineData("Teachers will use data in team meetings.", "", false)]
    [InlineData("Teachers will use data in team meetings.", "Early evidence of change", true)]
    public void Under_a_heading_about_goals_less_is_asked_of_a_sentence(string text, string under, bool isStatement) => Assert.Equal(isStatement, Found(text, under).Count == 1);

    [Theory]
    [InlineData("Goals", "Improve attendance", true)]
    [InlineData("Goals", "Attendance at 95% by June 2027", true)]
    [InlineData("Goals", "Attendance", false)]
    [InlineData("About us", "Attendance at 95%", false)]
    [InlineData("About us", "Goal: Attendance at 95%", true)]
    [InlineData("About us", "Goal 2: Improve attendance", true)]
    [InlineData("Goals", "Budget: $12,500 for tutors by June 2027, each month", false)]
    [InlineData("About us", "Total cost: $4,000 by June 2027 for 80% of teachers", false)]
    public async Task Short_goals_under_goals_or_behind_a_label_are_read_and_what_they_cost_is_not(string heading, string line, bool isStatement)
    {
        var (_, findings) = await MarkUpTests.MarkAsync(MadePlan.Of($"<w:p>{MadePlan.Run(heading)}</w:p><w:p>{MadePlan.Run(line)}</w:p>"));
        Assert.Equal(isStatement ? 1 : 0, findings.Statements.Count);
    }

    [Fact]
    public async Task A_row_of_a_table_is_read_as_one()
    {
        const string Sentence = "Visit each classroom and leave written feedback.";
        var (plan, findings) = await MarkUpTests.MarkAsync(MadePlan.Of(
            $"<w:tbl>{Row("Activity", "Who", "By when")}{Row(Sentence, "Coaches", "June 2027")}{Row("Hold family nights at the school.", "Principal", "Monthly")}{Row("Train all aides on the routine.", "", "")}</w:tbl>"));
        Assert.Equal([Sentence, "Hold family nights at the school.", "Train all aides on the routine."], findings.Statements.Select(s => s.Text));
        Assert.All(findings.Statements.Take(2), s => Assert.DoesNotContain(s.Findings, f => f.Code is "no_date" or "no_population" or "date_without_year"));
        Assert.Contains(findings.Statements[2].Findings, f => f.Code == "no_date");
        Assert.All(plan.Comments(), c => Assert.Contains(c.At, findings.Statements.Select(s => s.Text)));

        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc><w:p>{MadePlan.Run(c)}</w:p></w:tc>"))}</w:tr>";
    }

    [Fact]
    public async Task A_plan_that_names_no_other_part_is_whole()
    {
        var whole = new WordPlan(MadePlan.Of($"<w:p>{MadePlan.Run(Goal)}</w:p>"));
        whole.Parts.Remove("word/_rels/document.xml.rels");
        var file = MadePlan.Zip(whole.Parts.Select(p => (p.Key, System.Text.Encoding.UTF8.GetString(p.Value))));
        var marked = await MarkUpTests.MarkFileAsync(file);
        Assert.Equal(Goal, Assert.Single(new WordPlan(marked.File).Comments()).At);
        Assert.Empty(MarkUpTests.Faults(marked.File));
    }

    [Fact]
    public async Task A_line_break_inside_of_a_sentence_does_not_end_it()
    {
        var (plan, findings) = await MarkUpTests.MarkAsync(MadePlan.Of("<w:p><w:r><w:rPr/><w:t>By June 2027,</w:t><w:br/><w:t xml:space=\"preserve\">80% of students </w:t><w:br/><w:t>will read at grade level.</w:t></w:r></w:p>"));
        Assert.Single(findings.Statements);
        Assert.DoesNotContain(findings.Statements[0].Findings, f => f.Severity == Throughline.Benchmarks.Language.Severity.Fix);
        Assert.Single(plan.Comments());
    }

    [Theory]
    [InlineData("See e.g. grade 3. It is fun. Dr. Lee agrees.", "See e.g. grade 3.|It is fun.|Dr. Lee agrees.")]
    [InlineData("• a) Goal 2: Reach 4.5 points. (Yes!) Done", "Reach 4.5 points.|(Yes!)|Done")]
    [InlineData("One line\nAnother line", "One line|Another line")]
    [InlineData("By June,\n80% of them will\nread well.\nraise attendance\nb) reduce absence", "By June,\n80% of them will\nread well.|raise attendance|reduce absence")]
    public void Sentences_end_where_people_end_them(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), SentenceSplitter.Split(text).Select(s => text[s.Start..s.End]));

    private static List<string> Found(string text, string under) =>
        [.. StatementFinder.In(new PlanParagraph(text, [], [], false, under)).Select(f => text[f.Where.Start..f.Where.End])];
}
