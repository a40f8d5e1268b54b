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

    /// <summary>Under words such as "Goals": "Improve attendance".</summary>
    private const int FewestUnderGoals = 2;

    /// <summary>The statements of a paragraph in their order; a sentence that goes on about the one before belongs to it.</summary>
    public static IEnumerable<(Stretch Where, Reading Reading)> In(PlanParagraph paragraph)
    {
        if (paragraph.IsTitle)
        {
            yield break;
        }

        (Stretch Where, Reading Reading)? found = null;
        var past = 0;
        foreach (var sentence in SentenceSplitter.Split(paragraph.Text))
        {
            var text = paragraph.Text[sentence.Start..sentence.End];
            var label = paragraph.Text[past..sentence.Start];
            past = sentence.End;
            if (found is { } before && GoesOn().IsMatch(text) && Aims(text))
            {
                var joined = new Stretch(before.Where.Start, sentence.End);
                found = (joined, Understood(paragraph, joined));
                continue;
            }

            if (found is { } done)
            {
                yield return done;
            }

            var under = $"{paragraph.Under} {label}";
            found = IsCandidate(text, under) && (sentence, Understood(paragraph, sentence)) is var read && IsStatement(read.Item2, under) ? read : null;
        }

        if (found is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The sentence, read with the date or the rhythm that its row gives it; a line break inside of it is a space.</summary>
    private static Reading Understood(PlanParagraph paragraph, Stretch where)
    {
        var text = paragraph.Text[where.Start..where.End].Replace('\n', ' ');
        var reading = Reading.Of(text);
        if (paragraph.Row is not { When.Length: > 0 } row || reading.Deadline is not null || reading.Frequency is not null)
        {
            return reading;
        }

        foreach (var when in new[] { row.When, "by " + row.When })
        {
            if (Reading.Of($"{text.TrimEnd('.', ' ')}, {when}") is { } dated && (dated.Deadline is not null || dated.Frequency is not null))
            {
                return dated;
            }
        }

        return reading;
    }

    private static bool IsCandidate(string text, string under) => !text.EndsWith('?') && !PlanWords.Money().IsMatch(text)
        && Word().Count(text) >= (PlanWords.AboutGoals().IsMatch(under) ? FewestUnderGoals : FewestWords) && text.Any(char.IsLower);

    private static bool IsStatement(Reading reading, string under)
    {
        var head = reading.Text.Length > Reading.Limit ? reading.Text[..Reading.Limit] : reading.Text;
        var aims = Aims(head);
        if (!aims && PlanWords.AboutMoney().IsMatch(under))
        {
            return false;
        }

        var tells = Tells().IsMatch(head);
        var isMuch = reading.Targets.Count > 0 || reading.Form != ReadingForm.None || reading.Placeholders.Count > 0;
        var isTimed = reading.Deadline is not null || reading.Frequency is not null;
        if (aims && (isMuch || isTimed))
        {
            return true;
        }

        return !tells && ((isMuch && isTimed) || (PlanWords.AboutGoals().IsMatch(under) && (aims || isMuch || (isTimed && reading.Population is not null))));
    }

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    /// <summary>"Will", or a sentence that begins with what is to be done.</summary>
    private static bool Aims(string text) => Will().IsMatch(text) || PlanWords.Begins().IsMatch(text);

    [GeneratedRegex(@"\b(?:will|shall|must|(?:goal|aim|target) is)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Will();

    /// <summary>What was or is.</summary>
    [GeneratedRegex(@"\b(?:was|were|had|has|have been|been|is|are|rose|fell|grew|dropped|improved|declined|increased|decreased|scored|showed|shows|told|said|found|met|reached|serves|served|enrolls|enrolled|updated|revised|approved|adopted)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tells();

    [GeneratedRegex(@"^(?:this|that|these|those|it|they)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GoesOn();
}
