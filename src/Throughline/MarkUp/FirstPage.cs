using System.Globalization;
using System.Text;
using Throughline.Benchmarks.Language;

namespace Throughline.MarkUp;

/// <summary>
/// The page before the plan: how many statements meet each of the six criteria, and what to mend most often. It is one
/// block with a name of its own and uses no style of the plan, so that it can be taken out in one piece.
/// </summary>
internal sealed class FirstPage(string w, PlanFindings findings)
{
    /// <summary>The name of the block; what stands in it is not read again.</summary>
    public const string Tag = "throughline-first-page";

    /// <summary>Widths of the columns, in twentieths of a point.</summary>
    private static readonly int[] Widths = [5000, 1250, 1250, 1500];

    private const int MostCodes = 8;
    private const int Title = 32;
    private const int Heading = 24;
    private const int Body = 20;

    private readonly StringBuilder xml = new();

    public string Written()
    {
        xml.Append(CultureInfo.InvariantCulture, $"<{w}sdt><{w}sdtPr><{w}alias {w}val=\"{CommentWriter.Author}\"/><{w}tag {w}val=\"{Tag}\"/></{w}sdtPr><{w}sdtContent>");
        Paragraph(MarkUpTexts.PageTitle, Title, isBold: true);
        Paragraph(findings.Statements.Count == 0 ? MarkUpTexts.PageNone : Counted(), Body);
        if (findings.HasMore)
        {
            Paragraph(MarkUpTexts.PageMore.With(Limits.Statements), Body);
        }

        if (findings.Statements.Count > 0)
        {
            Paragraph(MarkUpTexts.PageCriteria, Heading, isBold: true);
            Table();
            Paragraph(MarkUpTexts.PagePeople, Body);
            Codes();
        }

        Paragraph(MarkUpTexts.PageRemove, Body);
        // The mark of this paragraph stands on the plan's first page, so it is as small as can be.
        xml.Append(CultureInfo.InvariantCulture, $"<{w}p><{w}pPr><{w}spacing {w}before=\"0\" {w}after=\"0\" {w}line=\"20\" {w}lineRule=\"exact\"/><{w}rPr><{w}sz {w}val=\"2\"/></{w}rPr></{w}pPr>")
            .Append(CultureInfo.InvariantCulture, $"<{w}r><{w}rPr><{w}sz {w}val=\"2\"/></{w}rPr><{w}br {w}type=\"page\"/></{w}r></{w}p></{w}sdtContent></{w}sdt>");
        return xml.ToString();
    }

    /// <summary>What a finding is called in a list: "No date".</summary>
    public static string NameOf(string code) => MarkUpTexts.ResourceManager.GetString("Code_" + code, MarkUpTexts.Culture)
        ?? char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ');

    /// <summary>A criterion's words, counted from 0.</summary>
    public static string Criterion(int criterion) =>
        MarkUpTexts.ResourceManager.GetString("Criterion_" + (criterion + 1).ToString(CultureInfo.InvariantCulture), MarkUpTexts.Culture)!;

    private string Counted() => MarkUpTexts.PageCount.With(findings.Statements.Count, findings.ToFix, findings.ToConsider, findings.Clean);

    private void Codes()
    {
        if (findings.Codes.Count == 0)
        {
            return;
        }

        Paragraph(MarkUpTexts.PageMend, Heading, isBold: true);
        foreach (var (code, severity, count) in findings.Codes.OrderByDescending(c => c.Count).Take(MostCodes))
        {
            Paragraph(MarkUpTexts.PageCode.With(NameOf(code), count, severity == Severity.Fix ? MarkUpTexts.Fix : MarkUpTexts.ThinkAbout), Body);
        }
    }

    private void Table()
    {
        xml.Append(CultureInfo.InvariantCulture, $"<{w}tbl><{w}tblPr><{w}tblW {w}w=\"{Widths.Sum()}\" {w}type=\"dxa\"/><{w}tblBorders>");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{w}{side} {w}val=\"single\" {w}sz=\"4\" {w}space=\"0\" {w}color=\"808080\"/>");
        }

        xml.Append(CultureInfo.InvariantCulture, $"</{w}tblBorders></{w}tblPr><{w}tblGrid>");
        foreach (var width in Widths)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{w}gridCol {w}w=\"{width}\"/>");
        }

        xml.Append(CultureInfo.InvariantCulture, $"</{w}tblGrid>");
        Row(isHeader: true, MarkUpTexts.HeadCriterion, MarkUpTexts.HeadYes, MarkUpTexts.HeadNotYet, MarkUpTexts.HeadPeople);
        for (var i = 0; i < Criteria.Count; i++)
        {
            Row(isHeader: false, $"{i + 1}. {Criterion(i)}", Said(i, Answer.Yes), Said(i, Answer.NotYet), Said(i, Answer.ForPeople));
        }

        xml.Append(CultureInfo.InvariantCulture, $"</{w}tbl>");
    }

    private string Said(int criterion, Answer answer) => findings.Count(criterion, answer).ToString(CultureInfo.CurrentCulture);

    private void Row(bool isHeader, params string[] cells)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<{w}tr>");
        if (isHeader)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{w}trPr><{w}tblHeader/></{w}trPr>");
        }

        for (var i = 0; i < cells.Length; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{w}tc><{w}tcPr><{w}tcW {w}w=\"{Widths[i]}\" {w}type=\"dxa\"/></{w}tcPr>");
            Paragraph(cells[i], Body, isHeader);
            xml.Append(CultureInfo.InvariantCulture, $"</{w}tc>");
        }

        xml.Append(CultureInfo.InvariantCulture, $"</{w}tr>");
    }

    private void Paragraph(string text, int halfPoints, bool isBold = false) => xml
        .Append(CultureInfo.InvariantCulture, $"<{w}p><{w}pPr><{w}spacing {w}before=\"60\" {w}after=\"60\"/></{w}pPr><{w}r><{w}rPr>{(isBold ? $"<{w}b/>" : "")}<{w}sz {w}val=\"{halfPoints}\"/></{w}rPr>")
        .Append(CultureInfo.InvariantCulture, $"<{w}t xml:space=\"preserve\">{XmlLetters.Written(text)}</{w}t></{w}r></{w}p>");
}
