using System.Text;

namespace Throughline.MarkUp;

/// <summary>
/// What is put between the letters of a part. Nothing of the part itself is changed or left out, so taking it away again
/// gives the part back to the letter.
/// </summary>
internal sealed class Insertions(XmlPart part)
{
    private readonly List<(int Place, string Text)> added = [];
    private readonly HashSet<TextPlace> kept = [];

    public void Add(int place, string text) => added.Add((place, text));

    /// <summary>Puts something before and something behind a stretch of a paragraph. False where it has no letter of its own.</summary>
    public bool Around(PlanParagraph paragraph, Stretch where, string before, string behind)
    {
        var first = paragraph.Pieces.FirstOrDefault(t => t.Past > where.Start && t.From < where.End && t.Past > t.From);
        var last = paragraph.Pieces.LastOrDefault(t => t.From < where.End && t.Past > where.Start && t.Past > t.From);
        if (first is null || last is null)
        {
            return false;
        }

        if (where.Start > first.From && first.CanCut)
        {
            Cut(first, paragraph.Places[where.Start], before);
        }
        else if (first.Start == first.Run.First)
        {
            Add(first.Run.Start, before);
        }
        else
        {
            Add(first.Start, Closed("r") + before + first.Run.Open);
        }

        if (where.End < last.Past && last.CanCut)
        {
            Cut(last, paragraph.Places[where.End], behind);
        }
        else if (last.End == last.Run.Last)
        {
            Add(last.Run.End, behind);
        }
        else
        {
            Add(last.End, Closed("r") + behind + last.Run.Open);
        }

        return true;
    }

    public string Applied()
    {
        var text = new StringBuilder(part.Text.Length + added.Sum(a => a.Text.Length));
        var at = 0;
        // The order is kept where several stand at one place: one statement ends before the next begins.
        foreach (var (place, more) in added.OrderBy(a => a.Place))
        {
            text.Append(part.Text, at, place - at).Append(more);
            at = place;
        }

        return text.Append(part.Text, at, part.Text.Length - at).ToString();
    }

    /// <summary>One run becomes two with the same look; spaces at the cut count.</summary>
    private void Cut(TextPlace text, int place, string between)
    {
        if (!text.KeepsSpace && kept.Add(text))
        {
            Add(text.Inside - 1, " xml:space=\"preserve\"");
        }

        Add(place, $"{Closed("t")}{Closed("r")}{between}{text.Run.Open}<{part.Prefix}t xml:space=\"preserve\">");
    }

    private string Closed(string name) => $"</{part.Prefix}{name}>";
}
