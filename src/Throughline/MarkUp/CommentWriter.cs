using System.Globalization;
using System.Text;
using Throughline.Benchmarks.Language;

namespace Throughline.MarkUp;

/// <summary>Margin comments: the marks in the document, and what they say in the part of comments.</summary>
internal sealed class CommentWriter(string prefix, int firstId)
{
    public const string Author = "Throughline";

    private readonly StringBuilder comments = new();
    private int id = firstId;

    /// <summary>The number of the next comment.</summary>
    private string Id => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What goes into the part of comments, with the prefix of that part.</summary>
    public string Comments => comments.ToString();

    /// <summary>A comment that says the findings of a statement; the marks before and behind its words.</summary>
    public (string Before, string Behind) Marks() => (
        $"<{prefix}commentRangeStart {prefix}id=\"{Id}\"/>",
        $"<{prefix}commentRangeEnd {prefix}id=\"{Id}\"/><{prefix}r><{prefix}commentReference {prefix}id=\"{Id}\"/></{prefix}r>");

    public void Say(PlanStatement statement, string w)
    {
        comments.Append(CultureInfo.InvariantCulture, $"<{w}comment {w}id=\"{Id}\" {w}author=\"{Author}\" {w}initials=\"T\">");
        foreach (var finding in statement.Findings)
        {
            var word = finding.Severity == Severity.Fix ? MarkUpTexts.Fix : MarkUpTexts.ThinkAbout;
            var said = $"{finding.Reason(CultureInfo.CurrentUICulture)} {finding.Suggestion(CultureInfo.CurrentUICulture)}";
            comments.Append(CultureInfo.InvariantCulture, $"<{w}p><{w}r><{w}rPr><{w}b/></{w}rPr><{w}t xml:space=\"preserve\">{XmlLetters.Written(word)}: </{w}t></{w}r>")
                .Append(CultureInfo.InvariantCulture, $"<{w}r><{w}t xml:space=\"preserve\">{XmlLetters.Written(said)}</{w}t></{w}r></{w}p>");
        }

        comments.Append(CultureInfo.InvariantCulture, $"</{w}comment>");
        id++;
    }
}
