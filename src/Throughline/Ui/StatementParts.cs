using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks.Language;

namespace Throughline.Ui;

/// <summary>One of the five parts of a sentence: what it is called, how it is underlined, and the words for it.</summary>
/// <param name="Look">The class of its underline: "who".</param>
/// <param name="Name">"Who".</param>
/// <param name="Words">The words in the sentence; null where they are missing.</param>
public sealed record StatementPart(string Look, string Name, string? Words);

/// <summary>A sentence with its parts marked, and the same parts as a list.</summary>
internal sealed class StatementParts(Understanding understood)
{
    /// <summary>So many letters between two amounts leave room for the name of each.</summary>
    private const int NameRoom = 10;

    private readonly Reading reading = understood.Reading;

    public IReadOnlyList<StatementPart> Slots() =>
    [
        new("who", BenchmarkTexts.PartWho, Rest(reading.Population)?.Text ?? GroupsNamed()),
        new("what", BenchmarkTexts.PartWhat, understood.Measure?.Name ?? Rest(reading.MeasureSpan)?.Text),
        new("much", BenchmarkTexts.PartMuch, reading.Amounts.Count > 0 ? string.Join(", ", reading.Amounts.Select(a => a.Text)) : Compared()),
        new("when", BenchmarkTexts.PartWhen, When()),
        new("evid", BenchmarkTexts.PartEvidence, reading.Evidence?.Text),
    ];

    /// <summary>The sentence with a mark around each part; where parts overlap, the one that begins first stands.</summary>
    public IHtmlContent Marked()
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var (span, look, name) in Spans().OrderBy(s => s.Span.Start).ThenByDescending(s => s.Span.End))
        {
            if (span.Start < at)
            {
                continue;
            }

            Append(at, span.Start);
            var isProblem = understood.Findings.Any(f => f.Severity == Severity.Fix && f.Start < span.End && f.End > span.Start && f.End - f.Start < reading.Text.Length);
            html.Append("<mark class=\"").Append(look).Append(isProblem ? " prob" : "").Append("\" data-k=\"").Append(HtmlEncoder.Default.Encode(name)).Append("\">");
            Append(span.Start, span.End);
            html.Append("</mark>");
            at = span.End;
        }

        Append(at, reading.Text.Length);
        return new HtmlString(html.ToString());

        void Append(int from, int to) => html.Append(HtmlEncoder.Default.Encode(reading.Text[from..to]));
    }

    private IEnumerable<(Span Span, string Look, string Name)> Spans()
    {
        foreach (var (span, look, name) in new[]
        {
            (reading.Population, "who", BenchmarkTexts.PartWho), (reading.MeasureSpan ?? (reading.Measures is [{ Span: var named }, ..] ? named : null), "what", BenchmarkTexts.PartWhat),
            (reading.Deadline?.Span, "when", BenchmarkTexts.PartWhen), (reading.Evidence, "evid", BenchmarkTexts.PartEvidence),
        })
        {
            if (Rest(span) is { } rest)
            {
                yield return (rest, look, name);
            }
        }

        Span? before = null;
        foreach (var amount in reading.Amounts)
        {
            // Beside another amount there is no room for the name again.
            yield return (amount, "much", before is not null && amount.Start - before.End < NameRoom ? "" : BenchmarkTexts.PartMuch);
            before = amount;
        }
    }

    /// <summary>The longest piece of a part that no amount stands in, so that each keeps its own underline.</summary>
    private Span? Rest(Span? span)
    {
        if (span is null)
        {
            return null;
        }

        var pieces = new List<Span?>();
        var at = span.Start;
        foreach (var amount in reading.Amounts.Where(a => a.Start < span.End && a.End > span.Start))
        {
            pieces.Add(Piece(at, amount.Start));
            at = Math.Max(at, amount.End);
        }

        return pieces.Append(Piece(at, span.End)).OfType<Span>().MaxBy(p => p.End - p.Start);
    }

    private Span? Piece(int start, int end) => end - start < 2 ? null : Span.Of(reading.Text, start, end);

    private string? GroupsNamed() => reading.Groups is [Throughline.Benchmarks.Measures.StudentGroup.All] ? null : string.Join(", ", reading.Groups.Select(StudentGroups.Name));

    /// <summary>A comparison is an answer to how much: better than last year; so is everyone.</summary>
    private string? Compared() => reading.Form switch
    {
        ReadingForm.All => BenchmarkTexts.AllOfThem,
        ReadingForm.YearOverYearSamePeriod or ReadingForm.RelativeToPriorPeriod => BenchmarkTexts.AnyImprovement,
        _ => null,
    };

    private string? When() => reading.Deadline is { } deadline
        ? (deadline.Date is { } day ? Dates.Short(day) : deadline.Span.Text)
        : reading.Frequency is { } often ? often.Cadence is { } cadence ? Cadences.Name($"{cadence}") : often.Name.Replace('_', ' ') : null;
}
