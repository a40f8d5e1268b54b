using System.Text;

namespace Throughline.Benchmarks.Writing;

/// <summary>
/// Words with blanks, "be {least} {value} by {by:date}", that are written by filling the blanks and read by matching the
/// words: one text for both ways, so that what is written can always be read. A blank has a name and, after a colon,
/// a kind; without one its name is its kind.
/// </summary>
internal sealed class Pattern
{
    private readonly List<(string Words, string Blank, string Kind)> parts = [];

    public Pattern(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                parts.Add((text[at..], "", ""));
                return;
            }

            var close = text.IndexOf('}', open);
            var blank = text[(open + 1)..close].Split(':');
            parts.Add((text[at..open], blank[0], blank[^1]));
            at = close + 1;
        }
    }

    public string Write(Grammar grammar, Subject subject, Filling filling)
    {
        var text = new StringBuilder();
        foreach (var (words, blank, kind) in parts)
        {
            text.Append(words);
            if (blank.Length > 0)
            {
                text.Append(grammar.Kind(kind).Write(filling[blank], subject));
            }
        }

        return text.ToString();
    }

    /// <summary>What stands in the blanks; null, with the cursor where it was, where the words do not match.</summary>
    public Filling? Read(Grammar grammar, Cursor cursor)
    {
        var mark = cursor.Mark();
        var filling = new Filling();
        foreach (var (words, blank, kind) in parts)
        {
            object? value = null;
            if (!cursor.Take(words) || (blank.Length > 0 && !grammar.Kind(kind).Read(cursor, out value)))
            {
                cursor.Return(mark);
                return null;
            }

            if (blank.Length > 0)
            {
                filling[blank] = value;
            }
        }

        return filling;
    }
}
