using System.Text.RegularExpressions;
using Throughline.Benchmarks.Language;

namespace Throughline.MarkUp;

/// <summary>
/// Tells the sentences of a plan that are goals or benchmarks from those that tell about the school. Under words such
/// as "Benchmarks" little is asked of a sentence; elsewhere it must say that something is to happen, and how much or
/// when. What only tells what was is never one.
/// </summary>
internal static partial class StatementFinder
{
    private const int FewestWords = 5;

    /// <summary>The statements of a paragraph in their order; a sentence that goes on about the one before belongs to it.</summary>
    public static IEnumerable<(Stretch Where, Reading Reading)> In(PlanParagraph paragraph)
    {
        if (paragraph.IsTitle)
        {
            yield break;
        }

        (Stretch Where, Reading Reading)? found = null;
        foreach (var sentence in SentenceSplitter.Split(paragraph.Text))
        {
            var text = paragraph.Text[sentence.Start..sentence.End];
            if (found is { } before && GoesOn().IsMatch(text) && Aims().IsMatch(text))
            {
                var joined = new Stretch(before.Where.Start, sentence.End);
                found = (joined, Understood(paragraph.Text, joined));
                continue;
            }

            if (found is { } done)
            {
                yield return done;
            }

            found = IsCandidate(text) && (sentence, Understood(paragraph.Text, sentence)) is var read && IsStatement(read.Item2, paragraph.Under) ? read : null;
        }

        if (found is { } last)
        {
            yield return last;
        }
    }

    private static Reading Understood(string text, Stretch where) => Reading.Of(text[where.Start..where.End]);

    private static bool IsCandidate(string text) => !text.EndsWith('?') && Word().Count(text) >= FewestWords && text.Any(char.IsLower);

    private static bool IsStatement(Reading reading, string under)
    {
        var head = reading.Text.Length > Reading.Limit ? reading.Text[..Reading.Limit] : reading.Text;
        var aims = Aims().IsMatch(head);
        var tells = Tells().IsMatch(head);
        var isMuch = reading.Targets.Count > 0 || reading.Form != ReadingForm.None || reading.Placeholders.Count > 0;
        var isTimed = reading.Deadline is not null || reading.Frequency is not null;
        if (aims && (isMuch || isTimed))
        {
            return true;
        }

        return !tells && ((isMuch && isTimed) || (AboutGoals().IsMatch(under) && (aims || isMuch || (isTimed && reading.Population is not null))));
    }

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    /// <summary>"Will", or a sentence that begins with what is to be done.</summary>
    [GeneratedRegex(@"\b(?:will|shall|must|(?:goal|aim|target) is)\b|^(?:to\s+)?(?:increase|decrease|reduce|raise|lower|improve|maintain|reach|achieve|ensure|close|cut|halve|double|narrow|keep|bring|grow|move|provide|hold|train|implement|establish|complete)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aims();

    /// <summary>What was or is.</summary>
    [GeneratedRegex(@"\b(?:was|were|had|has|have been|been|is|are|rose|fell|grew|dropped|improved|declined|increased|decreased|scored|showed|shows|told|said|found|met|reached|serves|served|enrolls|enrolled|updated|revised|approved|adopted)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tells();

    [GeneratedRegex(@"^(?:this|that|these|those|it|they)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(?:goals?|benchmarks?|targets?|outcomes?|objectives?|milestones?|evidence of change|early evidence|measures? of success|activit(?:y|ies)|what will change)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AboutGoals();
}
