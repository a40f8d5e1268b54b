using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Writing;

/// <summary>A place in a sentence, and what has been understood on the way there. Every reading moves it, or leaves it where it was.</summary>
internal sealed class Cursor
{
    private const int Deepest = 20;

    private readonly List<(Direction Way, bool IsOwn)> ways = [];
    private int depth;

    public Cursor(string text, Measure measure)
    {
        Text = text;
        Measure = measure;
    }

    /// <summary>White space already made single.</summary>
    public string Text { get; }

    public Measure Measure { get; }

    public int At { get; set; }

    public bool AtEnd => At == Text.Length;

    public char Next => At < Text.Length ? Text[At] : '\0';

    /// <summary>Which way the words ask for; null where they do not say, or say both of a figure that may do both.</summary>
    public Direction? Way => One(isOwn: false) ?? (ways.Exists(w => !w.IsOwn) ? null : One(isOwn: true));

    /// <summary>Whether a word asks for the way that is not the better one, or two words disagree about which is.</summary>
    public bool Contradicts => Measure.Direction is { } better
        ? ways.Exists(w => w.Way != better)
        : ways.Where(w => !w.IsOwn).Select(w => w.Way).Distinct().Count() > 1;

    public (int At, int Ways) Mark() => (At, ways.Count);

    public void Return((int At, int Ways) mark)
    {
        At = mark.At;
        ways.RemoveRange(mark.Ways, ways.Count - mark.Ways);
    }

    /// <summary>Notes a word of direction: its own where the figures beside it decide, else the measure's.</summary>
    public void Ask(Direction way, bool isOwn) => ways.Add((way, isOwn));

    public bool Take(string words)
    {
        if (string.Compare(Text, At, words, 0, words.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        At += words.Length;
        return true;
    }

    /// <summary>Reads a target inside another; false where they lie too deep to be a sentence.</summary>
    public bool Inside(Func<bool> read)
    {
        depth++;
        var isRead = depth <= Deepest && read();
        depth--;
        return isRead;
    }

    private Direction? One(bool isOwn)
    {
        var said = ways.Where(w => w.IsOwn == isOwn).Select(w => w.Way).Distinct().ToList();
        return said.Count == 1 ? said[0] : null;
    }
}
