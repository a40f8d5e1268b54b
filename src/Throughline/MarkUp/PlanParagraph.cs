namespace Throughline.MarkUp;

/// <summary>A run of text with one look, by its places in the part.</summary>
internal sealed class RunPlace(int start, string open)
{
    /// <summary>Where it begins.</summary>
    public int Start { get; } = start;

    /// <summary>What another run with the same look begins with: the tag, then its properties as they stand.</summary>
    public string Open { get; set; } = open;

    /// <summary>Where its first content begins; behind the properties.</summary>
    public int First { get; set; } = -1;

    /// <summary>Where its last content ends.</summary>
    public int Last { get; set; }

    /// <summary>Behind the closing tag.</summary>
    public int End { get; set; }
}

/// <summary>One text element of a run.</summary>
/// <param name="Run">The run it stands in.</param>
/// <param name="From">Where it begins in the paragraph's text.</param>
/// <param name="Start">Where its tag begins in the part.</param>
/// <param name="Inside">Behind the tag.</param>
/// <param name="KeepsSpace">It says already that spaces at its ends count.</param>
internal sealed record TextPlace(RunPlace Run, int From, int Start, int Inside, bool KeepsSpace)
{
    /// <summary>Where it ends in the paragraph's text, excluded.</summary>
    public int Past { get; set; }

    /// <summary>Behind the closing tag.</summary>
    public int End { get; set; }

    /// <summary>It can be cut in two.</summary>
    public bool CanCut { get; set; } = true;
}

/// <summary>What a paragraph says, and where each of its letters stands in the part.</summary>
/// <param name="Text">Without what is struck out or hidden in a field; a line break is "\n".</param>
/// <param name="Places">For each letter of the text, where it stands.</param>
/// <param name="Pieces">In the order of the text.</param>
/// <param name="IsTitle">A heading, a header cell, or a short line that heads what follows.</param>
/// <param name="Under">The words above it: the heading, and the header of its column.</param>
/// <param name="Row">The row of the table it stands in, whole; null outside of tables.</param>
internal sealed record PlanParagraph(string Text, IReadOnlyList<int> Places, IReadOnlyList<TextPlace> Pieces, bool IsTitle, string Under, PlanRow? Row = null);
