using System.Globalization;
using Throughline.Benchmarks.Language;

namespace Throughline.MarkUp;

/// <summary>A plan with comments, and what was found in it.</summary>
internal sealed record MarkedPlan(byte[] File, PlanFindings Findings);

/// <summary>
/// A plan in Word → the same file with the findings as margin comments and a page before it. It reads, writes and keeps
/// nothing besides: the file comes in as a stream and goes out as bytes.
/// </summary>
internal static class PlanMarkUp
{
    /// <summary>A problem, in a plain sentence, where the file cannot be read.</summary>
    public static async Task<MarkedPlan> MarkAsync(Stream input, CancellationToken cancel)
    {
        using var word = await WordFile.OpenAsync(input, cancel);
        var earlierIds = Earlier.Ids(word.Comments());
        var part = Earlier.Without(word.Document, earlierIds);
        var plan = new PlanReader(part, new WordStyles(word.Styles));
        var added = new Insertions(part);
        var before = word.Comments() is { } all ? Earlier.Without(all, earlierIds) : null;
        var w = before?.Prefix is { Length: > 0 } known ? known : part.Prefix;
        var comments = new CommentWriter(part.Prefix, NextId(part, before));
        var (statements, earlier, hasMore) = (new List<PlanStatement>(), new HashSet<string>(StringComparer.Ordinal), false);
        foreach (var (paragraph, where, reading) in Statements(plan, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (statements.Count == Limits.Statements)
            {
                hasMore = true;
                break;
            }

            var statement = PlanStatement.Of(paragraph.Text[where.Start..where.End], reading, paragraph.Row, earlier);
            statements.Add(statement);
            var (start, end) = comments.Marks();
            if (statement.Findings.Count > 0 && added.Around(paragraph, where, start, end))
            {
                comments.Say(statement, w);
            }
        }

        var findings = new PlanFindings(statements, hasMore);
        if (plan.BodyStart >= 0)
        {
            added.Add(plan.BodyStart, new FirstPage(part.Prefix, findings).Written());
        }

        return new MarkedPlan(word.Saved(added.Applied(), comments.Comments, w, before), findings);
    }

    /// <summary>What the file with comments is called: "plan-checked.docx", a name that any system takes and that leads out of no folder.</summary>
    public static string NameOf(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(Path.GetFileNameWithoutExtension(name).Select(c => char.IsControl(c) || "<>:\"|?*".Contains(c, StringComparison.Ordinal) ? '-' : c));
        return plain + "-checked.docx";
    }

    private static IEnumerable<(PlanParagraph Paragraph, Stretch Where, Reading Reading)> Statements(PlanReader plan, CancellationToken cancel) =>
        plan.Read(cancel).SelectMany(StatementFinder.In, (paragraph, found) => (paragraph, found.Where, found.Reading));

    /// <summary>Above every number that a comment of the plan has.</summary>
    private static int NextId(XmlPart document, XmlPart? comments)
    {
        var highest = -1;
        foreach (var part in new[] { document, comments }.OfType<XmlPart>())
        {
            var pieces = new XmlPieces(part.Text);
            while (pieces.Next())
            {
                if (pieces.Kind == PieceKind.Open && pieces.Name.StartsWith(part.Prefix + "comment", StringComparison.Ordinal)
                    && int.TryParse(pieces.Attribute(part.Prefix + "id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id < int.MaxValue / 2)
                {
                    highest = Math.Max(highest, id);
                }
            }
        }

        return highest + 1;
    }
}
